"""Answers questions about United Nations resolutions, from the published text alone."""

__version__ = "0.1.0"
