"""Tests of what is read in a PDF: what is seen on its pages, in the order in which it is read, with every character
accounted for."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.lines import Extracted, weigh
from bot.importing.pdf import bidi, pdf_lines
from bot.importing.pdf.letters import Letter
from bot.importing.spelling import known_words, no_words
from tests.importing import makers
from tests.importing.texts import ENGLISH

Draw = Callable[[Canvas], None]
TEXT = "1. Asks the lighthouse keepers to light all lamps before dusk;"


def page(*draws: Draw, size: tuple[float, float] = (595, 842), rotate: int = 0) -> bytes:
    """A PDF of one page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    canvas.setPageRotation(rotate) if rotate else None
    canvas.setFont("Times-Roman", 10)
    for draw in draws:
        draw(canvas)
    canvas.save()
    return out.getvalue()


def put(x: float, y: float, text: str, size: float = 10, font: str = "Times-Roman", **how: float) -> Draw:
    """Draws a string; `how` is what a text object is set to: rise, mode, spacing."""

    def draw(canvas: Canvas) -> None:
        written = canvas.beginText(x, y)
        written.setFont(font, size)
        written.setTextRenderMode(int(how.get("mode", 0)))
        written.setCharSpace(how.get("spacing", 0))
        written.setRise(how.get("rise", 0))
        written.textOut(text)
        written.setRise(0)
        written.setCharSpace(0)
        written.setTextRenderMode(0)
        canvas.drawText(written)

    return draw


def picture(x: float, y: float, width: float, height: float) -> Draw:
    return lambda canvas: canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "grey")), x, y, width, height)


