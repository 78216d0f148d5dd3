"""How an entry is wiped: its events lose their content, its rows and files go, a stub stays; then no trace is left."""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import EntryErased
from app.domain.ledger.stub import LEAST_REASON, MOST_REASON, Stub, StubKind, quoted
from app.services.ledger_desk import LedgerDesk
from app.storage.database import Database
from app.storage.erasing_note import ErasingNote
from app.storage.file_steps import sync_folder, wipe_file
from app.storage.stub_store import StubStore

FILES_LEFT = (
    "内容已从数据中清除，但有 {} 个文件删不掉，可能正被别的程序打开。请关掉它们，再重新打开本程序，会自动再清一次。"
)
TRACES_LEFT = (
    "内容已清除，但数据文件里可能还留有旧的痕迹（磁盘空间不够，或别的程序正在读它）。下次打开本程序时会自动再清一次。"
)


@dataclass(frozen=True, slots=True)
class Wipe:
    """``objects`` and ``events`` of the log lose their content; ``drop`` takes the rows out, in the transaction;
    ``files`` are relative to the ledger's folder, one that ends with "/" is a folder with all in it."""

    stub: Stub
    drop: Callable[[], object]
    objects: Collection[str] = ()
    events: Collection[tuple[str, int]] = ()
    files: Collection[str] = ()


class ErasingDesk:
    def __init__(self, desk: LedgerDesk, database: Database, stubs: StubStore) -> None:
        self.desk, self.stubs, self._database = desk, stubs, database
        self.note = ErasingNote(database.connection)
        self._folder = database.path.parent / "ledger" if database.path else None

    def stub(self, kind: StubKind, entry_id: str, campaign: str, reason: str, number: int = 0) -> Stub:
        return Stub(entry_id, campaign, kind, number, self.desk.now(), self.desk.who(), reason.strip())

    def refuse_reason(self, reason: str, texts: Iterable[str]) -> None:
        """Raises UserError for one that says too little, or repeats what is to be wiped: it stays readable."""
        words = reason.strip()
        refuse_graded(words)
        if not LEAST_REASON <= len(words) <= MOST_REASON:
            raise UserError(f"请写明为什么清除，{LEAST_REASON} 到 {MOST_REASON} 个字。原因会一直保留。")
        if piece := quoted(words, texts):
            raise UserError(f"原因会一直保留，不能照抄要清除的内容（“{piece}”）。请只写为什么，如“录入了涉密内容”。")

    def wipe(self, wipe: Wipe, subject: str = "") -> str:
        """On disk when it returns. "" where no trace is left; else a sentence for the user: it goes on at the next
        start. ``subject`` is the object of the event, that of the stub where it is not given."""
        stub, desk = wipe.stub, self.desk
        payload: dict[str, str | int] = {"reason": stub.reason, "kind": stub.kind.value, "entry": stub.id}
        payload |= {"campaign": stub.campaign, "number": stub.number}
        with desk.record(f"{stub.kind.value}.erased", subject or stub.id, payload, stub.reason) as (seq, _):
            desk.journal.erase(wipe.objects, wipe.events)
            wipe.drop()
            self.stubs.put(stub)
            self.note.put([*(self.note.to_do() or ()), *wipe.files])
        left = self.finish()
        desk.bus.publish(EntryErased(seq, stub.kind.value, stub.id))
        return left

    def finish(self) -> str:
        """What is left to do of every wiping so far; "" where nothing is left then."""
        files = self.note.to_do()
        if files is None:
            return ""
        left = [one for one in files if not self._gone(one)]
        if left != files:
            self.desk.journal.note(lambda: self.note.put(left))  # names of files may say something too
        if not self._database.squeeze():
            return TRACES_LEFT
        if left:
            return FILES_LEFT.format(len(left))
        self.desk.journal.note(lambda: self.note.put(None))
        return ""

    def _gone(self, name: str) -> bool:
        if self._folder is None:
            return True
        path = self._folder / name
        try:
            if name.endswith("/"):
                _wipe_folder(path)
            else:
                wipe_file(path)
        except OSError:
            return False
        return True


def _wipe_folder(folder: Path) -> None:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        elif path.is_symlink():
            path.unlink()
        else:
            wipe_file(path)
    with suppress(FileNotFoundError):
        folder.rmdir()
    sync_folder(folder.parent)
