"""Question + Library → Answer: what is said, as data; no words of the bot's own."""
