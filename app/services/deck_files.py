"""Pictures, films and sounds of decks, copied into the data folder: what was shown once can be shown again."""

import hashlib
import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.deck_file import HEAD, MB, MOST_BYTES, DeckFile, FileKind, recognised
from app.domain.errors import UserError
from app.storage.deck_store import DeckStore
from app.storage.file_steps import sync_folder

BLOCK = 1024 * 1024
MINE = f"copying{os.getpid()}-"
"""Two files may be copied in at the same moment; what another run of the program left half is swept."""
ROOM = 200 * MB
"""So much must be left on the disk after copying."""
NOT_SAVED = "现在不能保存单位的数据，所以不能添加文件。请先按上方提示处理。"
NOT_SHOWN = "不能放进课件：只支持 png、jpg 图片，mp4 视频，mp3、m4a 音频。请先转换格式，再添加。"


class DeckFiles:
    """``folder``/<deck or meeting id>/<name>. Nothing is ever overwritten or deleted."""

    def __init__(self, folder: Path | None, store: DeckStore) -> None:
        """Without a folder (the unit's data are in memory only) nothing can be added."""
        self._folder, self._store = folder, store

    def path(self, name: str) -> Path | None:
        """Where a file of any deck lies; None where it is gone or was never added."""
        if self._folder is None:
            return None
        for deck_id in self._store.folders_of(name):
            path = self._folder / deck_id / name
            if path.is_file():
                return path
        return None

    def copy_in(self, deck_id: str, source: Path) -> DeckFile:
        """Copy a file in, under a name made of its content; complete on disk before it has its name.

        Raises UserError where it is nothing to show, too large, cannot be read, or there is no room.
        """
        if self._folder is None:
            raise UserError(NOT_SAVED)
        try:
            with source.open("rb") as file:
                head = file.read(HEAD)
                found = recognised(head)
                if found is None:
                    raise UserError(f"“{source.name}”{NOT_SHOWN}")
                kind, ending = found
                size = os.fstat(file.fileno()).st_size
                _refuse_large(source.name, kind, size)
                file.seek(0)
                name = _copied(file, self._folder / deck_id, ending, size)
        except OSError as error:
            words = "请检查它还在不在、有没有读取权限，以及数据文件夹所在磁盘的空间。"
            raise UserError(f"没有添加“{source.name}”：读不了，或不能复制到 {self._folder}。{words}") from error
        return DeckFile(name, source.name[:100], kind, size)


def _refuse_large(name: str, kind: FileKind, size: int) -> None:
    most = MOST_BYTES[kind]
    if size > most:
        raise UserError(f"“{name}”有 {size // MB} MB，{kind}最大 {most // MB} MB。请压缩或截短后再添加。")
    if size == 0:
        raise UserError(f"“{name}”是空文件。请重新拷贝。")


def _copied(file: BinaryIO, folder: Path, ending: str, size: int) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size + ROOM:
        raise UserError(f"磁盘剩余空间不够：需要 {size // MB + ROOM // MB} MB。请先清理 {folder.parent} 所在的磁盘。")
    digest = hashlib.sha256()
    _sweep(folder)
    part = folder / f"{MINE}{uuid.uuid4().hex}.part"
    try:
        with part.open("wb") as target:
            while block := file.read(BLOCK):
                digest.update(block)
                target.write(block)
            target.flush()
            os.fsync(target.fileno())
        name = f"{digest.hexdigest()[:24]}.{ending}"
        if not (folder / name).exists():
            os.replace(part, folder / name)
            sync_folder(folder)
        return name
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    for part in folder.glob("copying*.part"):
        if not part.name.startswith(MINE):
            with suppress(OSError):
                part.unlink()
