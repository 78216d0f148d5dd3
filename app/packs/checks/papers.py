"""What a paper asks for must be in the bank, and often enough that two papers differ."""

from collections.abc import Iterable, Mapping

from app.domain.bank import Bank
from app.domain.drawing import overlap, shortages
from app.domain.paper import MultipleRule, Paper
from app.domain.problem import Problem, Severity
from app.domain.question import QuestionKind
from app.packs.checks.lookup import Lookup
from app.packs.entry import Entry, Folder

MOST_OVERLAP, LEAST_BANK = 0.3, 100
"""A small bank repeats itself whatever the paper asks for."""


def check_papers(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    bank = Bank.of(entry.item for entry in folder.questions)
    kinds = {entry.item.id: entry.item.kind for entry in folder.questions}
    shorts = {regulation.short for regulation in lookup.regulations.values()}
    for entry in folder.papers:
        for place, rule in enumerate(entry.item.rules):
            for short in set(rule.regulations) - shorts:
                message = f"抽题规则里的法规“{short}”不在法规库"
                yield Problem(entry.file, entry.at(f"draw {place}"), message, "写法规的简称，如 regulations: [条例]")
        for one in entry.item.fixed:
            if one.question_id not in kinds:
                message = f"固定的题“{one.question_id}”不在题库"
                yield Problem(entry.file, entry.at("fixed"), message, "改正题号，或补上这道题")
        yield from _halves_of_one(entry, kinds)
        shortage = shortages(entry.item, bank)
        for place, message in shortage:
            yield Problem(entry.file, entry.at(f"draw {place}"), message, "减少题数、放宽专题，或补充题目")
        if shortage or entry.item.fixed or len(bank) < LEAST_BANK:
            continue
        if (share := overlap(entry.item, bank)) >= MOST_OVERLAP:
            message = f"连抽两次平均有 {share:.0%} 的题相同"
            yield Problem(entry.file, 0, message, "减少题数、放宽专题，或补充题目", Severity.WARNING)


def _halves_of_one(entry: Entry[Paper], kinds: Mapping[str, QuestionKind]) -> Iterable[Problem]:
    """Half of one point is none: the paper promises what it does not give."""
    if entry.item.multiple is not MultipleRule.PARTIAL:
        return
    rules = [
        f"draw {place}"
        for place, rule in enumerate(entry.item.rules)
        if rule.kind is QuestionKind.MULTIPLE and rule.score == 1
    ]
    fixed = any(one.score == 1 and kinds.get(one.question_id) is QuestionKind.MULTIPLE for one in entry.item.fixed)
    for where in [*rules, *(["fixed"] if fixed else [])]:
        advice = "多选改成 2 分以上，或写 multiple: 全对得分"
        yield Problem(entry.file, entry.at(where), "1 分的多选少选得不到半分", advice, Severity.WARNING)
