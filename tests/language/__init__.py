"""Tests of the understanding of words: normal forms, numerals, names, references, cues."""
