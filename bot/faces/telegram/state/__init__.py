"""What the bot remembers, and where: in memory, in a file (SQLite), or in a Valkey or Redis that several replicas
share."""
