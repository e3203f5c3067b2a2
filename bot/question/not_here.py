"""What a message plainly says that a resolution is on of which there is none here: the resolution on penguins, who
abstained on penguins?"""

from __future__ import annotations

from bot.corpus.near_titles import HARDLY, likeness
from bot.language.cues import Cue
from bot.language.normal import is_chinese
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about, chosen
from bot.question.beside_view import in_view_beside
from bot.question.choice import DocumentChoice
from bot.question.conditions import asks_who, topic_of
from bot.question.conversation import Conversation
from bot.question.documents import DOCUMENTS_OFFERED, LEAST_WORDS
from bot.question.fitting import as_choice, last_adopted, not_asked, on_its_states, only_on_them
from bot.question.model import ClarifyQuestion, Refusal, Refused
from bot.question.pieces import Piece, of_resolution, states_in, unknown
from bot.question.reading import Reading, weight
from bot.question.record import Among

_FEW = 3


def plainly(r: Reading, piece: Piece) -> bool:
    """Whether a piece plainly says what a resolution is on whose votes are asked about: the resolution on penguins,
    关于企鹅的决议; or beside such a word names states and something about them."""
    before, behind = _resolution_words(r, piece)
    if not (before or behind) or not (r.about_votes or r.has(Cue.RESULT)):
        return False
    on_states = bool(states_in(r, piece)) and piece.beside
    if unknown(r, piece.start, piece.end) < LEAST_WORDS:
        # 缅甸决议谁反对: somebody else is asked about. A state that put one forward is none that it is on.
        return on_states and not_asked(r, piece) and not r.has(Cue.SPONSORS)
    return piece.on or on_states


def says_on_what(r: Reading, piece: Piece, conversation: Conversation) -> bool:
    """Whether a piece plainly says what is voted on; without a word for a resolution where none is in view: who
    abstained on penguins?"""
    asked_back = isinstance(conversation.last, ClarifyQuestion)
    votes = bool(r.votes) or r.has(Cue.CAST)
    asks = votes and (asks_who(r) or (r.has(Cue.HOW) and bool(r.states)))
    alone = piece.on and asks and not conversation.symbol and not asked_back
    says = unknown(r, piece.start, piece.end) >= LEAST_WORDS or (asks_who(r) and bool(states_in(r, piece)))
    return plainly(r, piece) or (alone and says) or in_view_beside(r, piece, conversation) is not None


def of_no_resolution(r: Reading) -> Refusal | None:
    """That there is none here on what a message asks about, where that is a term that is known, and in no title: on the
    right to food. None where it may be otherwise."""
    said = topic_of(r)
    words = said.replace(" ", "") if is_chinese(said[:1] or " ") else said
    # 在食物权上: what stands behind it is none of it.
    known = next((x for x in (words, words[:-1]) if len(x) > 1 and len(r.library.terms.in_any_form(x)) > _FEW), "")
    if not known or weight(known) < LEAST_WORDS or not (r.states or r.groups or asks_who(r)):
        return None
    return None if about(known, r.library) else Refusal(Refused.OTHER_SUBJECT, _as_said(known, r))


def _as_said(words: str, r: Reading) -> str:
    """Words as they stand in the message, with those that are none of them between."""
    first, last = words.split()[0], words.split()[-1]
    start, end = r.text.norm.find(first), r.text.norm.rfind(last) + len(last)
    return r.text.cased[start:end] if 0 <= start < end else words


def _resolution_words(r: Reading, piece: Piece) -> tuple[list[int], list[int]]:
    """Where words for a resolution begin before a piece, and end behind one in Chinese."""
    chinese = is_chinese(r.text.norm[piece.end - 1])
    spans = of_resolution(r)
    before = [a for a, b in spans if not chinese and r.skipped(b, ()) == piece.whole[0]]
    articles = [a for a, b in r.shapes.get(Shape.ARTICLE, ()) if b + 1 in before]
    ones = r.spans_of(Shape.LISTED_ONE)
    # 缅甸那个决议: to the end of both.
    ends = (b for a, b in spans if a >= piece.end and (chinese or (a, b) in ones))
    return articles or before, [b for b in ends if not chinese or all(a != b for a, _ in spans)]


def nowhere_near(r: Reading, piece: Piece) -> DocumentChoice | Refusal:
    """What comes nearest to a piece that plainly describes a resolution, to choose from; a refusal where nothing comes
    near."""
    if none := of_no_resolution(r):
        return none
    words = r.text.cased[piece.start : piece.end]
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    near = r.library.titles.ranked(words, frozenset(chosen(Among(times.periods(r), body), r.library)))
    places = [at for x in near if likeness(x.found, weight(words)) >= HARDLY for at in x.places]
    if places:
        return as_choice(r, piece, last_adopted(frozenset(places), r)[:_FEW], surely=False)
    if elsewhere := on_its_states(r, piece, r.library.catalogue.every):
        if times.periods(r):
            return Refusal(Refused.OTHER_TIME)
        # Of another body, where one is named.
        return as_choice(r, piece, elsewhere, surely=not r.bodies and only_on_them(r, piece, elsewhere))
    timed = bool(times.periods(r)) and not states_in(r, piece)
    then = chosen(Among(times.periods(r), body), r.library) if timed else ()
    if 0 < len(then) <= DOCUMENTS_OFFERED:
        # Its title may not say what it is known for.
        return as_choice(r, piece, last_adopted(frozenset(then), r), surely=False)
    before, behind = _resolution_words(r, piece)
    if not (before or behind):
        return Refusal(Refused.OTHER_SUBJECT, words)
    start = min([piece.whole[0], *before])
    # On the Myanmar resolution: that one. 关于缅甸的决议 has no name without its first word.
    on = [b for a, b in r.spans_of(Cue.ON_SUBJECT) if a == start and not is_chinese(r.text.norm[a])]
    start = r.skipped(max(on), ()) if on else start
    return Refusal(Refused.OTHER_DOCUMENT, r.text.cased[start : min(behind, default=piece.end)])
