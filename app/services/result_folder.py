"""Which files of a folder are results, whatever became of their names on the way, and which were not looked at."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import UserError
from app.domain.exam_result_lines import SUFFIX

MOST_FILES = 10_000
_MOST_OTHERS = 100_000
_OWN = ("desktop.ini", "thumbs.db")
"""What systems leave in folders by themselves."""


def result_files(folder: Path) -> tuple[list[Path], list[str]]:
    """The result files of a folder and of those in it, and the names of all other files.

    .JJRESULT and .jjresult.txt, as mail and chat programs make them, are results too. Raises UserError where there are
    too many, or the folder cannot be read.
    """
    found, others = list[Path](), list[str]()
    try:
        for path in _files(folder):
            if SUFFIX in unicodedata.normalize("NFKC", path.name).casefold():
                found.append(path)
            elif len(others) < _MOST_OTHERS:
                others.append(path.name)
    except OSError as error:
        raise UserError(f"读不了文件夹 {folder}。请检查它还在不在，以及有没有读取权限。") from error
    if len(found) > MOST_FILES:
        raise UserError(f"这个文件夹里有 {len(found)} 个结果文件，超过 {MOST_FILES} 个。请分几个文件夹收。")
    return sorted(found), sorted(others)


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith((".", "~$")) and path.name.casefold() not in _OWN:
            yield path
