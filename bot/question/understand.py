"""From a message in a conversation to the question it asks, and the document that it is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.another import another
from bot.question.aside import with_aside
from bot.question.because import beside_reason
from bot.question.beside import beside_symbol
from bot.question.beside_claim import beside_claim
from bot.question.besides import of_ourselves, who_besides
from bot.question.between import between, of_every
from bot.question.bracketed import of_members
from bot.question.choice import DocumentChoice
from bot.question.compound import OF_EACH, asked, of_several_documents
from bot.question.conditions import conditions, of_voters_on
from bot.question.conversation import Conversation
from bot.question.council import in_full
from bot.question.described import bare_choice, described, without, without_subjects
from bot.question.described_each import asked_apart, described_each
from bot.question.division import without_numbering
from bot.question.documents import DOCUMENTS_OFFERED, cited, meant, nearest, pending
from bot.question.draft_numbers import drafts_in_full
from bot.question.examine import examine
from bot.question.follow_sets import of_listed, says_two
from bot.question.headed import Headed, behind_no, headed
from bot.question.left_out_subject import less_subject, subject_left_out
from bot.question.misspelt_asking import with_asking_spelt
from bot.question.misspelt_subject import with_subject_spelt
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    DocumentQuestion,
    GroupsQuestion,
    OfDocument,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.of_its_subject import named_alone, of_its_subject
from bot.question.offered import all_offered, answered, not_chosen, of_offered, on_each, says_no_more, which_offered
from bot.question.pieces import OF_RESOLUTION
from bot.question.reading import Reading, letters
from bot.question.record import (
    AlikeQuestion,
    Among,
    GroupHistoryQuestion,
    HistoryQuestion,
    PagedQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure, Members
from bot.question.today import in_dates, on_that_day
from bot.question.weighed import weighed
from bot.question.when_last import when_last
from bot.resolution import Resolution, Vote

_OF_A_DOCUMENT = (*SURE_KINDS, GroupsQuestion, DocumentQuestion, Several)
"""The questions that only one document can answer."""


def understand(
    message: str, conversation: Conversation, library: Library, today: date | None = None
) -> tuple[Question, Conversation]:
    """The question that a message asks in a conversation, and the conversation with the document in view that it is of.

    Every message asks one, if only to be asked back. today: the day from which last year is counted; None where it is
    not known.
    """
    message = without_numbering(message, library)
    if (found := headed(message, conversation, library)) and (of_it := _behind(found, conversation, library, today)):
        return of_it

    def again(left: str) -> tuple[Question, Conversation]:
        return understand(left, conversation, library, today)

    r = examine(message, library)
    in_view = library.get(conversation.symbol) if conversation.symbol else None
    if in_view and (then := on_that_day(r, in_view.adopted)):
        return then, conversation
    message, r = _spelt_out(message, r, conversation, today)
    if members := of_members(r, in_view):
        message = without(r, members)
        r = examine(message, library)
    if given := beside_reason(r, again) or beside_claim(message, r, again):
        return given
    left_out = subject_left_out(r)
    if left_out:
        message = without(r, [left_out.span])
        r = examine(message, library)

    def ask(left: str) -> tuple[Question, Conversation]:
        return _of_one_or_beside(left, examine(left, library), conversation)

    whole = with_asking_spelt(message, r, _of_one_or_beside(message, r, conversation), ask)
    whole = with_subject_spelt(r, whole, ask)
    question, goes_on = with_aside(message, r, whole, ask)
    if corrected := _corrected(question, r, conversation, today):
        return corrected
    return (less_subject(left_out, question, goes_on, r) if left_out else question), goes_on


def _spelt_out(message: str, r: Reading, conversation: Conversation, today: date | None) -> tuple[str, Reading]:
    """A message with its days as dates, its drafts by their symbols, the council by its name, and without the
    resolution that it takes back; and what it is read as then."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    adopted, goes_on = in_view.adopted if in_view else None, isinstance(conversation.last, SURE_KINDS)
    if dated := in_dates(r, today, adopted, goes_on=goes_on):
        message, r = dated, examine(dated, r.library)
    if numbered := drafts_in_full(r, conversation):
        message, r = numbered, examine(numbered, r.library)
    if said := in_full(r, conversation) or _less_document(r, conversation):
        message, r = said, examine(said, r.library)
    return message, r


