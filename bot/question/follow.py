"""Follow-ups: the question before, with the slots that a message fills; a message that stands alone inherits nothing.

What a message can leave out depends on what was asked, so there is one function for each kind of question before.
"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import BLANK, blank
from bot.language.selection import Selection, selection_of
from bot.language.shapes import Shape
from bot.question import times
from bot.question.another import STEPS
from bot.question.council import told_which
from bot.question.documents import place_named
from bot.question.facts import FACT_CUES
from bot.question.follow_alike import like_before
from bot.question.follow_history import following, pending_topic_beside, pending_year_beside
from bot.question.follow_paragraphs import after_paragraphs, next_paragraph
from bot.question.follow_sets import (
    OfVotes,
    asked_before,
    both_states,
    closest_within,
    set_before,
    with_more,
    within_those,
)
from bot.question.follow_votes import after_votes
from bot.question.frame import Frame
from bot.question.in_total import in_total
from bot.question.likened import its_group
from bot.question.measure import measure_of
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    DocumentQuestion,
    Fact,
    FactQuestion,
    GroupsQuestion,
    ParagraphQuestion,
    Question,
    Refusal,
    RollQuestion,
    SubjectQuestion,
    TableQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.narrowed import narrowed_to
from bot.question.of_those import listed_before, of_all_asked, of_each, only_which, the_rest
from bot.question.over_years import over_years
from bot.question.reading import LITTLE, SOME, VOTE_CUES, Reading, letters, weight
from bot.question.record import ListQuestion, PagedQuestion
from bot.question.sets import Measure, all_of, less
from bot.question.swapped import swapped
from bot.question.thresholds import numbers_in
from bot.question.where import ByNumber
from bot.resolution import Part


def follow(f: Frame) -> Question | None:
    """The question that a message asks after the one before; None where it follows nothing."""
    last = f.conversation.last
    if last is None and _of_none(f):
        return ClarifyQuestion(Unclear.WHAT)
    first = both_states(f) or _of_another_document(f) or _chosen(f) or _in_its_place(f)
    first = first or next_paragraph(f) or _of_that_set(f)
    if question := first or _its_groups(f) or _again(f):
        return question
    match last:
        case ParagraphQuestion() | SubjectQuestion():
            return after_paragraphs(f, last)
        case VoteQuestion() | RollQuestion() | TableQuestion() | TallyQuestion():
            return None if _of_all_of_it(f) else after_votes(f, last)
        case FactQuestion(facts=(Fact.COUNT,)):
            return _of_part(f, last)
        case ListQuestion():
            return _of_list(f)
    return like_before(f)


def _of_none(f: Frame) -> bool:
    """Whether a message asks for the other one, or the first of those, and says nothing else."""
    r = f.reading
    ends = bool(r.references.selections) and {s.first for s in r.references.selections} <= {1, -1}
    of_nobody = not (f.states or f.groups or r.about_votes)
    other = r.has(Cue.OTHER_ONE) and not r.references.selections
    nothing_else = r.unaccounted <= LITTLE and r.references.part is None
    return of_nobody and nothing_else and (other or (r.has(Cue.OF_SHOWN) and ends))


def follow_list(f: Frame) -> Question | None:
    """那2023年呢, 还有呢, after a question of all resolutions; apart from the rest, since such a year is none that is
    refused."""
    last, several = f.conversation.last, len(f.reading.library.summaries) > 1
    which_council = told_which(f.reading, f.conversation) or pending_year_beside(f.reading, f.conversation)
    which_council = which_council or pending_topic_beside(f.reading, f.conversation)
    if more := which_council or with_more(f) or closest_within(f):
        return more
    if other := swapped(f.reading, last):
        return other
    if several and (by_year := over_years(f.reading, f.conversation)):
        return by_year
    if several and not isinstance(last, PagedQuestion) and (before := listed_before(f.reading, f.conversation)):
        return of_each(f.reading, before)
    if not several or not isinstance(last, PagedQuestion):
        # On which resolutions?, after what was refused: nothing was counted.
        of_none = several and f.reading.has(Cue.ON_SUBJECT) and only_which(f.reading, ListQuestion())
        return ClarifyQuestion(Unclear.WHAT) if of_none else None
    if together := in_total(f.reading, f.conversation) or of_all_asked(f.reading, f.conversation):
        return together
    rest = the_rest(f.reading, f.conversation)
    if rest is None:
        return following(f.reading, last)
    says_more = f.reading.votes or f.reading.has(Cue.MOST, Cue.LEAST, Cue.NARROWEST)
    return narrowed_to(f.reading, rest) or (ClarifyQuestion(Unclear.WHAT) if says_more else rest)


def _its_groups(f: Frame) -> GroupsQuestion | None:
    """它属于哪个组, which group is it in?, after how a state voted: in which groups it is."""
    r, last = f.reading, f.conversation.last
    named = f.states or f.groups or r.about_votes or r.references.selections
    asks = r.has(Cue.WHICH_GROUP) and not named and r.unaccounted <= LITTLE
    return GroupsQuestion(last.states) if asks and isinstance(last, VoteQuestion) else None


# --- a document, or one of what was offered --------------------------------------------------------


def _of_another_document(f: Frame) -> Question | None:
    """那56/5呢, or the answer to “which document?”: what was asked before, of the document named now."""
    r, last = f.reading, f.conversation.last
    asks = _asks_of_it(r)
    # No, I meant 78/55.
    corrects = _CORRECTS if r.has(Cue.CORRECTION) else ()
    says_more = r.says_besides(Cue.AND_THEN, Cue.FILLER, Cue.QUESTION, *corrects) > LITTLE
    if len(r.library.resolutions) == 1 or not r.named or asks or says_more:
        return None
    before = f.conversation.turns[-1].question if f.conversation.turns else None
    if isinstance(before, Refusal) and before.pending:
        return before.pending
    if isinstance(last, ClarifyQuestion) and last.pending:
        return last.pending
    goes_on = r.has(Cue.AND_THEN, Cue.CORRECTION) or r.tells(Shape.WHICH_ONE, Shape.LISTED_ONE, *STEPS)
    # 2024, or the symbol of one that has no text to show, by itself.
    votes_alone = bool(r.documents) and r.resolution is not None and not r.resolution.paragraphs
    alone = isinstance(last, OfVotes) and (votes_alone or bool(times.periods(r)))
    return last if (goes_on and isinstance(last, SURE_KINDS)) or alone else None


_CORRECTS = (
    Cue.CORRECTION, Cue.COMPLAINT, Cue.NEGATION, Cue.NOT_OF, Cue.NOT_THERE, Cue.NEITHER, Cue.MEMBERS, Cue.OF_THOSE,
    Cue.VOTING, Cue.WHO_VOTES, Shape.CALENDAR,
)  # fmt: skip
"""What a message may have that only says that another resolution was meant."""


def _asks_of_it(r: Reading) -> bool:
    """Whether a message asks something of the document that it names, and does not only name it."""
    names = r.references.selections or r.states or r.groups or r.votes
    return bool(names) or r.has(Cue.CAST, Cue.RESULT, *(cue for cue in FACT_CUES if cue is not Cue.FACT_SYMBOL))


def _of_all_of_it(f: Frame) -> bool:
    """Whether a message goes back to a resolution and asks who of all voted so: 回到刚才那份，谁弃权."""
    r = f.reading
    return r.tells(Shape.GO_BACK) and r.tells(Shape.THAT_ONE) and r.has(Cue.WHO, Cue.COUNTRIES)


def _of_part(f: Frame, last: FactQuestion) -> Question | None:
    """序言呢, only the numbered ones: how many there are of a part, after how many there are."""
    r = f.reading
    asks = r.references.part and not r.references.selections and not r.references.step and r.left <= LITTLE
    return replace(last, part=r.references.part) if asks else None


def _of_list(f: Frame) -> Question | None:
    """第二份, after a list of resolutions."""
    r = f.reading
    says_more = r.says_besides(Cue.FILLER, Cue.FACT_SYMBOL, Cue.QUESTION) >= LITTLE
    more = says_more or _asks_of_it(r) or r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.IT, Cue.THIS_PARAGRAPH)
    return DocumentQuestion(full=False) if r.named and not more else None


def _chosen(f: Frame) -> Question | None:
    """After “which of the two?”, or “is it one of these?”: the second, both, 2."""
    before = f.conversation.turns[-1].question if f.conversation.turns else None
    last = f.conversation.last
    if isinstance(last, ClarifyQuestion) and last.states and (state := _chosen_state(f, last.states)):
        return state
    offered = before.paragraphs if isinstance(before, (ClarifyQuestion, Refusal)) else ()
    return _chosen_paragraph(f, offered) if offered else None


def _chosen_state(f: Frame, offered: tuple[str, ...]) -> Question | None:
    r = f.reading
    if f.states or weight(r.text.norm) > 8:
        return None
    if r.has(Cue.OTHER_ONE):
        return VoteQuestion(offered[1:2])
    if r.has(Cue.FIRST_ONE):
        return VoteQuestion(offered[:1])
    if r.has(Cue.ALL, Cue.BOTH):
        return VoteQuestion(offered)
    aliases = r.library.names.aliases.items()
    fits = [x for x in offered if r.bare and any(r.bare in a for a, n in aliases if n.codes == (x,))]
    return VoteQuestion(tuple(fits)) if len(fits) == 1 else None


def _chosen_paragraph(f: Frame, offered: tuple[str, ...]) -> Question | None:
    """The paragraph that a short message names by its place."""
    at = place_named(f.reading, len(offered))
    return None if at is None else ParagraphQuestion(ByNumber((selection_of(offered[at]),)))


def _in_its_place(f: Frame) -> Question | None:
    """第二个再说一遍, and the first two?, after how several states voted: how these did; after a list of states it is
    asked back, since its reply alone knows in which order they stand."""
    r, last = f.reading, f.conversation.last
    if not r.references.in_order or not isinstance(last, (VoteQuestion, RollQuestion)):
        return None
    places = [(start, end) for start, end, _ in r.library.lexicon.references.ordinals(r.text.norm)]
    if f.states or f.groups or r.votes or weight(letters(blank(r.text.norm, [*r.known, *places]))) > LITTLE:
        return None
    if isinstance(last, RollQuestion):
        return ClarifyQuestion(Unclear.WHAT)
    count = len(last.states)
    runs = (range(max(first, -count), min(until, count) + 1) for first, until in _places(r))
    states = tuple(last.states[n - (n > 0)] for run in runs for n in run if n)
    return (VoteQuestion(states) if states else ClarifyQuestion(Unclear.WHAT)) if count > 1 else None


def _places(r: Reading) -> list[tuple[int, int]]:
    """The first and the last place of each run that a message names by its order, negative where it counts from the
    end."""
    references, norm = r.library.lexicon.references, r.text.norm
    if read := references.read(blank(norm, r.spans_of(Cue.BACK, Cue.AND_THEN)).replace(BLANK, " ")).selections:
        return [(run.first, run.last) for run in read]
    places, counts = [place for _, _, place in references.ordinals(norm)], [n for _, _, n in numbers_in(r)]
    if len(places) == len(counts) == 1 and abs(places[0]) == 1:
        # 后两个, whose number is set apart from a paragraph's.
        return [(1, counts[0]) if places[0] > 0 else (-counts[0], -1)]
    return [(place, place) for place in places]


def _of_that_set(f: Frame) -> Question | None:
    """再说刚才那个组，谁弃权了: of the states asked about together before, whatever was asked since."""
    r, before = f.reading, set_before(f)
    if r.references.selections or r.unaccounted > LITTLE:
        return None
    if before is None:
        # Less some, of those: nobody was asked about but one state.
        of_nobody = bool(f.left_out) and r.has(Cue.THAT_SET) and isinstance(f.conversation.last, VoteQuestion)
        return ClarifyQuestion(Unclear.WHAT) if of_nobody else None
    if r.has(Cue.OWN_GROUP):
        return its_group(f, before)
    whole = r.has(Cue.UNANIMOUS, Cue.UNITED, Cue.SPLIT, Cue.SAME)
    says = r.has(Cue.CAST, Cue.STANCE, Cue.BACK, *VOTE_CUES) or whole or f.groups or f.left_out
    if not r.has(Cue.THAT_SET) or not says:
        return None
    if (r.votes or not r.has(Cue.UNANIMOUS)) and (question := after_votes(f, before)):
        return question
    asked = asked_before(before)
    who = less(all_of(asked.who, f.group_set), *f.left_out)
    if r.votes:
        return within_those(f, replace(asked, who=who))
    return RollQuestion(who=who, measure=Measure.SAME if r.has(Cue.UNANIMOUS) else measure_of(f))


def _again(f: Frame) -> Question | None:
    """What was shown or asked last, once more; or the first paragraph of what was shown: go back to the beginning."""
    r, c = f.reading, f.conversation
    if r.has(Cue.START) and r.left <= LITTLE:
        part = selection_of(c.shown[0]).part if c.shown else Part.PREAMBLE
        return ParagraphQuestion(ByNumber((Selection(1, 1, part),)))
    if r.has(Cue.BACK) and r.references.in_order and c.shown and (runs := _places(r)):
        # Back to the first one: of the part that was shown.
        part = r.references.part or selection_of(c.shown[0]).part
        return ParagraphQuestion(ByNumber(tuple(Selection(first, last, part) for first, last in runs)))
    asks_else = r.states or r.groups or r.references.selections or r.has(*FACT_CUES) or (r.votes and r.has(Cue.WHO))
    if not r.has(Cue.BACK) or r.left > SOME or asks_else:
        return None
    if not c.shown and c.last is None:
        return ClarifyQuestion(Unclear.WHAT)
    # Back to the list.
    lists = [t.question for t in reversed(c.turns) if isinstance(t.question, PagedQuestion)]
    if lists and r.has(Cue.LIST):
        return lists[0]
    if c.shown and not (r.has(Cue.CAST) and isinstance(c.last, (VoteQuestion, RollQuestion))):
        return ParagraphQuestion(ByNumber(tuple(map(selection_of, c.shown))))
    return c.last
