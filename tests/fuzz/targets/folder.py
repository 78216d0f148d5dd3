"""The data folder as disks and people leave it: small files that are damaged, databases with wrong bytes."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

from app.domain.errors import UserError
from app.domain.settings import READING_SIZES, SCALES, THEMES
from app.services.appearance_file import load_appearance, save_appearance
from app.services.profile_service import ProfileService
from tests.fuzz import spoilt_bytes, spoilt_json
from tests.fuzz.targets.ledgers import look_at
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.occasions import OCCASION, start_in_occasion
from tests.unit.services.ledger.full_ledger import fill

LOOK = {"theme": "dark", "scale": 1.3, "reading_size": 20, "face": "song", "spacing": "loose", "clauses_beside": False}
PAGE = 4_096


class AppearanceTarget:
    name, reads = "appearance", "appearance.json（主题、字号）"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "appearance.json"

    def close(self) -> None:
        pass

    def case(self, chance: Random) -> list[str]:
        self._path.write_bytes(spoilt_json.spoilt_line(chance, spoilt_json.dumped(LOOK | {"key_hints": True})))
        look = load_appearance(self._path)
        assert (
            look.theme in THEMES
            and look.scale in SCALES
            and look.reading_size in range(READING_SIZES[0], READING_SIZES[-1] + 1)
        )
        save_appearance(self._path, look)
        assert load_appearance(self._path) == look
        return []


class DeviceTarget:
    name, reads = "device", "device.json（本机的人）"

    def __init__(self, folder: Path) -> None:
        self._data, ids = folder / "data", ("a" * 32, "b" * 32)
        people = [{"id": one, "name": "周明", "unit": "某县民政局", "aim": "自己学"} for one in ids]
        self._sound = spoilt_json.dumped({"learners": people, "current": ids[0], "first_run": False})
        for one in ids:
            (self._data / "profiles" / one).mkdir(parents=True)
            (self._data / "profiles" / one / "profile.db").write_bytes(b"")

    def close(self) -> None:
        pass

    def case(self, chance: Random) -> list[str]:
        """Nobody's records are lost, whatever the list says, and no id leads out of the folder."""
        (self._data / "device.json").write_bytes(spoilt_json.spoilt_line(chance, self._sound))
        profiles = ProfileService(self._data, FakeClock())
        inside = self._data / "profiles"
        for learner in profiles.all():
            path = profiles.database_path(learner)
            assert path.parent.parent == inside and len(os.fsencode(path.parent.name)) < 256, learner.id[:80]
            learner.shown_name.encode()
        assert {"a" * 32, "b" * 32} <= {one.id for one in profiles.all()}
        profiles.switch("b" * 32)
        profiles.describe("李华", "某县民政局", "自己学")
        again = ProfileService(self._data, FakeClock())
        assert again.current.name == "李华" and len(again.all()) == len(profiles.all())
        return []


class DatabaseTarget:
    name, reads = "databases", "损坏的 unit.db、profile.db、内容索引"

    def __init__(self, folder: Path) -> None:
        self._sound, self._data = folder / "好" / "data", folder / "坏" / "data"
        services = House(self._sound, FakeClock()).open()
        fill(services, folder / "交来", 3, 15)
        exam = start_in_occasion(services, services.exams.papers()[0], OCCASION)
        services.exams.answer(services.exams.resume(exam), 1, ("A",))
        services.practice.star("q01", True)
        services.close()

    def close(self) -> None:
        pass

    def case(self, chance: Random) -> list[str]:
        """It opens, with or without trouble that is told; nobody is met by anything but words."""
        shutil.rmtree(self._data.parent, ignore_errors=True)
        shutil.copytree(self._sound, self._data)
        path = chance.choice(sorted(self._data.rglob("*.db"), key=lambda path: path.name))
        before = self._spoilt(chance, path.read_bytes())
        path.write_bytes(before)
        if chance.random() < 0.1:
            path.with_name(f"{path.name}-wal").write_bytes(chance.randbytes(5_000))
        house = House(self._data, FakeClock())
        services = house.open()
        trouble = services.trouble
        try:
            with suppress(UserError):
                look_at(services)
            for ask in (
                services.library.cases,
                services.exams.papers,
                services.records.today,
                services.annotations.all,
            ):
                with suppress(UserError):
                    ask()
        finally:
            services.close()
        return [trouble] if trouble else []

    def _spoilt(self, chance: Random, data: bytes) -> bytes:
        """Whole pages too, as disks lose them."""
        if chance.random() < 0.5:
            return spoilt_bytes.spoilt(chance, data)
        made = bytearray(data)
        for _ in range(chance.choice((1, 3))):
            at = chance.randrange(max(len(made) // PAGE, 1)) * PAGE
            other = chance.randrange(max(len(made) // PAGE, 1)) * PAGE
            made[at : at + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE), made[other : other + PAGE]))
        return bytes(made)


class DeckFileTarget:
    name, reads = "deck-file", "课件的图片、视频、音频"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._services = House(folder / "data", FakeClock()).open()
        self._sound = (
            b"\x89PNG\r\n\x1a\n" + bytes(200), b"\xff\xd8\xff\xe0" + bytes(200), bytes(4) + b"ftypisom" + bytes(90),
            bytes(4) + b"ftypM4A " + bytes(90), b"ID3" + bytes(90), b"\xff\xfb\x90\x00" + bytes(90),
            b"GIF89a" + bytes(90),
        )  # fmt: skip

    def close(self) -> None:
        self._services.close()

    def case(self, chance: Random) -> list[str]:
        from app.domain.deck_file import recognised

        data = chance.choice(self._sound)
        data = spoilt_bytes.spoilt(chance, data) if chance.random() < 0.7 else data
        path = self._folder / chance.choice(("图.png", "图.exe", "\u202egnp.exe", "a" * 80 + ".png", " .png"))
        path.write_bytes(data)
        try:
            file = self._services.decks._files.copy_in("d" * 32, path)
        finally:
            path.unlink()
        kept = self._folder / "data" / "decks" / ("d" * 32) / file.name
        assert kept.read_bytes() == data and file.size == len(data)
        found = recognised(data[:16])
        assert found is not None and file.name.endswith(f".{found[1]}")
        return []
