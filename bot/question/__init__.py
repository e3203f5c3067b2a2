"""Message + conversation → Question."""
