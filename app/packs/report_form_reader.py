"""A returned 整改月报表, whatever an office program and its user made of it: known by its key, never by its name."""

import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.errors import UserError
from app.domain.ledger import report_form as words
from app.domain.ledger.filled_form import FilledForm, FormRefusedError
from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_check import FIELDS
from app.domain.ledger.report_collection import FormNote
from app.domain.ledger.report_form import FormKey, KeyFaultError
from app.packs.problem_list import clipped
from app.packs.table_rows import weigh

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_BYTES = 5 * 1024 * 1024
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS, _MOST_CELL = words.MOST_ISSUES + 200, 30, 12, 20_000
SAVE_AS = "请在 WPS 或 Excel 中打开，另存为 xlsx 后再交"
NOT_OURS = ("不是整改办发出的月报表，里面找不到表的标记", "请用整改办发下去的表填写，不要把内容复制到自己的表里再交")
CHANGED = ("表里隐藏的标记被改动过，看不出是哪个单位哪个月的", "请重新发一份表，把填好的文字复制过去再交")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_ESCAPE = re.compile(r"_x00(?:0[dDaA]|0[9bBcC])_")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})")
_NAMES = {name: key for key, name in FIELDS.items()}

Grid = list[list[str]]


@dataclass(slots=True)
class _Read:
    texts: dict[str, ReportText] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    notes: list[FormNote] = field(default_factory=list)


def read_form(name: str, data: bytes) -> FilledForm:
    """``name``: the file's, for its ending only. Raises FormRefusedError."""
    _refuse_others(name, data)
    sheets = _sheets(data)
    for title, rows in sheets:
        if (place := _key_place(rows)) is None:
            continue
        row, column = place
        try:
            key = FormKey.read(_plain(rows[row][column], everything=False))
        except KeyFaultError as error:
            raise FormRefusedError(f"“{title}”", *CHANGED) from error
        read = _Read()
        _read_items(title, rows, column, key, read)
        for other, its_rows in sheets:
            if other != title:
                _read_answers(other, its_rows, read)
        return _filled(key, read)
    raise FormRefusedError("", *NOT_OURS)


def _refuse_others(name: str, data: bytes) -> None:
    ending = name.rpartition(".")[2].lower()
    if len(data) > MOST_BYTES:
        raise FormRefusedError("", "超过 5 MB，不会是一份月报表", "请去掉贴进表里的图片和附件；佐证材料另外交")
    if ending == "xlsm" or (ending == "xlsx" and b"vbaProject.bin" in data):
        raise FormRefusedError("", "带有宏，没有打开", SAVE_AS + "（保存类型选“xlsx”，不带宏）")
    if ending in ("et", "ett", "xls", "wps", "wpt", "doc", "docx", "csv", "ods", "pdf", "zip", "rar"):
        raise FormRefusedError("", f"是 {ending} 文件，不是 xlsx", SAVE_AS)
    if ending != "xlsx":
        raise FormRefusedError("", "不是 xlsx 文件", SAVE_AS)
    if not data:
        raise FormRefusedError("", "是空文件，可能没有传完", "请责任单位重新发送")
    if data.startswith(_OLE):
        raise FormRefusedError("", "有密码，或其实是旧版 xls、et 文件，只是改了名字", "请去掉密码，" + SAVE_AS[1:])
    if not data.startswith(_ZIP):
        raise FormRefusedError("", "打不开：不是真正的 xlsx", SAVE_AS)


def _sheets(data: bytes) -> list[tuple[str, Grid]]:
    """Every sheet's name and texts. Raises FormRefusedError for a formula among them."""
    import warnings

    import openpyxl
    from openpyxl import DEFUSEDXML

    if not DEFUSEDXML:
        raise RuntimeError("openpyxl would expand entities")
    try:
        weigh(data)
        with warnings.catch_warnings():  # styles and extensions that it does not know are nothing to us
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            with closing(book):
                return list(_grids(book))
    except FormRefusedError:
        raise
    except UserError as error:
        why, _, advice = str(error).rstrip("。").removeprefix("里的").partition("。")
        raise FormRefusedError("", why, advice.replace("再导入", "再交") or SAVE_AS) from error
    except Exception as error:  # openpyxl raises whatever the file makes it raise
        raise FormRefusedError("", "文件损坏或不完整，打不开", "请责任单位重新保存后再发一次") from error


def _grids(book: "Workbook") -> Iterator[tuple[str, Grid]]:
    for sheet in book.worksheets[:_MOST_SHEETS]:
        sheet.reset_dimensions()
        rows: Grid = []
        for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS), 1):
            for cell in cells:
                if cell.data_type == "f":
                    where = f"“{clipped(sheet.title)}”第 {number} 行"
                    raise FormRefusedError(where, "里面是公式，不是文字", "请把这一格改成直接输入的文字，再交")
                if cell.data_type == "e":
                    where = f"“{clipped(sheet.title)}”第 {number} 行"
                    raise FormRefusedError(where, f"里面是错误值 {clipped(str(cell.value), 10)}", "请改成文字，再交")
            rows.append([_text(cell.value) for cell in cells])
        if len(rows) > _MOST_ROWS and any(rows[-1]):
            raise FormRefusedError(f"“{clipped(sheet.title)}”", f"超过 {_MOST_ROWS} 行", "请用原来的表，不要另加行")
        yield clipped(sheet.title), rows


