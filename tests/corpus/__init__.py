"""Tests of the reader of published texts and of the library."""
