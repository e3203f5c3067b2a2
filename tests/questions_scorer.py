"""Holds a reply to a labelled question against what its row expects.

A row is {"id", "lang", "turns": […, "the message that is scored"], "expect": {…}}; "accept": [{…}, {…}]
stands instead of "expect" where more than one reading is right. What an expectation has besides its kind:

    vote                    votes: exactly the countries named, and how each stands in the record
    roll                    countries: exactly the voters that answer
    tally, fact             has: of every inner list, one string stands in the text
    paragraph               exact: this set, asked by number; or best: one of these comes first
    none                    (nothing) refused, or asked back with paragraphs that may be meant
    paragraph_out_of_range  (nothing) the reply is about paragraphs, and shows none
    document, help, clarify

A row that asks yes or no also has "verdict": which of them the reply has to give, from the votes in the published text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SAID = {
    "tally": {"tally", "roll"},
    "fact": {"fact", "tally", "paragraph", "document"},
    "paragraph_out_of_range": {"paragraph"},
}
"""The kinds of reply that will do, where they are not the very kind expected."""


def squeeze(text: str) -> str:
    """A text without case, white space, commas and emphasis marks."""
    return "".join(c for c in text.casefold() if not c.isspace() and c not in "*_`,，")


def has(text: str, wanted: list[list[str]]) -> bool:
    """Whether of every list of alternatives one stands in the text."""
    squeezed = squeeze(text)
    return all(any(squeeze(x) in squeezed for x in alternatives) for alternatives in wanted)


def fits(reply: Mapping[str, Any], want: Mapping[str, Any]) -> bool:
    """Whether a reply (the fields of ``ask --json``) gives what one expectation asks for."""
    kind, paragraphs = want["kind"], reply["paragraphs"]
    if kind == "none" and reply.get("offered"):
        return True
    if reply["kind"] not in SAID.get(kind, {kind}):
        return False
    match kind:
        case "vote":
            return bool(reply["votes"] == want["votes"])
        case "roll":
            return set(reply["votes"]) == set(want["countries"])
        case "paragraph":
            return (
                set(paragraphs) == set(want["exact"])
                if "exact" in want
                else bool(paragraphs) and paragraphs[0] in want["best"]
            )
        case "paragraph_out_of_range":
            return not paragraphs
        case "tally" | "fact":
            return has(reply["text"], want.get("has", []))
        case _:
            return True


def right(reply: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether a reply fits one of the readings a row accepts, and says yes or no where the row asks that."""
    return row.get("verdict") in (None, reply["verdict"]) and any(
        fits(reply, want) for want in row.get("accept") or [row["expect"]]
    )
