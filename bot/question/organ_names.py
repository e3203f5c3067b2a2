"""Names of groups that have the name of a body in them, which is no condition: постоянные члены СБ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.corpus.library import Library
from bot.language.named import Mention
from bot.language.normal import normal
from bot.resolution import Body


def with_organs(mentions: Sequence[Mention], norm: str, library: Library) -> list[Mention]:
    """The mentions; those of a group that is called after a body with the name of that body too, where it stands right
    beside them; with a word between it may be the body in which the group is to have voted."""
    if not any(m.named.group for m in mentions):
        return list(mentions)
    return [_with_organ(m, norm, library) if m.named.group else m for m in mentions]


def _with_organ(mention: Mention, norm: str, library: Library) -> Mention:
    organs = library.bodies_in(norm)
    called_after = _called_after(mention.named.group, library) if organs else frozenset()
    for start, end, body in organs:
        between = (mention.end, start) if mention.end <= start else (end, mention.start)
        over = start < mention.end and mention.start < end
        if body in called_after and not over and not norm[slice(*between)].strip():
            return replace(mention, start=min(start, mention.start), end=max(end, mention.end))
    return mention


def _called_after(group: str, library: Library) -> frozenset[Body]:
    """The bodies whose names the name of a group has in it."""
    names = library.names.groups[group].names.values()
    return frozenset(body for name in names for _, _, body in library.bodies_in(normal(name)))
