"""Tests of bot.faces."""
