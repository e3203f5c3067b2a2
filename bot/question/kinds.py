"""Which question a message asks: the one ordered table of kinds, the surest signs first.

A kind is a function from a Frame to a Question, or None where the message is not of it. The kinds stand in modules of
one subject each. Only `follow` reads what was asked before: a message that stands alone takes nothing from the
conversation.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.language.refusals import When
from bot.question.accounting import accounted, without_list
from bot.question.cited import article, recalled
from bot.question.claimed import with_claim
from bot.question.composed import composed
from bot.question.contradicted import contradicted
from bot.question.each_vote import all_of_them, and_all_others, but_not, each_its_vote, groups_and_states, of_everybody
from bot.question.facts import agreed, body, document, facts, passed
from bot.question.follow import follow, follow_list
from bot.question.found import found
from bot.question.frame import Frame
from bot.question.help import another_figure, empty, helped, no_command, only_yes_or_no, polite
from bot.question.history import across
from bot.question.likened import as_a_group, of_own_group, side
from bot.question.likened_apart import like_and_unlike
from bot.question.model import Question
from bot.question.nobody import nobody
from bot.question.not_told import not_told
from bot.question.notes import note_by_number
from bot.question.paragraphs import if_there_is, in_a_language, paragraphs
from bot.question.purpose import purpose
from bot.question.quotations import quotation
from bot.question.refusal import cited_document, refused
from bot.question.said_of import less_another, said_of_each, said_of_one
from bot.question.sided import with_one_against
from bot.question.sides import and_the_others, more_within, weighed_sides
from bot.question.so_many import so_many
from bot.question.subject import in_others, subject
from bot.question.those_counted import those_counted
from bot.question.untold import for_a_state
from bot.question.veto import veto
from bot.question.votes import (
    all_of_group,
    groups_of,
    like,
    majority,
    named,
    not_cast,
    of_groups,
    only,
    roll,
    share_of_votes,
    table,
    tally,
    which_state,
    whom,
    without,
    without_text,
)
from bot.question.which_of_named import alone, alone_among, which_of_named

_Kind = Callable[[Frame], Question | None]


def _found(f: Frame) -> Question | None:
    return composed(f.reading, f.conversation) or found(f.reading, f.conversation)


_KINDS: tuple[_Kind, ...] = (
    empty,
    only_yes_or_no,
    another_figure,
    no_command,
    quotation,
    purpose,
    cited_document,
    recalled,
    without_list,
    with_one_against,
    like_and_unlike,
    for_a_state,
    refused(When.FIRST),
    veto,
    not_told,
    note_by_number,
    said_of_one,
    said_of_each,
    less_another,
    _found,
    follow_list,
    those_counted,
    across,
    contradicted,
    agreed,
    nobody,
    polite,
    body,
    in_a_language,
    refused(When.BEFORE_VOTES),
    helped,
    alone_among,
    follow,
    in_others,
    article,
    paragraphs,
    which_state,
    and_the_others,
    more_within,
    weighed_sides,
    so_many,
    all_of_them,
    majority,
    passed,
    groups_of,
    each_its_vote,
    of_everybody,
    share_of_votes,
    of_own_group,
    as_a_group,
    side,
    table,
    not_cast,
    like,
    without,
    all_of_group,
    only,
    groups_and_states,
    which_of_named,
    alone,
    and_all_others,
    but_not,
    named,
    whom,
    of_groups,
    roll,
    tally,
    facts,
    document,
    refused(When.LAST),
    without_text,
    subject,
)
"""In the order in which they are tried."""


def question_of(f: Frame) -> Question:
    """The question that a message asks; every message asks one, if only what it is about, or to be asked back."""
    question = next(q for kind in _KINDS if (q := kind(f)) is not None)
    return accounted(with_claim(if_there_is(question, f.reading), f.reading), f)
