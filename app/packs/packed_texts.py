"""The content's texts in one file, as an installed program has them: to make a damaged index anew, nothing else."""

import os
import zipfile
import zlib
from pathlib import Path

from app.domain.errors import UserError
from app.packs.content_sources import FOLDERS

LARGEST = 64 * 1024 * 1024
"""Bytes of all texts together: more is not our file."""
_DATE = 946_684_800  # the same at every unpacking: an index made from them is known again by it


def unpack_texts(archive: Path, folder: Path) -> None:
    """Into ``folder``, which need not be there. Raises UserError where the file is not whole, OSError from the disk."""
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            if not entries or sum(entry.file_size for entry in entries) > LARGEST:
                raise zipfile.BadZipFile
            if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
                raise zipfile.BadZipFile
            for entry in entries:
                _place(folder, entry.filename, packed.read(entry))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, LookupError, ValueError) as error:
        raise UserError(f"程序所带的内容文件 {archive} 已损坏。") from error


def _place(folder: Path, name: str, text: bytes) -> None:
    """Raises BadZipFile for a name that no text of the content has."""
    place, _, file = name.rpartition("/")
    ending = os.path.splitext(file)[1]
    if (place, ending) not in FOLDERS or "\\" in file or ":" in file:
        raise zipfile.BadZipFile(name)
    target = folder / place / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text)
    os.utime(target, (_DATE, _DATE))
