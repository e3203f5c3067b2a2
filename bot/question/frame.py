"""The slots of a message about states and votes, each read here and nowhere else.

Names are operands; the words between and around them say how they belong together::

    who       = operand { join operand } | who "except" operands
    operand   = state | group | like state
    join      = "and" (union) | "of", "who are also" (intersection)
    operands  = operand { "and" operand }          what one word for "except" leaves out: see exceptions
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.named import Mention, Named, Sense
from bot.language.normal import blank
from bot.language.shapes import Shape
from bot.question.agreeing import with_sides
from bot.question.conversation import Conversation
from bot.question.exceptions import exceptions, inside
from bot.question.model import SURE_KINDS, RollQuestion, TableQuestion, VoteQuestion
from bot.question.reading import VOTE_CUES, Reading, letters
from bot.question.sets import (
    EVERYONE,
    Less,
    Members,
    StateSet,
    These,
    VotedLike,
    all_of,
    any_of,
    groups_in,
    less,
    parts,
)
from bot.resolution import Span


class Role(StrEnum):
    """What a name does in a message."""

    ASKED = "asked"
    LEFT_OUT = "left_out"
    PUT_BACK = "put_back"
    """Left out with others, and taken back in: the Arab League less the GCC, but with Kuwait."""
    LIKE = "like"
    """Others are sought by it: who voted like Japan."""
    CORRECTED = "corrected"
    """Said only to take it back: 不是中国，是日本."""


@dataclass(frozen=True)
class Frame:
    """What a message says, with who is asked about, and what was said before it."""

    reading: Reading
    roles: tuple[tuple[Mention, Role], ...]
    conversation: Conversation
    used: frozenset[Span] = frozenset()
    """Where words for "except" and "not of" stand that leave something out, and those that negate a vote."""

    def _of(self, role: Role) -> tuple[Mention, ...]:
        return tuple(m for m, r in self.roles if r is role)

    @property
    def asked(self) -> tuple[Mention, ...]:
        """The names of those who are asked about."""
        return self._of(Role.ASKED)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The codes of the states asked about one by one, in order, each once."""
        return tuple(dict.fromkeys(c for m in self._of(Role.ASKED) if not m.named.group for c in m.named.codes))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups asked about, in order, each once."""
        return tuple(dict.fromkeys(m.named.group for m in self._of(Role.ASKED) if m.named.group))

    @property
    def one_or_other(self) -> bool:
        """Whether the states asked about are joined by a word for or: 智利或者秘鲁, Chile or Peru."""
        asked = self._of(Role.ASKED)
        return any(inside(self.reading.cues.get(Cue.OR, ()), a.end, b.start) for a, b in pairwise(asked))

    @property
    def places(self) -> tuple[int, ...]:
        """Where the names of what is asked about begin."""
        return tuple(m.start for m in self._of(Role.ASKED))

    @cached_property
    def left_out(self) -> tuple[StateSet, ...]:
        """What is left out."""
        return _sets(self._of(Role.LEFT_OUT))

    @property
    def not_asked(self) -> tuple[Mention, ...]:
        """The names of what is left out, or taken back."""
        return (*self._of(Role.LEFT_OUT), *self._of(Role.CORRECTED))

    @cached_property
    def put_back(self) -> tuple[StateSet, ...]:
        """What is put back of that."""
        return _sets(self._of(Role.PUT_BACK))

    @cached_property
    def like(self) -> tuple[StateSet, ...]:
        """Those whom others are sought to have voted like, or unlike."""
        return tuple(VotedLike(c, not self._unlike(m)) for m in self._of(Role.LIKE) for c in m.named.codes)

    def _unlike(self, mention: Mention) -> bool:
        """Whether others are sought who voted otherwise: 和中国投得不一样, did not vote like China."""
        r = self.reading
        beside = (Cue.VOTING, Cue.JOIN, Cue.LIKE, Cue.MEMBERS)
        negated = any(
            r.precedes(start, (Cue.NEGATION,), beside) for start, _ in (*r.cues.get(Cue.SAME, ()), (mention.start, 0))
        )
        return r.has(Cue.DIFFER) or (negated and not r.votes)

    @cached_property
    def group_set(self) -> StateSet:
        """The states that the groups asked about mean together: a union, or where the words say so, an intersection."""
        mentions = [m for m in self._of(Role.ASKED) if m.named.group]
        if not mentions:
            return EVERYONE
        unions: list[list[StateSet]] = [[Members(mentions[0].named.group)]]
        for before, after in pairwise(mentions):
            if self._also(before, after):
                unions[-1].append(Members(after.named.group))
            else:
                unions.append([Members(after.named.group)])
        return any_of(*(all_of(*sets) for sets in unions))

    @property
    def who(self) -> StateSet:
        """All of it: the groups, those like a state, less what is left out; states asked about one by one are not in
        it."""
        whole = all_of(*self.like, self.group_set)
        members = {c for g in self.groups for c in members_of(g, self.reading)}
        back = {c for m in self._of(Role.PUT_BACK) for c in m.named.codes}
        if members and back and back.isdisjoint(members):
            # The EU minus Germany plus Norway, which never was in it.
            return any_of(less(whole, *self.left_out), These(tuple(sorted(back))))
        return less(whole, *(less(s, *self.put_back) for s in self.left_out))

    @property
    def sets(self) -> tuple[StateSet, ...]:
        """What is compared, where several are: the groups and states in the order named."""
        return tuple(dict.fromkeys(_set(m) for m in self._of(Role.ASKED)))

    def split_at_being(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The groups before and behind the word that says what voters are: 投反对票的欧盟国家都 | 是 | 北约的.

        Nothing where no such word stands with a vote before, or with names and small words alone behind it.
        """
        r, asked = self.reading, [m for m in self._of(Role.ASKED) if m.named.group]
        ends = [end for spans in r.vote_spans.values() for _, end in spans]
        if not asked or not ends or min(ends) > asked[-1].start:
            return (), ()
        beings = [x for x in r.cues.get(Cue.BEING, ()) if x[1] <= asked[-1].start]
        between = [x for x in beings if x[0] >= min(ends)]
        # Are all those against it members of NATO: the word stands before both, and the name is what is behind the
        # vote.
        if not beings or "," in r.text.norm[max(ends) : asked[-1].start]:
            return (), ()
        at = max(x[0] for x in between) if between else max(ends)
        before = tuple(m.named.group for m in asked if m.start < at)
        return before, tuple(m.named.group for m in asked if m.start >= at)

    def _also(self, before: Mention, after: Mention) -> bool:
        """Whether two groups are named to mean those in both: 既是…又是, EU members of NATO."""
        r = self.reading
        if r.has(Cue.COMPARE):
            return False
        if any(end <= before.start + 1 or start >= after.end for start, end in r.cues.get(Cue.IN_BOTH, ())):
            return True
        if inside(r.cues.get(Cue.OR, ()), before.end, after.start):
            return False
        between = r.text.norm[before.end : after.start]
        return bool(inside(r.cues.get(Cue.OF_THOSE, ()), before.end, after.start)) or not between.strip()


