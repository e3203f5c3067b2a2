"""Tests of bot.question."""
