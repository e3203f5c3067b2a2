"""From a message in a conversation to the question it asks, and the document that it is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.another import another
from bot.question.aside import with_aside
from bot.question.because import beside_reason
from bot.question.beside import beside_symbol
from bot.question.beside_claim import beside_claim
from bot.question.besides import of_ourselves, who_besides
from bot.question.between import between, by_their_figures, of_both, of_every
from bot.question.bracketed import of_members
from bot.question.choice import DocumentChoice
from bot.question.compound import OF_EACH, asked, of_several_documents
from bot.question.conditions import conditions, of_voters_on
from bot.question.conversation import Conversation
from bot.question.council import in_full, of_the_only_one
from bot.question.days import in_years, may_be_a_day
from bot.question.described import bare_choice, described, without, without_subjects
from bot.question.described_each import asked_apart, described_each
from bot.question.division import without_numbering
from bot.question.documents import cited, meant, nearest, pending
from bot.question.draft_numbers import drafts_in_full
from bot.question.either import of_any_before
from bot.question.examine import examine
from bot.question.follow_sets import of_listed, says_two
from bot.question.headed import Headed, behind_no, headed
from bot.question.hearsay import heard
from bot.question.in_other_titles import with_other_titles
from bot.question.joined_subjects import each_of_joined, of_each_before
from bot.question.joined_votes import of_its_own_vote
from bot.question.left_out_subject import less_subject, subject_left_out
from bot.question.loosely_named import with_names_meant
from bot.question.misspelt_asking import with_asking_spelt
from bot.question.misspelt_body import with_body_spelt
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
    Several,
    SubjectQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.named_together import of_those_named
from bot.question.not_always import of_each_titled
from bot.question.not_here import of_no_resolution
from bot.question.of_its_subject import named_alone, of_its_subject, of_those_listed
from bot.question.offered import all_offered, answered, not_chosen, of_offered, on_each, says_no_more, which_offered
from bot.question.only_one import beside_the_only_one, of_those_offered, on_the_only_one, with_such_a_vote
from bot.question.only_they import in_their_names
from bot.question.pieces import OF_RESOLUTION, behind_state
from bot.question.reading import Reading, letters
from bot.question.reckoned import by_reckoning, supposes, supposing_nothing
from bot.question.record import (
    HistoryQuestion,
    PagedQuestion,
)
from bot.question.since_then import since_then
from bot.question.today import in_dates, on_that_day
from bot.question.turned_on import turned_on
from bot.question.turning import turning
from bot.question.untold import always_of_one, beside_untold, not_of_an_act
from bot.question.weighed import weighed
from bot.question.when_last import when_last

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
    then = on_that_day(r, in_view.adopted) if in_view else None
    if told := (then, conversation) if then else with_body_spelt(message, r, again):
        return told
    message, r = _spelt_out(message, r, conversation, today)
    # Summarize it in three points: no paragraph has that number.
    length = r.spans_of(Shape.IN_POINTS) if r.has(Cue.OUTLINE, Cue.BRIEF) else ()
    if said := [*of_members(r, in_view), *length, *supposing_nothing(r)]:
        message = without(r, said)
        r = examine(message, library)
    given = heard(r, again) or (None if supposes(r) else beside_untold(r, again)) or beside_reason(r, again)
    if given := given or beside_claim(message, r, again):
        return given
    left_out = subject_left_out(r)
    if left_out:
        message = without(r, [left_out.span])
        r = examine(message, library)
    question, goes_on = _whole(message, r, conversation)
    question = not_of_an_act(always_of_one(question, r), r, goes_on.symbol)
    if corrected := _corrected(question, r, conversation, today):
        return corrected
    question = less_subject(left_out, question, goes_on, r) if left_out else question
    question = with_names_meant(of_any_before(question, conversation.last), r, goes_on)
    return beside_the_only_one(question, r, again), goes_on


def _whole(message: str, r: Reading, conversation: Conversation) -> tuple[Question, Conversation]:
    """What a message asks that is read, with its slips as they are meant, and what of it is not understood."""
    library = r.library

    def of_one(left: str) -> tuple[Question, Conversation]:
        return _of_one_or_beside(left, examine(left, library), conversation)

    def ask(left: str) -> tuple[Question, Conversation]:
        return of_the_only_one(examine(left, library), of_one(left), of_one)

    whole = of_each_before(r, _of_one_or_beside(message, r, conversation), conversation)
    whole = of_the_only_one(r, whole, of_one)
    whole = with_asking_spelt(message, r, whole, ask)
    whole = of_its_own_vote(r, each_of_joined(r, whole, ask), ask)
    whole = with_subject_spelt(r, whole, ask)
    return with_aside(message, r, whole, ask)


def _spelt_out(message: str, r: Reading, conversation: Conversation, today: date | None) -> tuple[str, Reading]:
    """A message with its days as dates, its drafts by their symbols, the council by its name, those who alone voted so
    by theirs, and without the resolution that it takes back; and what it is read as then."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    adopted, goes_on = in_view.adopted if in_view else None, isinstance(conversation.last, SURE_KINDS)
    if dated := in_dates(r, today, adopted, goes_on=goes_on) or in_years(r, conversation):
        message, r = dated, examine(dated, r.library)
    if beside := behind_state(r):
        message = without(r, beside)
        r = examine(message, r.library)
    if numbered := drafts_in_full(r, conversation):
        message, r = numbered, examine(numbered, r.library)
    if said := in_full(r, conversation) or _less_document(r, conversation) or in_their_names(r, conversation):
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
    several = several or turning(r) or turned_on(r)
    several = several or between(r, conversation) or weighed(r, conversation) or by_their_figures(r)
    if several := several or of_those_named(r) or of_several_documents(r, conversation):
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
    which, asked_of = with_other_titles(which, r, conversation) if which and not goes_on else which, r
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
        of_all = (of_voters_on(r) or of_each_titled(r)) and len(r.library.summaries) > 1 and not r.documents
        which = DocumentChoice(None) if of_all else with_other_titles(meant(r, conversation), r, conversation)
    if which.every and asked_apart(r):
        # Of which one each is asked is not known.
        return ClarifyQuestion(Unclear.WHAT), conversation
    if which.every and (every := of_every(of_both(r, asked_of), [each.symbol for each in which.offered])):
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
    if turned := since_then(r, which.resolution if which.named else None, conversation):
        return turned, conversation
    one = replace(which, resolution=which.offered[0]) if which.every else which
    read = one.read_into(r)
    whole = by_reckoning(read, conversation) or asked(message, read, of_listed(read, conversation))
    question = of_its_subject(whole, r, which, conversation)
    question = of_ourselves(who_besides(question, r), r)
    question = of_those_listed(question, read, conversation)
    if which.every and isinstance(question, OF_EACH):
        return Several(tuple(OfDocument(each.symbol, question) for each in which.offered)), conversation
    question = _with_pending(of_those_offered(question, r, conversation), r)
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
    if only := on_the_only_one(question, r):
        return only[0], replace(conversation, symbol=only[1])
    if isinstance(question, _OF_A_DOCUMENT) and not (which.resolution or which.named):
        question = of_no_resolution(r) or question
        which = replace(which, offered=nearest(r) or which.offered)
    elif which.named and not which.every and (of_roll := with_such_a_vote(question, which, r)):
        which = replace(which, resolution=of_roll)
    return settled(_with_message(question, message), which, conversation)


def _with_pending(question: Question, r: Reading) -> Question:
    """The question; one that is refused, since the resolution that it is of is not here, with what is asked of it."""
    not_here = isinstance(question, Refusal) and question.reason is Refused.OTHER_DOCUMENT and bool(r.documents)
    if not isinstance(question, Refusal) or not not_here:
        return question
    left = without(r, [(d.start, d.end) for d in r.documents])
    of_it = asked(left, examine(left, r.library), Conversation())
    if not isinstance(of_it, OF_EACH):
        return question
    return may_be_a_day(r, of_it) or replace(question, pending=of_it)


def _says_nothing(r: Reading) -> bool:
    """Whether a message asks nothing by itself, and names nobody."""
    empty = (Cue.FILLER, Cue.AND_THEN, Cue.JOIN, Cue.ON_SUBJECT, Shape.ARTICLE, Shape.ONE_THAT, Shape.SPECIAL_SESSION)
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
