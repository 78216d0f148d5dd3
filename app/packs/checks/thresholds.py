"""Sums of money against the amounts at which the law begins.

Sources: 刑法 382–386, 389, 390; 法释〔2016〕9号 1, 5–7. Only where a case says that a crime is suspected.
"""

import re
from collections.abc import Iterable, Sequence

from app.domain.case import Basis, Case, CaseKind, Clause
from app.domain.problem import Problem
from app.domain.prose import plain_text
from app.domain.reference import ArticleReference
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder

SUM = re.compile("([0-9]+(?:[,，][0-9]{3})*(?:\\.[0-9]+)?)(万)?余?元")
ORDINARY, LISTED = 30_000, 10_000
CRIMES = {
    "382": ("贪污", ORDINARY),
    "383": ("贪污", ORDINARY),
    "384": ("挪用公款", ORDINARY),
    "385": ("受贿", ORDINARY),
    "386": ("受贿", ORDINARY),
    "389": ("行贿", ORDINARY),
    "390": ("行贿", ORDINARY),
}
# The lines of the interpretation that admit 一万元 with a listed circumstance.
LISTED_CIRCUMSTANCE = re.compile("贪贿解释@2016/(1\\.[23]|7\\.2)")
GIFTS = ("条例@2023/97", "政务@2020/34")


def check_thresholds(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    for entry in folder.cases:
        if entry.item.kind is CaseKind.CASE:
            yield from _crimes(entry.item, entry.file)
            yield from _gifts(entry.item, entry.file)


def sums_in(text: str) -> list[int]:
    """Every sum of money, in yuan; 8.6万元 is 86000."""
    return [round(float(re.sub("[,，]", "", number)) * (10_000 if much else 1)) for number, much in SUM.findall(text)]


def _crimes(case: Case, file: str) -> Iterable[Problem]:
    if not any(sanction.slug == "judicial-transfer" for sanction in case.sanctions) and case.form != "form-4":
        return
    supporting = [clause for clause in case.clauses if clause.basis is not Basis.COMPARISON]
    listed = any(LISTED_CIRCUMSTANCE.match(written) for clause in supporting for written in clause.references)
    largest = max(_sums(case, [fact.number for fact in case.facts]), default=0)
    for clause in supporting:
        for name, least in _named(clause):
            least = LISTED if listed and name != "挪用公款" else least
            if largest < least:
                message = f"涉嫌{name}，案情里最大的金额是 {largest} 元，不到 {least} 元的起点"
                advice = "改金额，或写出一万元以上适用的情形（如 `贪贿解释@2016/1.2.1`），或改按违纪处理"
                yield Problem(file, clause.line, message, advice)
                return


def _gifts(case: Case, file: str) -> Iterable[Problem]:
    """Gifts as large as a bribe, and nobody asked whether they were one."""
    argued = "".join(plain_text(line) for line in case.opinions) + plain_text(case.outcome_note)
    if "受贿" in argued or "移送" in argued or any(sanction.slug == "judicial-transfer" for sanction in case.sanctions):
        return
    for clause in case.clauses:
        bases = [reference.base for written in clause.references if (reference := ArticleReference.parse(written))]
        received = max(_sums(case, clause.facts), default=0)
        if clause.basis is not Basis.COMPARISON and set(bases) & set(GIFTS) and received >= ORDINARY:
            message = f"收受 {received} 元已到受贿的数额起点，却只按收礼处理"
            yield Problem(file, clause.line, message, "在定性分歧里说明为什么不是受贿，或改为移送司法机关")


def _named(clause: Clause) -> Iterable[tuple[str, int]]:
    for written in clause.references:
        reference = ArticleReference.parse(written)
        if reference and reference.short == "刑法" and reference.article in CRIMES:
            yield CRIMES[reference.article]


def _sums(case: Case, numbers: Sequence[int]) -> list[int]:
    return [value for fact in case.facts if fact.number in numbers for value in sums_in(plain_text(fact.text))]
