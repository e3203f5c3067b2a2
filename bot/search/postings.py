"""The inverted index: which texts have which terms, in memory or in a folder.

A text has a place: the number of its document and its own number within that. What is in a folder stays there, so that
only what changed is indexed again; one process builds at a time, others wait for it or read what there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy

NUMBERS = 1 << 12
"""More than the texts of any one document."""
_WRITER_BYTES = 64 << 20
"""tantivy starts a new segment whenever postings outgrow this."""


def place_of(document: int, number: int) -> int:
    """The place of a text by its document and its number within that; ValueError where a document has too many."""
    if not 0 <= number < NUMBERS:
        raise ValueError(f"text {number} of a document; expected fewer than {NUMBERS}")
    return document * NUMBERS + number


class Postings:
    """An inverted index, open for reading."""

    def __init__(self, folder: Path | None = None) -> None:
        """folder: where it is, or is to be made; None for one in memory, which is empty."""
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("document", indexed=True)
        builder.add_integer_field("place", fast=True)
        builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder)) if folder else tantivy.Index(self._schema)
        self._searcher = self._index.searcher()

    def update(self, put: Iterable[tuple[int, Iterable[Iterable[str]]]], dropped: Iterable[int] = ()) -> None:
        """Put documents, each with the terms of its texts, and drop others; all or nothing."""
        # One thread: the order of equal scores must not depend on which thread took which text.
        writer = self._index.writer(_WRITER_BYTES, 1)
        for document in dropped:
            writer.delete_documents_by_term("document", document)
        for document, texts in put:
            writer.delete_documents_by_term("document", document)
            for number, terms in enumerate(texts):
                writer.add_document(
                    tantivy.Document(document=document, place=place_of(document, number), terms=" ".join(terms))
                )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def having(self, term: str) -> int:
        """How many texts have a term."""
        return int(self._searcher.doc_freq("terms", term))

    def likely(self, terms: Iterable[str], count: int) -> list[tuple[int, int]]:
        """The texts with the highest BM25 for some terms, best first: (document, number)."""
        queries = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "terms", term, "freq")) for term in terms
        ]
        hits = self._searcher.search(tantivy.Query.boolean_query(queries), count, count=False).hits
        places = self._searcher.fast_field_values("place", [at for _, at in hits])
        return [divmod(int(place or 0), NUMBERS) for place in places]