def _set(mention: Mention) -> StateSet:
    return Members(mention.named.group) if mention.named.group else These(mention.named.codes)


def _sets(mentions: Iterable[Mention]) -> tuple[StateSet, ...]:
    """The sets of several mentions, all single states in one."""
    groups = tuple(dict.fromkeys(_set(m) for m in mentions if m.named.group))
    codes = tuple(dict.fromkeys(c for m in mentions if not m.named.group for c in m.named.codes))
    return (*groups, These(codes)) if codes else groups


def frame_of(r: Reading, conversation: Conversation | None = None) -> Frame:
    """The slots of a message in a conversation; None: nothing was said before it."""
    r, conversation = with_sides(r), conversation or Conversation()
    goes_on = isinstance(conversation.last, SURE_KINDS)
    named = [m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.SEVERAL, Sense.GROUP)]
    mentions = [_its_group(m, r, goes_on) for m in named]
    found = exceptions(mentions, r)
    back = found.put_back if found.left_out or _left_out_before(conversation) else ()
    roles = [
        (m, Role.LEFT_OUT if m in found.left_out else Role.PUT_BACK if m in back else Role.ASKED) for m in mentions
    ]
    roles = _taken_back(_replaced(_corrected(roles, r), r, conversation), r, conversation)
    return Frame(r, tuple(_liked(roles, r)), conversation, found.used)


def _left_out_before(conversation: Conversation) -> bool:
    """Whether the question before leaves somebody out, who can be put back."""
    last = conversation.last
    return isinstance(last, RollQuestion) and any(isinstance(x, Less) for x in parts(last.who))


