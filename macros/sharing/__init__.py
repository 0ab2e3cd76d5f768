"""What others see of a page before they open it: link previews, icons, structured data, the feed, the address for robots."""
