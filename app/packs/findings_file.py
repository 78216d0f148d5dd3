"""A table of findings out of an xlsx or a docx, as it stands in the file: head, rows, and what is odd about a row."""

import io
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.confidentiality import review
from app.domain.errors import UserError
from app.domain.ledger.findings import FindingField, FindingLine, FindingsTable
from app.packs.table_rows import Merged, merged_down, weigh

if TYPE_CHECKING:
    from docx.table import Table

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, MOST_TABLES, MOST_CELL = 2_000, 40, 20, 5_000
HEAD_WITHIN = 15
SAVE_AS = "请在 WPS 或 Word 中另存为 docx/xlsx 后再导入。"
BROKEN = f"打不开：文件不完整，或不是真正的 docx/xlsx。{SAVE_AS}"
TOO_MANY = f"表格超过 {MOST_ROWS} 行。请分成几个文件，再导入。"
NO_HEAD = "里找不到问题清单的表头。请让表格前几行里有一行写着“反馈问题”，需要时再加“具体表现”“牵头单位”等，一列一项。"
MERGED = ("有合并单元格，分不清哪一格属于哪个问题", "取消合并，把每个问题的每一格填全，再导入")
FORMULA = ("有公式，不是写好的文字", "把公式粘贴为数值或文字，再导入")
LONG = (f"有一格超过 {MOST_CELL} 字", "检查是不是把几个问题写进了一格")

NAMES: dict[FindingField, tuple[str, ...]] = {
    FindingField.TITLE: (
        *("反馈问题", "问题", "存在问题", "存在的问题", "问题描述", "审计发现问题", "审计发现的问题", "发现问题"),
        *("发现的问题", "巡察反馈问题", "巡视反馈问题", "反馈的问题", "问题内容", "主要问题", "问题事项"),
    ),
    FindingField.DETAIL: ("具体表现", "问题表现", "具体问题", "主要表现", "具体情况", "问题详情", "事实描述"),
    FindingField.GOAL: ("整改目标", "目标", "整改要求", "整改目标要求", "处理意见", "审计建议"),
    FindingField.UNIT: (
        "牵头单位",
        "责任单位",
        "牵头部门",
        "责任部门",
        "牵头科室",
        "责任科室",
        "整改单位",
        "整改责任单位",
    ),
    FindingField.HELPERS: ("配合单位", "配合部门", "配合科室", "协办单位", "参与单位"),
    FindingField.LEADER: ("责任领导", "分管领导", "牵头领导", "责任局领导", "整改责任领导"),
    FindingField.DIMENSION: ("方面", "查找方面", "维度"),
    FindingField.AREA: ("突出问题", "问题类别", "问题类型", "类别", "问题分类"),
}

Found = tuple[str, Iterable[FindingLine]]
"""Where a table stands in the file, and its rows from the first."""


def read_findings(name: str, data: bytes) -> FindingsTable:
    """``name``: the file's, for its ending. Raises UserError where there is no table of findings that we read, or where
    anything in it has a security grading: then nothing of it is shown."""
    if len(data) > MOST_BYTES:
        raise UserError(f"“{name}”超过 10 MB。请只留下问题清单，再导入。")
    ending = name.rpartition(".")[2].lower()
    if ending not in ("xlsx", "docx"):
        raise UserError(f"“{name}”不是 docx 或 xlsx。{SAVE_AS}")
    if not data.startswith(b"PK\x03\x04"):
        raise UserError(f"“{name}”{BROKEN}")
    try:
        weigh(data)
        return _chosen(name, _xlsx_tables(data) if ending == "xlsx" else _docx_tables(data))
    except UserError as error:
        raise UserError(f"“{name}”{error}") from error
    except Exception as error:  # the readers raise whatever the file makes them raise
        raise UserError(f"“{name}”{BROKEN}") from error


def guessed(columns: Sequence[str]) -> dict[FindingField, int]:
    """Which column (from 0) holds which field, by the names of its head; each column for one field only."""
    plain = [_plain(column) for column in columns]
    mapping: dict[FindingField, int] = {}
    for exact in (True, False):
        for field, names in NAMES.items():
            if field in mapping:
                continue
            for at, column in enumerate(plain):
                fits = column in names if exact else any(word in column for word in names if len(word) > 3)
                if fits and at not in mapping.values():
                    mapping[field] = at
                    break
    return mapping


def _chosen(name: str, tables: Iterable[Found]) -> FindingsTable:
    """The first one with a head that says where the findings stand."""
    for place, found in tables:
        lines = list(found)
        if len(lines) > MOST_ROWS:
            raise UserError(TOO_MANY)
        for cell in (cell for line in lines for cell in line.cells):
            if refusal := review(cell).refusal:
                raise UserError(f"没有读入。{refusal}")
        at = _head_at([line.cells for line in lines[:HEAD_WITHIN]])
        if at is not None:
            head = lines[at].cells
            width = max(place for place, cell in enumerate(head) if cell) + 1
            rows = _taken_down([replace(one, cells=one.cells[:width]) for one in lines[at + 1 :]])
            return FindingsTable(name, place, head[:width], rows)
    raise UserError(NO_HEAD)