def _corrected(
    question: Question, r: Reading, conversation: Conversation, today: date | None
) -> tuple[Question, Conversation] | None:
    """Non, les abstentions: what a message asks behind its no, where it is not understood as a whole; None where it is,
    or that is not, either."""
    asked_back = isinstance(question, ClarifyQuestion) or _not_understood(question)
    # Нет, против: of those who did, and not how many there were.
    counts = isinstance(question, TallyQuestion) and not r.has(Cue.RESULT, Cue.HOW_MANY)
    asked_back = asked_back or (counts and bool(r.votes))
    behind = behind_no(r) if conversation.turns and asked_back else ""
    again = understand(behind, conversation, r.library, today) if behind else None
    understood = again and not (isinstance(again[0], ClarifyQuestion) or _not_understood(again[0]))
    return again if understood else None


def _less_document(r: Reading, conversation: Conversation) -> str:
    """The message without the symbol of the resolution in view and the word that negates it, where another is named in
    its place: 不是58/21，是58/19; not 58/21 but 58/19; empty where it is not so."""
    in_view = [d for d in r.documents if any(x.symbol == conversation.symbol for x in cited(d, r))]
    if len(in_view) != 1 or len(r.documents) != len(in_view) + 1:
        return ""
    start, end = in_view[0].start, in_view[0].end
    beside = (Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE, Cue.CORRECTION)
    word = r.word_before(start, (Cue.NEGATION, Cue.NOT_OF, Cue.EXCEPT), beside)
    return without(r, [(word[0], end)]) if word else ""


def _not_understood(question: Question) -> bool:
    """Whether nothing is known of what a message asks."""
    unclear = isinstance(question, ClarifyQuestion) and question.unclear in (Unclear.WHAT, Unclear.PART)
    refused = isinstance(question, Refusal) and question.reason in (Refused.OTHER_TIME, Refused.NOT_FOUND)
    return unclear or refused or (isinstance(question, SubjectQuestion) and not question.in_document)


def _behind(
    found: Headed, conversation: Conversation, library: Library, today: date | None
) -> tuple[Question, Conversation] | None:
    """What a message asks behind its heading, read as it is by itself with that resolution in view; None where it asks
    of all resolutions, of another one, or of none that it names."""
    in_view = replace(conversation, symbol=found.symbol, named=True)
    question, goes_on = understand(found.rest, in_view, library, today)
    open_one = isinstance(question, ClarifyQuestion) and question.unclear is not Unclear.WHICH_STATE
    # What is described is here, since it is named: the resolution like Germany's vote.
    elsewhere = (Refused.OTHER_DOCUMENT, Refused.OTHER_SUBJECT, Refused.OTHER_TIME)
    not_here = isinstance(question, Refusal) and question.reason in elsewhere
    of_others = isinstance(question, PagedQuestion | OfDocument) or goes_on.symbol != found.symbol
    return None if open_one or not_here or of_others else (question, replace(goes_on, named=False))


def _of_one_or_beside(message: str, r: Reading, conversation: Conversation) -> tuple[Question, Conversation]:
    """The same, for a message read."""
    library = r.library
    beside = beside_symbol(r)
    if beside.other:
        left = without(r, (*beside.fits, *beside.other))
        understood = _understood(left, examine(left, library), conversation)
        if isinstance(understood[0], SURE_KINDS):
            # The symbol says which; that its title says something else the reply shows, which has the title.
            return understood
    if beside.fits:
        message = without(r, beside.fits)
        r = examine(message, library)
    return _understood(message, r, conversation)


def _understood(message: str, r: Reading, conversation: Conversation) -> tuple[Question, Conversation]:
    """The same, for a message without what only describes resolutions that it names by symbol, and what it is read
    as."""
    several = all_offered(r, conversation) or which_offered(r, conversation) or when_last(r, conversation)
    several = several or between(r, conversation) or weighed(r, conversation)
    if several := several or of_several_documents(r, conversation):
        return several, conversation
    if each := None if conversation.named else described_each(r):
        return each, conversation
    chosen_one = of_offered(r, conversation)
    if chosen_one and says_no_more(r, chosen_one.naming):
        return settled(answered(chosen_one, pending(conversation)), chosen_one, conversation)
    goes_on = chosen_one or another(r, conversation)
    which = goes_on or (None if conversation.named else described(r, conversation))
    if isinstance(which, ClarifyQuestion | Refusal):
        return which, conversation
    if which and not goes_on:
        left = without(r, which.naming)
        read = examine(left, r.library)
        if _says_nothing(read):
            # وعلى…؟: its "and" is written as one with the word for "on". The Haiti one: all else is an article.
            return settled(named_alone(r, conversation), bare_choice(which), conversation)
        of_its_text = _of_text_shown(which, r, conversation)
        message, r, which = (message, r, meant(r, conversation)) if of_its_text else (left, read, bare_choice(which))
    elif not which:
        r = without_subjects(r)
        of_all = of_voters_on(r) and len(r.library.summaries) > 1 and not r.documents
        which = DocumentChoice(None) if of_all else meant(r, conversation)
    if which.every and asked_apart(r):
        # Of which one each is asked is not known.
        return ClarifyQuestion(Unclear.WHAT), conversation
    if which.every and (every := of_every(r, [each.symbol for each in which.offered])):
        return every, conversation
    return _asked_of(message, r, which, conversation)


