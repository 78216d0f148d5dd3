"""A picture, film or sound that was copied into the data folder; what it is, its content says, never its name."""

from dataclasses import dataclass
from enum import StrEnum

MB = 1024 * 1024


class FileKind(StrEnum):
    PICTURE = "图片"
    VIDEO = "视频"
    SOUND = "音频"


@dataclass(frozen=True, slots=True)
class DeckFile:
    """``name`` is unique in the data folder and made of the content ("0f3a….png"); ``title`` what the file was called
    where it came from; ``size`` bytes."""

    name: str
    title: str
    kind: FileKind
    size: int


MOST_BYTES = {FileKind.PICTURE: 20 * MB, FileKind.SOUND: 300 * MB, FileKind.VIDEO: 4096 * MB}
HEAD = 16
"""So many bytes tell what a file is."""


def recognised(head: bytes) -> tuple[FileKind, str] | None:
    """Kind and ending, from the first bytes; None for anything that is not shown."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PICTURE, "png"
    if head.startswith(b"\xff\xd8\xff"):
        return FileKind.PICTURE, "jpg"
    if head[4:8] == b"ftyp" and head[8:12] not in (b"heic", b"avif", b"mif1", b"qt  "):
        return (FileKind.SOUND, "m4a") if head[8:11] == b"M4A" else (FileKind.VIDEO, "mp4")
    if head.startswith(b"ID3") or _mpeg_layer_3(head):
        return FileKind.SOUND, "mp3"
    return None


def _mpeg_layer_3(head: bytes) -> bool:
    """A frame header: eleven bits set, a version, layer III, a bit rate and a sample rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    return version != 1 and layer == 1 and head[2] >> 4 not in (0, 15) and head[2] >> 2 & 3 != 3
