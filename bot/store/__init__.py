"""What is compiled from content/, so that nothing is parsed at start: a folder that can be thrown away at any time.

folder says where it is; summary and codec what is kept of a resolution; records the SQLite file that keeps it. Nothing
here knows how a text is read: bot.corpus reads, and puts what it has read here.
"""
