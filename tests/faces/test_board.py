"""The roll-call board: a photo that Telegram takes, every voter on it, nothing outside its tile."""

import io
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.faces import board as module
from bot.faces import drawing
from bot.faces.board import Board, Tile, draw
from bot.faces.drawing import FILL, LONGEST_SIDES, ON_FILL, PAPER, Font, find_font, search_font
from bot.resolution import CAST, Vote
from bot.settings import content_folder

HEADINGS = {Vote.YES: "赞成", Vote.NO: "反对", Vote.ABSTAIN: "弃权", Vote.ABSENT: "不在记录"}
FOUND = find_font()
FONTS = [None, FOUND] if FOUND else [None]
MARGIN, TILE_WIDTH, TILE_HEIGHT = 44, 239, 100
needs_font = pytest.mark.skipif(FOUND is None, reason="no font with Chinese characters on this system")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(content_folder())


def board(tiles: tuple[Tile, ...], groups: tuple[tuple[str, tuple[Tile, ...]], ...] = (), **words: str) -> Board:
    said = {"title": "人权与国际团结", "result": "记录表决以29票赞成获得通过。", "source": "A/HRC/RES/56/4"} | words
    return Board(**said, headings=HEADINGS, tiles=tiles, groups=groups)


def voters(library: Library, count: int) -> tuple[Tile, ...]:
    """As many states, with each of the votes in turn."""
    states = list(library.names.states.values())[:count]
    return tuple(Tile(s.zh, s.code, list(Vote)[i % 4], s.en) for i, s in enumerate(states))


def picture(drawn: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(drawn))
    assert image.format == "PNG" and image.mode == "RGB"
    image.load()
    return image


def colours(image: Image.Image) -> dict[tuple[int, ...], int]:
    counted = image.getcolors(image.width * image.height)
    assert counted
    return {colour: n for n, colour in counted if isinstance(colour, tuple)}


