"""整改台账 written out: 5,000 issues with four measures each, read from the ledger and written to disk."""

import random
import resource
import shutil
import sys
import tempfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from app.bootstrap import open_app
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.paths import find_paths
from app.services.services import Services
from benchmarks.ledger_reports import _Clock, _go_on, _tell

UNITS, ISSUES, MEASURES, IN_WORD = 18, 5_000, 4, 1_000
SECONDS = 10.0
WORDS = "核对名单户停发追回入户签字公示抽查拍照存档联调接口培训换岗"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="jingjian-bench-"))
    try:
        _measure(folder)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path) -> None:
    services = open_app(find_paths(folder / "data"), clock=_Clock(), seed=1)
    campaign = _fill(services)
    documents, heard = services.ledger_documents, list[int]()
    before = _peak()

    def write() -> None:
        extract = documents.extract(campaign, go_on=_go_on(heard))
        documents.write_table(extract, folder / "整改台账.xlsx", _go_on(heard))

    _tell(f"{ISSUES:,} issues × {MEASURES} measures read and written as xlsx", write, SECONDS)
    size = (folder / "整改台账.xlsx").stat().st_size / 1024 / 1024
    print(f"     {size:.1f} MiB; {len(heard)} words of progress; at most {_peak() - before} MiB more memory")
    some = documents.extract(campaign, [row.id for row in services.ledger.rows(campaign)[:IN_WORD]])
    _tell(f"{IN_WORD:,} issues as docx", partial(_write_word, services, some, folder), SECONDS)
    services.close()


def _write_word(services: Services, extract: LedgerExtract, folder: Path) -> None:
    services.ledger_documents.write_table(extract, folder / "整改台账.docx")


def _peak() -> int:
    """MiB; macOS counts bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _fill(services: Services) -> str:
    """Written in bulk: one by one the issues would take minutes."""
    units = [services.ledger.add_unit(f"第{number}股") for number in range(UNITS)]
    campaign = services.ledger.open_campaign("临时救助资金监管专项", date(2026, 1, 1), date(2026, 12, 31))
    chance = random.Random(7)

    def put() -> None:
        for number in range(1, ISSUES + 1):
            services._issue_book.store.put_issue(_issue(campaign, number, units[number % UNITS], chance), number)

    services._ledger_desk.journal.note(put)
    return campaign


def _issue(campaign: str, number: int, unit: str, chance: random.Random) -> Issue:
    text = IssueText(
        *(f"第{number}号问题：{_said(chance, 14)}", _said(chance, 60), _said(chance, 40), Dimension.SYSTEM),
        *("mass-interest-harm", ("system-gap",), "李某", unit),
    )
    measures = tuple(
        Measure(
            *(place, _said(chance, 40), chance.choice("周沈许") + "某", MeasureKind.BY_DATE),
            *(date(2026, 6, 1) + timedelta(days=chance.randrange(300)), _said(chance, 8), None),
            chance.choice((MeasureState.OPEN, MeasureState.WORKING)),
        )
        for place in range(1, MEASURES + 1)
    )
    origin = Origin(IssueSource.MEETING, "局务会纪要", date(2026, 1, 5))
    return Issue(f"{number:032x}", campaign, text, origin, IssueState.WORKING, measures)


def _said(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(WORDS, k=length))