def _its_group(mention: Mention, r: Reading, goes_on: bool) -> Mention:
    """The regional group in place of a state that it is named by: how did Chile's group vote, 美国所在的组.

    goes_on: whether votes were asked about before.
    """
    words, at = r.cues.get(Cue.OWN_GROUP, ()), (mention.end, r.skipped(mention.end, _BEFORE_GROUP))
    beside = any(start in at or (start < mention.start and mention.end < end) for start, end in words) or r.precedes(
        mention.start, (Cue.OWN_GROUP,), (Cue.MEMBERS,)
    )
    asks_how = r.about_votes or (goes_on and not r.has(Cue.WHICH_GROUP))
    if not beside or not asks_how or mention.named.sense is not Sense.STATE:
        return mention
    group = regional_group(mention.named.codes[0], r)
    return replace(mention, named=Named(Sense.GROUP, group=group)) if group else mention


_BEFORE_GROUP = (Cue.MEMBERS, Cue.FILLER, Cue.OF_THOSE)


def both_named(one: Mention, other: Mention, r: Reading) -> bool:
    """Whether a state and a group are joined by nothing but an "and": the EU and the US."""
    joins = inside(r.cues.get(Cue.JOIN, ()), one.end, other.start)
    said = letters(blank(r.text.norm[one.end : other.start], [(a - one.end, b - one.end) for a, b in joins]))
    return bool(one.named.group) is not bool(other.named.group) and bool(joins) and not said


def regional_group(code: str, r: Reading) -> str:
    """The id of the regional group of a state on the day of the vote; empty where it is in none."""
    names = r.library.names
    return next((g for g in names.regional if code in members_of(g, r)), "")


def members_of(group: str, r: Reading) -> frozenset[str]:
    """The members of a group on the day of the vote; where it is not known which vote is meant, on any day."""
    found = r.library.names.groups[group]
    return found.on(r.resolution.adopted) if r.resolution else found.members


# --- what is taken back, and what others are sought by ---------------------------------------------


def _corrected(roles: list[tuple[Mention, Role]], r: Reading) -> list[tuple[Mention, Role]]:
    """不是中国，是日本; 打错了，不是马耳他，是马尔代夫: the first is said only to be taken back."""
    asked = [m for m, role in roles if role is Role.ASKED and not m.named.group]
    others = [m for m, role in roles if role is Role.LEFT_OUT and not m.named.group]
    if (
        asked
        and others
        and not r.has(Cue.WHO, Cue.ELSE, Cue.LIST, Cue.SAME)
        and not any(m.named.group for m, _ in roles)
    ):
        # 不要中国，说日本.
        return [(m, Role.CORRECTED if m in others else role) for m, role in roles]
    if group := _other_group(roles, r):
        return [(m, Role.CORRECTED if m is group else role) for m, role in roles]
    refused = [m for m in asked if _negated(m, r) or _denied(m, r)]
    if not refused:
        # Côte d'Ivoire, no, sorry, India.
        refused = [a for a, b in pairwise(asked) if inside(r.cues.get(Cue.CORRECTION, ()), a.end, b.start)]
    if not refused or len(refused) == len(asked):
        return roles
    # Who supported it but not China: no correction, where others are sought.
    role = Role.LEFT_OUT if r.has(Cue.WHO, Cue.LIST) and not r.has(Cue.CORRECTION) else Role.CORRECTED
    return [(m, role if m in refused else old) for m, old in roles]


def _other_group(roles: list[tuple[Mention, Role]], r: Reading) -> Mention | None:
    """Not the EU, I meant NATO: the group that a message begins with only to take it back; None where it does not."""
    first = next((m for m, role in roles if role is Role.LEFT_OUT), None)
    others = [m for m, role in roles if role is Role.ASKED]
    if first is None or len(roles) != 1 + len(others) or not others or not all(m.named.group for m, _ in roles):
        return None
    word = r.word_before(first.start, (Cue.NEGATION, Cue.NOT_OF), (Cue.FILLER, Cue.MEMBERS))
    leads = r.spans_of(Cue.FILLER, Cue.CORRECTION, Cue.COMPLAINT, Cue.AND_THEN, Shape.NO_SAID)
    at_head = word is not None and not letters(blank(r.text.norm, leads)[: word[0]])
    apart = "," in r.text.norm[first.end : others[0].start]
    return first if at_head and apart and not r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, *VOTE_CUES) else None


