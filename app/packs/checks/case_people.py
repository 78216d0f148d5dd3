"""Sanctions: whom they are given, and whether the kind fits what that person is."""

from collections.abc import Iterable

from app.domain import labels
from app.domain.case import Case, CaseKind, Person, Sanction
from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.entry import Entry, Folder
from app.packs.problem_list import ProblemList, clipped

VILLAGE_SANCTIONS = ("a-warning", "a-demerit", "a-major-demerit")  # 政务处分法 22, 23
INSTITUTION_SANCTIONS = ("a-warning", "a-demerit", "u-downgrade-post", "a-discharge")
FULL_STATUSES = {"公务员", "非党员公职人员", "事业单位管理人员"}


def check_case_people(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    for entry in folder.cases:
        problems = ProblemList(entry.file)
        if entry.item.kind is CaseKind.CASE and not entry.item.sanctions:
            line = entry.at("people")
            problems.error(line, "没有一项可读的处理结果", "在“处理结果”里写 - 甲某 · 县纪委 · `p-warning` 警告")
        for sanction in entry.item.sanctions:
            _check(entry, sanction, problems)
        yield from problems.problems


def _check(entry: Entry[Case], sanction: Sanction, problems: ProblemList) -> None:
    people = {person.ref: person for person in entry.item.people}
    if sanction.slug == "org-measure":
        return  # given to a party organisation, not to a person
    for name in (name.strip() for name in sanction.who.split("、")):
        person = people.get(name)
        if person is None:
            advice = f"改成 people 里的称呼（{'、'.join(people)}），或在 people 里补上"
            problems.error(sanction.line, f"“{clipped(name)}”不在 people 里", advice)
        elif fault := _fault(person, sanction.slug):
            problems.error(sanction.line, *fault)
        elif sanction.slug == "p-removal" and not person.party_post:
            problems.warn(
                sanction.line,
                f"{name}没有写党内职务，却给了撤销党内职务",
                "在 people 里补 party_post；没有党内职务的应给严重警告",
            )


def _fault(person: Person, slug: str) -> tuple[str, str] | None:
    """What is wrong with giving the sanction to the person, and what to do."""
    status = set(person.status)
    word = labels.SANCTIONS[slug]
    if slug in labels.PARTY_SANCTIONS and "党员" not in status:
        return f"{person.ref}不是党员，不能给党纪处分“{word}”", "改处理种类，或在 people 的 status 里写明党员"
    state = slug in labels.STATE_SANCTIONS or slug in labels.INSTITUTION_SANCTIONS
    if not state or not status or (status & FULL_STATUSES and slug in labels.STATE_SANCTIONS):
        return None
    if status & {"村居干部", "编外"}:
        allowed: tuple[str, ...] = VILLAGE_SANCTIONS
    elif "事业单位其他人员" in status:
        allowed = INSTITUTION_SANCTIONS
    elif status <= {"群众"}:
        return f"{person.ref}不是公职人员，不能给“{word}”", "改处理种类，或改 people 的 status"
    else:
        allowed = tuple(labels.STATE_SANCTIONS)
    if slug in allowed:
        return None
    words = "、".join(f"{labels.SANCTIONS[name]}（{name}）" for name in allowed)
    return f"{person.ref}（{'、'.join(person.status)}）不能给“{word}”", f"只能是 {words}"
