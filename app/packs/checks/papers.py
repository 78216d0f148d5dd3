"""What a paper asks for must be in the bank, and often enough that two papers differ."""

from collections.abc import Iterable

from app.domain.bank import Bank
from app.domain.drawing import overlap, shortages
from app.domain.problem import Problem, Severity
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder

MOST_OVERLAP, LEAST_BANK = 0.3, 100
"""A small bank repeats itself whatever the paper asks for."""


def check_papers(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    bank = Bank.of(entry.item for entry in folder.questions)
    known = {entry.item.id for entry in folder.questions}
    shorts = {regulation.short for regulation in lookup.regulations.values()}
    for entry in folder.papers:
        for place, rule in enumerate(entry.item.rules):
            for short in set(rule.regulations) - shorts:
                message = f"抽题规则里的法规“{short}”不在法规库"
                yield Problem(entry.file, entry.at(f"draw {place}"), message, "写法规的简称，如 regulations: [条例]")
        for one in entry.item.fixed:
            if one.question_id not in known:
                message = f"固定的题“{one.question_id}”不在题库"
                yield Problem(entry.file, entry.at("fixed"), message, "改正题号，或补上这道题")
        shortage = shortages(entry.item, bank)
        for place, message in shortage:
            yield Problem(entry.file, entry.at(f"draw {place}"), message, "减少题数、放宽专题，或补充题目")
        if shortage or entry.item.fixed or len(bank) < LEAST_BANK:
            continue
        if (share := overlap(entry.item, bank)) >= MOST_OVERLAP:
            message = f"连抽两次平均有 {share:.0%} 的题相同"
            yield Problem(entry.file, 0, message, "减少题数、放宽专题，或补充题目", Severity.WARNING)
