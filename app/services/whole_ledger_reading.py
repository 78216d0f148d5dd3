"""A whole ledger out of a file, checked from end to end before anybody rests on it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.chain_check import chain_faults
from app.domain.codec import from_plain
from app.domain.errors import UserError
from app.domain.ledger.evidence import Evidence
from app.domain.ledger.ledger_kinds import EXPORTED, of_the_ledger
from app.domain.ledger.ledger_line import read_event
from app.domain.ledger.ledger_lineage import Placed
from app.domain.ledger.steps import GoOn, StoppedError
from app.domain.ledger.whole_ledger import EVENTS, EVIDENCE, EXEMPLARS, RULES, TABLES, LedgerChain, WholeLedger
from app.domain.ledger.whole_ledger_summary import WholeLedgerSummary
from app.packs.problem_list import clipped
from app.packs.whole_ledger_file import AGAIN, DAMAGED, ERRORS, NEWER, WholeLedgerFile
from app.services.ledger_fit import LedgerFit, MisfitError
from app.storage.ledger_copy import LEDGER_TABLES
from app.storage.ledger_store import LedgerStore
from app.storage.migrations import UNIT
from app.storage.report_store import ReportStore
from app.storage.staged_ledger import StagedLedger

STOPPED = "已取消，本机没有任何改动。"
BROKEN = "“{name}”里的修改记录从第 {seq} 条起对不上，可能被别的程序改过，没有读回。本机没有任何改动。" + AGAIN
MISFIT = "“{name}”里的内容与它自己的修改记录对不上（{where}），可能被别的程序改过，没有读回。本机没有任何改动。" + AGAIN
UNSEALED = "“{name}”里有内容在导出以后被改动过，与导出时记下的对不上，没有读回。本机没有任何改动。" + AGAIN
KB, MOST_WORDS = 1024, 60


class Pace:
    """Bytes done of bytes to do, as a `GoOn` hears it."""

    def __init__(self, go_on: GoOn | None, total: int, stopped: str = STOPPED) -> None:
        self._go_on, self._total, self._done, self._stopped = go_on, max(total // KB, 1), 0, stopped

    def told(self, count: int) -> None:
        """Raises StoppedError where the person has cancelled."""
        self._done += count
        if self._go_on is not None and not self._go_on(min(self._done // KB, self._total), self._total):
            raise StoppedError(self._stopped)


@dataclass(frozen=True, slots=True)
class ReadLedger:
    """``events`` in the order in which they happened. ``evidence`` are those whose file came along, by their ids;
    ``staged`` holds the tables, and is to be closed."""

    path: Path
    sha256: str
    manifest: WholeLedger
    events: tuple[Placed, ...]
    staged: StagedLedger
    evidence: dict[str, Evidence]
    summary: WholeLedgerSummary

    def close(self) -> None:
        self.staged.close()


def read_whole(path: Path, go_on: GoOn | None = None) -> ReadLedger:
    """Raises UserError with a sentence where anything in it is not right, StoppedError where the person cancelled."""
    with WholeLedgerFile(path) as file:
        sizes = sum(one.size for one in file.manifest.members)
        pace = Pace(go_on, path.stat().st_size + sizes)
        digest = file.digest(pace.told)
        if file.manifest.schema > UNIT.version:
            raise UserError(NEWER.format(name=file.name))
        try:
            return _read(file, path, digest, pace.told)
        except MisfitError as error:
            raise UserError(MISFIT.format(name=file.name, where=clipped(str(error), MOST_WORDS))) from error
        except (*ERRORS, AssertionError) as error:
            raise UserError(DAMAGED.format(name=file.name, where="有一处读不懂")) from error


def _read(file: WholeLedgerFile, path: Path, digest: str, told: Callable[[int], None]) -> ReadLedger:
    events = _events(file)
    told(file.manifest.sizes("").get(EVENTS, 0))
    staged = _staged(file, told)
    try:
        store, reports = LedgerStore(staged.connection), ReportStore(staged.connection)
        LedgerFit([event for _, event in events], staged.copy, store, reports).check()
        evidence = _evidence(file, staged, told)
        for kind in (RULES, EXEMPLARS):
            for name in file.manifest.sizes(kind):
                for block in file.blocks(f"{kind}/{name}"):
                    told(len(block))
        summary = _summary(file.manifest, events, staged, store)
    except BaseException:
        staged.close()
        raise
    return ReadLedger(path, digest, file.manifest, events, staged, evidence, summary)


def _events(file: WholeLedgerFile) -> tuple[Placed, ...]:
    """All logs, each from its first event on to what the manifest says was the last."""
    chains = file.manifest.chains
    found = [read_event(line) for line in file.lines(EVENTS)]
    events = tuple((chains[chain].id, event) for chain, event in found if chain >= 0)
    if len(events) < len(found):
        raise ValueError("a chain")
    for chain in chains:
        own = [event for name, event in events if name == chain.id]
        if (fault := next(chain_faults(chain.id, own), 0)) or not own:
            raise UserError(BROKEN.format(name=file.name, seq=fault or 1))
        if LedgerChain(chain.id, len(own), own[-1].hash.hex()) != chain:
            raise UserError(BROKEN.format(name=file.name, seq=len(own)))
    if any(event.payload is not None and not of_the_ledger(event.kind) for _, event in events):
        raise ValueError("what does not belong to the ledger")
    if not _sealed(file, events):
        raise UserError(UNSEALED.format(name=file.name))
    return events


def _sealed(file: WholeLedgerFile, events: tuple[Placed, ...]) -> bool:
    """Whether the last event, written when the ledger was exported, knows everything else in the file as it is."""
    chain, last = events[-1]
    before = [event for name, event in events[:-1] if name == chain]
    own = LedgerChain(chain, len(before), before[-1].hash.hex() if before else "")
    if last.kind != EXPORTED or last.payload is None:
        return False
    log = b"".join(file.blocks(EVENTS)).removesuffix(b"\n").rpartition(b"\n")
    seal = file.manifest.seal(own, hashlib.sha256(b"".join(log[:2])).hexdigest())
    return bool(json.loads(last.payload)["seal"] == seal)


def _staged(file: WholeLedgerFile, told: Callable[[int], None]) -> StagedLedger:
    if file.manifest.schema < 1:
        raise ValueError("schema")
    staged = StagedLedger(file.manifest.schema)
    try:
        tables = [table for table in LEDGER_TABLES if staged.copy.columns(table)]
        if sorted(file.manifest.sizes(TABLES)) != sorted(f"{table}.jsonl" for table in tables):
            raise ValueError("tables")
        for table in tables:
            name = f"{TABLES}/{table}.jsonl"
            staged.put(table, file.lines(name))
            told(file.manifest.sizes(TABLES)[f"{table}.jsonl"])
        staged.bring_up_to_date()
    except BaseException:
        staged.close()
        raise
    return staged


def _evidence(file: WholeLedgerFile, staged: StagedLedger, told: Callable[[int], None]) -> dict[str, Evidence]:
    """Those whose file is there; of the others the manifest says that they were not there before either."""
    members = {one.name: one for one in file.manifest.members}
    found: dict[str, Evidence] = {}
    missing, altered = set(), set()
    for row in staged.copy.rows("evidence"):
        one = from_plain(Evidence, json.loads(row["body"]))
        if not one.file:
            continue  # of one that was wiped there is none
        member = members.pop(f"{EVIDENCE}/{one.id}", None)
        if member is None:
            missing.add(one.id)
            continue
        if (member.size, member.sha256) != (one.size, one.sha256):
            altered.add(one.id)
        for block in file.blocks(member.name):
            told(len(block))
        found[one.id] = one
    if any(name.startswith(f"{EVIDENCE}/") for name in members):
        raise MisfitError("有一份佐证没有登记")
    if (missing, altered) != (set(file.manifest.missing), set(file.manifest.altered)):
        raise MisfitError("有佐证缺失或被改动")
    return found


def _summary(
    manifest: WholeLedger, events: tuple[Placed, ...], staged: StagedLedger, store: LedgerStore
) -> WholeLedgerSummary:
    campaigns = store.campaigns()
    rows = [row for one in campaigns for row in store.rows(one.id)]
    found = [from_plain(Evidence, json.loads(row["body"])) for row in staged.copy.rows("evidence")]
    bodies = [one for one in found if one.file]
    days = [_day(event.utc) for _, event in events if of_the_ledger(event.kind)]
    return WholeLedgerSummary(
        unit=manifest.unit,
        program=manifest.program,
        made_on=_day(manifest.made_at),
        campaigns=tuple((one.title, one.since, one.until) for one in campaigns),
        units=len(store.units()),
        issues=len(rows),
        measures=sum(row.measures for row in rows),
        reports=staged.copy.count("report"),
        self_checks=staged.copy.count("self_check"),
        post_risks=staged.copy.count("post_risk"),
        outcomes=staged.copy.count("outcome"),
        evidence=len(bodies),
        evidence_bytes=sum(manifest.sizes(EVIDENCE).values()),
        missing=tuple(one.name for one in bodies if one.id in manifest.missing),
        altered=tuple(one.name for one in bodies if one.id in manifest.altered),
        first=min(days),
        last=max(days),
        events=len(days),
    )


def _day(utc: str) -> date:
    return datetime.fromisoformat(utc).astimezone().date()
