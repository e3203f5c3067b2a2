"""What is known of the bodies by their symbols, and how each language names their sessions."""

from __future__ import annotations

import pytest

from bot.corpus import ordinals
from bot.corpus.forms import FORMS, NUMBER_AND_TITLE
from bot.corpus.lines import group
from bot.resolution import Body, body_of, session_in

ECOSOC, GA, HRC = Body.ECONOMIC_AND_SOCIAL_COUNCIL, Body.GENERAL_ASSEMBLY, Body.HUMAN_RIGHTS_COUNCIL


@pytest.mark.parametrize(
    ("symbol", "body", "session"),
    [
        ("E/RES/2021/43", ECOSOC, "2021"), ("E/2021/L.20", ECOSOC, "2021"), ("E/RES/1913(LVII)", ECOSOC, ""),
        ("E/CN.4/2005/L.10", Body.COMMISSION_ON_HUMAN_RIGHTS, ""), ("E/CN.9/2021/L.3", None, ""),
        ("A/RES/78/7", GA, "78"), ("A/RES/ES-11/1", GA, "ES-11"), ("A/HRC/RES/S-33/1", HRC, "S-33"),
        ("A/HRC/56/L.5", HRC, "56"), ("S/RES/2728(2024)", Body.SECURITY_COUNCIL, ""), ("TD/B/1", None, ""),
    ],
)  # fmt: skip
def test_the_body_and_the_session_of_a_symbol(symbol: str, body: Body | None, session: str) -> None:
    assert (body_of(symbol), session_in(symbol)) == (body, session)


@pytest.mark.parametrize(
    ("language", "line", "number", "kind"),
    [
        ("en", "2021 session", 2021, ""), ("en", "Substantive session of 2011", 2011, ""),
        ("en", "Resumed organizational session for 2012", 2012, ""), ("en", "Seventy-eighth session", 78, ""),
        ("en", "Eleventh emergency special session", 11, "emergency"),
        ("en", "Thirty-third special session", 33, "special"),
        ("fr", "Session de 2021", 2021, ""), ("fr", "Session de fond de 2011", 2011, ""),
        ("fr", "Soixante-dixième session", 70, ""),
        ("fr", "Onzième session extraordinaire d'urgence", 11, "emergency"),
        ("es", "Período de sesiones de 2021", 2021, ""), ("es", "Período de sesiones sustantivo de 2011", 2011, ""),
        ("es", "Undécimo período extraordinario de sesiones de emergencia", 11, "emergency"),
        ("ru", "Сессия 2021 года", 2021, ""), ("ru", "Основная сессия 2011 года", 2011, ""),
        ("ru", "Одиннадцатая чрезвычайная специальная сессия", 11, "emergency"),
        ("ru", "Тридцать третья специальная сессия", 33, "special"), ("ru", "Пятьдесят шестая сессия", 56, ""),
        ("ar", "دورة عام 2021", 2021, ""), ("ar", "الدورة الموضوعية لعام 2011", 2011, ""),
        ("ar", "الدورة الاستثنائية الطارئة الحادية عشرة", 11, "emergency"),
        ("zh", "2021年届会", 2021, ""), ("zh", "2021 年届会", 2021, ""), ("zh", "2011年实质性会议", 2011, ""),
        ("zh", "第十一届紧急特别会议", 11, "emergency"),
    ],
)  # fmt: skip
def test_the_line_of_a_session(language: str, line: str, number: int, kind: str) -> None:
    found = FORMS[language].session.fullmatch(line)
    assert found
    assert ordinals.value(group(found, "number") or "") == number
    assert [k for k in ("emergency", "special") if found[k]] == [kind] * bool(kind)


@pytest.mark.parametrize("line", ["Assemblée générale", "Session", "2021", "第2021次会议", "2021 sessions", "الدورة"])
def test_what_is_no_session(line: str) -> None:
    assert not any(form.session.fullmatch(line) for form in FORMS.values())


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("2021/43. On lamps", "2021/43"), ("ES-12/3. On lamps", "ES-12/3"), ("دإط-12/3 - عن المصابيح", "دإط-12/3"),
        ("دإ-48/1- عن المصابيح", "دإ-48/1"),
        ("3999 (XXIX). On lamps", "3999 (XXIX)"), ("88/101 B. On lamps", "88/101 B"),
    ],
)  # fmt: skip
def test_the_number_before_a_title(line: str, number: str) -> None:
    found = NUMBER_AND_TITLE.fullmatch(line)
    assert found
    assert found["number"] == number
