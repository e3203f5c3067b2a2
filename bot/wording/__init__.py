"""Answer → what a person reads, in the asker's language; the clauses stay as published.

The bot's own sentences are in content/wording/, one file a language. A reply is a list of blocks of
styled pieces; how a style looks is the faces' business, and so is escaping.
"""
