"""The Telegram face: the only code that imports telegram."""
