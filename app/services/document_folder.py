"""Documents that belong together, written into a folder that a person chose: all of them or none."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.domain.errors import UserError
from app.storage.file_steps import sync_file, sync_folder

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_DEVICES = re.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_LONGEST_NAME, _MOST_BYTES = 50, 150
"""With what is added to it a name stays under 255 bytes."""


def safe_name(text: str) -> str:
    """A title as (part of) a file name that every system takes."""
    plain = "".join(character for character in text if character.isprintable())
    name = _NOT_IN_NAMES.sub("_", plain).replace(".", "．").strip()[:_LONGEST_NAME]
    name = shortened(name, _MOST_BYTES).strip() or "未命名"
    return f"{name}_" if _DEVICES.fullmatch(name) else name  # Windows takes CON.docx for the console


def shortened(name: str, most: int = 240) -> str:
    """A file name of at most so many bytes, its ending kept: several safe parts together may be too long."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    return stem.encode()[: most - len(f"{dot}{ending}".encode())].decode("utf-8", "ignore") + dot + ending


def write_together(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """``files``: name → content. Every file is complete on disk before the first takes its name.

    Raises UserError, with nothing changed, where the folder cannot be written or one of the files is open in Word.
    """
    targets = [folder / name for name in files]
    parts = [target.with_name(f"{target.name}.part") for target in targets]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target in targets:
            _refuse_open(target)
        for part, content in zip(parts, files.values(), strict=True):
            part.write_bytes(content)
            sync_file(part)
        for target in targets:  # again: the person may have opened one meanwhile
            _refuse_open(target)
        for part, target in zip(parts, targets, strict=True):
            os.replace(part, target)
    except OSError as error:
        raise UserError(f"不能写到文件夹 {folder}。请检查权限和磁盘空间，或换一个文件夹。") from error
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    sync_folder(folder)
    return targets


def _refuse_open(target: Path) -> None:
    """Windows refuses to open a file that Word holds; elsewhere the marks that Word, WPS and LibreOffice leave tell."""
    if not target.exists():
        return
    name = target.name
    marks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#")
    mark = next((mark for mark in marks if target.with_name(mark).exists()), "")
    if mark:
        hint = f"如果已经关掉，请删去同一文件夹里的“{mark}”再试。"
        raise UserError(f"“{name}”正在 Word 或 WPS 中打开，没有改动任何文件。请先关掉它再试；{hint}")
    try:
        with target.open("r+b"):
            pass
    except PermissionError as error:
        words = f"“{name}”正在被打开，或是只读文件，没有改动任何文件。"
        raise UserError(f"{words}请先关掉它，或换一个文件夹。") from error