def _text(value: object) -> str:
    """As it was typed, without what cannot be seen; line breaks stay."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = _ESCAPE.sub("\n", str(value)[:_MOST_CELL])
    lines = [_UNSEEN.sub("", line).strip() for line in re.split("\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]", text)]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


def _plain(text: str, everything: bool = True) -> str:
    """For comparing: one width, no blanks; of a heading also nothing in brackets."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return re.sub(r"\([^)]*\)$", "", plain) if everything else plain


def _key_place(rows: Grid) -> tuple[int, int] | None:
    """(row, column), from 0."""
    for row, cells in enumerate(rows[:20]):
        for column, cell in enumerate(cells):
            if cell.startswith(words.MARK.split("-")[0] + "-"):
                return row, column
    return None


def _read_items(title: str, rows: Grid, ids: int, key: FormKey, read: _Read) -> None:
    head, columns = _head(title, rows)
    wanted = set(key.issues)
    for number, cells in enumerate(rows[head + 1 :], head + 2):
        if _is_foot(cells):
            _read_people(rows[number - 1 :], read)
            return
        text = ReportText(**{name: _at(cells, column) for name, column in columns.items()})
        where, token = f"“{title}”第 {number} 行", _at(cells, ids)[: words.TOKEN]
        if token in wanted:
            _keep_item(token, text, where, read)
        elif not text.blank:
            if token:
                raise FormRefusedError(where, "是从别的表里粘来的", "请用整改办发给本单位的表填写，再交")
            said = clipped(" ".join(text.texts()))
            advice = "请把文字并进上面的问题；新问题请另在台账登记"
            read.notes.append(FormNote(where, f"是另加的一行，没有读取：{said}", advice))


def _head(title: str, rows: Grid) -> tuple[int, dict[str, int]]:
    """The row of the head from 0, and the column of each of the three texts."""
    for number, cells in enumerate(rows[:30]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(cells):
            if name := _NAMES.get(_plain(cell)):
                columns.setdefault(name, column)
        if len(columns) == len(FIELDS):
            return number, columns
    heads = "、".join(FIELDS.values())
    raise FormRefusedError(f"“{title}”", f"找不到表头（{heads}）", "请重新发一份表，把填好的文字复制过去再交")


def _keep_item(token: str, text: ReportText, where: str, read: _Read) -> None:
    before = read.texts.get(token)
    if before is None or before.blank:
        read.texts[token], read.places[token] = text, where
    elif not text.blank and text != before:
        other = read.places[token].rpartition("”")[2]
        raise FormRefusedError(where, f"与{other}是同一个问题，填的却不一样", "请只留下一行，再交")


def _is_foot(cells: list[str]) -> bool:
    return any(_label(cell) in (words.FILLED_BY, words.FILLED_ON) for cell in cells)


def _label(cell: str) -> str:
    return _plain(cell).partition(":")[0]


def _read_people(rows: Grid, read: _Read) -> None:
    """Names and day stand right of their labels, or behind a colon in the same cell."""
    labels = (words.FILLED_BY, words.REVIEWED_BY, words.FILLED_ON)
    for cells in rows[:10]:
        for column, cell in enumerate(cells):
            label = _label(cell)
            if label not in labels or read.people.get(label):
                continue
            behind = re.split("[:：]", cell, maxsplit=1)[1:]
            right = next((other for other in cells[column + 1 :] if other), "")
            inside = behind[0].strip() if behind else ""
            read.people[label] = inside or ("" if _label(right) in labels else right)


def _read_answers(title: str, rows: Grid, read: _Read) -> None:
    """单位情况 and 本月无新增: what is asked on the left, what was answered under 本月填写."""
    heads = ([_plain(cell) for cell in cells] for cells in rows[:20])
    found = next(((at, head) for at, head in enumerate(heads) if {words.ITEM, words.ENTRY} <= {*head}), None)
    if found is None:
        return
    asked, entry = found[1].index(words.ITEM), found[1].index(words.ENTRY)
    for line, cells in enumerate(rows[found[0] + 1 : found[0] + 12], found[0] + 2):
        label, answer = _plain(_at(cells, asked)), _at(cells, entry)
        if label not in (*_NAMES, words.CHOICE, words.CHOICE_REASON):
            continue
        before = read.answers.setdefault(label, answer)
        if answer and before and answer != before:
            raise FormRefusedError(f"“{title}”第 {line} 行", f"“{label}”填了两处，内容不一样", "请只留一处，再交")
        read.answers[label] = before or answer


def _filled(key: FormKey, read: _Read) -> FilledForm:
    overall = ReportText(**{field: read.answers.get(name, "") for field, name in FIELDS.items()})
    day = read.people.get(words.FILLED_ON, "")
    filled_on = _day(day)
    if day and not filled_on:
        advice = "不影响收表；请按 2026-09-25 的样子写"
        read.notes.append(FormNote(words.FILLED_ON, f"“{clipped(day)}”认不出是哪一天", advice))
    return FilledForm(
        *(key, read.texts, read.places, overall),
        _plain(read.answers.get(words.CHOICE, "")) == words.NO_NEWS,
        read.answers.get(words.CHOICE_REASON, ""),
        " ".join(read.people.get(words.FILLED_BY, "").split()),
        " ".join(read.people.get(words.REVIEWED_BY, "").split()),
        filled_on,
        tuple(read.notes),
    )


def _day(text: str) -> str:
    """ISO, or "" where it is none. A bare number is a day as office programs count them, from 1899-12-30."""
    plain = unicodedata.normalize("NFKC", text)
    if re.fullmatch(r"\d{5}", plain):
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(plain)).isoformat()
    if plain.isdigit() and len(plain) == 8:
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    found = _DAY.search(plain)
    try:
        return date(*(int(part) for part in found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def _at(cells: list[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""
