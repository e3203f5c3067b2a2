"""The resolution that a message describes beside the one in view: 换成叙利亚那份, and the one on apes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bot.corpus.lazy import Lazy
from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.beside import year_of
from bot.question.choice import DocumentChoice
from bot.question.conversation import Conversation
from bot.question.documents import LEAST_WORDS
from bot.question.fitting import as_choice, on_its_states, only_on_them, told_by
from bot.question.model import SURE_KINDS, RollQuestion, TableQuestion, TallyQuestion, VoteQuestion
from bot.question.pieces import OF_RESOLUTION, Piece, states_in, unknown
from bot.question.reading import Reading
from bot.question.record import Among
from bot.resolution import Resolution, Span

_AS_LIKE = 10
"""Per cent by which a title may be less like that of the resolution in view than the one most like it, to be meant as
well: that on Iran is at 76 to that on Syria, and at 41 to that on the Syrian Golan."""


_NONE: tuple[bool, Sequence[int]] = (False, ())


def in_view_beside(r: Reading, piece: Piece, conversation: Conversation) -> Resolution | None:
    """The resolution in view, where another one is asked about beside it: 换成叙利亚那份, and the one on apes, who was
    against?; and on apes?, after a vote on one of which there is no text.

    What a message with a body or a time of its own asks, it asks of the resolutions of these."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    if in_view is None:
        return None
    # Words of the description ask nothing.
    outside = replace(r, cues={cue: [x for x in of if not _within(x, piece)] for cue, of in r.cues.items()})
    outside = replace(outside, cues={cue: of for cue, of in outside.cues.items() if of})
    asks = outside.about_votes or r.groups or outside.has(Cue.RESULT, Cue.WHO, Cue.COUNTRIES, Cue.HOW)
    of_one = (r.tells(*OF_RESOLUTION, Shape.LISTED_ONE) and piece.on) or piece.beside
    after_vote = _after_vote(r, piece, in_view, conversation)
    on_states = bool(states_in(r, piece))
    says_more = unknown(r, piece.start, piece.end) >= LEAST_WORDS
    # 那对叙利亚呢 asks on Syria.
    on = piece.on or any(r.skipped(b, ()) == piece.start for _, b in r.spans_of(Shape.OF_OBJECT))
    on_another = after_vote and ((on and on_states) or says_more)
    says = says_more or on_states
    goes_on = r.has(Cue.AND_THEN) or (after_vote and r.tells(Shape.LISTED_ONE))
    asks_elsewhere = asks and bool(r.bodies or times.dated(r))
    return in_view if says and (of_one or on_another) and goes_on and not asks_elsewhere else None


def _after_vote(r: Reading, piece: Piece, in_view: Resolution, conversation: Conversation) -> bool:
    """Whether votes were asked about before, and what a piece says is no subject of the text in view."""
    last = conversation.last
    if not in_view.paragraphs:
        return isinstance(last, SURE_KINDS)
    if not isinstance(last, _OF_VOTES):
        return False
    library, words = r.library, r.text.cased[piece.start : piece.end]
    terms = library.terms.in_any_form(words)
    near = ((term, found) for term in terms for found in library.worded(term, _LOOKED_AT, in_view))
    return not any(library.found_by.says(term, found.position) for term, found in near)


_OF_VOTES = (VoteQuestion, RollQuestion, TableQuestion, TallyQuestion)
_LOOKED_AT = 20
"""How many of the paragraphs that come nearest to some words are looked at for them."""


def _within(span: Span, piece: Piece) -> bool:
    return piece.start <= span[0] and span[1] <= piece.end


def beside_view(r: Reading, piece: Piece, in_view: Resolution) -> DocumentChoice | None:
    """The one that a piece describes of the body and year of the resolution in view, or of its body; of several, the
    one whose title is most like its."""
    named = times.periods(r)
    among = [Among(named or year_of(in_view), in_view.body), Among(named, in_view.body)]
    if r.tells(Shape.SAME_DAY):
        among = [Among((Period(in_view.adopted, in_view.adopted),), in_view.body)]
    within = [frozenset(chosen(each, r.library)) for each in among]
    told = (told_by(r, piece, each) for each in within)
    surely, places = next(((surely, found.keys) for surely, found in told if found), _NONE)
    sure, of_body = told_by(r, piece, within[-1])
    if sure and of_body:
        # What is plainly another one of the body is none of that year that is a little like it.
        surely, places = True, [at for at in of_body.keys if at in within[0]] or of_body.keys
    if not places:
        on = on_its_states(r, piece, frozenset(chosen(among[0], r.library)))
        return as_choice(r, piece, on, surely=len(on) == 1) if on else None
    # Of thousands with like titles none is read for that.
    titles = [r.library.summaries[at].titles[0] for at in places]
    like = [fuzz.ratio(title, in_view.title.text) for title in titles]
    least = max(like) - _AS_LIKE
    best = [at for at, each in zip(places, like, strict=True) if each >= least]
    found = Lazy(best, r.library.resolutions.__getitem__)
    return as_choice(r, piece, found, surely or only_on_them(r, piece, found)) if best else None