def _of_text_shown(which: DocumentChoice, r: Reading, conversation: Conversation) -> bool:
    """Whether what seems to describe a resolution may be a subject of the text in view: that is the one described, or
    several may be, and no word for a resolution says that one is meant."""
    shown = r.library.get(conversation.symbol) if conversation.symbol else None
    if not shown or not shown.paragraphs or r.about_votes:
        return False
    one = which.resolution or (which.offered[0] if which.every else None)
    return one.symbol == shown.symbol if one else not r.tells(*OF_RESOLUTION, Shape.ONE_THAT)


def _asked_of(
    message: str, r: Reading, which: DocumentChoice, conversation: Conversation
) -> tuple[Question, Conversation]:
    """What a message asks of the resolution that it is about."""
    one = replace(which, resolution=which.offered[0]) if which.every else which
    read = one.read_into(r)
    question = of_its_subject(asked(message, read, of_listed(read, conversation)), r, which, conversation)
    question = of_ourselves(who_besides(question, r), r)
    if which.every and isinstance(question, OF_EACH):
        return Several(tuple(OfDocument(each.symbol, question) for each in which.offered)), conversation
    question = _with_pending(_of_those_offered(question, r, conversation), r)
    if each := on_each(question, which, r, conversation):
        return each, conversation
    if isinstance(question, SubjectQuestion) and not question.in_document and (again := not_chosen(r, conversation)):
        return again, conversation
    if isinstance(question, PagedQuestion) and (vague := times.not_dated(r)):
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*vague)]), conversation
    counted = not which.named and r.has(Cue.TIMES) and bool(times.dated(r))
    if counted and isinstance(question, VoteQuestion):
        # How often did it vote no in 2023: it is who was asked about, and not only on the resolution in view.
        return HistoryQuestion(question.states, r.votes, among=conditions(r)), conversation
    if only := _on_the_only_one(question, r):
        return only[0], replace(conversation, symbol=only[1])
    if isinstance(question, _OF_A_DOCUMENT) and not (which.resolution or which.named):
        which = replace(which, offered=nearest(r) or which.offered)
    elif which.named and not which.every and (of_roll := _with_such_a_vote(question, which, r)):
        which = replace(which, resolution=of_roll)
    return settled(_with_message(question, message), which, conversation)


def _with_pending(question: Question, r: Reading) -> Question:
    """The question; one that is refused, since the resolution that it is of is not here, with what is asked of it."""
    not_here = isinstance(question, Refusal) and question.reason is Refused.OTHER_DOCUMENT and bool(r.documents)
    if not isinstance(question, Refusal) or not not_here:
        return question
    left = without(r, [(d.start, d.end) for d in r.documents])
    of_it = asked(left, examine(left, r.library), Conversation())
    return replace(question, pending=of_it) if isinstance(of_it, OF_EACH) else question


def _of_those_offered(question: Question, r: Reading, conversation: Conversation) -> Question:
    """The question; of those on one subject alone of which it was asked back which is meant, where it is asked of all
    there are: the death penalty resolution, then did Japan and Korea vote alike?"""
    last = conversation.turns[-1].question if conversation.turns else None
    offered = last.symbols if isinstance(last, ClarifyQuestion) and last.unclear is Unclear.WHICH_DOCUMENT else ()
    # Each time, 每次都: of those that were offered.
    all_there_are = r.has(Cue.DOCUMENTS) or apart_from(r.spans_of(Cue.ALL_DOCUMENTS), r.spans_of(Cue.ALWAYS))
    if not offered or not isinstance(question, _OF_ALL) or question.among != Among() or all_there_are:
        return question
    like = Among(like=offered[0], amendments=False)
    same = {r.library.summaries[at].symbol for at in chosen(like, r.library)}
    return replace(question, among=like) if set(offered) <= same else question


