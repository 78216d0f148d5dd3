"""The whole ledger in one file, changed by who does not know how, and by who does."""

import io
import json
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.errors import UserError
from tests.fuzz import spoilt_bytes, spoilt_json, spoilt_zip
from tests.fuzz.targets.exams import spoilt_lines
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.full_ledger import files, fill, histories, tables
from tests.unit.services.ledger.resealed import relist, reseal


class LedgerTarget:
    """Sizes and hashes in the manifest fit; the seal is the old one."""

    name, reads = "jjledger", "整本导出的台账（.jjledger），导出以后改动过"

    def __init__(self, folder: Path) -> None:
        self.folder, clock = folder, FakeClock()
        first = House(folder / "甲" / "data", clock).open()
        fill(first, folder / "交来", 5, 25)
        clock.sleep(31 * 86_400)
        (campaign,), (unit, *_) = first.ledger.campaigns(), first.ledger.units()
        sheet = first.reports.sheet(campaign.id, unit.id, "2026-04")
        first.reports.keep(sheet.report.with_text("", sheet.report.overall))
        first.ledger_export.write(folder / "台账.jjledger")
        first.close()
        self.sound, self.path = (folder / "台账.jjledger").read_bytes(), folder / "收到.jjledger"
        self._second = House(folder / "乙" / "data", clock).open()

    def close(self) -> None:
        self._second.close()

    def case(self, chance: Random) -> list[str]:
        data = self.made(chance)
        self.path.write_bytes(data)
        ready = self._second.ledger_read_in.check(self.path)
        ready.close()
        assert data == self.sound or meant(data) == meant(self.sound), "what was changed was taken"
        return [ready.offer.refusal] if ready.offer.refusal else []

    def made(self, chance: Random) -> bytes:
        kind = chance.random()
        if kind < 0.15:
            return spoilt_bytes.spoilt(chance, self.sound)
        if kind < 0.3:
            return spoilt_zip.spoilt(chance, self.sound)
        members = contents(self.sound)
        manifest = json.loads(members.pop("manifest.json"))
        if kind < 0.4:
            manifest = spoilt_json.spoilt(chance, manifest)
        else:
            self._change(chance, members)
            relist(members, manifest)
        return packed(members, spoilt_json.dumped(manifest))

    def _change(self, chance: Random, members: dict[str, bytes]) -> None:
        name = chance.choice([name for name, data in members.items() if data])
        lines = name.endswith(".jsonl")
        members[name] = spoilt_lines(chance, members[name]) if lines else spoilt_bytes.spoilt(chance, members[name])
        if chance.random() < 0.05:
            members[chance.choice(spoilt_zip.NAMES)] = b"x"


class ResealedTarget(LedgerTarget):
    """What is taken may say other things than the sound one, but it is a ledger: it comes in whole, and goes out."""

    name, reads = "jjledger-resealed", "整本台账，改动以后连校验一起重做"

    def case(self, chance: Random) -> list[str]:
        members = contents(self.sound)
        manifest = json.loads(members.pop("manifest.json"))
        self._change(chance, members)
        with suppress(LookupError, TypeError, ValueError, RecursionError):
            reseal(members, manifest)
        relist(members, manifest)
        self.path.write_bytes(packed(members, json.dumps(manifest).encode()))
        ready = self._second.ledger_read_in.check(self.path)
        ready.close()
        if not ready.offer.refusal:
            self._take(chance)
        return [ready.offer.refusal] if ready.offer.refusal else []

    def _take(self, chance: Random) -> None:
        place = self.folder / f"丙{chance.randrange(10**9)}"
        third = House(place / "data", FakeClock()).open()
        try:
            ready = third.ledger_read_in.check(self.path)
            try:
                third.ledger_read_in.accept(ready)
            except UserError:
                assert not any(tables(third).values()) and not files(third), "half of it is there"
                raise
            finally:
                ready.close()
            look_at(third)
            assert not third._unit_journal.broken()
            third.ledger_export.write(place / "又.jjledger")
        finally:
            third.close()


def look_at(services: Any) -> None:
    """What pages ask of a ledger; a UserError is an answer."""
    histories(services)
    for campaign in services.ledger.campaigns(retired=True):
        for ask in (
            services.ledger.rows,
            services.self_checks.checks,
            services.outcomes.summary,
            services.ledger_documents.extract,
        ):
            ask(campaign.id)
    services.post_risks.of(void=True)


def contents(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def meant(data: bytes) -> Any:
    """Whatever the manifest's JSON looks like."""
    members = contents(data)
    return json.loads(members.pop("manifest.json")), members


def packed(members: dict[str, bytes], manifest: bytes) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as file:
        for name, data in members.items():
            file.writestr(name.encode("utf-8", "replace").decode(), data)
        file.writestr("manifest.json", manifest)
    return made.getvalue()
