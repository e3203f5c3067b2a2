"""The words where no document is answered from: help, questions asked back, refusals; and the examples under them."""

from __future__ import annotations

from bot.answer.model import Answer, ClarifyAnswer, HelpAnswer, NoneAnswer
from bot.language.speaking import OFFICIAL_LINK, REPLY_LANGUAGES, own_name
from bot.question.conversation import MEMORY, REMEMBERED
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.model import SAID_BESIDE, Refused, Topic, Unclear
from bot.resolution import Adoption, Resolution
from bot.wording.documents import document_values
from bot.wording.languages import languages_held
from bot.wording.lists import entry
from bot.wording.paragraphs import described, numbered_lines
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import Voice

_EXAMPLES = {
    Refused.OTHER_DOCUMENT: "document", Refused.OTHER_TIME: "document", Refused.OTHER_BODY: "document",
    Refused.REASON: "votes", Refused.OTHER_SUBJECT: "document",
    Refused.FUTURE: "votes", Refused.NOT_CAST: "votes", Refused.SPONSORS: "document", Refused.PERSON: "text",
    Refused.MONEY: "text",
    Refused.NOT_FOUND: "text", Refused.LANGUAGE: "text",
}  # fmt: skip
"""Which examples fit a refusal; the general ones otherwise."""

_OF_ALL = frozenset({
    Refused.OTHER_DOCUMENT, Refused.OTHER_SUBJECT, Refused.OTHER_TIME, Refused.OTHER_BODY, Refused.CHAT,
    Refused.SERVICE, Refused.VETO, Refused.ONLY_ONE,
})  # fmt: skip
"""The refusals that speak of all the documents there are."""
_OF_ANY = _OF_ALL | {Refused.REASON, Refused.OPINION, Refused.FUTURE, Refused.SPONSORS}
"""Those that hold of whichever document, where none is in view."""

_OF_THE_TEXT = frozenset({Refused.NO_TEXT, Refused.LANGUAGE, Refused.PERSON, Refused.MONEY, Refused.NOT_FOUND})
"""Those of what a text may tell: where there is none, that is said."""


_WHICH = (Unclear.WHICH_STATE, Unclear.WHICH_DOCUMENT, Unclear.WHICH_BODY)
"""Why is asked back, where what may be meant is offered and no examples are."""