def _with_such_a_vote(question: Question, which: DocumentChoice, r: Reading) -> Resolution | None:
    """The only one of the resolutions that may be meant in whose record the states asked about are, or in which
    somebody voted so; None where there are none or several, or it is asked of several."""
    # 都有谁反对 asks for all who did.
    of_several = bool(apart_from(r.spans_of(Cue.ALL, Cue.BOTH), r.spans_of(Cue.WHO, Cue.COUNTRIES)))
    if which.resolution or not 1 < len(which.offered) < DOCUMENTS_OFFERED or of_several:
        return None
    places, ballots = r.library.catalogue.places, r.library.ballots
    match question:
        case VoteQuestion():
            there = [
                x for x in which.offered
                if all(ballots.vote(places[x.symbol], code) is not Vote.ABSENT for code in question.states)
            ]  # fmt: skip
        case RollQuestion() if question == RollQuestion(question.votes) and question.votes:
            there = [x for x in which.offered if any(x.voters(vote) for vote in question.votes)]
        case _:
            return None
    return there[0] if len(there) == 1 and all(x.roll_call for x in which.offered) else None


def _on_the_only_one(question: Question, r: Reading) -> tuple[VoteQuestion | RollQuestion, str] | None:
    """How states, or the members of a group, voted, where what a message says of the subject and the time fits one
    resolution alone, and its symbol: how did Cuba vote on Burundi in 2024? None where several fit, or it is asked how
    often."""
    if not isinstance(question, HistoryQuestion | GroupHistoryQuestion) or not question.among.words:
        return None
    counts = r.has(Cue.TIMES, Cue.HOW_MANY, Cue.LIST) or r.tells(Shape.WHICH_RESOLUTIONS)
    if counts or question.among.latest:
        return None
    every, ballots = chosen(question.among, r.library, recorded=True), r.library.ballots
    if isinstance(question, GroupHistoryQuestion):
        of_group = GroupHistoryQuestion(question.group, question.votes, among=question.among)
        one = len(every) == 1 and question == of_group and not r.has(Cue.UNITED, Cue.SPLIT)
        asked_of = RollQuestion(question.votes, Members(question.group))
        return (asked_of, r.library.summaries[every[0]].symbol) if one else None
    if question != HistoryQuestion(question.states, question.votes, among=question.among):
        return None
    there = [at for at in every if all(ballots.vote(at, code) is not Vote.ABSENT for code in question.states)]
    # Germany on South Sudan in 2023: where it is in the record of one alone.
    fit = there if question.among.times and len(there) == 1 else every
    # Whether it voted so: yes or no, and how it did.
    measure = Measure.ALL if question.votes else Measure.LIST
    of_it = VoteQuestion(question.states, measure, question.votes)
    return (of_it, r.library.summaries[fit[0]].symbol) if len(fit) == 1 else None


_OF_ALL = HistoryQuestion | ThroughoutQuestion | AlikeQuestion | GroupHistoryQuestion
"""The questions of all resolutions that meet conditions, but for which there are."""


def _says_nothing(r: Reading) -> bool:
    """Whether a message asks nothing by itself, and names nobody."""
    empty = (Cue.FILLER, Cue.AND_THEN, Cue.JOIN, Cue.ON_SUBJECT, Shape.ARTICLE, Shape.ONE_THAT)
    # Which body it is of says no more than when it was adopted.
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    left = letters(blank(r.text.norm, [*r.spans_of(*empty), *times.spans(r), *organs]))
    return not (r.mentions or r.references.selections or left or r.has(Cue.THAT_SET) or says_two(r))


def _with_message(question: Question, message: str) -> Question:
    """A question about a subject with the message that asks it, of which the words alone would say less."""
    if isinstance(question, SubjectQuestion | Refusal) and question.words and not question.asked:
        return replace(question, asked=message)
    return question


def settled(question: Question, which: DocumentChoice, conversation: Conversation) -> tuple[Question, Conversation]:
    """The question, or “which document?” where only one can answer it and none is meant; the conversation with that one
    in view."""
    if which.resolution:
        return question, replace(conversation, symbol=which.resolution.symbol)
    # What is refused is refused whichever is meant.
    of_none = (PagedQuestion, OfDocument, Refusal)
    own = isinstance(question, Several) and all(isinstance(q, of_none) for q in question.questions)
    if isinstance(question, _OF_A_DOCUMENT) and not own:
        symbols = tuple(x.symbol for x in which.offered)
        question = ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=symbols, pending=question)
    return question, conversation
