"""An id means one thing in the whole folder."""

from collections.abc import Iterable

from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder


def check_duplicates(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    yield from _repeated((entry.item.slug, entry.file, entry.at("slug"), "案例 slug") for entry in folder.cases)
    yield from _repeated((str(entry.item.number), entry.file, entry.at("number"), "案例编号") for entry in folder.cases)
    yield from _repeated(
        (entry.item.id, entry.file, entry.at("short"), "法规简称和版本") for entry in folder.regulations
    )
    yield from _repeated(_question_names(folder))


def _repeated(entries: Iterable[tuple[str, str, int, str]]) -> Iterable[Problem]:
    seen: dict[str, tuple[str, int]] = {}
    for name, file, line, what in entries:
        if name in seen:
            other, at = seen[name]
            yield Problem(file, line, f"{what}“{name}”重复", f"与 {other} 第 {at} 行相同，改一个")
        seen.setdefault(name, (file, line))


def _question_names(folder: Folder) -> Iterable[tuple[str, str, int, str]]:
    """Questions, wholes of 案例分析 (once each) and papers share one space of names."""
    wholes: set[tuple[str, str]] = set()
    for entry in folder.questions:
        group = entry.item.group
        if group and (entry.file, group) not in wholes:
            wholes.add((entry.file, group))
            yield group, entry.file, entry.item.line, "案例分析题号"
        yield entry.item.id, entry.file, entry.item.line, "题号"
    for paper in folder.papers:
        yield paper.item.id, paper.file, 1, "试卷名"
