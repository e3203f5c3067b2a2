"""Symbols for texts of other bodies that print none: made of their number, their session and who adopted them."""

from __future__ import annotations

import re

from bot.corpus.forms.other_bodies import CONFERENCES
from bot.resolution import Body

_MADE = {
    Body.COMMISSION_ON_HUMAN_RIGHTS: (r"((?:19|20)\d\d/\d{1,3})", "E/CN.4/{kind}/{0}"),
    Body.SUB_COMMISSION_ON_HUMAN_RIGHTS: (r"((?:19|20)\d\d/\d{1,3})", "E/CN.4/Sub.2/{kind}/{0}"),
    Body.WORLD_HEALTH_ASSEMBLY: (r"(\d{1,3})\.(\d{1,3})", "WHA{0}.{1}"),
    Body.UN_ENVIRONMENT_ASSEMBLY: (r"(\d{1,2})/(\d{1,3})", "UNEP/EA.{0}/{of_assembly}.{1}"),
    Body.UN_HABITAT_ASSEMBLY: (r"(\d{1,2})/(\d{1,3})", "HSP/HA.{0}/{of_assembly}.{1}"),
    Body.IAEA_GENERAL_CONFERENCE: (r"(\d{1,3})", "GC({session})/{kind}/{0}"),
    Body.UNESCO_GENERAL_CONFERENCE: (r"(\d{1,3})", "{session} C/Resolution {0}"),
}
"""By body, what its numbers look like, and its symbols."""


def made(body: Body, number: str, session: int, *, decision: bool) -> str:
    """The symbol that a body gives the text with that number; empty where its symbols can't be made of it. session: 0
    where none is known."""
    pattern, form = _MADE.get(body, ("(?!)", ""))
    found = re.fullmatch(pattern, number)
    if found is None or ("{session}" in form and not session):
        return ""
    kind, of_assembly = ("DEC", "Dec") if decision else ("RES", "Res")
    return form.format(*found.groups(), session=session, kind=kind, of_assembly=of_assembly)


def of_conference(name: str, heading: str, session: int) -> str:
    """The symbol of a text that a conference known by that name heads so (Resolution VI); empty for any other."""
    signs = (sign for sign, names in CONFERENCES.items() if any(each.casefold() in name.casefold() for each in names))
    sign = next(signs, "")
    return f"{sign}.{session}/{heading}" if sign and session else ""
