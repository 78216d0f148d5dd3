"""What can be read of a file without opening it: its words, as far as they are needed to see a security grading."""

import re
import zipfile
import zlib
from contextlib import suppress
from html import unescape
from pathlib import Path

from app.domain.confidentiality import review
from app.domain.errors import UserError

MOST_BYTES = 32 * 1024 * 1024
"""Of a text, and of all parts of a document together: an archive may unfold without end."""
_PARTS = {
    "docx": re.compile(r"word/[^/]*\.xml"),
    "xlsx": re.compile(r"xl/(sharedStrings|worksheets/[^/]*|drawings/[^/]*)\.xml"),
}
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, LookupError, ValueError, EOFError)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""No office program opens others."""
_ENDS = re.compile(r"</(?:w:p|si|c|a:p)>")
"""Where one text is over: a mark that is split between two cells is none."""
_TAGS = re.compile(r"<[^>]*>")


def refuse_graded_file(path: Path) -> None:
    """Raises UserError where a txt, docx or xlsx has a security grading in it. What cannot be read is let pass: a
    person has to look at pictures, scans and the like."""
    for text in _texts(path):
        if found := review(text).refusal:
            mark = found.partition("“")[2].partition("”")[0]
            raise UserError(
                f"“{path.name}”里有密级标志“{mark}”，没有添加。本机不得存放国家秘密，请按保密规定处理这份文件。"
            )


def _texts(path: Path) -> list[str]:
    ending = path.name.rpartition(".")[2].lower()
    with suppress(*_UNREADABLE):
        if not path.is_file():
            return []
        if ending in ("txt", "csv"):
            with path.open("rb") as file:
                data = file.read(MOST_BYTES)
            return [data.decode(coding, errors="replace") for coding in ("utf-8-sig", "gb18030", "utf-16")]
        if ending in _PARTS:
            return _unfolded(path, _PARTS[ending])
    return []


def _unfolded(path: Path, wanted: re.Pattern[str]) -> list[str]:
    texts, left = [], MOST_BYTES
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if wanted.fullmatch(entry.filename) and entry.compress_type in _PACKED and left > 0:
                with suppress(*_UNREADABLE), archive.open(entry) as part:  # a damaged one does not hide the others
                    xml = part.read(left)
                    left -= len(xml)
                    plain = _TAGS.sub("", _ENDS.sub("|", xml.decode("utf-8", errors="replace")))
                    texts.append(unescape(plain))
    return texts
