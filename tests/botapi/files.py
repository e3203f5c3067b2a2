"""Files: uploads, identifiers, and what a photo must be."""

from __future__ import annotations

import re
import struct
from typing import Any

from .args import Upload
from .errors import ApiError
from .world import Json, StoredFile, World

PHOTO_BYTES = 10 * 1024 * 1024
FILE_BYTES = 50 * 1024 * 1024
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB})


def image_size(content: bytes) -> tuple[int, int] | None:
    """Give width and height of a PNG, JPEG, GIF or WebP, or None when it is no image."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return 512, 512
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None


def take_file(world: World, kind: str, value: Any, files: dict[str, Upload], field: str) -> StoredFile:
    """Give the file that a call names by identifier or brings along."""
    reference = str(value or "")
    upload = files.get(field) if field else None
    if reference.startswith("attach://"):
        upload = files.get(reference.removeprefix("attach://"))
        if upload is None:
            raise ApiError(f"attached file {reference!r} not found in the request")
    if upload is not None:
        return _keep(world, kind, upload)
    if not reference:
        raise ApiError(f"there is no {kind} in the request")
    if re.match(r"https?://", reference):
        raise ApiError("failed to get HTTP URL content")
    stored = world.files.get(reference)
    if stored is None:
        raise ApiError("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise ApiError(f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
    return stored


def _keep(world: World, kind: str, upload: Upload) -> StoredFile:
    if not upload.content:
        raise ApiError("file must be non-empty")
    if len(upload.content) > (PHOTO_BYTES if kind == "photo" else FILE_BYTES):
        raise ApiError("file is too big", 413)
    size = None
    if kind == "photo":
        size = image_size(upload.content)
        if size is None:
            raise ApiError("IMAGE_PROCESS_FAILED")
        if sum(size) > 10000 or not 1 / 20 <= size[0] / max(size[1], 1) <= 20 or 0 in size:
            raise ApiError("PHOTO_INVALID_DIMENSIONS")
    name = upload.filename or ("photo.jpg" if kind == "photo" else "file")
    return world.keep_file(kind, name, upload.mime_type, upload.content, size)


def file_fields(stored: StoredFile) -> Json:
    """Give the fields of a message that show this file."""
    base: Json = {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
    }
    if stored.kind == "photo":
        width, height = stored.size or (1, 1)
        return {"photo": [{**base, "width": width, "height": height}]}
    return {"document": {**base, "file_name": stored.name, "mime_type": stored.mime_type}}


def file_object(stored: StoredFile) -> Json:
    """Give the File object of getFile."""
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }
