"""What was said before a message: the last turns, what they showed, and the document in view."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.question.model import ClarifyQuestion, HelpQuestion, Question, Refusal, Unclear, VoteQuestion


@dataclass(frozen=True, slots=True)
class Turn:
    """A message that was answered."""

    question: Question
    paragraphs: tuple[str, ...] = ()
    """Ids of the paragraphs the reply showed."""
    symbols: tuple[str, ...] = ()
    """Of the resolutions of the list that the reply showed, from its first page on."""
    of: str = ""
    """The symbol of the one resolution that was answered about; empty for none."""
    voters: tuple[str, ...] = ()
    """Codes of the states that the reply listed as those that voted so."""


_NOTHING_ASKED = (Unclear.WHAT, Unclear.PART, Unclear.NO_LIST, Unclear.WRONG)

MEMORY = 8
"""How many turns a conversation remembers."""

REMEMBERED = 30 * 60
"""Seconds after its last message for which a conversation is remembered."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said before: the last turns, oldest first."""

    turns: tuple[Turn, ...] = ()
    symbol: str = ""
    """Of the resolution in view; empty for the first in content."""
    named: bool = False
    """Whether a message that is being read names it itself, before all else, so that it describes no other one."""

    def then(self, turn: Turn) -> Conversation:
        """The conversation after one more turn."""
        return replace(self, turns=(*self.turns, turn)[-MEMORY:])

    @property
    def last(self) -> Question | None:
        """The last question that was about the document: help and refusals are passed over, and what was not
        understood, or said to be wrong."""
        for turn in reversed(self.turns):
            asked = turn.question
            not_understood = isinstance(asked, ClarifyQuestion) and asked.unclear in _NOTHING_ASKED
            if not isinstance(asked, (HelpQuestion, Refusal)) and not not_understood:
                return asked
        return None

    @property
    def states(self) -> tuple[str, ...]:
        """The last two states asked about one by one, or all of the last question if it named several."""
        return self.last_states(2)

    def last_states(self, count: int) -> tuple[str, ...]:
        """The last states asked about one by one, of as many questions as there are so many in: more where the first of
        these named several, fewer where no more were asked about."""
        codes: list[str] = []
        for turn in reversed(self.turns):
            if isinstance(turn.question, VoteQuestion):
                codes = [*(s for s in turn.question.states if s not in codes), *codes]
            if len(codes) >= count:
                break
        return tuple(codes)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the paragraphs that were shown last."""
        return next((t.paragraphs for t in reversed(self.turns) if t.paragraphs), ())

    @property
    def listed(self) -> tuple[str, ...]:
        """The symbols of the resolutions of the list that was shown last."""
        return next((t.symbols for t in reversed(self.turns) if t.symbols), ())

    @property
    def voters(self) -> tuple[str, ...]:
        """Codes of the states that the last reply listed as those that voted so."""
        return self.turns[-1].voters if self.turns else ()

    @property
    def last_two(self) -> tuple[str, ...]:
        """The symbols of the last two resolutions that were answered about or shown as the only two, the older first;
        nothing where there were not two."""
        return self.last_of(2)

    def last_of(self, count: int) -> tuple[str, ...]:
        """The same of so many."""
        seen: list[str] = []
        for turn in reversed(self.turns):
            these = turn.symbols if len(turn.symbols) == count else (turn.of,)
            seen += [symbol for symbol in reversed(these) if symbol and symbol not in seen]
            if len(seen) >= count:
                return tuple(reversed(seen[:count]))
        return ()

    @property
    def other_of_two(self) -> str:
        """The id of the other one of two paragraphs that were shown together before the last one was shown alone; empty
        where it was not so."""
        turns = [t.paragraphs for t in reversed(self.turns) if t.paragraphs]
        if len(turns) < 2 or len(turns[0]) != 1:
            return ""
        pair = next((of for of in turns[1:] if len(of) == 2), ())
        return next((x for x in pair if x != turns[0][0]), "") if turns[0][0] in pair else ""

    @property
    def shown_first(self) -> tuple[str, ...]:
        """The ids of the paragraphs that were shown first of all that is remembered."""
        return next((t.paragraphs for t in self.turns if t.paragraphs), ())


Understood = tuple[Question, Conversation]
"""What a message asks, and how the conversation goes on."""
