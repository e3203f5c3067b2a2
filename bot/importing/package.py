"""The packed file that Word writes: its parts, found by what the document says they are to it (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from bot.errors import ContentError, Fault
from bot.importing.markup import tag

_UNPACKED = 20_000_000
"""Bytes of the parts that are read: a resolution of a hundred pages has about two million."""
_OPENED = "expected a .docx that opens in Word"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
"""The names of the strict form of the format, and of the usual one."""
_UNDERSTOOD = "http://schemas.microsoft.com/office/"
"""What begins the names of the extensions that Word itself shows."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.LxmlError,
    EOFError, KeyError, ValueError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip


class Package:
    """A Word file that was opened: document or template, with macros or not, in the usual form or the strict one."""

    def __init__(self, path: str, data: bytes) -> None:
        """path: named in errors. Raises ContentError where it is no Word file, or broken, or larger than UNPACKED."""
        self.path = path
        self.left = _UNPACKED
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
            names = set(self.archive.namelist())
            main = next(
                (target for kind, target in self._relations("") if kind == "officeDocument"), "word/document.xml"
            )
            if main not in names:
                raise ContentError(path, None, f"a packed file, but not a Word document; {_OPENED}", Fault.FORMAT)
            self.document = self._parsed(main)
            self.related = list(self._relations(main))
        except _BROKEN as error:
            raise self._broken(error) from None
        if self.document.tag != tag("document"):
            raise ContentError(path, None, f"a packed file, but not a Word document; {_OPENED}", Fault.FORMAT)

    def part(self, kind: str) -> Any | None:
        """The root of the document's part of that kind (styles, numbering, footnotes), None where it has none."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[Any]:
        """The roots of the document's parts of that kind: header, footer."""
        try:
            return [self._parsed(target) for found, target in self.related if found == kind]
        except _BROKEN as error:
            raise self._broken(error) from None

    def _broken(self, error: Exception) -> ContentError:
        if isinstance(error, ContentError):
            return error
        return ContentError(
            self.path, None, f"the Word file is broken ({type(error).__name__}); {_OPENED}", Fault.BROKEN
        )

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        """What belongs to a part, or to the file: what it is (the last word of its type), and its name."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations in self.archive.namelist():
            for each in self._parsed(relations).iter(_RELATIONSHIP):
                if each.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                    yield each.get("Type", "").rpartition("/")[2], target.lstrip("/")

    def _unpacked(self, name: str) -> bytes:
        """A part as it is written; of all that are read, no more than UNPACKED bytes."""
        with self.archive.open(name) as stream:
            data = stream.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            what = f"it unpacks to more than {_UNPACKED} bytes; expected a document"
            raise ContentError(self.path, None, what, Fault.LONG)
        return data

    def _parsed(self, name: str) -> Any:
        """The root of a part, with what Word shows of alternatives, and no entity but XML's own."""
        data = self._unpacked(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ContentError(self.path, None, f"{name} declares entities of its own; {_OPENED}", Fault.BROKEN)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.doctype:
            raise ContentError(self.path, None, f"{name} declares entities of its own; {_OPENED}", Fault.BROKEN)
        for alternate in list(root.iter(f"{_MARKUP}AlternateContent")):
            _choose(alternate)
        return root


def _choose(alternate: Any) -> None:
    """Put in place of alternatives the one that Word shows: the first it understands, else the one for all others."""
    chosen = next(
        (
            each
            for each in alternate
            if each.tag == f"{_MARKUP}Fallback"
            or all(
                (each.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in each.get("Requires", "").split()
            )
        ),
        (),
    )
    parent = alternate.getparent()
    if parent is not None:
        at = parent.index(alternate)
        parent[at : at + 1] = list(chosen)
