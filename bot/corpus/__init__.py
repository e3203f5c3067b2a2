"""What documents say: the model, the reader of published texts, and the library of them all."""
