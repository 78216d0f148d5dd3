"""Opening a database of ours: the only module that knows pragmas, file headers and SQLite's errors.

One connection, EXCLUSIVE and WAL with synchronous=FULL: an answer survives SIGKILL and a power cut, and a second
process is refused at once.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import BusyDataError, DamagedDataError, NewerDataError, UserError

if TYPE_CHECKING:
    from collections.abc import Callable

APPLICATION_ID = 0x4A4A3031  # "JJ01"
HEADER = b"SQLite format 3\0"


@dataclass(frozen=True)
class Schema:
    """A kind of database: ``version`` is what the code writes, ``migrate`` brings any older one to it."""

    name: str
    version: int
    migrate: "Callable[[sqlite3.Connection], None]"


class Database:
    """Rows are tuples. Only `transaction` writes."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.connection, self.path = connection, path

    @classmethod
    def in_memory(cls, schema: Schema) -> "Database":
        """For tests, and for a person whose own file cannot be opened just now."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        schema.migrate(connection)
        return cls(connection, None)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; on return it is on disk.

        Raises UserError, in words, where it could not be saved.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise UserError(self.words_for(error)) from error
        except BaseException:
            self._undo()
            raise

    def words_for(self, error: sqlite3.Error) -> str:
        """A sentence a person can act on."""
        place = str(self.path) if self.path else "内存"
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return f"磁盘空间不足，刚才的内容没有保存到 {place}。请先腾出空间再试，不要关闭窗口。"
        if code == sqlite3.SQLITE_READONLY:
            return f"没有写入权限，刚才的内容没有保存到 {place}。请检查该文件夹的权限。"
        if code == sqlite3.SQLITE_IOERR:
            return f"读写磁盘出错，刚才的内容没有保存到 {place}。请检查磁盘或 U 盘是否还在，再试一次。"
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return f"数据文件 {place} 已损坏，刚才的内容没有保存。请关闭程序，把该文件复制一份后再打开。"
        return f"没有保存到 {place}（{error}）。请再试一次；仍不行请重新打开程序。"

    def close(self) -> None:
        self.connection.close()

    def _undo(self) -> None:
        try:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
        except sqlite3.Error:
            pass  # the first error is the one to tell


def open_database(path: Path, schema: Schema, before_migration: "Callable[[Path, int], None] | None" = None) -> Database:
    """Open or create the file. ``before_migration(path, version)`` is called before an existing file is changed.

    Raises NewerDataError (file untouched), DamagedDataError, BusyDataError or UserError; each says what to do.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    if not fresh:
        _check_header(path, schema)
    try:
        if fresh:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=True)
    except (sqlite3.Error, OSError) as error:
        raise UserError(f"不能在 {path.parent} 建立数据文件。请检查该文件夹是否存在、是否可写。") from error
    database = Database(connection, path)
    try:
        _prepare(connection)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.version:
            raise _newer(path)
        if not fresh and (fault := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise DamagedDataError(f"数据文件 {path} 已损坏（{fault[:60]}）。原文件没有改动。")
        if version < schema.version:
            if version and before_migration:
                before_migration(path, version)
            schema.migrate(connection)
            if fresh:
                _sync_folder(path.parent)
        _probe(connection)
    except sqlite3.Error as error:
        connection.close()
        raise _opening_error(path, error) from error
    except BaseException:
        connection.close()
        raise
    return database


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy beside the target, then put in its place.

    Raises UserError where there is no room or no permission; then nothing is left behind.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        old = sqlite3.connect(source, isolation_level=None)
        try:
            old.execute("VACUUM INTO ?", (str(part),))
        finally:
            old.close()
        os.replace(part, target)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise UserError(f"升级数据前没能备份到 {target.parent}，所以没有升级。请腾出空间或检查权限后再打开。") from error


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _probe(connection: sqlite3.Connection) -> None:
    """A real write: some shared folders answer "wal" and then refuse it."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("COMMIT")


def _check_header(path: Path, schema: Schema) -> None:
    """Refuse by the first bytes, before SQLite may touch the file."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise UserError(f"数据文件 {path} 打不开。请检查权限，或是否被别的程序占用。") from error
    if len(header) < 100 or not header.startswith(HEADER):
        raise DamagedDataError(f"数据文件 {path} 不是本程序的数据，或已损坏。原文件没有改动。")
    if int.from_bytes(header[60:64], "big") > schema.version:
        raise _newer(path)
    if int.from_bytes(header[68:72], "big") not in (0, APPLICATION_ID):
        raise DamagedDataError(f"数据文件 {path} 不是本程序的数据。原文件没有改动。")


def _newer(path: Path) -> NewerDataError:
    return NewerDataError(f"数据文件 {path} 由更新的版本建立，本版本不能打开。原文件没有改动，请安装新版本后再用。")


def _opening_error(path: Path, error: sqlite3.Error) -> UserError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyDataError("镜鉴已经在运行（数据正被另一个窗口使用）。请切换到已打开的窗口。")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedDataError(f"数据文件 {path} 已损坏。原文件没有改动。")
    if code == sqlite3.SQLITE_FULL:
        return UserError(f"磁盘空间不足，不能写入 {path.parent}。请腾出空间后再打开。")
    return UserError(f"不能写入 {path}。请检查该文件夹的权限；不要把数据放在网络共享文件夹里。")


def _sync_folder(folder: Path) -> None:
    """After the first creation the folder entry itself must be on disk (Linux)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