def only_tile(image: Image.Image) -> Image.Image:
    """The tile of a board with one: the lowest run of its colour at the left edge."""
    assert image.width == 1080
    left = [image.getpixel((MARGIN + 1, y)) for y in range(image.height)]
    middle = max(y for y, colour in enumerate(left) if colour in FILL.values())
    bottom = next(y for y in range(middle, image.height) if image.getpixel((MARGIN + TILE_WIDTH // 2, y)) == PAPER)
    return image.crop((MARGIN, bottom - TILE_HEIGHT, MARGIN + TILE_WIDTH, bottom))


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("count", [0, 1, 47, 193])
def test_it_is_a_photo_that_telegram_takes(library: Library, count: int, font: Font | None) -> None:
    drawn = draw(board(voters(library, count)), font)
    width, height = picture(drawn).size
    assert width >= 1080
    assert width + height <= LONGEST_SIDES and max(width, height) <= 20 * min(width, height)
    assert len(drawn) < 10_000_000


@pytest.mark.parametrize("font", FONTS)
def test_the_record_has_a_tile_for_each_voter(library: Library, font: Font | None) -> None:
    roll = library.resolutions[0].roll_call
    tiles = tuple(Tile(v.name, v.code, v.vote, library.names.states[v.code].en) for v in roll)
    image = picture(draw(board(tiles), font))
    assert image.width == 1080
    # Down the left end of each column of tiles, a run of one colour for each tile.
    seen = []
    for column in range(4):
        x = MARGIN + (1080 - 2 * MARGIN + 12) * column // 4 + 2
        runs = [
            (colour, len(list(run)))
            for colour, run in itertools.groupby(image.getpixel((x, y)) for y in range(image.height))
        ]
        seen += [colour for colour, length in runs if length > TILE_HEIGHT * 0.8]
    for vote in CAST:
        assert seen.count(FILL[vote]) == sum(t.vote is vote for t in tiles)


@pytest.mark.parametrize("vote", list(Vote))
def test_each_vote_has_its_colour_and_its_mark(vote: Vote) -> None:
    empty = draw(board((Tile("", "", vote),)))
    tile = only_tile(picture(empty))
    found = colours(tile)
    assert found[FILL[vote]] > 0.9 * TILE_WIDTH * TILE_HEIGHT
    mark = colours(tile.crop((TILE_WIDTH - 11 - 26, 8, TILE_WIDTH - 11, 8 + 27)))
    assert mark[ON_FILL[vote]] > 40
    assert len({drawing.mark_of(v, 26).tobytes() for v in Vote}) == len(Vote)


def test_the_colours_are_legible_and_apart() -> None:
    def light(colour: tuple[int, int, int]) -> float:
        parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05

    for vote in Vote:
        pair = sorted((light(FILL[vote]), light(ON_FILL[vote])))
        assert pair[1] / pair[0] >= 4.5
    shades = sorted(light(FILL[vote]) for vote in Vote)
    assert all(b / a > 1.4 for a, b in itertools.pairwise(shades))  # apart in greyscale too


@pytest.mark.parametrize("font", FONTS)
def test_the_same_board_is_the_same_bytes(library: Library, font: Font | None) -> None:
    made = [draw(board(voters(library, 47)), font)]
    for cached in (
        drawing.pen_of,
        drawing._extent,
        drawing.fitted,
        drawing.has_glyph,
        drawing.drawn,
        drawing.mark_of,
        drawing.rounded,
    ):
        cached.cache_clear()
    made.append(draw(board(voters(library, 47)), font))
    assert made[0] == made[1]


def assert_inside(tile: Image.Image, vote: Vote) -> None:
    """Nothing is written at the edges of the tile, its round corners aside."""
    width, height = tile.size
    for strip in (
        (0, 12, 8, height - 12),
        (width - 8, 12, width, height - 12),
        (12, 0, width - 12, 3),
        (12, height - 2, width - 12, height),
    ):
        assert set(colours(tile.crop(strip))) == {FILL[vote]}, strip


NAMES = st.one_of(
    st.text("阿拉伯联合酋长国（）·，、。 中12", max_size=60),
    st.text("ABCDEWfgjpqyilmw -’'()éÅçı…", max_size=80),
    st.sampled_from(["W" * 300, "国" * 300, "j" * 40, "f" * 40, "f f " * 90, "-" * 99, "12 " * 60, "Ååé " * 40]),
)


@settings(max_examples=40)
@given(NAMES, NAMES, st.sampled_from(FONTS), st.sampled_from(list(Vote)))
def test_no_name_overflows_its_tile(name: str, latin: str, font: Font | None, vote: Vote) -> None:
    drawn = draw(board((Tile(name, "DZA", vote, latin),), title="", result="", source=""), font)
    assert_inside(only_tile(picture(drawn)), vote)


@settings(max_examples=100)
@given(NAMES, st.integers(1, 400), st.integers(1, 120), st.sampled_from(FONTS), st.booleans())
def test_fitted_text_is_within_its_box(text: str, width: int, height: int, font: Font | None, bold: bool) -> None:
    text = drawing.drawn_words(font, text)
    pen, lines = drawing.fitted(font, text, (width, height), (36, 16), bold)
    assert all(pen.width(line) <= width for line in lines if line)
    assert len(lines) == 1 or len(lines) * pen.line <= height
    kept = "".join("".join(lines).split())
    if kept.endswith("…") and not text.endswith("…"):
        assert "".join(text.split()).startswith(kept[:-1].split("…")[0])
    elif width > 60 and height > 40 and "…" not in kept:
        assert kept == "".join(text.split())


@settings(max_examples=25)
@given(st.text(max_size=40), st.text(max_size=400), st.text(max_size=10), st.sampled_from(FONTS))
def test_any_characters_can_be_given(name: str, words: str, code: str, font: Font | None) -> None:
    tiles = (Tile(name, code, Vote.YES, name), Tile(words, code, Vote.NO))
    made = Board(words, words, words, {Vote.YES: words, Vote.NO: name}, tiles, ((words, tiles[:1]),))
    image = picture(draw(made, font))
    outside = (
        image.crop((0, 0, MARGIN - 2, image.height)),
        image.crop((image.width - MARGIN + 2, 0, image.width, image.height)),
    )
    assert all(set(colours(margin)) == {PAPER} for margin in outside)


def test_without_a_font_names_are_latin_and_nothing_is_a_box() -> None:
    chinese = draw(
        board(
            (Tile("阿尔及利亚", "DZA", Vote.YES, "Algeria"),),
            title="人权 A/HRC/RES/56/4",
            result="以29票获得通过",
            source="联合国",
        )
    )
    latin = Board("A/HRC/RES/56/4", "", "", {}, (Tile("Algeria", "DZA", Vote.YES),))
    assert chinese == draw(latin)
    assert draw(board((Tile("阿尔及利亚", "DZA", Vote.YES),))) == draw(board((Tile("DZA", "DZA", Vote.YES),)))


def test_without_a_font_accents_are_left_out_rather_than_letters() -> None:
    assert drawing.drawn(None, "Côte d’Ivoire") == "Cote d’Ivoire"
    assert drawing.drawn(None, "Türkiye\n") == "Turkiye"
    assert drawing.drawn(None, "中国") is None


@needs_font
def test_with_a_font_names_are_as_given() -> None:
    given_name = (Tile("阿尔及利亚", "DZA", Vote.YES, "Algeria"),)
    assert draw(board(given_name), FOUND) == draw(board((Tile("阿尔及利亚", "DZA", Vote.YES, "Other"),)), FOUND)
    assert draw(board(given_name), FOUND) != draw(board((Tile("Algeria", "DZA", Vote.YES),)), FOUND)


def test_groups_have_all_voters_and_those_of_none_come_last(library: Library) -> None:
    tiles = voters(library, 9)
    whole = board(tiles, (("A", tiles[:4]), ("none", ()), ("B", tiles[4:8])))
    sections = [(name, len(of)) for name, of in module._Sheet(whole, None, module._GRIDS[0])._sections()]
    assert sections == [("A", 4), ("B", 4), ("", 1)]
    assert picture(draw(whole)).height > picture(draw(board(tiles))).height


def test_more_tiles_than_a_photo_holds_are_refused(library: Library) -> None:
    tiles = voters(library, 200)
    largest = module._Sheet(board(tiles * 6), None, module._GRIDS[-1])
    assert largest.grid.width + largest.height <= LONGEST_SIDES
    with pytest.raises(ValueError, match="expected 10000"):
        draw(board(tiles * 7))


def test_units_that_are_not_broken() -> None:
    pen = drawing.pen_of(None, 20)
    assert drawing._wrapped(pen, "14 against, 4 abstaining", pen.width("14 against, 4")) == [
        "14 against,",
        "4 abstaining",
    ]
    assert drawing._wrapped(pen, "Guinea-Bissau", pen.width("Guinea-B")) == ["Guinea-", "Bissau"]
    assert drawing._UNBROKEN.findall("刚果（布）和12票。") == ["刚", "果", "（布）", "和", "12票。"]


def test_a_font_is_looked_for_in_folders_below(tmp_path: Path) -> None:
    below = tmp_path / "truetype" / "wqy"
    below.mkdir(parents=True)
    assert search_font([tmp_path, tmp_path / "absent"]) is None
    (below / "wqy-microhei.ttc").write_bytes(b"not a font")
    assert search_font([tmp_path]) is None
    built_in = ImageFont.load_default(20)
    assert isinstance(built_in, ImageFont.FreeTypeFont) and isinstance(built_in.path, io.BytesIO)
    (below / "wqy-microhei.ttc").write_bytes(built_in.path.getvalue())  # a font, without Chinese characters
    drawing.has_glyph.cache_clear()
    drawing.pen_of.cache_clear()
    assert search_font([tmp_path]) is None


@needs_font
def test_a_font_that_is_found_can_be_used(tmp_path: Path) -> None:
    assert FOUND
    (tmp_path / Path(FOUND.path).name).symlink_to(FOUND.path)
    found = search_font([tmp_path])
    assert found is not None
    assert found == Font(str(tmp_path / Path(FOUND.path).name), FOUND.face)
    assert find_font() is find_font()
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"")
    assert search_font([tmp_path]) == found


DEJAVU = any((folder / "truetype/dejavu/DejaVuSans.ttf").exists() for folder in drawing.font_folders())


@pytest.mark.skipif(not DEJAVU, reason="no DejaVu on this system")
def test_words_without_chinese_are_not_drawn_in_a_font_for_chinese() -> None:
    """In those, the apostrophe of d’Ivoire is as wide as a character."""
    font = find_font("Côte d’Ivoire")
    assert font is not None
    face = ImageFont.truetype(font.path, 40, index=font.face)
    assert face.getlength("’") < face.getlength("d")
