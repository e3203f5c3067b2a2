"""Which words say how others belong together."""

from __future__ import annotations

from bot.language.cues import Cue

STRUCTURE = frozenset({
    Cue.OR, Cue.VOTING, Cue.WHO_VOTES, Cue.NOT_OF, Cue.OF_THOSE, Cue.IN_BOTH, Cue.JOIN, Cue.MEMBERS, Cue.BOTH,
    Cue.EITHER,
    Cue.MOST, Cue.NO_ONE, Cue.YES_OR_NO, Cue.WHETHER, Cue.RHETORICAL, Cue.FIRST_ONE, Cue.THERE_IS, Cue.THE_TEXT,
    Cue.INCLUDED,
    Cue.NO_NAMES, Cue.UNITED, Cue.SPLIT, Cue.MOST_OF, Cue.LEAST, Cue.LIKE, Cue.CONCORD, Cue.KIND_OF, Cue.OF_THE_VOTES,
    Cue.BEING,
    Cue.LEAVE, Cue.OUT, Cue.PUT_BACK, Cue.PUT_BACK_BEHIND, Cue.WHICH_OF, Cue.WHICH_ONES, Cue.REST,
    Cue.REST_OF_NUMBER, Cue.THAT_SET, Cue.TWO_SETS, Cue.OWN_GROUP,
})  # fmt: skip
"""Words that say how others belong together, or what they are beside others: none of them explains a message by
itself."""
