"""读回: the whole ledger out of a file, into a ledger that is empty, that has other entries, or that it continues."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import UserError
from app.domain.events import LedgerChanged, OwnContentChanged
from app.domain.ledger.ledger_kinds import READ_IN, of_an_entry, of_the_ledger
from app.domain.ledger.ledger_lineage import Lineage, Placed, lineage
from app.domain.ledger.steps import GoOn
from app.domain.ledger.whole_ledger import EXEMPLARS, RULES
from app.domain.ledger.whole_ledger_summary import ReadInOffer, WholeLedgerSummary
from app.domain.recorded_event import RecordedEvent
from app.services.erasing_desk import ErasingDesk
from app.services.ledger_desk import NOT_SAVED
from app.services.whole_ledger_files import WholeLedgerFiles
from app.services.whole_ledger_reading import Pace, ReadLedger, read_whole
from app.services.wiped_elsewhere import files_of_wiped
from app.storage.ledger_copy import LEDGER_TABLES, SHARED, LedgerCopy
from app.storage.ledger_store import LedgerStore

SAME = "本机的台账与文件里的完全一样（{what}），不用再读回。"
OLDER = "本机的台账比文件里的新：{what}，文件是 {made} 导出的，里面的内容本机都有。不用读回，请直接接着用。"
APART = (
    "同一本台账（{what}）在两台电脑上各自改过，合不到一起，没有读回。请定下以哪一台为准：以本机为准就不用读回；"
    "以文件为准，请在一台没有台账的电脑上读回，本机的改动请照着补登。"
)
TAKEN = (
    "文件里的{what}本机已有，没有读回。请确认是不是同一本台账：是的话接着用本机的就行；"
    "要以文件为准，请在一台没有台账的电脑上读回。"
)
TWINS = (
    "本机和文件里都有叫“{name}”的科室或单位，读回后会分不清，没有读回。请先在“科室与单位”里把本机的改名或停用，再读回。"
)


@dataclass(frozen=True, slots=True)
class ReadyLedger:
    """A file that was checked, and what it would do here; ``close`` it in the end."""

    read: ReadLedger
    offer: ReadInOffer

    def close(self) -> None:
        self.read.close()


class WholeLedgerReadIn:
    def __init__(self, erasing: ErasingDesk, copy: LedgerCopy, store: LedgerStore, folder: Path | None) -> None:
        """``folder`` is that of the ledger's files; None where the unit's data are in memory only."""
        self._erasing, self._desk = erasing, erasing.desk
        self._copy, self._store, self._folder = copy, store, folder

    def check(self, path: Path, go_on: GoOn | None = None) -> ReadyLedger:
        """Nothing is written. Raises UserError where the file is not sound, StoppedError where the person cancelled."""
        if not self._desk.saves:
            raise UserError(NOT_SAVED)
        read = read_whole(path, go_on)
        try:
            return ReadyLedger(read, self._offer(read))
        except BaseException:
            read.close()
            raise

    def accept(self, ready: ReadyLedger, go_on: GoOn | None = None) -> WholeLedgerSummary:
        """All of it is on disk when it returns, or nothing. Raises UserError, StoppedError where it was cancelled."""
        read, offer = ready.read, self._offer(ready.read)
        if offer.refusal:
            raise UserError(offer.refusal)
        if self._folder is None:
            raise UserError(NOT_SAVED)
        pace = Pace(go_on, sum(one.size for one in read.manifest.members))
        with WholeLedgerFiles(self._folder, read, bool(offer.continues)) as files:
            files.copy(pace.told)
            self._write(read, bool(offer.continues))
            files.keep()
        self._erasing.finish()  # what could not be wiped now is wiped at the next start
        self._desk.bus.publish(LedgerChanged(""))
        if any(one.name.startswith((f"{RULES}/", f"{EXEMPLARS}/")) for one in read.manifest.members):
            self._desk.bus.publish(OwnContentChanged(""))
        return offer.summary

    def _write(self, read: ReadLedger, continues: bool) -> None:
        ours = self._ours()
        new = [one for one in read.events if (one[0], one[1].seq) not in ours]
        payload = {
            "file": read.sha256,
            "chains": [[one.id, one.events, one.head] for one in read.manifest.chains],
            "tables": {table: read.staged.copy.count(table) for table in LEDGER_TABLES},
            "made_at": read.manifest.made_at,
        }
        with self._desk.record(READ_IN, read.manifest.chains[-1].id, payload) as (seq, _):
            if continues:
                self._wipe(read, ours)
                self._copy.clear(read.manifest.made_at)
            for table in LEDGER_TABLES:
                self._copy.put(table, read.staged.copy.rows(table))
            self._copy.put_events(new, seq - 1)

    def _wipe(self, read: ReadLedger, ours: dict[tuple[str, int], RecordedEvent]) -> None:
        """What was wiped elsewhere is wiped here too."""
        wiped = _wiped(read.events, ours)
        files = files_of_wiped(self._copy, read.staged.copy.rows("erased"))
        self._copy.erase(wiped, self._desk.journal.chain)
        if wiped or files:
            self._erasing.note.put([*(self._erasing.note.to_do() or ()), *files])

    def _offer(self, read: ReadLedger) -> ReadInOffer:
        ours = self._ours()
        found = lineage(read.events, ours, self._desk.journal.chain)
        made = read.summary.made_on
        if found is Lineage.CONTINUES:
            new = [event for chain, event in read.events if (chain, event.seq) not in ours]
            return ReadInOffer(read.summary, "", sum(of_an_entry(event.kind) for event in new))
        if found is not Lineage.UNKNOWN:
            words = {Lineage.SAME: SAME, Lineage.OLDER: OLDER, Lineage.APART: APART}[found]
            return ReadInOffer(read.summary, words.format(what=self._here(), made=f"{made:%Y-%m-%d}"))
        return ReadInOffer(read.summary, self._taken(read) or self._twin(read))

    def _ours(self) -> dict[tuple[str, int], RecordedEvent]:
        return {(chain, event.seq): event for chain, event in self._copy.events(self._desk.journal.chain)}

    def _here(self) -> str:
        """Which ledger there is here, and since when, or when it was read in."""
        campaigns = self._store.campaigns()
        names = "、".join(f"“{one.title}”" for one in campaigns[:2]) + ("等" if len(campaigns) > 2 else "")
        told = [event for event in self._ours().values() if of_the_ledger(event.kind)]
        last = max((event.utc for event in told), default="")
        read_in = max((event.utc for event in told if event.kind == READ_IN), default="")
        since = f"，{_day(read_in):%Y-%m-%d} 读回" if read_in else ""
        return f"{names or '科室与单位'}{since}" + (f"，最后一条记录在 {_day(last):%Y-%m-%d}" if last else "")

    def _taken(self, read: ReadLedger) -> str:
        """Ids that are here already without a common history: files that were tampered with, or copied databases."""
        for table in LEDGER_TABLES:
            if table == SHARED or (row := self._copy.known(table, read.staged.copy.rows(table))) is None:
                continue
            body = json.loads(row["body"]) if "body" in row else {}
            name = body.get("title") or body.get("name") or row.get("title") or self._here()
            since = f"（{row['since']} 起）" if "since" in row else ""
            return TAKEN.format(what=f"“{name}”{since}")
        return ""

    def _twin(self, read: ReadLedger) -> str:
        here = {one.name for one in self._store.units() if not one.retired}
        theirs = LedgerStore(read.staged.connection).units()
        twin = next((one.name for one in theirs if not one.retired and one.name in here), "")
        return TWINS.format(name=twin) if twin else ""


def _wiped(events: tuple[Placed, ...], ours: dict[tuple[str, int], RecordedEvent]) -> list[tuple[str, int]]:
    """What we still know, and was wiped elsewhere."""
    empty = [(chain, event.seq) for chain, event in events if event.payload is None]
    return [key for key in empty if key in ours and ours[key].payload is not None]


def _day(utc: str) -> date:
    return datetime.fromisoformat(utc).astimezone().date()
