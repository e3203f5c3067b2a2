"""Messages that ask nothing of a resolution: empty ones, greetings, thanks, and what the bot can do."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.normal import blank, has_digit, is_chinese
from bot.language.shapes import Shape
from bot.question.background import of_self
from bot.question.facts import FACT_CUES
from bot.question.frame import Frame
from bot.question.model import ClarifyQuestion, HelpQuestion, Question, RollQuestion, TallyQuestion, Topic, Unclear
from bot.question.politeness import CLAUSE, POLITE, Clause, clauses
from bot.question.reading import LITTLE, MUCH, SOME, Reading, letters, weight
from bot.question.sets import Measure
from bot.resolution import Span, Vote

_PLAINLY = 12
"""Bytes of a word for help that says it so plainly that others may stand beside it."""
_TREATED = 0.25
"""The least words of a paragraph (see bot.search.decide) for what stands beside thanks to be a subject. Of 25 remarks
in five languages (you rock, justo lo que buscaba) none reaches 0.19; subjects that are treated are at 1."""
_ASKING = (
    Cue.YES_OR_NO, Cue.WHETHER, Cue.HOW, Cue.WHY, Cue.WHERE, Cue.FUTURE, Cue.CHAT, Cue.PERSON, Cue.MONEY, Cue.PLACE,
    Cue.OTHER_TIME, Cue.OPINION, Cue.TRANSLATE, Cue.INJECTION,
)  # fmt: skip
"""What is no remark beside thanks."""
_EMPTY = (Cue.FILLER, Cue.AND_THEN)
"""What says nothing beside them."""


def empty(f: Frame) -> Question | None:
    """Nothing but signs: help where it is a “?” in a conversation, else it is asked back."""
    r = f.reading
    if any(map(str.isalnum, r.text.norm)) or r.mentions:
        return None
    if set(r.text.norm) & set("?？") and f.conversation.turns:
        return HelpQuestion()
    return ClarifyQuestion(Unclear.EMPTY)


def only_yes_or_no(f: Frame) -> Question | None:
    """Yes, non, by itself: which of what was said it is about is not known, and no votes are asked about; right?
    behind an answer asks for it again."""
    r = f.reading
    tags = r.spans_of(Cue.YES_OR_NO, Cue.QUESTION)
    if tags and not r.mentions and not letters(blank(r.text.norm, tags)):
        return f.conversation.last or ClarifyQuestion(Unclear.WHAT)
    said = r.spans_of(Shape.YES_SAID, Shape.NO_SAID)
    counted = isinstance(f.conversation.last, TallyQuestion)
    return ClarifyQuestion(Unclear.WHAT) if said and not letters(blank(r.text.norm, said)) and not counted else None


def another_figure(f: Frame) -> Question | None:
    """That's wrong, it was 30; нет, 30, behind figures: these are told again, as they are on record."""
    r, last = f.reading, f.conversation.last
    figures = isinstance(last, TallyQuestion) or (isinstance(last, RollQuestion) and last.measure is Measure.COUNT)
    denies = r.has(Cue.COMPLAINT) or any(a == 0 for a, _ in r.spans_of(Shape.NO_SAID, Cue.NEGATION, Cue.NOT_OF))
    asks_else = r.about_votes or r.mentions or r.documents or r.tells(Shape.PART_UNIT)
    numbers = has_digit(r.text.norm) and r.left_besides(Shape.NO_SAID, Shape.SMALL_TALK) <= LITTLE
    return last if figures and denies and numbers and not asks_else else None


def no_command(f: Frame) -> Question | None:
    """/nope: what begins as commands do and is none gets what can be asked, the commands too."""
    r = f.reading
    command = r.text.norm[:1] == "/" and "a" <= r.text.norm[1:2] <= "z"
    return HelpQuestion() if command and not _asks_something(r) else None