def white(draw: Draw) -> Draw:
    def inner(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillColorRGB(1, 1, 1)
        draw(canvas)
        canvas.restoreState()

    return inner


def box(x: float, y: float, width: float, height: float, shade: float = 0) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillGray(shade)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.restoreState()

    return draw


def line(x0: float, y0: float, x1: float, y1: float) -> Draw:
    return lambda canvas: canvas.line(x0, y0, x1, y1)


def clipped(draw: Draw, x: float, y: float, width: float, height: float) -> Draw:
    def inner(canvas: Canvas) -> None:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, y, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        draw(canvas)
        canvas.restoreState()

    return inner


def turned(degrees: float, draw: Draw) -> Draw:
    def inner(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(300, 300)
        canvas.rotate(degrees)
        draw(canvas)
        canvas.restoreState()

    return inner


def texts(found: Extracted) -> list[str]:
    return [line.text.strip() for line in found.lines]


def balanced(found: Extracted) -> bool:
    return found.characters == sum(weigh(line.text) for line in found.lines) + sum(
        weigh(left.text) for left in found.left_out
    )


BODY = put(90, 700, TEXT)
UNSEEN = (
    ("invisible", put(90, 600, "unless told not to", mode=3), "invisible"),
    ("white", white(put(90, 600, "unless told not to")), "white on white"),
    ("covered", lambda canvas: (put(90, 600, "unless told not to")(canvas), box(80, 590, 200, 20)(canvas)), "covered"),
    ("covered in white", lambda canvas: (put(90, 600, "unless told not to")(canvas), box(80, 590, 200, 20, 1)(canvas)),
    "covered"),
    ("struck out", lambda canvas: (put(90, 600, "unless told not to")(canvas), line(88, 602.5, 180, 602.5)(canvas)),
    "struck out"),
    ("struck out with a bar",
    lambda canvas: (box(88, 602, 92, 0.7)(canvas), put(90, 600, "unless told not to")(canvas)), "struck out"),
    ("clipped", clipped(put(90, 600, "unless told not to"), 90, 650, 50, 50), "cut off by its frame"),
    ("outside", put(600, 600, "unless told not to"), "outside the page"),
    ("tiny", put(90, 600, "unless told not to", size=0.5), "too small to be seen"),
    ("turned", turned(45, put(0, 0, "unless told not to")), "turned against the text"),
    ("across", put(90, 695, "unless", size=40), "drawn across the text"),
)  # fmt: skip


@pytest.mark.parametrize(("draw", "why"), [row[1:] for row in UNSEEN], ids=[row[0] for row in UNSEEN])
def test_what_nobody_reads_on_the_page_is_left_out_and_told(draw: Draw, why: str) -> None:
    found = pdf_lines("x.pdf", page(*(put(90, 800 - 12 * i, TEXT) for i in range(4)), BODY, draw))
    assert texts(found) == [TEXT] * 5
    assert [(left.why, left.place) for left in found.left_out] == [(why, "page 1")]
    assert found.left_out[0].text in "unless told not to"
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.HIDDEN]
    assert balanced(found)


SEEN = (
    ("white on a dark ground", (box(80, 590, 200, 20), white(put(90, 600, "Lamps")))),
    ("white on a picture", (picture(80, 590, 200, 20), white(put(90, 600, "Lamps")))),
    ("on a white ground", (box(80, 590, 200, 20, 1), put(90, 600, "Lamps"))),
    ("underlined", (put(90, 600, "Lamps"), line(90, 598.5, 120, 598.5))),
    ("in a table", (put(90, 600, "Lamps"), line(80, 610, 200, 610), line(80, 596, 200, 596), line(85, 590, 85, 620))),
    ("in a frame", (clipped(put(90, 600, "Lamps"), 80, 590, 200, 20),)),
)


@pytest.mark.parametrize("draws", [draws for _, draws in SEEN], ids=[name for name, _ in SEEN])
def test_what_is_seen_stays(draws: tuple[Draw, ...]) -> None:
    found = pdf_lines("x.pdf", page(BODY, *draws))
    assert (texts(found), found.left_out, found.doubts) == ([TEXT, "Lamps"], (), ())


@pytest.mark.parametrize("kind", [b"/StrikeOut", b"/Highlight"])
def test_an_annotation_that_changes_the_text_is_no_text_as_issued(kind: bytes) -> None:
    marked = page(BODY, lambda canvas: canvas.highlightAnnotation("", [90, 698, 200, 710])).replace(b"/Highlight", kind)
    if kind == b"/Highlight":
        assert texts(pdf_lines("x.pdf", marked)) == [TEXT]
        return
    with pytest.raises(ContentError, match=r"page 1 has an annotation that changes its text \(StrikeOut\); expected "):
        pdf_lines("x.pdf", marked)


@pytest.mark.parametrize("spacing", [0.5, 1, 2.5, 3, 5])
def test_a_line_whose_letters_are_set_apart_has_its_words(spacing: float) -> None:
    found = pdf_lines("x.pdf", page(BODY, put(90, 600, "4. He asks for oil; it is lit.", spacing=spacing)))
    assert texts(found) == [TEXT, "4. He asks for oil; it is lit."]


def test_what_is_drawn_twice_to_look_bold_is_there_once() -> None:
    found = pdf_lines(
        "x.pdf", page(BODY, put(90.3, 700, TEXT[:20]), put(90, 680, "All llamas"), put(90.4, 680.2, "All llamas"))
    )
    assert texts(found) == [TEXT, "All llamas"]
    assert {left.why for left in found.left_out} == {"drawn twice"}
    assert balanced(found)


def test_a_page_of_which_half_is_not_seen_is_refused() -> None:
    with pytest.raises(ContentError, match="page 1 shows less than 80% of the text"):
        pdf_lines("x.pdf", page(BODY, put(700, 600, TEXT)))


def test_a_page_whose_lines_are_turned_and_run_off_it_is_refused_with_that_reason() -> None:
    lines = [turned(90, put(430, y, TEXT)) for y in range(-40, 40, 12)]
    with pytest.raises(ContentError, match=r"page 1 shows .* as it is turned and runs off the page"):
        pdf_lines("x.pdf", page(*lines))


@pytest.mark.parametrize(
    "draws",
    [(picture(0, 0, 595, 842), put(90, 700, TEXT, mode=3)), (BODY, picture(0, 0, 595, 842))],
    ids=["invisible", "below"],
)
def test_text_recognized_behind_a_picture_is_told(draws: tuple[Draw, ...]) -> None:
    found = pdf_lines("x.pdf", page(*draws))
    assert texts(found) == [TEXT]
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.RECOGNIZED]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_read_from_the_side_its_text_is_written_from(rotate: int) -> None:
    draws = [
        turned(rotate, put(0, -14 * i, line))
        for i, line in enumerate(("first line here", "second line here", "third line"))
    ]
    found = pdf_lines("x.pdf", page(*draws))
    assert texts(found) == ["first line here", "second line here", "third line"]


ACROSS = "The line above goes across the whole of the page, from its left to its right"
LEFT = ("1. Asks the keepers to light the", "lamps of each of the harbours, and", "to keep them alight all night;")
RIGHT = ("2. Invites every harbour master to", "tell the Assembly what oil is used,", "and how much of it is left;")


