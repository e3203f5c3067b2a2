"""Where messages come in and replies go out: Telegram, the terminal, JSON."""
