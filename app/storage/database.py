"""A database of ours that is open, and how it is opened: the only module that knows pragmas.

One connection, EXCLUSIVE and WAL with synchronous=FULL: an answer survives SIGKILL and a power cut, and a second
process is refused at once.
"""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import DamagedDataError, NewerDataError, UserError
from app.storage.file_header import beside, read_header
from app.storage.file_steps import publish_new, sync_file, sync_folder
from app.storage.spoken_connection import SpokenConnection
from app.storage.sqlite_words import while_opening, while_reading, while_saving
from app.storage.transaction import Transaction

APPLICATION_ID = 0x4A4A3031  # "JJ01"


class Schema(NamedTuple):
    """A kind of database: ``version`` is what the code writes, ``migrate`` brings any older one to it."""

    name: str
    version: int
    migrate: Callable[[sqlite3.Connection], None]


class Database:
    """Rows are tuples. Only `transaction` writes. Reading raises UserError in words too."""

    def __init__(self, connection: SpokenConnection, path: Path | None) -> None:
        self.connection, self.path = connection, path
        self._transaction = Transaction(connection, self._spoken)
        connection.speak = self._spoken

    @classmethod
    def in_memory(cls, schema: Schema) -> "Database":
        """For tests, and for a person whose own file cannot be opened just now."""
        connection = sqlite3.connect(":memory:", isolation_level=None, factory=SpokenConnection)
        connection.execute("PRAGMA foreign_keys = ON")
        schema.migrate(connection)
        return cls(connection, None)

    def transaction(self) -> Transaction:
        """All or nothing; at the end of the block it is on disk. Transactions do not nest.

        Raises UserError, in words, where it could not be saved; then nothing of it is kept.
        """
        return self._transaction

    def squeeze(self) -> bool:
        """Leave no trace of what was deleted: every page written anew, the write-ahead log emptied.

        `secure_delete` overwrites what is deleted, not the copies that a page keeps in its gaps when rows move to
        another one. False where it could not be done now (no room, something else reads): nothing is lost by that.
        """
        try:
            self.connection.execute("VACUUM")
            busy, _, _ = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except UserError:
            return False
        return not busy

    def close(self) -> None:
        self.connection.close()

    def _spoken(self, error: sqlite3.Error) -> UserError:
        place = str(self.path) if self.path else "内存"
        return while_saving(error, place) if self._transaction.open else while_reading(error, place)


def open_database(
    path: Path,
    schema: Schema,
    before_migration: Callable[[Database, int], None] | None = None,
    expected: bool = False,
) -> Database:
    """Open or create the file. ``before_migration(database, version)`` is called before an older file is changed.

    ``expected``: it has been there before, so to create it would hide that it is gone.
    Raises NewerDataError (file untouched), DamagedDataError, BusyDataError or UserError; each says what to do.
    """
    try:
        if not _exists(path, expected):
            _create(path, schema)
        _check_header(path, schema)
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise UserError(f"没有权限写入 {path}。请检查该文件和所在文件夹的权限后再打开。")
        connection = sqlite3.connect(path, isolation_level=None, timeout=0, factory=SpokenConnection)
    except sqlite3.Error as error:
        raise while_opening(error, path) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        advice = "请检查磁盘是否已满，腾出空间后再打开" if full else "请检查该文件夹是否存在、有没有读写权限"
        raise UserError(f"数据文件 {path} 打不开或不能建立。{advice}。") from error
    try:
        _make_ready(connection, path, schema, before_migration)
    except sqlite3.Error as error:
        connection.close()
        raise while_opening(error, path) from error
    except BaseException:
        connection.close()
        raise
    return Database(connection, path)


def copy_database(database: Database, target: Path) -> None:
    """A consistent copy of an open database, checked, then put in place.

    Raises UserError where there is no room or no permission; then nothing is left behind.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        database.connection.execute("VACUUM INTO ?", (str(part),))
        _check_copy(part)
        sync_file(part)
        os.replace(part, target)
        sync_folder(target.parent)
    except (sqlite3.Error, OSError, UserError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise UserError(
            f"升级数据前没能备份到 {target.parent}，所以没有升级。请腾出空间或检查权限后再打开。"
        ) from error


def _check_copy(path: Path) -> None:
    """A copy that failed half-way can be a file of 0 bytes, which SQLite itself calls sound."""
    header = read_header(path)
    if header is None or header.application_id != APPLICATION_ID:
        raise DamagedDataError(f"备份 {path} 不完整。")
    copy = sqlite3.connect(path, isolation_level=None)
    try:
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise DamagedDataError(f"备份 {path} 不完整。")
    finally:
        copy.close()


def _exists(path: Path, expected: bool) -> bool:
    """Raises DamagedDataError where it is gone, or only its write-ahead log is left: a new file would destroy that."""
    if str(path).startswith("\\\\"):
        raise UserError(f"数据不能放在网络共享文件夹 {path.parent}。请把程序和记录放在本机或 U 盘上。")
    if path.exists():
        return True
    for ending in ("-wal", "-journal"):
        left = beside(path, ending)
        if left.exists() and left.stat().st_size:
            raise DamagedDataError(f"数据文件 {path} 不见了，只剩下 {left.name}。请把原文件找回来放回原处。")
    if expected:
        raise DamagedDataError(
            f"数据文件 {path} 不见了，以前的记录在里面。可能被杀毒软件隔离，或拷贝时漏了："
            "请关闭程序，把它找回来放回原处，再打开。"
        )
    return False


def _create(path: Path, schema: Schema) -> None:
    """Written beside and put in place whole: a file of ours is never empty, not even for a moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.new{os.getpid()}")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        schema.migrate(connection)
    except BaseException as error:
        connection.close()
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error) and path.exists():
            return  # as below
        raise
    connection.close()
    with suppress(FileNotFoundError):  # another first start was faster and has swept this one's: its file counts
        sync_file(part)
    publish_new(part, path)


def _check_header(path: Path, schema: Schema) -> None:
    """Refuse by the first bytes, before SQLite may touch the file."""
    header = read_header(path)
    if header is None:
        state = "不是本程序的数据，或已损坏" if path.stat().st_size else "是空的，内容已丢失"
        raise DamagedDataError(f"数据文件 {path} {state}。原文件没有改动。")
    if header.application_id != APPLICATION_ID:
        raise DamagedDataError(f"数据文件 {path} 不是本程序的数据。原文件没有改动。")
    if header.user_version > schema.version:
        raise NewerDataError(f"数据文件 {path} 由更新的版本建立，本版本不能打开。原文件没有改动，请安装新版本后再用。")


def _make_ready(
    connection: SpokenConnection, path: Path, schema: Schema, before_migration: Callable[[Database, int], None] | None
) -> None:
    for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedDataError(f"数据文件 {path} 已损坏。原文件仍在原处，没有删除。")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < schema.version:
        if before_migration:
            before_migration(Database(connection, path), version)
        _migrate(connection, path, schema)
    # A real write: some shared folders answer "wal" and then refuse it.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")
    for name in os.listdir(path.parent):
        if name.startswith(f"{path.name}.new"):  # ours alone now: what a killed first start left
            with suppress(OSError):
                os.unlink(path.parent / name)


def _migrate(connection: SpokenConnection, path: Path, schema: Schema) -> None:
    connection.speak = None
    try:
        schema.migrate(connection)
    except Exception as error:  # whatever a migration stumbles over, the file is as it was before it
        raise UserError(
            f"数据文件 {path} 升级没有成功，内容仍是原样。请检查磁盘空间后再打开；仍不行请继续用原来的版本。"
        ) from error