@pytest.mark.parametrize("shift", [0, 5], ids=["level", "between"])
def test_two_columns_are_read_one_after_the_other(shift: float) -> None:
    columns = [put(60, 600 - 12 * i, line) for i, line in enumerate(LEFT)] + [
        put(320, 600 - shift - 12 * i, line) for i, line in enumerate(RIGHT)
    ]
    found = pdf_lines("x.pdf", page(put(60, 640, ACROSS), *columns, put(60, 500, "End.")))
    assert texts(found) == [ACROSS, *LEFT, *RIGHT, "End."]
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.SPLIT]


def test_a_masthead_is_no_pair_of_columns() -> None:
    beside = [put(60, 760 - 12 * i, text) for i, text in enumerate(("Eightieth session", "Agenda item 9", "Lamps"))]
    found = pdf_lines(
        "x.pdf",
        page(
            *beside,
            *(
                put(400, 760 - 12 * i, text)
                for i, text in enumerate(("Distr.: General", "1 May 2093", "Original: English"))
            ),
        ),
    )
    assert texts(found) == [
        "Eightieth session",
        "Distr.: General",
        "Agenda item 9",
        "1 May 2093",
        "Lamps",
        "Original: English",
    ]
    assert found.doubts == ()


@pytest.mark.parametrize("draw", [
    lambda canvas: (put(90, 600, "He ")(canvas), put(108, 600, "requests", spacing=3)(canvas), put(178, 600,
    "lamps")(canvas)),
], ids=["spacing"])  # fmt: skip
def test_letters_set_apart_are_a_word(draw: Draw) -> None:
    assert texts(pdf_lines("x.pdf", page(draw))) == ["He requests lamps"]


def test_numbers_of_lines_are_left_out() -> None:
    found = pdf_lines(
        "x.pdf",
        page(*(put(40, 700 - 14 * i, str(i + 1)) for i in range(9)), *(put(90, 700 - 14 * i, TEXT) for i in range(9))),
    )
    assert texts(found) == [TEXT] * 9
    assert [left.text for left in found.left_out] == [str(i) for i in range(1, 10)]
    assert balanced(found)


def test_marks_stand_behind_their_word_whatever_white_space_is_drawn() -> None:
    after_gap = (put(90, 600, "The Treaty on Lamps"), put(177, 603.5, "3", size=6.5), put(186, 600, "and oil"))
    before_comma = (put(90, 580, "Lamps"), put(117, 583.5, "12", size=6.5), put(124, 580, " , and oil"))
    found = pdf_lines("x.pdf", page(BODY, *after_gap, *before_comma))
    assert texts(found)[1:] == ["The Treaty on Lamps³ and oil", "Lamps¹², and oil"]


def test_a_symbol_that_opens_with_a_large_letter_is_one_line() -> None:
    found = pdf_lines(
        "x.pdf",
        page(BODY, put(90, 800, "United Nations", size=14), put(400, 801, "A", size=20), put(414.6, 800, "/RES/98/77")),
    )
    assert texts(found)[:2] == ["United Nations", "A/RES/98/77"]


# --- Arabic ------------------------------------------------------------------------------------------------


def shown(*pieces: str) -> list[Letter]:
    """Letters as they stand on a page from left to right."""
    return [Letter(c, 10.0 * i, 10.0 * i + 10, 0, 0, 10, "f", blank=c == " ") for i, c in enumerate("".join(pieces))]


@pytest.mark.parametrize(
    ("page_says", "read"),
    [
        (("حابصم",), "مصباح"),
        (("5", " ", "حابصم"), "مصباح 5"),
        (("60/99",), "60/99"),
        (("A/RES/60/99", " ", "رارقلا"), "القرار A/RES/60/99"),
        (("حابصم", " ", "-1"), "1- مصباح"),
        (("2025-2024", " ", "نم"), "من 2025-2024"),
    ],
    ids=["a word", "a figure", "a number", "a symbol", "a paragraph’s number", "years"],
)  # fmt: skip
def test_arabic_is_read_in_the_order_in_which_it_is_written(page_says: tuple[str, ...], read: str) -> None:
    # The pieces are given as the eye meets them from the left, those of Arabic from their last letter.
    assert "".join(letter.text for letter in bidi.written(shown(*page_says))) == read


def test_brackets_are_turned_where_they_close_before_they_open() -> None:
    assert bidi.brackets([")أ("]) and not bidi.brackets(["(أ)"])
    assert bidi.turned(")أ(") == "(أ)"


