"""Which state a misspelt name means.

In Latin and Cyrillic by edit distance; in Chinese by sound (homophones) and by one wrong character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, LCSseq

from bot.language.named import Mention, Named, Sense
from bot.language.normal import all_chinese, is_chinese
from bot.language.phrases import stands_alone
from bot.language.words import Sound, sound

CLOSE_LATIN = 84.0
"""Least rapidfuzz ratio (0–100) of a misspelt Latin or Cyrillic name: Netherland, Belgum, Kazakstan and
Morroco are at 86 and more; Iraq for Iran (75) and Austria for Australia (82) are below it."""

CLEAR_BY = 4.0
"""How far ahead of the next state's best name a guess has to be."""

CLOSE_CHINESE = 88.0
"""Least likeness of a Chinese name's pinyin where it is not the same: 马尔代付 is the same, 哈萨克丝坦 too; 千湖之国 is
at 77 of 千岛之国, and is not taken for it."""

SHORTEST_CHINESE = 4
"""Characters of the shortest Chinese word that is taken for a name it does not sound exactly like."""

LONG_ENOUGH = 6
"""Letters of the shortest word in which one slip of any kind will do: chain is a word, not a slip in China."""

SHORTEST_GUESS = 5
"""Letters of the shortest Latin or Cyrillic word that is guessed at."""

WORDS = 1 << 10
"""Of how many words it is kept what they mean."""


