"""整改台账 opens with 5,000 issues and twelve months of reports, against the same pages over nothing.

Table, board and 月报收集 are opened as the shell does, from the choice until they are painted, in one process and in
turn with the same pages of a campaign with one issue, one month and no report: the same widgets with next to nothing in
them. (Without any issue the page shows other widgets.) What the full pages take more is reading, ordering and painting
what is seen.
"""

import random
import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.bootstrap import open_app
from app.domain.ledger.issue_state import IssueState
from app.paths import find_paths
from app.services.services import Services
from benchmarks import ledger_export, ledger_reports
from benchmarks.display import display
from benchmarks.ratios import line, processes

GOAL = 3.0
STATES = [state for state in IssueState if state is not IssueState.VOID]
WORDS = {"table": "整改台账 as a table", "board": "… as a board", "grid": "月报收集, 18 units × 12 months"}


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="jingjian-bench-"))
    try:
        full, bare = _fill(folder)
        with display() as screen:
            command = ["-m", "benchmarks.ledger_probe", str(folder / "data"), full, bare]
            figures = processes({"pages": command}, 1, screen)["pages"]
    finally:
        shutil.rmtree(folder)
    for name, words in WORDS.items():
        mine, other = figures[f"{name}_ms"], figures[f"{name}_bare_ms"]
        detail = f"{mine:.1f} / {other:.1f} ms, {screen['QT_QPA_PLATFORM']}"
        print(line(f"{words} / the same over nothing", figures[f"{name}_ratio"], GOAL, detail), flush=True)


def _fill(folder: Path) -> tuple[str, str]:
    """The ids of the two campaigns."""
    services = open_app(find_paths(folder / "data"), clock=ledger_reports._Clock(), seed=1)
    full = ledger_reports._fill(services)
    _spread(services, full.id)
    bare = services.ledger.open_campaign("另一专项", date(2026, 12, 1), date(2026, 12, 31))
    one = services._issue_book.store.issues(full.id)[0]
    services._ledger_desk.journal.note(
        lambda: services._issue_book.store.put_issue(replace(one, id="f" * 32, campaign=bare), 1)
    )
    services.close()
    return full.id, bare


def _spread(services: Services, campaign: str) -> None:
    """In all states, with measures, some of them late: every column of the board has its cards."""
    store, chance = services._issue_book.store, random.Random(7)
    issues = store.issues(campaign)

    def put() -> None:
        for number, issue in enumerate(issues, 1):
            made = ledger_export._issue(campaign, number, issue.text.lead_unit, chance)
            state = STATES[number % len(STATES)]
            store.put_issue(replace(made, id=issue.id, state=state), number)

    services._ledger_desk.journal.note(put)