def help_reply(answer: HelpAnswer, voice: Voice) -> Reply:
    """What the bot is, does and remembers; a greeting, or thanks."""
    values = _about(answer.resolution, voice)
    many = "" if answer.resolution and len(voice.library.resolutions) == 1 else "_many"
    if answer.topic is Topic.ABOUT:
        return ((Piece(voice.wording(f"help.about{many}", **values)),),)
    if answer.topic is Topic.PRIVACY:
        return ((Piece(voice.wording("help.privacy", memory=MEMORY, minutes=REMEMBERED // 60)),),)
    if answer.topic is Topic.LANGUAGE:
        return ((Piece(voice.wording("telegram.language_now")),),)
    if answer.topic is Topic.THANKS:
        return (_examples("help.thanks", "general", voice),)
    hello = voice.wording(f"help.hello{many}", **values)
    return (
        (Piece(hello),),
        _examples("help.ask", "general", voice),
        (Piece(voice.wording("help.limits") + "\n" + _commands(voice)),),
    )


_SAID_IN_HELP = ("para", "vote", "roll", "tally", "full", "docs", "use", "lang", "about", "privacy")


def _commands(voice: Voice) -> str:
    """The commands by name, but for those that only one face has."""
    return voice.wording("help.commands", commands=" ".join(f"/{name}" for name in _SAID_IN_HELP))


def _about(resolution: Resolution | None, voice: Voice) -> dict[str, object]:
    """What a sentence about the document in view, or about all there are, can be filled in with."""
    return {"count": voice.count, **(document_values(resolution, voice) if resolution else {})}


def clarify_reply(answer: ClarifyAnswer, voice: Voice) -> Reply:
    """What is asked back where a message could mean several things, or nothing known."""
    q = answer.question
    if q.unclear is Unclear.LANGUAGE:
        return ((Piece(_not_spoken(q.part, voice)),), _examples("clarify.try", "general", voice))
    if q.unclear in (Unclear.ASIDE, Unclear.CLAIM, Unclear.UNCHECKED):
        return ((Piece(voice.wording(f"clarify.{q.unclear}", part=q.part)),),)
    if q.unclear is Unclear.SPELT:
        return ((Piece(voice.wording("clarify.spelt", part=q.part, meant=q.meant)),),)
    if q.unclear is Unclear.TAKEN_FOR:
        name = voice.group(q.meant) if q.meant else voice.name(q.states[0])
        return ((Piece(voice.wording("clarify.spelt", part=q.part, meant=name)),),)
    if q.unclear is Unclear.WHICH_STATE:
        states = [voice.library.names.unmistakable(c, voice.wording.language) for c in q.states]
        return ((Piece(voice.wording("clarify.which_state", states=voice.wording("clarify.or").join(states))),),)
    if q.unclear is Unclear.WHICH_BODY:
        bodies = voice.wording("clarify.or").join(voice.wording(f"body.{body.name.lower()}") for body in q.bodies)
        return ((Piece(voice.wording("clarify.which_body", bodies=bodies)),),)
    if q.unclear is Unclear.WHICH_DOCUMENT:
        found = [r for symbol in q.symbols if (r := voice.library.get(symbol))] or voice.library.catalogue.latest[
            :DOCUMENTS_OFFERED
        ]
        lines = "\n".join(f"{i}. {entry(voice.summary(r), voice)}" for i, r in enumerate(found, 1))
        return (
            (Piece(voice.wording("clarify.which_document")),),
            (Piece(lines),),
            (Piece(voice.wording("documents.more", count=voice.count)),),
        )
    return ((Piece(voice.wording(f"clarify.{q.unclear}", part=q.part)),), _examples("clarify.try", "general", voice))


def _not_spoken(language: str, voice: Voice) -> str:
    """That a language is not spoken here, by its name in that of the reply and in its own, and which are."""
    name, own = voice.wording.speaking.name_of(language), own_name(language)
    spoken = voice.listed(x.own_name for x in REPLY_LANGUAGES)
    return voice.wording(
        "clarify.not_spoken", language=name if own in ("", name) else f"{name} ({own})", languages=spoken
    )


def _of_text(language: str, resolution: Resolution, voice: Voice) -> str:
    """In which languages a text is here, and where the one in that language is (empty: in the asker's)."""
    speaking = voice.wording.speaking
    language, held = (
        language or speaking.official,
        languages_held(t.language for t in voice.library.all_texts(resolution)),
    )
    link = OFFICIAL_LINK.format(language=language, symbol=resolution.symbol)
    if language in held:
        return voice.wording("none.language_held", language=speaking.name_of(language), link=link)
    names = voice.listed(map(speaking.name_of, held))
    return voice.wording("none.language", languages=names, language=speaking.name_of(language), link=link)


def none_reply(answer: NoneAnswer, voice: Voice) -> Reply:
    """Why there is no answer, and what the document has instead."""
    resolution, reason = answer.resolution, answer.refusal.reason
    if reason in SAID_BESIDE:
        return ((Piece(voice.wording(f"none.{reason}")),),)
    if resolution is None or (len(voice.library.resolutions) > 1 and reason in _OF_ALL):
        sentence = voice.wording(
            f"none_of_all.{reason if reason in _OF_ANY else 'other'}", count=voice.count, about=answer.refusal.about
        )
        return (
            (Piece(sentence),),
            (Piece(voice.wording("documents.more", count=voice.count)),),
            _examples("clarify.try", "documents", voice),
        )
    if reason is Refused.LANGUAGE and resolution.paragraphs:
        return ((Piece(_of_text(answer.refusal.about, resolution, voice)),), _examples("clarify.try", "text", voice))
    values = document_values(resolution, voice)
    tally = resolution.tally
    if reason in _OF_THE_TEXT and not resolution.paragraphs:
        return ((Piece(voice.wording("none.no_text", **values)),), voice.source(resolution))
    figures = (
        {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "total": tally.total} if tally else {"total": 0}
    )
    what = described(answer.question.where, resolution, voice) if answer.question else ""
    refused = voice.wording(f"none.{reason}", **{**values, **figures, "about": answer.refusal.about})
    sentence = voice.wording("where.none", what=what) if what else refused
    if answer.nearest:
        sentence += voice.space + voice.wording("none.nearest", paragraph=voice.label(answer.nearest))
    offered = (
        ((Piece(voice.wording("none.nearest_ones")),), numbered_lines(answer.offered, voice)) if answer.offered else ()
    )
    if answer.about:
        # One of several: what the document has besides is not said of each.
        return ((Piece(sentence),), *offered)
    has = voice.wording(f"none.{_has(resolution)}", **{**values, **figures})
    return (
        (Piece(sentence + "\n" + has),),
        *offered,
        _examples("clarify.try", _EXAMPLES.get(reason, "general"), voice),
    )


def _has(resolution: Resolution) -> str:
    """Which sentence says what a document has."""
    if not resolution.paragraphs:
        return "no_text"
    if resolution.tally:
        return "has"
    return "has_no_vote" if resolution.adoption is Adoption.WITHOUT_A_VOTE else "has_not_stated"


def _examples(introduced: str, theme: str, voice: Voice) -> Block:
    """The sentence under the key `introduced`, and the messages on that theme to send."""
    lines = "".join(f"\n• {e}" for e in voice.wording.examples(theme))
    return (Piece(voice.wording(introduced)), Piece(lines, Style.EXAMPLE))


def examples_of(answer: Answer) -> str | None:
    """The theme of the examples that the reply to an answer gives; None where it gives none."""
    match answer:
        case NoneAnswer() if answer.refusal.reason in SAID_BESIDE:
            return None
        case NoneAnswer(resolution=None):
            return "documents"
        case NoneAnswer():
            return _EXAMPLES.get(answer.refusal.reason, "general")
        case HelpAnswer(topic=Topic.HELLO | Topic.THANKS):
            return "general"
        case ClarifyAnswer() if answer.question.unclear not in _WHICH:
            return "general"
    return None