def _taken_down(lines: Sequence[FindingLine]) -> tuple[FindingLine, ...]:
    """Without the empty ones. What is merged with the row above has its text; what is merged with the head has none."""
    taken: list[FindingLine] = []
    above: FindingLine | None = None
    for line in lines:
        cells = list(line.cells)
        joined = tuple(at for at in line.joined if above is not None and at < len(above.cells) and not cells[at])
        for at in joined:
            cells[at] = above.cells[at] if above else ""
        above = replace(line, cells=tuple(cells), joined=joined)
        if any(line.cells):
            taken.append(above)
    return tuple(taken)


def _head_at(lines: Sequence[Sequence[str]]) -> int | None:
    """The line that names most columns; a caption above it may have the word for findings in it too."""
    ranked = []
    for at, cells in enumerate(lines):
        mapping = guessed(cells)
        if FindingField.TITLE in mapping:
            exact = _plain(cells[mapping[FindingField.TITLE]]) in NAMES[FindingField.TITLE]
            ranked.append((-len(mapping), not exact, at))
    return min(ranked)[2] if ranked else None


def _xlsx_tables(data: bytes) -> Iterator[Found]:
    import openpyxl
    from openpyxl import DEFUSEDXML

    if not DEFUSEDXML:
        raise RuntimeError("openpyxl would expand entities")
    with warnings.catch_warnings():  # styles and extensions that it does not know are nothing to us
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            for sheet in book.worksheets[:MOST_TABLES]:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()
                    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
                    lines = [_xlsx_line(number, row) for number, row in enumerate(rows, 1)]
                    yield f"工作表“{sheet.title}”", _joined(lines, merged_down(book, sheet))
        finally:
            book.close()


def _xlsx_line(number: int, row: Sequence[object]) -> FindingLine:
    cells = [getattr(cell, "value", None) for cell in row]
    formula = any(getattr(cell, "data_type", "") == "f" for cell in row)
    return _line(number, cells, FORMULA if formula else None)


def _joined(lines: list[FindingLine], merged: Iterable[Merged]) -> list[FindingLine]:
    """With the places that a merged cell above covers; over several columns only the first one has the text."""
    for top, left, bottom, _ in merged:
        for at in range(top, min(bottom, len(lines))):
            lines[at] = replace(lines[at], joined=(*lines[at].joined, left - 1))
    return lines


def _docx_tables(data: bytes) -> Iterator[Found]:
    from docx import Document

    document = Document(io.BytesIO(data))
    for number, table in enumerate(document.tables[:MOST_TABLES], 1):
        yield f"第 {number} 个表格", _docx_lines(table)


def _docx_lines(table: "Table") -> Iterator[FindingLine]:
    """By the rows' own cells: a merged one would be told again for every place that it covers."""
    from docx.oxml.ns import qn

    for number, row in enumerate(table._tbl.tr_lst[: MOST_ROWS + 1], 1):
        texts, joined, covered = list[str](), list[int](), list[int]()
        for cell in row.tc_lst[:MOST_COLUMNS]:
            if cell.vMerge == "continue":
                joined.append(len(texts))
            texts.append("\n".join("".join(node.text or "" for node in line.iter(qn("w:t"))) for line in cell.p_lst))
            beside = min(cell.grid_span, MOST_COLUMNS) - 1
            covered += range(len(texts), len(texts) + beside)
            texts += [""] * beside
        line = _line(number, texts[:MOST_COLUMNS], None)
        yield replace(line, joined=tuple(joined), covered=tuple(covered))


def _line(number: int, values: Sequence[object], fault: tuple[str, str] | None) -> FindingLine:
    texts = [_text(value) for value in values]
    if any(len(text) > MOST_CELL for text in texts):
        texts, fault = [text[:MOST_CELL] for text in texts], LONG
    return FindingLine(number, tuple(texts), *(fault or ("", "")))


def _text(value: object) -> str:
    """A cell as people read it: 1001.0 is 1001, lines stay lines, nothing invisible."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = str(value)[: MOST_CELL + 1].splitlines()
    kept = ("".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in line) for line in lines)
    return "\n".join(line for line in (" ".join(one.split()) for one in kept) if line)


def _plain(cell: str) -> str:
    """A head without numbers in brackets, spaces and marks."""
    return "".join(character for character in unicodedata.normalize("NFKC", cell) if character.isalpha())
