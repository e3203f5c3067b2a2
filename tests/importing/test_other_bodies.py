"""Texts of other bodies than the four with forms of their own are read: invented texts in their published forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.reader import read
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.document import Document, read_document
from bot.resolution import Adoption, Body, DocumentKind, Tally
from tests.corpus.places import doubled, unplaced

FILES = Path(__file__).parent / "other_bodies"
NOT_STATED, OTHER = Adoption.NOT_STATED, Body.OTHER
HEAD, ENDING = DoubtKind.HEAD, DoubtKind.ENDING

READ: tuple[tuple[str, str, Body, str, str, str, date, tuple[int, int, int], int, tuple[DoubtKind, ...]], ...] = (
    # file, symbol, body, its name in the text, number, title, adopted, paragraphs (preambular, operative,
    # sub-paragraphs), meeting (0: none), doubts
    (
        "commission_on_human_rights.en", "E/CN.4/RES/2093/5", Body.COMMISSION_ON_HUMAN_RIGHTS,
        "Commission on Human Rights", "2093/5", "Lighthouse keepers and the right to rest", date(2093, 4, 14),
        (2, 3, 2), 47, (),
    ),
    (
        "sub_commission.fr", "E/CN.4/Sub.2/RES/2093/16", Body.SUB_COMMISSION_ON_HUMAN_RIGHTS,
        "Sous-Commission de la promotion et de la protection des droits de l'homme", "2093/16",
        "Les bateliers et le droit au logement", date(2093, 8, 13), (2, 3, 0), 22, (),
    ),
    (
        "status_of_women.es", "E/CN.6/2093/12", Body.COMMISSION_ON_THE_STATUS_OF_WOMEN,
        "Comisión de la Condición Jurídica y Social de la Mujer", "137/2", "Las pescadoras y el crédito",
        date(2093, 3, 20), (2, 3, 0), 14, (HEAD,),
    ),
    (
        "world_health_assembly.zh", "WHA92.5", Body.WORLD_HEALTH_ASSEMBLY, "世界卫生大会", "WHA92.5", "夜班护士的睡眠",
        date(2093, 5, 30), (3, 2, 4), 9, (),
    ),
    (
        "world_health_assembly.ar", "WHA92.7", Body.WORLD_HEALTH_ASSEMBLY, "جمعية الصحة العالمية", "WHA92.7",
        "نظارات القراءة لكبار السن", date(2093, 5, 30), (3, 2, 2), 9, (),
    ),
    (
        "environment_assembly.en", "UNEP/EA.19/Res.14", Body.UN_ENVIRONMENT_ASSEMBLY,
        "United Nations Environment Assembly", "19/14",
        "Quiet harbours: towards an internationally agreed limit of noise under water", date(2093, 3, 2), (2, 3, 2),
        0, (),
    ),
    (
        "habitat_assembly.ru", "HSP/HA.9/Res.1", Body.UN_HABITAT_ASSEMBLY,
        "Ассамблея Организации Объединенных Наций по населенным пунктам", "9/1", "Скамейки в общественных местах",
        date(2093, 6, 9), (2, 2, 2), 0, (),
    ),
    (
        "unesco.fr", "72 C/Résolution 15", Body.UNESCO_GENERAL_CONFERENCE, "Conférence générale de l'UNESCO",
        "72 C/Résolution 15", "Les cloches des villages", date(2093, 11, 22), (2, 2, 2), 0, (),
    ),
    (
        "iaea.en", "GC(97)/RES/8", Body.IAEA_GENERAL_CONFERENCE, "General Conference of the IAEA", "GC(97)/RES/8",
        "Lamps in control rooms", date(2093, 9, 29), (3, 3, 0), 0, (HEAD, ENDING),
    ),
    (
        "fao.es", "7/2093", OTHER, "CONFERENCIA", "7/2093", "Año Internacional del Garbanzo",
        date(2093, 7, 7), (2, 2, 0), 0, (HEAD,),
    ),
    (
        "parties.en", "1/CMA.75", OTHER,
        "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement", "1/CMA.75",
        "Outcome of the fifteenth stocktake", date(2093, 12, 13), (2, 3, 0), 6, (),
    ),
    (
        "biodiversity.ru", "CBD/COP/DEC/29/4", OTHER, "Конференция Сторон", "29/4", "Живые изгороди",
        date(2093, 12, 19), (2, 2, 0), 0, (HEAD,),
    ),
    (
        "conference.zh", "A/CONF.299/RES/2", OTHER, "联合国渡口会议", "2", "渡船的救生衣", date(2093, 6, 3),
        (2, 3, 2), 5, (),
    ),
)  # fmt: skip


def imported(library: Library, name: str) -> Document:
    path = FILES / f"{name}.txt"
    return read_document(path.name, path.read_bytes(), library.names.code_in_record)


@pytest.mark.parametrize(
    ("name", "symbol", "body", "body_name", "number", "title", "adopted", "counts", "meeting", "doubts"), READ,
    ids=[row[0] for row in READ],
)  # fmt: skip
def test_other_bodies(
    library: Library, name: str, symbol: str, body: Body, body_name: str, number: str, title: str, adopted: date,
    counts: tuple[int, int, int], meeting: int, doubts: tuple[DoubtKind, ...],
) -> None:  # fmt: skip
    """Every part of them is read and placed, and what is only assumed is doubted."""
    document = imported(library, name)
    found = document.resolution
    assert (found.symbol, found.body, found.body_name, found.number) == (symbol, body, body_name, number)
    assert (found.title.text, found.adopted) == (title, adopted)
    subs = sum(len(p.subparagraphs) for p in found.paragraphs)
    assert (len(found.preamble), len(found.operative), subs) == counts
    assert (found.meeting.number if found.meeting else 0) == meeting
    assert tuple(doubt.kind for doubt in document.doubts) == doubts
    assert not document.account.difference
    assert (unplaced(found), doubled(found)) == ([], [])
    again = read("again", found.source, FORMS[found.language], library.names.code_in_record)
    assert (again.paragraphs, again.symbol) == (found.paragraphs, symbol)


def test_their_votes(library: Library) -> None:
    """A roll call behind the tally, totals alone, no vote, and nothing said."""
    votes = {
        "commission_on_human_rights.en": (Adoption.RECORDED_VOTE, Tally(3, 2, 1), 6),
        "conference.zh": (Adoption.RECORDED_VOTE, Tally(98, 7, 21), 0),
        "sub_commission.fr": (Adoption.WITHOUT_A_VOTE, None, 0),
        "parties.en": (NOT_STATED, None, 0),
    }
    for name, expected in votes.items():
        found = imported(library, name).resolution
        assert (found.adoption, found.tally, len(found.roll_call)) == expected


def test_decisions_sessions_items(library: Library) -> None:
    """What kind of text it is, and what its head says of session and agenda item."""
    parties, iaea = (imported(library, name).resolution for name in ("parties.en", "iaea.en"))
    assert (parties.kind, iaea.kind) == (DocumentKind.DECISION, DocumentKind.RESOLUTION)
    assert [(h.text.split()[0], h.before) for h in parties.headings] == [("I.", "OP1"), ("II.", "OP3")]
    assert len(parties.annexes[0].paragraphs) == 2
    assert (iaea.session and iaea.session.number, iaea.agenda_item and iaea.agenda_item.number) == (97, 14)
    assert iaea.preamble[0].text.startswith("Recalling")


def test_without_symbol_or_date(library: Library) -> None:
    """A text that nothing gives a name or a day is refused, and the message says what is missing."""
    text = (FILES / "fao.es.txt").read_text(encoding="utf-8")
    for removed, expected in (
        ("Resolución 7/2093\n", "no symbol"),
        ("(Aprobada el 7 de julio de 2093)\n", "the day, month and year"),
    ):
        with pytest.raises(ContentError, match=expected):
            read_document("x.txt", text.replace(removed, "").encode(), library.names.code_in_record)
