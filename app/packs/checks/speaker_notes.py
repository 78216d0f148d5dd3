"""Speaker notes must name pages that the case has when it is projected."""

from collections.abc import Iterable

from app.domain.page_names import page_names
from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder
from app.packs.marks import MarkKind
from app.packs.problem_list import ProblemList, clipped


def check_speaker_notes(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    for entry in folder.cases:
        problems = ProblemList(entry.file)
        known = page_names(entry.item)
        for mark in entry.marks:
            if mark.kind is MarkKind.PAGE and mark.target not in known:
                advice = f"小标题只能是：{'、'.join(known)}"
                problems.error(mark.line, f"讲解提示的“{clipped(mark.target)}”不是投影页", advice)
        yield from problems.problems
