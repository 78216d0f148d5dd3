"""The rows of a table of findings under a mapping: taken, or refused with where, why and what to do."""

from collections.abc import Iterator, Mapping, Sequence

from app.domain.confidentiality import review
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.findings import FindingField, FindingLine, FindingRow, FindingsTable
from app.domain.ledger.issue_check import MOST_SHORT, MOST_TEXT, MOST_TITLE
from app.domain.normalised_text import normalise
from app.domain.open_matters import warnings_of
from app.domain.problem import Problem
from app.packs.findings_file import MERGED
from app.packs.problem_list import ProblemList, clipped

Taken = tuple[tuple[FindingRow, ...], tuple[Problem, ...], tuple[str, ...]]
SPLIT = str.maketrans(dict.fromkeys("、，,;；/\n", "\n"))
ENDS = "。；\n"


def taken(
    table: FindingsTable, mapping: Mapping[FindingField, int], units: Mapping[str, str], areas: Mapping[str, str]
) -> Taken:
    """Rows, refusals, and notes about the whole. ``units`` are names of departments → ids, ``areas`` slugs → words."""
    problems, rows = ProblemList(table.file), list[FindingRow]()
    seen: dict[str, int] = {}
    strange: dict[str, None] = {}
    if FindingField.TITLE not in mapping:
        problems.error(0, "还没有指定哪一列是“反馈问题”", "在上面选一列作为“反馈问题”")
        return (), tuple(problems.problems), ()
    for line in table.lines:
        values = {field: _cell(line, at) for field, at in mapping.items()}
        if not any(values.values()):
            continue
        faults = list(_faults(line, values, mapping))
        row = _row(line.number, values, units, areas)
        key = normalise(f"{row.title}{row.detail}")
        if not faults and key in seen:
            faults.append((f"与第 {seen[key]} 行是同一个问题", "删去重复的一行"))
        for message, advice in faults:
            problems.error(line.number, message, advice)
        if not faults:
            seen[key] = line.number
            rows.append(row)
            if values.get(FindingField.UNIT) and not row.unit:
                strange[values[FindingField.UNIT]] = None
    if not rows and not problems.has_errors:
        problems.error(0, "表头下面没有问题", "一行一个问题填好后再导入")
    notes = (
        *_doubts(rows),
        *_notes(table, mapping, list(strange)),
        *_taken_down(table, mapping),
        *_fallen_back(rows, mapping),
    )
    return tuple(rows), tuple(problems.problems), notes


def _faults(
    line: FindingLine, values: Mapping[FindingField, str], mapping: Mapping[FindingField, int]
) -> Iterator[tuple[str, str]]:
    if line.fault:
        yield f"这一行{line.fault}", line.advice
        return
    if mapping[FindingField.TITLE] in line.joined or set(mapping.values()) & set(line.covered):
        yield f"这一行{MERGED[0]}", MERGED[1]
        return
    if not values[FindingField.TITLE]:
        if len([value for value in values.values() if value]) > 1 or any(line.cells):
            yield f"没有“反馈问题”，可能{MERGED[0]}", MERGED[1]
        return
    for field, text in values.items():
        most = MOST_SHORT if field in (FindingField.LEADER, FindingField.UNIT) else MOST_TEXT
        if len(text) > most:
            yield f"“{field}”有 {len(text)} 字，超过 {most} 字", "检查是不是选错了列，或分成两个问题"
        for warning in review(text).warnings:
            yield f"“{field}”里有{warning.removeprefix('像是')}样的数字", "删去这些号码后再导入"


def _row(
    number: int, values: Mapping[FindingField, str], units: Mapping[str, str], areas: Mapping[str, str]
) -> FindingRow:
    title, detail = values[FindingField.TITLE], values.get(FindingField.DETAIL, "")
    if len(title) > MOST_TITLE or "\n" in title:  # a long finding: its first sentence names it, all of it is the detail
        detail = f"{title}\n{detail}".strip()
        title = _first(title)
    unit = values.get(FindingField.UNIT, "")
    helpers = values.get(FindingField.HELPERS, "").translate(SPLIT).split("\n")
    area = values.get(FindingField.AREA, "")
    return FindingRow(
        number,
        title,
        detail or title,
        values.get(FindingField.GOAL, ""),
        units.get(unit, ""),
        tuple(units.get(helper.strip(), helper.strip()) for helper in helpers if helper.strip()),
        values.get(FindingField.LEADER, ""),
        next((one for one in Dimension if one.value in values.get(FindingField.DIMENSION, "")), None),
        next((slug for slug, word in areas.items() if area and (word == area or slug == area)), ""),
    )


def _first(text: str) -> str:
    """Its first sentence, as far as a title may be long."""
    end = min((at for mark in ENDS if (at := text.find(mark)) > 0), default=len(text))
    return text[: min(end, MOST_TITLE)]


def _doubts(rows: Sequence[FindingRow]) -> Iterator[str]:
    """Clues, reporters, open cases: to be looked at by a person, in the rows that are taken."""
    found: dict[str, list[int]] = {}
    for row in rows:
        for words in warnings_of("\n".join((row.title, row.detail, row.goal, row.leader, *row.helpers))):
            found.setdefault(words, []).append(row.number)
    for words, numbers in found.items():
        some = "、".join(map(str, numbers[:5])) + ("等" if len(numbers) > 5 else "")
        yield f"第 {some} 行里有一处{words}。本机不录入这些内容，请核对，不必要的在文件里删去后再导入。"


def _notes(table: FindingsTable, mapping: Mapping[FindingField, int], strange: list[str]) -> Iterator[str]:
    used = set(mapping.values())
    unread = [clipped(name, 12) for at, name in enumerate(table.columns) if name and at not in used]
    if unread:
        yield f"没有读取的列：{'、'.join(unread)}。"
    if strange:
        names = "、".join(f"“{clipped(name, 12)}”" for name in strange[:5])
        more = "等" if len(strange) > 5 else ""
        yield f"没有对上牵头单位：{names}{more}。导入后请在台账里选定，或先在“科室与单位”里添加。"


def _taken_down(table: FindingsTable, mapping: Mapping[FindingField, int]) -> Iterator[str]:
    """Which columns had merged cells, and how many rows have their text from above."""
    fields = [field for field, at in mapping.items() if any(at in line.joined for line in table.lines)]
    count = sum(any(mapping[field] in line.joined for field in fields) for line in table.lines)
    if fields:
        names = "、".join(f"“{field}”" for field in fields)
        yield f"{names}有合并单元格，{count} 行照合并的那一格填上了。请在下面逐行核对。"


def _fallen_back(rows: Sequence[FindingRow], mapping: Mapping[FindingField, int]) -> Iterator[str]:
    """How many rows say nothing, or nothing that is known, where the file has a column for it."""
    written = {FindingField.UNIT: [row.unit for row in rows], FindingField.AREA: [row.area for row in rows]}
    counts = [(field, found.count("")) for field, found in written.items() if field in mapping]
    if lacking := "、".join(f"{count} 行的“{field}”" for field, count in counts if count):
        yield f"{lacking}没有写或没有对上，导入时按上面选的记。请核对。"


def _cell(line: FindingLine, at: int) -> str:
    return line.cells[at] if 0 <= at < len(line.cells) else ""
