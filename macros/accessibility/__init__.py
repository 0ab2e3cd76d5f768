"""What was checked about the accessibility of the site, how, and what came out: the facts behind the accessibility statement."""
