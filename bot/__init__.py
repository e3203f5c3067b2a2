"""Answers questions about United Nations resolutions, from the published text alone."""
