"""Message + conversation → Question: reading (what is in it) → frame (its slots) → kinds (which question), or follow
(after another)."""
