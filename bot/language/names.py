"""States, territories and groups of states as people name them.

The table is content/names/ and content/groups.toml on top of CLDR (through Babel). Names are found by
longest exact match; what is left over can be guessed at (a typo, a homophone), and a guess says so.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from bot.language.gazetteer import Gazetteer
from bot.language.kept import kept
from bot.language.misspelt import Misspelt
from bot.language.named import Mention, Named, RecordNames, Sense
from bot.language.normal import Text, is_chinese, normal
from bot.language.phrases import Phrases
from bot.language.speaking import speaking
from bot.layers import Layers


class Names(Gazetteer):
    """Every state, territory and group, and how to find them in a message."""

    def __init__(self, folder: Path | Layers) -> None:
        """Load names/ and groups.toml of that content folder, or of its layers; ContentError if not sound."""
        super().__init__(folder)
        self._phrases = Phrases(self.aliases.items())
        self._misspelt = Misspelt({alias: named for alias, named in self.aliases.items() if alias not in self.exact})
        self._by_alpha2 = {s.alpha2: c for c, s in self.states.items() if s.alpha2}
        codes = self._by_alpha2 | {c: c for c in self.states}
        self._codes = {k: v for k, v in codes.items() if k not in self.codes_that_are_words}

    @cached_property
    def regional(self) -> tuple[str, ...]:
        """The ids of the five regional groups, in the order of content/groups.toml."""
        return tuple(g.id for g in self.groups.values() if g.regional)

    @cached_property
    def group_words(self) -> frozenset[str]:
        """The words, of five letters or more, of which the names of groups are made."""
        words = (word for alias, named in self.aliases.items() if named.group for word in alias.split())
        return frozenset(word for word in words if len(word) > 4 and word.isalpha())

    @cached_property
    def _stemmed(self) -> Phrases[Named]:
        """Cyrillic names as they stand and less their endings: Russian inflects them (Китай, Китая, Франции)."""
        stemmed: dict[str, set[Named]] = {}
        for alias, named in self.aliases.items():
            if alias not in self.exact and re.fullmatch(r"[а-я \-]{4,}", alias):
                for words in itertools.product(*map(self.russian.stems, alias.split())):
                    stemmed.setdefault(" ".join(words), set()).add(named)
        # Нигер and Нигерия share a stem: those are found as spelt, or not at all.
        return Phrases((stem, n) for stem, ns in stemmed.items() if len(ns) == 1 and len(stem) > 2 for n in ns)

    def unmistakable(self, code: str, language: str) -> str:
        """A state's name in a language of replies that means it alone: Congo-Brazzaville for Congo; in English where
        there is none."""
        state, locale = self.states[code], speaking(language).locale
        names = (state.name(language), locale.territories.get(state.alpha2, ""), state.en)
        return next((name for name in names if name and self.code_of(name) == code), state.en)

    def code_of(self, name: str) -> str | None:
        """The alpha-3 code of the one state that has exactly this name; None if there is none, or several."""
        named = self.aliases.get(normal(name))
        return named.codes[0] if named and named.sense is Sense.STATE else None

    @cached_property
    def code_in_record(self) -> RecordNames:
        """The same for a name as the record of a vote prints it: there, Congo is the one on the right bank."""
        states = {alias: named.codes[0] for alias, named in self.aliases.items() if named.sense is Sense.STATE}
        return RecordNames(self.in_records | states)

    def find(self, text: Text) -> list[Mention]:
        """Every state, territory and group that a message names as such, in order; nothing guessed."""
        found = [
            Mention(a, b, n)
            for a, b, n in self._phrases.longest(text.norm, text.gaps, yielding=True)
            if self.cased.get(text.norm[a:b], text.cased[a:b]) == text.cased[a:b]
        ]
        found += self._beside(found, self._by_code(text))
        found += self._beside(found, self._by_flag(text))
        for mention in self._by_stem(text):
            # Южной Африки is a longer name than the Африки in it.
            found = [
                f
                for f in found
                if not (
                    mention.start <= f.start and f.end <= mention.end and f.end - f.start < mention.end - mention.start
                )
            ]
            found += self._beside(found, [mention])
        return sorted((m for m in found), key=lambda m: m.start)

    @staticmethod
    def _beside(found: list[Mention], more: Iterable[Mention]) -> list[Mention]:
        return [m for m in more if all(m.end <= f.start or m.start >= f.end for f in found)]

    def _by_code(self, text: Text) -> Iterator[Mention]:
        if not _CODE.search(text.cased):
            return
        shouted = not re.search("[a-z]", text.cased) and not is_chinese(text.cased)
        # In a row of three or more codes, ARE and CAN are codes too.
        rows = [m.span() for m in re.finditer(r"(?<![A-Za-z])[A-Z]{3}(?:[ ,、/]+[A-Z]{3}){2,}(?![A-Za-z])", text.cased)]
        for found in _CODE.finditer(text.cased):
            listed = any(a <= found.start() and found.end() <= b for a, b in rows)
            code = self._codes.get(found[0]) or (found[0] if listed and found[0] in self.states else None)
            # In a message all in capitals a code can be any word, unless there is nothing else.
            if code and (not shouted or re.fullmatch(r"[A-Z]{2,3}(?:[\s,;&/]+[A-Z]{2,3})*[\s?!.]*", text.cased)):
                yield Mention(found.start(), found.end(), Named(Sense.STATE, (code,)))

    def _by_flag(self, text: Text) -> Iterator[Mention]:
        for found in re.finditer("[\U0001f1e6-\U0001f1ff]{2}", text.norm):
            letters = "".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in found[0])
            if code := self._by_alpha2.get(letters):
                yield Mention(found.start(), found.end(), Named(Sense.STATE, (code,)))

    def _by_stem(self, text: Text) -> Iterator[Mention]:
        words = list(re.finditer(r"[а-я\-]+", text.norm))
        if not words:
            return
        bare = [self.russian.uninflected(w[0]) for w in words]
        starts, at = {}, 0
        for word, stem in zip(words, bare, strict=True):
            starts[at] = word
            at += len(stem) + 1
        ends = {a + len(s): w for (a, w), s in zip(starts.items(), bare, strict=True)}
        for a, b, named in self._stemmed.longest(" ".join(bare)):
            if a in starts and b in ends:
                yield Mention(starts[a].start(), ends[b].end(), named)

    @cached_property
    def _runs(self) -> re.Pattern[str] | None:
        # Not after a digit or 月, where 日 is a day.
        return re.compile(f"(?<![\\d月])[{''.join(self.shorts)}]{{2,}}") if self.shorts else None

    def compounds(self, text: Text, found: list[Mention]) -> list[Mention]:
        """Runs of single characters that stand for states, as in 中美 and 英法德, outside what was found."""
        runs = self._runs.finditer(text.norm) if self._runs else iter(())
        codes = ((r, tuple(dict.fromkeys(self.shorts[c] for c in r[0]))) for r in runs)
        return self._beside(
            found, (Mention(r.start(), r.end(), Named(Sense.SEVERAL, c)) for r, c in codes if len(c) == len(r[0]))
        )

    def guess(self, norm: str, start: int, end: int) -> Mention | None:
        """The state that a misspelt name between start and end most likely means; None if none is clear."""
        return self._misspelt.guess(norm, start, end)

    def heard(self, norm: str, start: int, end: int) -> Mention | None:
        """The state whose name sounds like what is between start and end, in Chinese; None if there is none, or
        several."""
        return self._misspelt.heard(norm, start, end)


_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")


@kept("names/*.toml", "groups.toml")
def names_of(words: Layers) -> Names:
    """The names of a content folder; ContentError where they are not sound."""
    return Names(words)
