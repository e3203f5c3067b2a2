"""A table left in a file is the table, whatever there is in the way of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.search.rows import Rows, left_in

TABLE = np.arange(7 * 5, dtype=np.uint8).reshape(7, 5)


def table() -> NDArray[np.uint8]:
    return TABLE


@pytest.mark.parametrize("before", [None, b"", b"cut short"], ids=("no file", "an empty one", "another"))
@pytest.mark.parametrize("numbers", [[0], [6, 0, 3, 3], []])
def test_rows_are_those_of_the_table(tmp_path: Path, before: bytes | None, numbers: list[int]) -> None:
    file = tmp_path / "folder" / "table"
    if before is not None:
        file.parent.mkdir()
        file.write_bytes(before)
    for _ in range(2):
        rows = left_in(file, TABLE.shape, table)
        assert isinstance(rows, Rows)
        assert rows[np.array(numbers, np.int64)].tolist() == [TABLE[number].tolist() for number in numbers]
    assert [path.name for path in file.parent.iterdir()] == ["table"]


def test_a_file_that_is_there_is_not_written_again_and_the_table_not_read(tmp_path: Path) -> None:
    left_in(tmp_path / "table", TABLE.shape, table)
    written = (tmp_path / "table").stat().st_mtime_ns
    left_in(tmp_path / "table", TABLE.shape, lambda: pytest.fail("read again"))
    assert (tmp_path / "table").stat().st_mtime_ns == written


def test_where_no_file_can_be_made_the_table_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert left_in(tmp_path / "file" / "table", TABLE.shape, table) is TABLE
