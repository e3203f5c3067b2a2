"""What a board takes to draw, for 47 voters and for 193, in each language.

    .venv/bin/python tests/bench/board.py [FOLDER]

Prints size, bytes, the first draw and the median of ten more; with a folder, the pictures are left in it. The 47 are
those of the first record in content/; the 193 are every member of a regional group, with votes drawn by lot.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.faces.board import Board, Tile, draw
from bot.faces.drawing import Font, find_font
from bot.language.speaking import REPLY_LANGUAGES
from bot.resolution import CAST, Vote
from bot.settings import content_folder
from bot.wording.sentences import Wording
from bot.wording.sentences import load as wordings

LANGUAGES = tuple(x.tag for x in REPLY_LANGUAGES)

REGIONS = ("african_group", "asia_pacific_group", "eastern_european_group", "grulac", "weog")
TITLES = {"zh-Hans": "人权与国际团结", "zh-Hant": "人權與國際團結", "en": "Human rights and international solidarity"}
ABSENT = {"zh-Hans": "不在表决记录", "zh-Hant": "不在表決記錄", "en": "Not in the record"}


def votes_of_193(library: Library) -> dict[str, Vote]:
    """Votes as they might be, in alphabetical order of the states' English names."""
    rng = random.Random(1)
    codes = {code for region in REGIONS for code in library.names.groups[region].members}
    ordered = sorted(codes, key=lambda code: library.names.states[code].en)
    return {code: rng.choices((*CAST, Vote.ABSENT), (120, 30, 35, 8))[0] for code in ordered}


def sample(library: Library, wording: Wording, votes: dict[str, Vote], *, grouped: bool = False) -> Board:
    """A board of these votes, in the wording's language."""
    states, language = library.names.states, wording.language
    tiles = tuple(Tile(states[code].name(language), code, vote, states[code].en) for code, vote in votes.items())
    cast = {vote: sum(v is vote for v in votes.values()) for vote in CAST}
    figures = {vote.value: count for vote, count in cast.items()}
    result = wording("tally.adopted", **figures, total=sum(cast.values()), margin=cast[Vote.YES] - cast[Vote.NO])
    resolution = library.resolutions[0]
    groups = [library.names.groups[region] for region in REGIONS] if grouped else []
    return Board(
        title=TITLES[language],
        result=result,
        source=wording("source.vote", symbol=resolution.symbol, date=wording.date(resolution.adopted)).lstrip("— "),
        headings={vote: wording(f"heading.{vote}") for vote in CAST} | {Vote.ABSENT: ABSENT[language]},
        tiles=tiles,
        groups=tuple((g.name(language), tuple(t for t in tiles if t.code in g.members)) for g in groups),
    )


def measure(name: str, board: Board, font: Font | None, folder: Path | None) -> None:
    """Print a line on one board."""
    spent = []
    for _ in range(11):
        began = time.perf_counter()
        picture = draw(board, font)
        spent.append((time.perf_counter() - began) * 1e3)
    if folder:
        (folder / f"{name}.png").write_bytes(picture)
    width, height = Image.open(io.BytesIO(picture)).size
    print(
        f"{name:24s} {width} x {height}  {len(picture) / 1024:4.0f} KiB  first {spent[0]:6.1f} ms  median "
        f"{statistics.median(spent[1:]):6.1f} ms"
    )


def main() -> None:
    """Print a line a board."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    library = load(content_folder())
    said = wordings(library.folder / "wording")
    began = time.perf_counter()
    font = find_font()
    print(f"{font}, found in {(time.perf_counter() - began) * 1e3:.1f} ms")
    records = {47: {v.code: v.vote for v in library.resolutions[0].roll_call}, 193: votes_of_193(library)}
    for count, votes in records.items():
        assert len(votes) == count, len(votes)
        for language in LANGUAGES:
            measure(f"{count}-{language}", sample(library, said[language], votes), font, folder)
        measure(f"{count}-grouped", sample(library, said["zh-Hans"], votes, grouped=True), font, folder)
        measure(f"{count}-without-a-font", sample(library, said["en"], votes), None, folder)


if __name__ == "__main__":
    main()
