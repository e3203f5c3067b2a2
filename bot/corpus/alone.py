"""A library of one resolution that is in no content folder, with the vocabulary of another library."""

from __future__ import annotations

from dataclasses import replace

from bot.corpus.compiled import Texts
from bot.corpus.library import Library
from bot.resolution import Resolution
from bot.store.records import TextGroup, opened


def alone(resolution: Resolution, library: Library) -> Library:
    """The library of that resolution only; what is compiled of it is kept in memory, as long as the library is."""
    records = opened(None, "")
    records.update([TextGroup(resolution.symbol, "", ((resolution.symbol, resolution),))], [])
    summaries = tuple(records.summaries())
    texts = Texts(records, {each.symbol: each.languages for each in summaries})
    return replace(library, summaries=summaries, texts=texts, subjects={}, records=records)
