"""Rules in time: cited only when in force, and only one version of a rule in force at once."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from app.domain.case import Basis, Case, Clause
from app.domain.problem import Problem
from app.domain.regulation import Regulation
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder


def check_clause_force(folder: Folder, lookup: Lookup, today: date) -> Iterable[Problem]:
    """行为时 on the date of each fact, 处理时 on the date of the outcome, 现行对照 today."""
    for entry in folder.cases:
        for clause in entry.item.clauses:
            for reference in clause.references:
                regulation = lookup.regulation(reference)
                if regulation is None:
                    continue
                for name, moment in _moments(entry.item, clause, today):
                    if moment and not regulation.in_force_on(moment):
                        message = f"{regulation.id} 在{name}（{moment}）时不在施行期内，不能作“{clause.basis}”依据"
                        yield Problem(entry.file, clause.line, message, _advice(regulation, moment, clause, lookup))


def _moments(case: Case, clause: Clause, today: date) -> Iterable[tuple[str, str]]:
    match clause.basis:
        case Basis.AT_CONDUCT:
            return [(f"【{fact.number}】", fact.date) for fact in case.facts if fact.number in clause.facts]
        case Basis.AT_OUTCOME:
            return [("处理", case.outcome_date)]
        case Basis.COMPARISON:
            return [("今天", today.isoformat())]


def _advice(regulation: Regulation, moment: str, clause: Clause, lookup: Lookup) -> str:
    until = f"{regulation.effective} 施行" + (f"、{regulation.repealed} 废止" if regulation.repealed else "")
    other = lookup.in_force_instead(regulation, moment)
    instead = f"改引当时施行的 {other.id}" if other else "换成当时施行的版本"
    if clause.basis is not Basis.COMPARISON and moment < regulation.effective:
        instead += "，或把依据改为现行对照"
    return f"该法规 {until}：{instead}"


def check_renumberings(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    """A map of numbers is of use only with the rule that it leads to."""
    for entry in folder.renumberings:
        if entry.item.regulation not in lookup.regulations:
            message = f"条号对照指向的法规 {entry.item.regulation} 不在法规库"
            yield Problem(entry.file, entry.at("regulation"), message, "改正简称和版本，或先补上那部法规")


def check_versions(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    """Two versions of one rule: the older says when it ended, and a 简称 means one rule only."""
    del lookup
    entries = sorted(folder.regulations, key=lambda entry: (entry.item.effective, entry.item.version))
    for old, new in combinations(entries, 2):
        if old.item.id == new.item.id:
            continue  # reported as a duplicate
        if old.item.family == new.item.family:
            if not old.item.repealed:
                message = f"{old.item.id} 已有新版 {new.item.id}，却没有废止日期，两版同时有效"
                yield Problem(old.file, old.at("repealed"), message, f"写 repealed: {new.item.effective}")
            elif old.item.repealed > new.item.effective:
                message = f"{old.item.id} 的废止日期晚于 {new.item.id} 的施行日期，两版同时有效"
                yield Problem(old.file, old.at("repealed"), message, f"改成 repealed: {new.item.effective}")
        elif old.item.short == new.item.short:
            message = f"简称“{new.item.short}”也是另一部法规《{old.item.title}》的简称"
            yield Problem(new.file, new.at("short"), message, "换一个简称；若是同一部法规的两版，family 写成一样")
