"""Messages that hold more than one thing: an introduction and a question, several questions, or one of several
documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import signs_in
from bot.language.shapes import Shape
from bot.question.among import listed
from bot.question.apart import of_different_kinds
from bot.question.asked_of_each import and_when, asked_of_each, each_time
from bot.question.conversation import Conversation, Turn
from bot.question.division import ENDS, between, between_askers, questions_in
from bot.question.documents import cited
from bot.question.examine import examine
from bot.question.exceptions import of_it
from bot.question.facts import FACT_CUES
from bot.question.follow_history import following
from bot.question.follow_sets import like_one
from bot.question.frame import frame_of
from bot.question.introduction import asked_in_letter, goes_back, without_introduction
from bot.question.kinds import question_of
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    DocumentQuestion,
    FactQuestion,
    HelpQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.partly_here import missing_beside
from bot.question.reading import LITTLE, Reading, letters
from bot.question.record import (
    AlikeQuestion,
    BetweenQuestion,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    Order,
    PagedQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import EVERYONE, Measure, These, less
from bot.question.where import Both, Without, selections_in
from bot.resolution import Span

MOST_QUESTIONS = 4
"""How many questions of one message are answered one by one."""
_STOPS = ",，;；。.、"
_A_PAIR = 2
"""Pieces of a message that asks which resolution is the first of some, and who voted how on it; or that says of whom it
asks, and then asks."""
OF_EACH = (VoteQuestion, RollQuestion, TallyQuestion, FactQuestion, DocumentQuestion)
"""The questions that can be asked of several documents at once as they are."""


def asked(message: str, r: Reading, conversation: Conversation) -> Question:
    """The question of a message, or its questions where there are several."""
    if (letter := asked_in_letter(r)) and (question := _of_letter(letter, r, conversation)):
        return question
    whole = question_of(frame_of(r, conversation))
    if isinstance(whole, ListQuestion) and (both := _of_the_first(whole, r, conversation)):
        return both
    if isinstance(whole, PagedQuestion):
        apart = asked_of_each(whole, r) or each_time(whole, r) or _each_of_all(whole, r)
        whole = apart or and_when(whole, r) or whole
    of_several = isinstance(whole, Several) and all(isinstance(each, PagedQuestion) for each in whole.questions[:1])
    if of_several or isinstance(whole, PagedQuestion) or (isinstance(whole, TableQuestion) and whole.of_all):
        # The earliest resolution on which the US voted: what stands first says of which; how many of the EU for, and
        # how many against: the second count is of these, too.
        return whole
    if isinstance(whole, ParagraphQuestion) and isinstance(whole.where, (Without, Both)):
        # What it leaves out, and what it says besides, is said of the same paragraphs.
        return whole
    if apart := of_different_kinds(message, r, conversation, asked):
        return apart
    if question := _introduced(message, r, conversation):
        return question
    if isinstance(whole, ClarifyQuestion) and whole.unclear is Unclear.PART:
        # What one question leaves out, another of the message may ask.
        return _several(message, r, whole) or whole
    if isinstance(whole, (ClarifyQuestion, HelpQuestion)):
        return whole
    return _several(message, r, whole) or whole


def _of_letter(letter: Reading, whole: Reading, conversation: Conversation) -> Question | None:
    """What the sentence of a letter asks; None where that is not known by itself."""
    rest = replace(letter, resolution=whole.resolution, named=whole.named)
    question = asked(rest.text.cased, rest, conversation)
    sought = isinstance(question, SubjectQuestion) and question.in_document
    sure = isinstance(question, (*SURE_KINDS, Several)) and not isinstance(question, ClarifyQuestion)
    return question if sure or sought else None


def _each_of_all(whole: PagedQuestion, r: Reading) -> Question | None:
    """Two questions of all resolutions: 2023年美国弃权几次，谁弃权最多, where the second is of the time and the body of
    the first, if it names none; or …一致率多少，和俄罗斯呢. None where there are not two."""
    commas = signs_in(r.text.norm, ",")
    asked_by_each = between_askers(r.text.norm, r.library.lexicon)
    pieces = list(between(r.text.cased, asked_by_each or commas[-1:]))
    if len(pieces) != _A_PAIR or isinstance(whole, BetweenQuestion):
        return None
    reads = [examine(piece, r.library) for piece in pieces]
    first = question_of(frame_of(reads[0]))
    if not isinstance(first, _WITH_CONDITIONS) or any(each.left > LITTLE for each in reads):
        return None
    if not asked_by_each:
        end = len(reads[1].text.norm.rstrip(" ?"))
        at_an_end = any(not letters(reads[1].text.norm[:a]) or b == end for a, b in reads[1].spans_of(Cue.AND_THEN))
        goes_on = at_an_end and bool(reads[1].states) and not reads[1].votes
        then = following(reads[1], first) if goes_on else None
        return Several((first, then)) if then else None
    second = question_of(frame_of(reads[1]))
    if not isinstance(second, _WITH_CONDITIONS) or first == second:
        return None
    among, before = second.among, first.among
    among = replace(among, times=among.times or before.times, body=among.body or before.body)
    return Several((first, replace(second, among=among)))


_WITH_CONDITIONS = (HistoryQuestion, ThroughoutQuestion, AlikeQuestion, GroupHistoryQuestion)
"""The questions of all resolutions but lists, which say of which ones another question is."""


def _of_the_first(whole: ListQuestion, r: Reading, conversation: Conversation) -> Question | None:
    """Which had the most abstentions, and who abstained? The list, and that of the first in it; None where it is asked
    no more than which."""
    asks = [(start, start) for start, _ in r.shapes.get(Shape.AND_ASKS, ()) if start]
    pieces = list(between(r.text.cased, [*_clause_ends(r), *asks]))
    if whole.order in (Order.LATEST, Order.EARLIEST) or len(pieces) != _A_PAIR:
        return None
    which, who = (examine(piece, r.library) for piece in pieces)
    first = next(iter(listed(whole, r.library)), None)
    if first is None or question_of(frame_of(which, conversation)) != whole or who.has(Cue.DOCUMENTS):
        return None
    part = question_of(frame_of(replace(who, resolution=r.library.get(first.symbol), named=True)))
    return Several((whole, OfDocument(first.symbol, part))) if isinstance(part, (RollQuestion, VoteQuestion)) else None


def of_several_documents(r: Reading, conversation: Conversation) -> Question | None:
    """A question of two or more documents, each named by its number: the same of each, or one of each."""
    of = {d: found[0] for d in r.documents if len(found := cited(d, r)) == 1}
    symbols = tuple(dict.fromkeys(x.symbol for x in of.values()))
    if missing := missing_beside(r):
        r = replace(r, documents=tuple(of))
    if not symbols or not 1 < len(symbols) + len(missing) <= MOST_QUESTIONS:
        return None
    if each := _one_of_each(r):
        return Several(each)
    question = question_of(frame_of(replace(r, resolution=next(iter(of.values())), named=True), conversation))
    if isinstance(question, OF_EACH):
        return Several((*(OfDocument(symbol, question) for symbol in symbols), *missing))
    if missing or not isinstance(question, ParagraphQuestion):
        return None
    if len(selections_in(question.where)) == 1 and len(r.references.selections) == 1:
        # 40/1和41/1的第3段: one number for all.
        return Several(tuple(OfDocument(symbol, question) for symbol in symbols))
    parts = _paragraphs_of_each(r)
    return Several(parts) if parts else ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=symbols, pending=question)


def clauses(r: Reading) -> list[str]:
    """The clauses of a message, each of which may ask something of its own."""
    asks = [(start, start) for start, _ in r.shapes.get(Shape.AND_ASKS, ()) if start]
    return list(between(r.text.cased, [*_clause_ends(r), *asks]))


def _clause_ends(r: Reading) -> list[Span]:
    """Where clauses end, each of which may ask something of its own."""
    return [*signs_in(r.text.norm, ",:"), *(m.span() for m in ENDS.finditer(r.text.norm))]


def _one_of_each(r: Reading) -> tuple[OfDocument, ...]:
    """What is asked of each document by itself: 78/48弃权多少，78/51谁反对; nothing where not every piece of the
    message names one and asks something of it."""
    parts: list[OfDocument] = []
    each = [examine(piece, r.library) for piece in _of_documents(r)]
    whom = (Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.RESULT, *FACT_CUES)
    of_its_own = (x.states or x.groups or x.has(*whom) or x.references.selections for x in each)
    if any(x.states for x in each) and not all(of_its_own):
        # 古巴和日本在甲和乙上怎么投的: both of them on both.
        return ()
    for part_read in each:
        found = {x.symbol: x for d in part_read.documents for x in cited(d, part_read)}
        if len(found) != 1:
            return ()
        symbol, resolution = next(iter(found.items()))
        part = question_of(frame_of(replace(part_read, resolution=resolution, named=True)))
        # 58/3 Japan and 58/19 Chile.
        names = isinstance(part, VoteQuestion) and bool(part_read.states)
        asks = names or part_read.about_votes or part_read.has(Cue.RESULT, *FACT_CUES)
        # 58/3谁反对，56/4第8段说什么: a paragraph of one, beside the votes on another.
        of_text = isinstance(part, ParagraphQuestion) and bool(part_read.references.selections) and r.about_votes
        if not of_text and not (asks and isinstance(part, OF_EACH)):
            return ()
        parts.append(OfDocument(symbol, part))
    return tuple(parts) if len({p.symbol for p in parts}) > 1 else ()


def _of_documents(r: Reading) -> Iterator[str]:
    """The pieces of a message that name a document each, with what stands behind it up to the clause of the next one:
    58/3日本怎么投的？60/17呢，中国怎么投的; what stands before the first goes with that."""
    ends = [*_clause_ends(r), *r.spans_of(Cue.JOIN, Shape.AND_ASKS)]
    named = [(m.start, m.end) for m in r.mentions]
    cuts = sorted({b for _, b in ends if not any(x < b < y for x, y in named)})
    begins: list[int] = []
    for d in r.documents[1:]:
        begin = max((cut for cut in cuts if cut <= d.start), default=0)
        begins += [begin] if begin and begin > r.documents[0].start else []
    return between(r.text.cased, [(begin, begin) for begin in dict.fromkeys(begins)])


def _paragraphs_of_each(r: Reading) -> tuple[OfDocument, ...]:
    """The paragraphs asked for of each document by itself: 40/1第3段和41/1第5段; nothing where that is not clear."""
    parts = []
    joins = [*r.cues.get(Cue.JOIN, ()), *signs_in(r.text.norm, _STOPS)]
    for piece in between(r.text.cased, joins):
        part_read = examine(piece, r.library)
        meant = {x.symbol for d in part_read.documents for x in cited(d, part_read)}
        if not meant and not part_read.references.spans:
            continue
        if len(meant) != 1:
            return ()
        symbol = meant.pop()
        part = question_of(frame_of(replace(part_read, resolution=r.library.get(symbol), named=True)))
        if not isinstance(part, ParagraphQuestion):
            return ()
        parts.append(OfDocument(symbol, part))
    return tuple(parts)


def _introduced(message: str, whole: Reading, conversation: Conversation) -> Question | None:
    """The question that comes after an introduction; None where there is no such, as before what corrects a
    question."""
    if whole.has(Cue.CORRECTION) and isinstance(conversation.last, RollQuestion):
        return None
    for r in without_introduction(message, whole, FACT_CUES):
        rest = replace(r, resolution=whole.resolution, named=whole.named)
        question = question_of(frame_of(rest, conversation))
        helps = isinstance(question, HelpQuestion) and r.has(Cue.HELP)
        sought = isinstance(question, SubjectQuestion) and question.in_document and not goes_back(r)
        if isinstance(question, SURE_KINDS):
            return _several(r.text.cased, rest, question) or question
        if helps or sought:
            return question
    return None


def _several(message: str, r: Reading, whole: Question) -> Question | None:
    """The questions of the sentences of a message, each of another kind; None where it asks but one.

    What one of the questions is refused for is no reason to refuse the others, nor is what is found for one of them to
    be silent on the others.
    """
    pieces = questions_in(message, r.library)
    if not 1 < len(pieces) <= MOST_QUESTIONS:
        return None
    refused = isinstance(whole, Refusal)
    parts = tuple(dict.fromkeys(_of_each(pieces, r, refused)))
    two = [examine(each, r.library) for each in pieces] if len(parts) == len(pieces) == _A_PAIR else []
    if two and isinstance(parts[0], RollQuestion) and _of_those_before(two[1]) and _only_names_whom(two[0]):
        # 投赞成票的国家，扣掉非洲国家还剩几个: the first says of whom the second asks.
        return parts[1]
    # Did only one oppose it? Who? Whoever did stands below the yes or no.
    pieces = [pieces[0], *(each for each in pieces[1:] if not _only_who(examine(each, r.library)))]
    # Of which nothing is found, nothing was asked.
    idle = refused and any(isinstance(q, Refusal) and q.reason is Refused.NOT_FOUND for q in parts)
    # Two subjects are two questions; of two about votes the one may say more of the other.
    kinds = [q.reason if isinstance(q, Refusal) else type(q) for q in parts if not isinstance(q, SubjectQuestion)]
    # 谁反对？谁弃权？中国呢？ Each ends as a question does, but for the last one where that asks by a word.
    asks = examine(pieces[-1], r.library).has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY)
    ends = all(piece.rstrip().endswith(("?", "？")) for piece in (pieces[:-1] if asks else pieces))
    again = {kind for kind in kinds if kinds.count(kind) > 1}
    asked_apart = ends and again <= {RollQuestion, TallyQuestion}
    goes_on = again <= {RollQuestion} and all(_of_those_before(examine(x, r.library)) for x in pieces[1:])
    of_their_own = again <= {RollQuestion} and all(_of_its_own(examine(x, r.library)) for x in pieces)
    different = not again or asked_apart or goes_on or of_their_own
    if len(parts) == 1 and (len(pieces) == 1 or isinstance(parts[0], Refusal)):
        return parts[0]
    return Several(parts) if parts and different and not idle else None


def _of_each(pieces: list[str], whole: Reading, refused: bool) -> tuple[Question, ...]:
    """The questions of the pieces of a message if each asks one; else none.

    refused: whether the message as a whole is, so that a piece may be.
    """
    parts: list[Question] = []
    for piece in pieces:
        # Was it adopted, and how did it vote? What a comma ends asks as well.
        asking = f"{piece.rstrip(_ENDS_CLAUSE)}?" if whole.ends_as_question and piece[-1] in _ENDS_CLAUSE else piece
        r = replace(examine(asking, whole.library), resolution=whole.resolution, named=whole.named)
        before = parts[-1] if parts else None
        elsewhere = isinstance(before, Refusal) and before.reason is Refused.OTHER_DOCUMENT and not r.documents
        if elsewhere or (isinstance(before, RollQuestion) and _only_who(r)):
            # A/RES/99/1 result and how did India vote: of what is not here, and so is the vote.
            continue
        # 谁弃权了？其中有几个拉美国家？ Of those that the question before is about.
        of_votes = isinstance(before, (RollQuestion, VoteQuestion)) and _of_those_before(r)
        part = question_of(frame_of(r, Conversation((Turn(before),)) if before and of_votes else None))
        if isinstance(before, VoteQuestion) and part == RollQuestion() and (like := like_one(frame_of(r), before)):
            part = like
        if isinstance(before, RollQuestion) and before.who != EVERYONE and _of_nobody(part, r):
            # How many EU states voted no, and how many abstained: of the same.
            part = replace(before, votes=r.votes)
        if isinstance(before, VoteQuestion) and before.asked and _only_how_many(r):
            # Did China vote against it, and how many did, who else did?
            who = less(EVERYONE, These(before.states)) if r.has(Cue.ELSE) else EVERYONE
            part = RollQuestion(before.asked, who, Measure.COUNT if r.has(Cue.HOW_MANY) else Measure.LIST)
        of_before = bool(parts) and r.has(Cue.IT, Cue.AMONG)
        # Which was the most divided? List their votes: of those that the question before is about.
        of_those = of_before and part == RollQuestion()
        goes_on = bool(parts) and _begins(r, Cue.OR)
        if of_those or goes_on or not _asks(part, piece, refused, first=not parts, of_before=of_before):
            return ()
        parts.append(part)
    return tuple(parts)


def _only_names_whom(r: Reading) -> bool:
    """Whether a piece of a message only says of whom the next one asks: of those who voted no, 投赞成票的国家."""
    first = min((a for a, _ in r.spans_of(Shape.ASKS, Cue.WHO, Cue.COUNTRIES)), default=0)
    of_those = any(a <= first and not letters(r.text.norm[:a]) for a, _ in r.spans_of(Cue.OF_THOSE, Cue.AMONG))
    return not r.text.norm.rstrip().endswith("?") and (of_those or not r.tells(Shape.ASKS))


def _of_its_own(r: Reading) -> bool:
    """Whether a piece of a message asks who of those that it names voted so, or how they did: 欧盟怎么投的."""
    voting = bool(r.votes) or r.has(Cue.CAST)
    return bool(r.groups) and voting and r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW)


def _of_those_before(r: Reading) -> bool:
    """Whether a piece of a message asks of the states that the piece before it is about: how many of them are in NATO,
    who outside it voted no?"""
    counts = r.has(Cue.HOW_MANY) and bool(r.groups) and not (r.votes or r.has(Cue.CAST))
    return counts or r.has(Cue.THAT_SET, Cue.REST, Cue.OWN_GROUP) or bool(of_it(r))


_ENDS_CLAUSE = " ,，"


def _only_who(r: Reading) -> bool:
    """Whether a piece of a message only asks who it was: which country?, 是谁."""
    return r.has(Cue.WHO, Cue.COUNTRIES) and not (r.cues.keys() - _WHO or r.mentions or r.documents or r.left)


def _only_how_many(r: Reading) -> bool:
    """Whether a piece of a message only asks how many, or who, did so: and how many did?"""
    asks = r.has(Cue.HOW_MANY) or (r.has(Cue.WHO) and r.has(Cue.ELSE, Cue.QUESTION))
    says_more = r.cues.keys() - _WHO - {Cue.HOW_MANY, Cue.ELSE, Cue.YES_OR_NO, Cue.HOW}
    return asks and not (says_more or r.mentions or r.documents or r.left)


_WHO = {
    Cue.WHO, Cue.COUNTRIES, Cue.WHO_VOTES, Cue.WHICH_OF, Cue.PERSON, Cue.KIND_OF, Cue.MEMBERS, Cue.BEING, Cue.IT,
    Cue.VOTING, Cue.OF_THOSE, Cue.THE_TEXT, Cue.THAT_SENTENCE, Cue.QUESTION, Cue.FILLER, Cue.JOIN, Cue.AND_THEN,
}  # fmt: skip
"""What a question who it was is made of."""


def _of_nobody(part: Question, r: Reading) -> bool:
    """Whether a piece of a message asks who cast a vote, or how many did, and does not say of whom; the only one that
    did is that of all."""
    asks = isinstance(part, TallyQuestion) or (isinstance(part, RollQuestion) and part.who == EVERYONE)
    return asks and bool(r.votes) and not (r.states or r.groups or r.has(Cue.RESULT, Cue.ALL, Cue.ONLY))


def _asks(part: Question, piece: str, refused: bool, *, first: bool, of_before: bool) -> bool:
    """Whether a piece of a message asks by itself what it reads like: what has no signs of its own, only where it says
    that a paragraph is sought, or asks behind another question."""
    if isinstance(part, SURE_KINDS) or (refused and isinstance(part, Refusal)):
        return True
    asks_another = not first and not of_before and piece.rstrip().endswith(("?", "？"))
    return (isinstance(part, SubjectQuestion) and (part.in_document or asks_another)) or (
        isinstance(part, Refusal) and asks_another
    )


def _begins(r: Reading, cue: Cue) -> bool:
    """Whether a message begins with a cue."""
    return any(not r.text.norm[:start].strip() for start, _ in r.cues.get(cue, ()))