# --- words -------------------------------------------------------------------------------------------------


def test_words_that_are_no_words_are_told() -> None:
    sound = ["the keepers of the lighthouse have always known how much oil every lamp needs during a winter night"] * 8
    broken = [line.replace("h", "uu").replace("f", "iq") for line in sound]
    assert no_words(sound, "en") == []
    assert {"tuue", "liguutuuouse"} <= set(no_words(broken, "en"))
    assert no_words(broken[:1], "en") == no_words(broken, "ru") == []


def test_the_words_of_a_language() -> None:
    assert {"cooperation", "international"} <= known_words("en")
    assert "peacekeeping" in known_words("en") and "lampkeeping" not in known_words("en")
    assert known_words("zh") == frozenset()


# --- conservation ------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.floats(-50, 650), st.floats(-50, 900), st.text(st.characters(min_codepoint=32, max_codepoint=126),
            min_size=1, max_size=30),
            st.sampled_from([4.0, 6.5, 10.0, 24.0]), st.sampled_from([0, 0, 0, 3]), st.sampled_from([0, 0, 45, 90]),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_every_character_is_in_a_line_or_left_out(strings: list[tuple[float, float, str, float, int, float]]) -> None:
    draws = [turned(way, put(x - 300, y - 300, text, size, mode=mode)) for x, y, text, size, mode, way in strings]
    try:
        found = pdf_lines("x.pdf", page(*draws, *(put(90, 780 - 12 * i, TEXT) for i in range(20))))
    except ContentError as error:
        assert "shows less than" in error.message
        return
    assert balanced(found)
    assert found.characters == sum(weigh(text) for _, _, text, *_ in strings) + 20 * weigh(TEXT)
    assert all(left.why and left.place for left in found.left_out)


# --- bad input ---------------------------------------------------------------------------------------------


def objects(*bodies: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(bodies) + 1, table, end)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"


def document(tree: bytes, content: bytes = b"/X Do", *forms: bytes) -> bytes:
    return objects(CATALOG, tree, PAGE, stream(content), *forms or (stream(b"", FORM % 5),))


ONE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
BAD = (
    ("a count of 10^12", document(b"<</Type/Pages/Kids[3 0 R]/Count 1000000000000>>"),
    "a PDF of 1000000000000 pages; "),
    ("pages that are missing", document(b"<</Type/Pages/Kids[3 0 R]/Count 2>>"),
    "says it has 2 pages, and 1 can be found; "),
    ("pages in a circle", document(b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "says it has 1 pages, and 0 can be found; "),
    ("parts that double", document(ONE, b"/X Do", *(stream(b"/X Do /X Do", FORM % (6 + i)) for i in range(40))),
    "draws without end "),
    ("parts nested deep", document(ONE, b"/X Do", *(stream(b"/X Do", FORM % (6 + i)) for i in range(2000))),
    "is broken (RecursionError)"),
    ("a page of five million steps", document(ONE, b"n " * 2_500_000), "takes more than 4000000 bytes to draw; "),
    ("one that breaks off", document(ONE)[:-40], "breaks off before its end; "),
)  # fmt: skip


@pytest.mark.parametrize(("data", "said"), [(data, said) for _, data, said in BAD], ids=[name for name, _, _ in BAD])
def test_a_pdf_without_end_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ContentError) as raised:
        pdf_lines("x.pdf", data)
    assert said in raised.value.message and "expected " in raised.value.message and "\n" not in str(raised.value)
    assert time.monotonic() - begun < 60


def test_a_part_that_draws_itself_is_drawn_once() -> None:
    assert pdf_lines("x.pdf", document(ONE)).lines == ()


def test_a_stream_that_unpacks_to_more_than_any_page_is_refused() -> None:
    packed = zlib.compress(b" " * 129_000_000, 1)
    data = objects(CATALOG, ONE, PAGE, stream(packed, b"/Filter/FlateDecode"))
    with pytest.raises(ContentError, match="unpacks to more than 128000000 bytes"):
        pdf_lines("x.pdf", data)
    with pytest.raises(ContentError, match="a part of the PDF is damaged"):
        pdf_lines("x.pdf", objects(CATALOG, ONE, PAGE, stream(packed[:3000], b"/Filter/FlateDecode")))


def test_laid_out_documents_balance() -> None:
    found = pdf_lines("x.pdf", makers.make_pdf(ENGLISH, makers.ENGLISH))
    assert balanced(found) and found.left_out == () and found.doubts == ()
