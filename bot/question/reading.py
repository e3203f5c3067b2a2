"""What is in a message, before it is known what it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.corpus.library import Library
from bot.language.citations import DocumentReference
from bot.language.cues import OF_PARAGRAPHS, Cue
from bot.language.lexicon import Spans, apart_from, longest
from bot.language.named import Mention, Sense
from bot.language.normal import BLANK, CJK, Text, blank, is_chinese
from bot.language.phrases import is_letter
from bot.language.selection import References
from bot.language.shapes import Shape
from bot.question.negation import OPEN, before_object, in_a_phrase, in_passive, sides, votes_alone
from bot.question.record import Bound, Few
from bot.question.structure import STRUCTURE
from bot.resolution import CAST, Body, Resolution, Span, Vote

VOTE_CUES = {Cue.YES: Vote.YES, Cue.NO: Vote.NO, Cue.ABSTAIN: Vote.ABSTAIN}

LITTLE = 2
"""The weight (see `weight`) that may be left of a message of a kind that has no words (a bare name, a greeting)."""
SOME = 5
"""The same, for a question that does have words of its kind (which session, when)."""
MUCH = 14
"""The same, for one that has several such words (how many, in favour)."""

UNKNOWN_BETWEEN = 2
"""Words, of Chinese characters, not known, between a negation and the vote it negates: did not feel like voting for."""
_NO_VOTE = (Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.SHARE, Cue.ONLY, Cue.RANKS, Cue.LATEST_ONE, Cue.EARLIEST)
_PASSED_OVER = ' :"«“(-'
"""Signs that may stand between a word and what it is about."""
OF_VOTERS = (Cue.VOTING, Cue.MEMBERS, Cue.FILLER, Cue.WHO, Cue.AMONG, Cue.CAST, Cue.COUNTRIES, Cue.KIND_OF)
"""What may stand between a word for "except" and the vote of those whom it leaves out: without those who abstained."""


@dataclass(frozen=True)
class Reading:
    """A message with all that was found in it."""

    text: Text
    mentions: tuple[Mention, ...]
    documents: tuple[DocumentReference, ...]
    references: References
    cues: Spans
    own: tuple[tuple[int, int], ...]
    """Where titles of resolutions and the names of their bodies stand."""
    library: Library
    resolution: Resolution | None = None
    """The one that the message is about; None while it is not known, or of several."""
    named: bool = False
    """Whether the message itself names it."""
    naming: tuple[tuple[int, int], ...] = ()
    """Where it does so by title, among several."""
    bounds: tuple[Bound, ...] = ()
    """The numbers of votes that it names as conditions."""
    few: Few | None = None
    """How many of a sorted list it wants; None where it does not say."""

    def has(self, *cues: Cue) -> bool:
        """Whether there is a word of any of these cues."""
        return not self.cues.keys().isdisjoint(cues)

    @cached_property
    def shapes(self) -> dict[Shape, list[Span]]:
        """Where words stand that tell how it is built."""
        return self.library.lexicon.shapes(self.text.norm)

    def tells(self, *shapes: Shape) -> bool:
        """Whether there is a word that tells one of these of its form."""
        return not self.shapes.keys().isdisjoint(shapes)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The codes of the states named, in order, each once."""
        named = [m for m in self.mentions if m.named.sense in (Sense.STATE, Sense.SEVERAL)]
        return tuple(dict.fromkeys(c for m in named for c in m.named.codes))

    @cached_property
    def bodies(self) -> frozenset[Body]:
        """The organs named; 安理会常任理事国 are a group, and name none."""
        found = self.library.catalogue.organs(self.text.norm)
        return frozenset(body for a, b, body in found if not any(m.start < b and a < m.end for m in self.mentions))

    @cached_property
    def ambiguous(self) -> tuple[str, ...]:
        """The codes of the first ambiguous name that no other name in the message settles."""
        for m in self.mentions:
            if m.named.sense is Sense.AMBIGUOUS and not set(m.named.codes) & set(self.states):
                return m.named.codes
        return ()

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups named, in order, each once."""
        return tuple(dict.fromkeys(m.named.group for m in self.mentions if m.named.sense is Sense.GROUP))

    @cached_property
    def guesses(self) -> tuple[tuple[str, str], ...]:
        """(what was typed, code) of the names that were guessed at."""
        return tuple((self.text.norm[m.start : m.end], c) for m in self.mentions if m.guessed for c in m.named.codes)

    @property
    def votes(self) -> frozenset[Vote]:
        """The votes that the message means: those it names, less those it negates; of negated ones alone, all that are
        left."""
        meant, refused = self._sides
        return frozenset(meant - refused or (set(CAST) - refused if refused else ()))

    @property
    def refused_votes(self) -> frozenset[Vote]:
        """The votes that it negates."""
        return self._sides[1]

    @cached_property
    def _sides(self) -> tuple[frozenset[Vote], frozenset[Vote]]:
        """The votes named as they are, and those negated; "and not" joins no two that are left out: yes and not no."""
        both = apart_from(self.cues.get(Cue.JOIN, ()), self.cues.get(Cue.EXCEPT, ()))
        words, joins = sorted(self.vote_words), (self.cues.get(Cue.OR, ()), both, self.spans_of(*OF_VOTERS))
        said = (*self.cues.get(Cue.EXCEPT, ()), *self.excepted_behind, *self.spans_of(Shape.NEITHER_BEHIND))
        excepts = frozenset(said)
        not_done = frozenset(start for start, _ in self.spans_of(Shape.NOT_DONE))
        return sides(self.text.norm, words, self.negating, excepts, not_done, *joins)

    def negated(self, start: int, end: int = -1) -> bool:
        """Whether a negation, or a word for "except", stands right before it: 没投赞成, but not 有没有投赞成."""
        return bool(self.negating(start, end))

    def negating(self, start: int, end: int = -1) -> tuple[Span, ...]:
        """Where the word stands that negates a vote named at those places, or leaves out those who cast it."""
        whether = self.precedes(start, (Cue.WHETHER,), (Cue.VOTING, Cue.WHO_VOTES))
        asks_behind = any(at >= start for at, _ in {*self.spans_of(Cue.YES_OR_NO)} - {*self.spans_of(Shape.SURELY)})
        rhetorical = asks_behind and self.precedes(start, (Cue.RHETORICAL,), (Cue.VOTING,))
        if whether or rhetorical or (any(a < start for a, _ in self.spans_of(Shape.EXPECTS)) and not self.has(*OPEN)):
            return ()
        # En contra menos abstenciones: one number less another.
        excepted = self.word_before(start, (Cue.EXCEPT,), OF_VOTERS) if not self.has(Cue.DIFFERENCE) else None
        if excepted and self.skipped(excepted[1], ()) in {a for a, _ in self.cues.get(Cue.IT, ())}:
            excepted = None  # Who outside it voted no: it is what is left out.
        negation = self.word_before(start, (Cue.NEGATION,), (Cue.VOTING,), UNKNOWN_BETWEEN)
        found = (excepted, negation or self._before_object(start), self._excepted_behind(end))
        # From no to yes: that "no" is a vote; that of 不对，我是说弃权的 corrects.
        votes = [*((a, b) for a, b, _ in self.vote_words if b <= start), *self.spans_of(Cue.COMPLAINT)]
        return tuple(x for x in found if x and not any(a <= x[0] and x[1] <= b for a, b in votes))

    def _before_object(self, start: int) -> Span | None:
        """The negation before the document that was voted on."""
        said = apart_from(self.cues.get(Cue.NEGATION, ()), self.spans_of(Cue.WHETHER, Cue.RHETORICAL))
        of_it = self.spans_of(Shape.RESOLUTION, Shape.LISTED_ONE, Shape.THIS_DOCUMENT, Cue.IT, Cue.OTHER_BODY)
        by = in_passive(self.text.norm, self.spans_of(Shape.IN_PASSIVE), self._named, self.spans_of(Cue.JOIN))
        organs = ((a, b) for a, b, _ in self.library.catalogue.organs(self.text.norm))
        objects = [*((d.start, d.end) for d in self.documents), *self.naming, *of_it, *by, *organs]
        empty = self.spans_of(Cue.VOTING, Cue.FILLER, Cue.ON_SUBJECT, Shape.OF_NUMBER)
        return before_object(self.text.norm, start, said, objects, self.spans_of(Shape.OF_OBJECT), empty)

    @cached_property
    def excepted_behind(self) -> list[Span]:
        """Where words for "except" stand that come behind what they leave out; not the first one of "apart from", and
        not before a name: 刨去七国集团."""
        before = self.cues.get(Cue.EXCEPT, ())
        behind = longest(self.cues.get(Cue.EXCEPT_BEHIND, ()))
        return [x for x in behind if not any(a <= x[0] and x[1] <= b and self._leads((a, b), x) for a, b in before)]

    def _leads(self, word: Span, behind: Span) -> bool:
        """Whether a word for "except" does not only come behind, or who is left out follows it: 刨去高山国家."""
        norm = self.text.norm
        end = next((i for i in range(word[1], len(norm)) if norm[i] in ",.;?!。"), len(norm))
        left = blank(norm[word[1] : end], self._of_voters(word[1], end)).replace(BLANK, " ")
        at = word[1] + len(left) - len(left.lstrip(" :-"))
        named = any(m.start == at for m in self.mentions)
        return word != behind or (at < end and (named or at not in self._known_places))

    def _excepted_behind(self, end: int) -> Span | None:
        """The word for "except" that stands right behind a vote: 弃权的不算."""
        words = (*self.excepted_behind, *self.spans_of(Shape.NEITHER_BEHIND))
        behind = [x for x in words if 0 <= end <= x[0]]
        left = (letters(blank(self.text.norm[end:start], self._of_voters(end, start))) for start, _ in behind)
        return next((span for span, between in zip(behind, left, strict=True) if not between), None)

    def _of_voters(self, start: int, end: int) -> list[Span]:
        """Where the words of those who vote stand between two places, counted from the first."""
        spans = (span for cue in OF_VOTERS for span in self.cues.get(cue, ()))
        return [(a - start, b - start) for a, b in spans if start <= a and b <= end]

    def precedes(self, at: int, words: tuple[Cue, ...], between: tuple[Cue, ...]) -> bool:
        """Whether a word of the first cues stands right before a place, with none but words of the others between
        them."""
        return self.word_before(at, words, between) is not None

    def word_before(self, at: int, words: tuple[Cue, ...], between: tuple[Cue, ...], unknown: int = 0) -> Span | None:
        """Where that word stands; unknown: how many words (of Chinese, characters) that are none here may stand between
        them besides."""
        norm = self.text.norm
        steps = {end: start for cue in between for start, end in sorted(self.cues.get(cue, ()), reverse=True)}
        ends = {end: start for cue in words for start, end in sorted(self.cues.get(cue, ()), reverse=True)}
        while at > 0:
            if norm[at - 1] in _PASSED_OVER:
                at -= 1
            elif at in ends:
                return ends[at], at
            elif at in steps:
                at = steps[at]
            elif unknown and (begin := self._unknown_to(at)) < at:
                at, unknown = begin, unknown - 1
            else:
                return None
        return None

    def _unknown_to(self, end: int) -> int:
        """Where the word begins that ends there, of Chinese the character, if nothing of it is known; else the place
        itself."""
        norm, begin = self.text.norm, end - 1
        while is_letter(norm[end - 1]) and begin > 0 and is_letter(norm[begin - 1]):
            begin -= 1
        unknown = norm[begin].isalpha() and self._known_places.isdisjoint(range(begin, end))
        return begin if unknown else end

    def skipped(self, at: int, cues: tuple[Cue, ...]) -> int:
        """The place behind all words of some cues that stand one behind another from a place on."""
        norm = self.text.norm
        steps = {start: end for cue in cues for start, end in sorted(self.cues.get(cue, ()))}
        while at < len(norm) and (norm[at] == " " or at in steps):
            at = at + 1 if norm[at] == " " else steps[at]
        return at

    def unknown_from(self, at: int) -> int:
        """Where what is not known ends that begins there; the place itself where it is known."""
        norm = self.text.norm
        while at < len(norm) and at not in self._known_places and (norm[at].isalpha() or norm[at] == " "):
            at += 1
        return at

    @cached_property
    def _known_places(self) -> frozenset[int]:
        spans = [*self._named, *(span for found in self.cues.values() for span in found)]
        return frozenset(i for start, end in spans for i in range(start, end))

    @cached_property
    def named_votes(self) -> frozenset[Vote]:
        """The votes the message speaks of, negated or not."""
        return frozenset(vote for _, _, vote in self.vote_words)

    @property
    def vote_spans(self) -> dict[Vote, list[tuple[int, int]]]:
        """Where words for each vote stand."""
        spans: dict[Vote, list[tuple[int, int]]] = {}
        for start, end, vote in self.vote_words:
            spans.setdefault(vote, []).append((start, end))
        return spans

    @cached_property
    def vote_words(self) -> list[tuple[int, int, Vote]]:
        """Where words for a vote stand; 不赞成票 is one against, and its 赞成 is not looked at."""
        spans = [(s, e, VOTE_CUES[c]) for c in VOTE_CUES for s, e in self.cues.get(c, ())]
        if len(self.states) > 1 or self.has(Cue.OWN_GROUP):
            # Did Bulgaria and Lithuania disagree: with one another, or with their own group.
            spans = [x for x in spans if x[:2] not in self.cues.get(Cue.DIFFER, ())]
        # Ni oui ni non, didn't say yes or no: both of them, where they are negated; else it only asks how.
        both = self.cues.get(Cue.YES_AND_NO, ())
        negated = [span for span in both if self.precedes(span[0], (Cue.NEGATION,), (Cue.VOTING,))]
        spans += [(s, e, vote) for s, e in negated for vote in (Vote.YES, Vote.NO)]
        # Against the majority of their own group: no vote.
        own, of = {a for a, _ in self.cues.get(Cue.OWN_GROUP, ())}, (Cue.MOST_OF, Cue.MEMBERS, Cue.OF_THOSE)
        spans = [x for x in spans if not own or self.skipped(x[1], of) not in own]
        named = [(m.start, m.end) for m in self.mentions if m.named.group]
        spans = votes_alone(self.text.norm, spans, both, self.spans_of(Cue.NOT_OF), {start for start, _ in named})
        # En pour cent, pour la dernière fois, 别人都没反对: no vote is in them, nor in the name of those with a veto.
        wider = [x[:2] for x in spans] + named + self.spans_of(*_NO_VOTE)
        asks = self.has(Cue.HOW, Cue.WHO, Cue.COUNTRIES, Cue.RESULT, Cue.HOW_MANY)
        spans = [x for x in spans if x[2] is not Vote.NO or not (asks and in_a_phrase(self._left, *x[:2]))]
        return [x for x in spans if not any(a <= x[0] and x[1] <= b and b - a > x[1] - x[0] for a, b in wider)]

    @cached_property
    def _named(self) -> list[tuple[int, int]]:
        """Where names, documents and references stand, and what the document calls itself."""
        spans = [(m.start, m.end) for m in self.mentions if m.named.sense is not Sense.WORD]
        return [*spans, *((d.start, d.end) for d in self.documents), *self.references.spans, *self.own, *self.naming]

    @cached_property
    def known(self) -> list[tuple[int, int]]:
        """Where names, references and every known word stand."""
        kept = {Cue.CHAT, Cue.MONEY, Cue.PERSON, Cue.THIS_PARAGRAPH, *OF_PARAGRAPHS, *STRUCTURE}
        return self._named + [span for cue, found in self.cues.items() if cue not in kept for span in found]

    @cached_property
    def _left(self) -> str:
        """The message with all that is known blanked."""
        return blank(self.text.norm, self.known)

    @cached_property
    def rest(self) -> str:
        """What is left of the message without all that is known."""
        return letters(self._left)

    @cached_property
    def left(self) -> int:
        """How much (see `weight`) is left of the message without all that is known."""
        return weight(self.rest)

    @cached_property
    def unaccounted(self) -> int:
        """How much is left without the words that join others, too."""
        return weight(self.unexplained)

    @property
    def about_votes(self) -> bool:
        """Whether there are words of voting in the message."""
        return self.has(Cue.CAST, Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.STANCE, Cue.NOT_CAST)

    def qualifies(self, mention: Mention) -> bool:
        """Whether a name only says of what else something is: 挪威的森林, French fries; not 挪威的呢, France please."""
        left = self._left
        owns = any(start == mention.end for start, _ in self.cues.get(Cue.OF_THOSE, ()))
        behind = left[mention.end : mention.end + 2]
        beside = behind[:1] == " " and is_letter(behind[1:] or " ")
        return beside or (owns and bool(letters(left[mention.end :])))

    @cached_property
    def unexplained(self) -> str:
        """What is left of the message without the words that join others, too."""
        return letters(blank(self.text.norm, [*self.known, *self.spans_of(*STRUCTURE)]))

    @property
    def bare(self) -> str:
        """The message without signs and words that say nothing at its end: 金吧."""
        norm = self.text.norm
        start, end = without_empty_ends(norm, *_unsigned(norm), self.library.lexicon.filler) if norm else (0, 0)
        return norm[start:end]

    @property
    def ends_as_question(self) -> bool:
        """Whether it ends with a question mark, or with a word that asks for yes or no."""
        norm = self.text.norm.rstrip()
        return norm.endswith(("?", "？")) or any(end == len(norm) for _, end in self.cues.get(Cue.YES_OR_NO, ()))

    @cached_property
    def asks(self) -> bool:
        """Whether yes or no is asked for: by a word for it, or by a question mark behind all, most, one or none of
        them."""
        how = self.has(Cue.HOW) and not self.has(Cue.BOTH)
        # Хоть кто-то из них: its кто asks nobody's name.
        wider = [span for cue in (Cue.EITHER, Cue.ANY_ONE) for span in self.cues.get(cue, ())]
        who = any(not any(a <= s and e <= b for a, b in wider) for s, e in self.cues.get(Cue.WHO, ()))
        open_question = how or who or self.has(Cue.HOW_MANY, Cue.COUNTRIES, Cue.LIST, Cue.WHERE, Cue.WHY, Cue.SHARE)
        quantified = self.has(
            Cue.ALL, Cue.BOTH, Cue.MOST_OF, Cue.EITHER, Cue.NEITHER, Cue.NO_ONE, Cue.ONLY, Cue.UNITED, Cue.THERE_IS,
            Cue.DIFFER, Cue.ANY_ONE)  # fmt: skip
        return self.has(Cue.YES_OR_NO) or (quantified and not open_question and self.text.norm.rstrip().endswith("?"))

    def left_without(self, *words: Cue | Shape) -> str:
        """What is left when names, references and only these words are taken out."""
        return letters(blank(self.text.norm, self._named + self.spans_of(*words)))

    def says_besides(self, *words: Cue | Shape) -> int:
        """How much (see `weight`) that is."""
        return weight(self.left_without(*words))

    def left_besides(self, *words: Cue | Shape) -> int:
        """How much (see `weight`) is left without all that is known and these words."""
        return weight(letters(blank(self._left, self.spans_of(*words))))

    def spans_of(self, *words: Cue | Shape) -> list[Span]:
        """Where these words stand."""
        found: list[Span] = []
        for word in words:
            found += self.cues.get(word, ()) if isinstance(word, Cue) else self.shapes.get(word, ())
        return found


def _unsigned(norm: str) -> tuple[int, int]:
    """The span of a text without the signs at its ends."""
    return found.span() if (found := re.search(r"\w(?:.*\w)?", norm, re.DOTALL)) else (0, 0)


@lru_cache(maxsize=1_024)  # the pieces of one message are looked at some fifteen times
def letters(text: str) -> str:
    """The letters, Chinese characters and digits of a text; words stay apart."""
    return re.sub(rf"[^\w{CJK}]+", " ", text.replace(BLANK, " ")).strip()


def without_empty_ends(norm: str, start: int, end: int, filler: frozenset[str]) -> tuple[int, int]:
    """The piece without words at its ends that say nothing: 那哈撒克呢."""
    if not is_chinese(norm[start]):
        return start, end
    while end - start > 2 and norm[end - 1] in filler:
        end -= 1
    while end - start > 2 and norm[start] in filler:
        start += 1
    return start, end


@lru_cache(maxsize=1_024)
def weight(text: str) -> int:
    """How much a piece of text says: Chinese characters count one each, other words two."""
    chinese = sum(not is_letter(c) and not c.isspace() and not c.isdigit() for c in text)
    return chinese + 2 * len(re.findall(rf"[^\W\d_{CJK}]{{2,}}|\b[^\W\d_{CJK}]\d+\b", text))
