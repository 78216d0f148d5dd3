"""What a paper asks for must be in the bank."""

from collections.abc import Iterable

from app.domain.drawing import shortages
from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder


def check_papers(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    bank = {entry.item.id: entry.item for entry in reversed(folder.questions)}
    for paper in folder.papers:
        for place, message in shortages(paper.item, list(bank.values())):
            yield Problem(paper.file, paper.at(f"draw {place}"), message, "减少题数、放宽专题，或补充题目")
