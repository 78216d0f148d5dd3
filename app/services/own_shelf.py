"""What the unit itself has written for 法规库 and 案例库: files in the data folder, where the library finds them."""

from pathlib import Path

from app.domain.errors import UserError
from app.domain.events import OwnContentChanged
from app.domain.ledger.outcome import GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, last_looks
from app.packs.own_files import EXEMPLARS, RULES
from app.services.bus import EventBus
from app.services.ledger_service import LedgerService
from app.storage.file_steps import write_whole
from app.storage.outcome_store import OutcomeStore

NOT_SAVED = "现在不能保存单位的数据，所以不能生成文件。请先按上方提示处理。"


class OwnShelf:
    """Raises UserError where a file cannot be written or set aside."""

    def __init__(self, bus: EventBus, ledger: LedgerService, store: OutcomeStore, folder: Path | None) -> None:
        """``folder`` is where the ledger's files are; None where the unit's data are in memory only."""
        self._bus, self._ledger, self._store, self._folder = bus, ledger, store, folder

    def put_rule(self, rule: IssuedRule) -> Path:
        """Its text in the regulations' format, with what looks back have found so far. Raises UserError where the text
        cannot be divided into articles."""
        from app.exports.unit_rule_text import file_name, short_name, unit_rule_text, with_verdict

        known = self._store.everywhere(IssuedRule)
        earlier = known[: next(place for place, one in enumerate(known) if one.id == rule.id)]
        text = unit_rule_text(rule, self._unit(rule.unit), short_name(rule, earlier))
        return self._write(RULES, file_name(rule), with_verdict(text, self._last_look(rule)))

    def mark_rule(self, rule: IssuedRule) -> None:
        """Say in its file what the last look back has found. Nothing is done where it is not on the shelf, or says so
        already."""
        from app.exports.unit_rule_text import with_verdict

        if self._folder is None or not rule.file or rule.void_reason:
            return
        path = self._folder / RULES / rule.file
        try:
            text = path.read_text("utf-8")
            marked = with_verdict(text, self._last_look(rule))
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            raise UserError(f"法规库里的文本改不了：{path}。请检查这个文件，再在“成果归集”里重新列入。") from error
        if marked != text:
            self._write(RULES, rule.file, marked)
            self.changed(rule.id)

    def put_exemplar(self, practice: GoodPractice) -> Path:
        """The beginning of an exemplar in the format of cases. One that is there is left alone: somebody may have gone
        on writing it."""
        from app.exports.exemplar_draft import exemplar_draft, file_name

        name = practice.file or file_name(practice)
        if self._folder is not None and (path := self._folder / EXEMPLARS / name).is_file():
            return path
        draft = exemplar_draft(practice, self._unit(practice.unit), self._ledger.today())
        return self._write(EXEMPLARS, name, draft)

    def withdraw(self, entry: IssuedRule | GoodPractice) -> None:
        """Its file is kept under a name that the library does not read."""
        if self._folder is None:
            return
        rule = isinstance(entry, IssuedRule)
        path = self._folder / (RULES if rule else EXEMPLARS) / entry.file
        try:
            path.replace(path.with_name(f"{path.name}.void"))
        except FileNotFoundError:
            pass
        except OSError as error:
            where = "法规库" if rule else "案例库"
            raise UserError(f"已作废，但{where}里的文本移不走。请检查权限，再手动移走 {path}。") from error
        self.changed(entry.id)

    def settle(self) -> None:
        """What a look back has found, and a crash kept from being said in the rule's file."""
        for rule in self._store.everywhere(IssuedRule):
            self.mark_rule(rule)

    def changed(self, entry_id: str) -> None:
        """Once the file and its entry are written."""
        self._bus.publish(OwnContentChanged(entry_id))

    def _unit(self, unit_id: str) -> str:
        return self._ledger.unit(unit_id).name if unit_id else "本单位"

    def _last_look(self, rule: IssuedRule) -> RuleLookBack | None:
        return last_looks(self._store.all(RuleLookBack, rule.campaign)).get(rule.id)

    def _write(self, folder: str, name: str, text: str) -> Path:
        if self._folder is None:
            raise UserError(NOT_SAVED)
        path = self._folder / folder / name
        try:
            write_whole(path, text.encode())
        except OSError as error:
            raise UserError(f"写不了 {path}。请检查磁盘空间和权限。") from error
        return path
