"""What people's words mean: normal forms, numerals, names, paragraph references, cues."""
