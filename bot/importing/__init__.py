"""Official files, as the United Nations issues them, → clean text in content/resolutions/."""
