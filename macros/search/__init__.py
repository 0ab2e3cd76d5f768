"""What the search knows: words, what can be found, and both as few bytes for the browser."""