def _taken_back(
    roles: list[tuple[Mention, Role]], r: Reading, conversation: Conversation
) -> list[tuple[Mention, Role]]:
    """The Asian group, not the African one; no el africano, sino el asiático: the groups that were asked about before
    and are negated are said only to be taken back, where others are named in their place."""
    last = conversation.last
    asked = (last.who,) if isinstance(last, RollQuestion) else last.sets if isinstance(last, TableQuestion) else ()
    before = {group for who in asked for group in groups_in(who)}
    named = {m.named.group for m, _ in roles}
    if not before & named or "" in named or r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, *VOTE_CUES):
        return roles
    back = {m.named.group for m, role in roles if role is Role.LEFT_OUT or _negated(m, r)}
    # And the EU but not NATO?: of those.
    corrects = roles[0][0].named.group in back or r.tells(Shape.NO_SAID) or r.has(Cue.CORRECTION)
    if back != before & named or back == named or (r.ends_as_question and not corrects):
        return roles
    return [(m, Role.CORRECTED if m.named.group in back else Role.ASKED) for m, _ in roles]


def _replaced(
    roles: list[tuple[Mention, Role]], r: Reading, conversation: Conversation
) -> list[tuple[Mention, Role]]:
    """Iran instead of Russia: of the two, the one whose vote was asked about before is said only to be replaced."""
    last = conversation.last
    before = set(last.states) if r.tells(Shape.REPLACED) and isinstance(last, VoteQuestion) else set()
    return [(m, Role.CORRECTED if before and set(m.named.codes) <= before else role) for m, role in roles]


def _liked(roles: list[tuple[Mention, Role]], r: Reading) -> list[tuple[Mention, Role]]:
    """和中国投得一样的有哪些: others are sought, by the states named."""
    states = [m for m, role in roles if role is Role.ASKED and not m.named.group]
    groups = [m for m, role in roles if role in (Role.ASKED, Role.LEFT_OUT) and m.named.group]
    # China, India, Japan: the odd one out; which of them voted otherwise than the other two.
    apart = r.has(Cue.DIFFER) or r.has(Cue.NEGATION)
    among_them = len(states) > 1 and (r.has(Cue.RANKS) or (apart and r.has(Cue.REST)))
    # 跟日本一样的亚太国家还有吗 asks for others, and no yes or no of all of them.
    others = r.has(Cue.ELSE) and (r.has(Cue.THERE_IS) or not (groups and r.asks))
    seeks = others or r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY) or (groups and len(states) == 1 and not r.asks)
    there_is = any(m.start >= end for m in states for _, end in r.cues.get(Cue.THERE_IS, ()))
    seeks = seeks or ((r.has(Cue.LIST) or there_is) and len(states) == 1)
    # 谁和俄罗斯一起弃权.
    together = {a for a, _ in r.spans_of(Shape.TOGETHER)}
    beside = any(r.precedes(m.start, (Cue.LIKE,), (Cue.MEMBERS,)) or m.end in together for m in states)
    like = r.has(Cue.SAME, Cue.DIFFER) or (beside and bool(r.has(Cue.CAST) or r.votes))
    if not states or not like or not seeks or among_them or r.has(Cue.COMPARE):
        return roles
    return [(m, Role.LIKE if m in states else role) for m, role in roles]


def _negated(mention: Mention, r: Reading) -> bool:
    """Whether a negation stands right before a name, by itself: 不是中国, and not 和另外两个不同：中国."""
    word = r.word_before(mention.start, (Cue.NEGATION, Cue.NOT_OF), (Cue.FILLER, Cue.CORRECTION))
    wider = r.spans_of(Cue.SAME, Cue.DIFFER)
    return word is not None and not any(a <= word[0] and word[1] <= b for a, b in wider)


def _denied(mention: Mention, r: Reading) -> bool:
    """Whether a negation and the end of a clause follow a name, and more behind it: No, Somalia no, Bangladesh; not
    Japan no, right?"""
    norm = r.text.norm
    at = len(norm) - len(norm[mention.end :].lstrip())
    ends = [b for a, b in r.cues.get(Cue.NEGATION, ()) if a == at]
    said = blank(norm, r.spans_of(Cue.YES_OR_NO))
    return any(norm[end:].startswith(",") and letters(said[end:]) for end in ends)
