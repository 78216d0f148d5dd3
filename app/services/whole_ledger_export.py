"""整本导出: everything that the ledger holds, in one file from which another PC goes on."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from app import __version__
from app.domain.codec import from_plain
from app.domain.errors import UserError
from app.domain.ledger.evidence import Evidence
from app.domain.ledger.ledger_kinds import EXPORTED
from app.domain.ledger.ledger_line import event_line
from app.domain.ledger.ledger_lineage import Placed
from app.domain.ledger.steps import GoOn, StoppedError
from app.domain.ledger.whole_ledger import (
    EVENTS,
    EVIDENCE,
    EXEMPLARS,
    FORMAT,
    RULES,
    SUFFIX,
    TABLES,
    VERSION,
    LedgerChain,
    LedgerMember,
    WholeLedger,
    is_own_file,
)
from app.domain.ledger.whole_ledger_summary import WholeLedgerSummary
from app.exports.whole_ledger_writer import WholeLedgerWriter, packed
from app.services.document_folder import safe_name
from app.services.evidence_files import EvidenceFiles
from app.services.ledger_desk import LedgerDesk
from app.services.whole_ledger_reading import Pace, read_whole
from app.storage.file_steps import sync_file, sync_folder
from app.storage.ledger_copy import LEDGER_TABLES, LedgerCopy
from app.storage.migrations import UNIT

EMPTY = "台账还是空的，没有可以导出的内容。请先建专项、登记问题。"
NOT_WRITTEN = "没有写成 {path}。请检查磁盘空间和权限，或换一个文件夹，再导出一次。"
STOPPED = "已取消，没有写出任何文件。"
UNSOUND = (
    "没有导出：写好后核对，发现{why}\n台账本身没有改动。请先在“设置—数据”里打开数据文件夹，关闭软件后复制整个文件夹作为"
    "备份，再联系维护人员。"
)


class WholeLedgerExport:
    def __init__(
        self, desk: LedgerDesk, copy: LedgerCopy, files: EvidenceFiles, folder: Path | None, unit: Callable[[], str]
    ) -> None:
        """``folder`` is that of the ledger's files, ``unit`` says what the unit is called, or ""."""
        self._desk, self._copy, self._files, self._folder, self._unit = desk, copy, files, folder, unit

    def suggested_name(self) -> str:
        return f"{safe_name(self._unit() or '本单位')}台账_{self._desk.today()}{SUFFIX}"

    def refuse_empty(self) -> None:
        if not self._copy.count("campaign") and not self._copy.count("ledger_unit"):
            raise UserError(EMPTY)

    def write(self, path: Path, go_on: GoOn | None = None) -> WholeLedgerSummary:
        """What is in the file, read back from it: it has its name only once it was found to be whole. Raises UserError,
        StoppedError where the person cancelled; then there is no new file, and one of that name is as it was."""
        self.refuse_empty()
        part = path.with_name(f"{path.name}.part{os.getpid()}")
        try:
            self._write(part, go_on)
            sync_file(part)
            summary = self._checked(part, go_on)
            os.replace(part, path)
            sync_folder(path.parent)
        except OSError as error:
            raise UserError(NOT_WRITTEN.format(path=path)) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return summary

    def _checked(self, part: Path, go_on: GoOn | None) -> WholeLedgerSummary:
        try:
            read = read_whole(part, go_on)
        except StoppedError as error:
            raise StoppedError(STOPPED) from error
        except UserError as error:
            raise UserError(UNSOUND.format(why=error)) from error
        read.close()
        return read.summary

    def _write(self, part: Path, go_on: GoOn | None) -> None:
        kept = [from_plain(Evidence, json.loads(row["body"])) for row in self._copy.rows("evidence")]
        kept = [one for one in kept if one.file]  # of one that was wiped only that stands in the list
        paths = {one.id: path for one in kept if (path := self._files.path(one)) and path.is_file()}
        pace = Pace(go_on, sum(path.stat().st_size for path in paths.values()), STOPPED)
        with ZipFile(part, "w") as file:
            writer = WholeLedgerWriter(file)
            for table in LEDGER_TABLES:
                writer.add_lines(f"{TABLES}/{table}.jsonl", self._copy.rows(table))
            digests = {name: writer.add_file(f"{EVIDENCE}/{name}", path, pace.told) for name, path in paths.items()}
            for name, path in self._own_files():
                writer.add_file(name, path, lambda _: None)
            manifest = WholeLedger(
                *(FORMAT, VERSION, UNIT.version, __version__, self._desk.now(), self._unit(), ()),
                tuple(one.id for one in kept if one.id not in paths),
                tuple(one.id for one in kept if one.id in paths and digests[one.id] != one.sha256),
                (*writer.members, LedgerMember(EVENTS, 0, "")),
            )
            self._seal(manifest)
            events = self._events()
            writer.add_lines(EVENTS, _lines(events))
            writer.finish(replace(manifest, chains=_chains(events), members=tuple(writer.members)))

    def _seal(self, manifest: WholeLedger) -> None:
        """The log says what went out: whatever of it is another one later no longer fits the chain."""
        events = self._events()
        log = hashlib.sha256()
        for line in _lines(events):
            log.update(packed(line))
        chains = {one.id: one for one in _chains(events)}
        own = chains.get(self._desk.journal.chain, LedgerChain(self._desk.journal.chain, 0, ""))
        seal = replace(manifest, chains=tuple((chains | {own.id: own}).values())).seal(own, log.hexdigest())
        with self._desk.record(EXPORTED, own.id, {"seal": seal}):
            pass

    def _events(self) -> list[Placed]:
        return list(self._copy.events(self._desk.journal.chain))

    def _own_files(self) -> Iterable[tuple[str, Path]]:
        """What the unit has written for the library, and what it has withdrawn there."""
        if self._folder is None:
            return
        for kind in (RULES, EXEMPLARS):
            for path in sorted((self._folder / kind).glob("*")):
                if path.is_file() and is_own_file(path.name):
                    yield f"{kind}/{path.name}", path


def _chains(events: list[Placed]) -> tuple[LedgerChain, ...]:
    """In the order in which they begin."""
    counted, last = Counter(chain for chain, _ in events), dict(events)
    return tuple(LedgerChain(chain, count, last[chain].hash.hex()) for chain, count in counted.items())


def _lines(events: list[Placed]) -> Iterator[list[Any]]:
    places = {chain: place for place, chain in enumerate(dict.fromkeys(chain for chain, _ in events))}
    return (event_line(places[chain], event) for chain, event in events)
