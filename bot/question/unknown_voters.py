"""Who is asked about by a name that is none here, so that the figures of all do not answer it."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.question.reading import LITTLE, Reading


def unknown_voters(r: Reading) -> str:
    """Who is asked about by a name that is none here, up to the word for states that follows it: 一带一路; empty where
    nobody is."""
    if word := next((m for m in r.mentions if m.named.sense is Sense.WORD), None):
        return r.text.norm[word.start : word.end]  # 发达国家.
    unknown = r.unexplained.split(" ")
    begin = r.text.norm.find(unknown[0])
    ends = [start for start, _ in sorted(r.cues.get(Cue.KIND_OF, ())) if start > begin]
    end = ends[0] if ends else r.text.norm.find(unknown[-1], begin) + len(unknown[-1])
    return r.text.norm[begin:end].strip() if r.unaccounted >= LITTLE else ""


def are_states(name: str, r: Reading) -> bool:
    """Whether a word for states stands right behind a name that is none here: 那几个沿海国家投了什么."""
    end = r.text.norm.find(name) + len(name)
    return bool(name) and any(start == end for start, _ in r.spans_of(Cue.KIND_OF))