def polite(f: Frame) -> Question | None:
    """Greetings and thanks, and nothing else."""
    r = f.reading
    of_self = _clauses_of_self(r)
    norm = blank(r.text.norm, [*((d.start, d.end) for d in r.documents), *of_self])
    said = list(clauses(norm, r.library.lexicon)) if r.has(*POLITE) else []
    # 56/4 谢谢 thanks; 你好，56/4 asks for it.
    of_one = r.documents and not (r.named and (r.has(Cue.THANKS) or r.documents[0].start == 0))
    named = of_one or r.references.spans or any(not mention.guessed for mention in r.mentions)
    # 你好，我是学生: whoever says who it is greets.
    greets = any(clause.greets for clause in said) or bool(of_self and not letters(norm))
    nothing_else = all(clause.polite for clause in said) or _idle(said, r)
    if named or not greets or not nothing_else:
        return None
    return HelpQuestion(Topic.THANKS if r.has(Cue.THANKS) else Topic.HELLO)


def _clauses_of_self(r: Reading) -> list[Span]:
    """The clauses that only say who asks: I'm a journalist from Reuters."""
    said = list(of_self(r.text.norm, 0, r.shapes))
    return [
        clause.span()
        for clause in CLAUSE.finditer(r.text.norm)
        if any(not letters(r.text.norm[clause.start() : a]) and b <= clause.end() for a, b in said)
        and not any(clause.start() <= a < clause.end() for a, _ in r.spans_of(*_ASKING, Shape.ASKS, Cue.WHO, Cue.CAST))
    ]


def _idle(said: list[Clause], r: Reading) -> bool:
    """Whether what stands beside a clause of thanks asks nothing, and is nothing that a document treats: thanks, you
    rock.

    In scripts without spaces, words of thanks are parts of others, and what is left says less.
    """
    rest = " ".join(clause.rest for clause in said if not clause.polite)
    thanks = r.has(Cue.THANKS) and any(clause.only_greets for clause in said)
    asks = "?" in r.text.norm or r.has(*_ASKING) or any(clause.asks for clause in said)
    if not thanks or asks or is_chinese(rest) or weight(rest) > MUCH:
        return False
    found = r.library.worded(rest, 1, r.resolution)
    return not found or found[0].words < _TREATED


def helped(f: Frame) -> Question | None:
    """What the bot can do, who made it, and that an answer was none."""
    r = f.reading
    if r.has(Cue.ABOUT_BOT) and r.says_besides(Cue.ABOUT_BOT, Cue.FILLER) < LITTLE:
        return HelpQuestion(Topic.ABOUT)
    if _asks_something(r):
        return None
    if r.has(Cue.ABOUT_BOT) and r.left <= LITTLE:
        return HelpQuestion(Topic.ABOUT)
    # 不对，我是说78/55: the same of another one.
    another = r.named and len(r.library.summaries) > 1
    if r.has(Cue.COMPLAINT) and r.left <= LITTLE and not another:
        return ClarifyQuestion(Unclear.WRONG)
    return HelpQuestion() if _asks_for_help(r) else None


def _asks_for_help(r: Reading) -> bool:
    """Whether it is asked what the bot can do: in so many words, or of “you” and what one can do, and of
    nothing else."""
    plainly = any(len(r.text.norm[s:e].encode()) >= _PLAINLY for s, e in r.cues.get(Cue.HELP, ()))
    if plainly and not r.has(Cue.OUTLINE) and r.left <= SOME:
        return True
    besides = r.says_besides(Shape.YOU, Shape.ABLE, Shape.ASKS, Shape.SMALL_TALK, Cue.HELP, Cue.HOW, *POLITE, *_EMPTY)
    able = r.has(Cue.HELP) or (r.tells(Shape.YOU) and r.tells(Shape.ABLE))
    return able and not r.has(Cue.OUTLINE) and besides < LITTLE


def _asks_something(r: Reading) -> bool:
    of_the_bot = r.tells(Shape.YOU) and r.tells(Shape.ABLE)  # In tu peux faire quoi pour moi, pour is no vote.
    votes = r.about_votes and not (of_the_bot and r.votes <= {Vote.YES} and not r.has(Cue.CAST, Cue.STANCE))
    asks = votes or r.states or r.groups or r.references.selections or r.references.step
    numbers = has_digit(blank(r.text.norm, [(d.start, d.end) for d in r.documents]))
    of_the_document = r.has(Cue.RESULT, Cue.FULL, Cue.OUTLINE, *FACT_CUES) and not r.has(Cue.HELP)
    return bool(asks or numbers or of_the_document)
