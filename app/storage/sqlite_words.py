"""SQLite's errors as sentences a person can act on: what happened, to which file, what to do."""

import sqlite3
from pathlib import Path

from app.domain.errors import BusyDataError, DamagedDataError, UserError

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def primary_code(error: sqlite3.Error) -> int:
    """0 where the error did not come from SQLite itself (text that is no UTF-8, a closed connection)."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def while_saving(error: sqlite3.Error, place: str) -> UserError:
    """Nothing of the transaction was kept."""
    match primary_code(error):
        case sqlite3.SQLITE_FULL:
            return UserError(f"磁盘空间不足，刚才的内容没有保存到 {place}。请先腾出空间再试，不要关闭窗口。")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UserError(f"没有写入权限，刚才的内容没有保存到 {place}。请检查该文件夹的权限。")
        case sqlite3.SQLITE_IOERR:
            return UserError(
                f"读写磁盘出错，刚才的内容没有保存到 {place}。请检查磁盘是否已满、U 盘是否还在，再试一次。"
            )
        case code if code in DAMAGE:
            return DamagedDataError(
                f"数据文件 {place} 已损坏，刚才的内容没有保存。请关闭程序，把该文件复制一份后再打开。"
            )
        case _:
            return UserError(f"没有保存到 {place}（{error}）。请再试一次；仍不行请重新打开程序。")


def while_reading(error: sqlite3.Error, place: str) -> UserError:
    match primary_code(error):
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return UserError(f"读写磁盘出错，{place} 读不出来。请检查磁盘或 U 盘是否还在，再试一次。")
        case code if code in DAMAGE:
            return DamagedDataError(
                f"数据文件 {place} 有一处已损坏，这部分内容读不出来。请关闭程序，把该文件复制一份后再打开。"
            )
        case _:
            return UserError(f"{place} 读不出来（{error}）。请再试一次；仍不行请重新打开程序。")


def while_opening(error: sqlite3.Error, path: Path) -> UserError:
    match primary_code(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyDataError("镜鉴已经在运行（数据正被另一个窗口使用）。请切换到已打开的窗口。")
        case sqlite3.SQLITE_FULL:
            return UserError(f"磁盘空间不足，不能写入 {path}。请腾出空间后再打开。")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UserError(f"没有权限写入 {path}。请检查该文件和所在文件夹的权限后再打开。")
        case sqlite3.SQLITE_IOERR:
            return UserError(
                f"读写磁盘出错，不能写入 {path}。请检查磁盘是否已满、U 盘是否还在；不要把数据放在网络共享文件夹里。"
            )
        case code if code in DAMAGE:
            return DamagedDataError(f"数据文件 {path} 已损坏。原文件仍在原处，没有删除。")
        case _:
            return UserError(f"数据文件 {path} 打不开（{error}）。请重新打开程序；不要把数据放在网络共享文件夹里。")