class Misspelt:
    """The names that can be misspelt, and how to tell which of them a word means."""

    def __init__(self, aliases: Mapping[str, Named]) -> None:
        """aliases: every name in normal form, with what it means."""
        self._aliases = aliases
        # A message asks of a word more than once.
        self._spelt = lru_cache(maxsize=WORDS)(self._meant)
        # Lengths of words there are few; most names are too long or too short for any one.
        self._as_long, self._slipped = cache(self._like), cache(self._one_off)

    def guess(self, norm: str, start: int, end: int) -> Mention | None:
        """The state that a misspelt name between start and end most likely means; None if none is clear.

        Latin and Cyrillic by edit distance, Chinese by sound (homophones) and by one wrong character.
        """
        word = norm[start:end]
        if is_chinese(word):
            return self._guess_chinese(word, start)
        if len(word) < SHORTEST_GUESS or not stands_alone(norm, start, end):
            return None
        named = self._spelt(word)
        return Mention(start, end, named, guessed=True) if named else None

    def _meant(self, word: str) -> Named | None:
        """What a word in Latin or Cyrillic letters most likely means, by edit distance; None if nothing is clear."""
        if len(named := self._spelt_out.get(word, set())) == 1:
            return next(iter(named))
        close = process.extract(word, self._as_long(len(word)), scorer=fuzz.ratio, score_cutoff=CLOSE_LATIN, limit=8)
        if not close:
            # kuweit, gremany: a wrong letter, or two that changed places, count twice in a ratio; chnia: of a short
            # word, only the latter.
            slips = process.extract(word, self._slipped(len(word)), scorer=OSA.distance, score_cutoff=1, limit=8)
            long = len(word) >= LONG_ENOUGH
            close = [(alias, CLOSE_LATIN, 0) for alias, _, _ in slips if long or sorted(alias) == sorted(word)]
        return self._clear((score, self._aliases[alias]) for alias, score, _ in close)

    def _clear(self, scored: Iterable[tuple[float, Named]]) -> Named | None:
        best: dict[tuple[str, ...], float] = {}
        for score, named in scored:
            best[named.codes] = max(score, best.get(named.codes, 0))
        ranked = sorted(best.items(), key=lambda kv: -kv[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEAR_BY):
            return None
        codes = ranked[0][0]
        return Named(Sense.STATE if len(codes) == 1 else Sense.AMBIGUOUS, codes)

    @cached_property
    def _lengths(self) -> dict[int, list[tuple[int, str]]]:
        """The names in other scripts that are long enough to be guessed at, by how many letters they have, each with
        its place among all."""
        lengths: dict[int, list[tuple[int, str]]] = {}
        for at, (alias, named) in enumerate(self._aliases.items()):
            of_states = named.sense in (Sense.STATE, Sense.AMBIGUOUS)
            if of_states and len(alias) >= SHORTEST_GUESS and not is_chinese(alias):
                lengths.setdefault(len(alias), []).append((at, alias))
        return lengths

    def _like(self, length: int) -> list[str]:
        """Of these, those whose length alone does not make them less like a word of that length than CLOSE_LATIN."""
        # A ratio is 100 less the share of letters that one has and the other has not.
        return self._of_lengths(
            each for each in self._lengths if 200 * min(length, each) >= (CLOSE_LATIN - 0.01) * (length + each)
        )

    def _one_off(self, length: int) -> list[str]:
        """Of these, those that a word of that length can be one slip away from."""
        return self._of_lengths(each for each in self._lengths if abs(each - length) <= 1)

    def _of_lengths(self, lengths: Iterable[int]) -> list[str]:
        """Those that have so many letters, in their order."""
        return [alias for _, alias in sorted(each for length in lengths for each in self._lengths[length])]

    @cached_property
    def _chinese(self) -> dict[Sound, set[Named]]:
        """What Chinese names mean, by how they sound."""
        heard: dict[Sound, set[Named]] = {}
        for alias, named in self._aliases.items():
            if named.sense is Sense.STATE and 2 <= len(alias) <= 8 and all_chinese(alias):
                heard.setdefault(sound(alias), set()).add(named)
        return heard

    @cached_property
    def _groups(self) -> dict[Sound, set[Named]]:
        """What Chinese names of groups mean, by how they sound."""
        heard: dict[Sound, set[Named]] = {}
        for alias, named in self._aliases.items():
            if named.sense is Sense.GROUP and 2 <= len(alias) <= 8 and all_chinese(alias):
                heard.setdefault(sound(alias), set()).add(named)
        return heard

    @cached_property
    def _nearly(self) -> dict[Sound, list[Sound]]:
        """How Chinese names sound, by what is left of them without one syllable, with and without its place kept."""
        nearly: dict[Sound, list[Sound]] = {}
        for known in self._chinese:
            # 马马 is left without either of the two in one way.
            for key in {*_with_a_gap(known), *_one_less(known)}:
                nearly.setdefault(key, []).append(known)
        return nearly

    @cached_property
    def _spelt_out(self) -> dict[str, set[Named]]:
        """What Chinese names mean, by their pinyin as one word: yuenan."""
        words: dict[str, set[Named]] = {}
        for syllables, named in self._chinese.items():
            words.setdefault("".join(syllables), set()).update(named)
        return words

    def heard(self, norm: str, start: int, end: int) -> Mention | None:
        """The state, or else the group, whose name sounds like what is between start and end, in Chinese; None if there
        is none, or several."""
        heard = sound(norm[start:end])
        named = self._chinese.get(heard) or self._groups.get(heard, set())
        return Mention(start, end, next(iter(named)), guessed=True) if len(named) == 1 else None

    def _guess_chinese(self, word: str, start: int) -> Mention | None:
        if mention := self.heard(word, 0, len(word)):
            return Mention(start, start + len(word), mention.named, guessed=True)
        if len(word) < SHORTEST_CHINESE:
            return None
        syllables = sound(word)
        near = {known for key in (syllables, *_with_a_gap(syllables)) for known in self._nearly.get(key, ())}
        near.update(known for known in _one_less(syllables) if known in self._chinese)
        scored = [
            (_alike(syllables, known), n)
            for known in near
            if abs(len(known) - len(word)) <= 1
            for n in self._chinese[known]
        ]
        named = self._clear((score, n) for score, n in scored if score >= CLOSE_CHINESE)
        return Mention(start, start + len(word), named, guessed=True) if named else None


def _one_less(name: Sound) -> Iterator[Sound]:
    return (name[:i] + name[i + 1 :] for i in range(len(name)))


def _with_a_gap(name: Sound) -> Iterator[Sound]:
    return ((*name[:i], "", *name[i + 1 :]) for i in range(len(name)))


def _alike(a: Sound, b: Sound) -> float:
    """How alike two names sound, 0–100: by letters of their pinyin, if all but one syllable are the same."""
    if len(a) == len(b):
        return fuzz.ratio(" ".join(a), " ".join(b)) if sum(x != y for x, y in zip(a, b, strict=True)) == 1 else 0.0
    return (
        fuzz.ratio(" ".join(a), " ".join(b))
        if min(len(a), len(b)) >= SHORTEST_CHINESE and LCSseq.distance(a, b) == 1
        else 0.0
    )
