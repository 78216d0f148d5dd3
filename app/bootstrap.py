"""Build every part and hand each one what it needs: the only place that knows all layers."""

import random
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import Clock
from app.domain.errors import BusyDataError, DamagedDataError, UserError
from app.domain.settings import Appearance
from app.paths import AppPaths
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.services.profile_service import ProfileService
from app.services.services import Services
from app.services.settings_service import SettingsService
from app.services.system_clock import SystemClock
from app.storage.database import Database, Schema, copy_database, open_database
from app.storage.journal import Journal
from app.storage.migrations import PROFILE, UNIT

if TYPE_CHECKING:
    from app.domain.paper import Paper

ROOM_FOR_EXAM = 50 * 1024 * 1024
ROOM_WARNING = 200 * 1024 * 1024
UNSAVED = "现在可以学习和练习，但记录只留到关闭窗口为止。"
NAMES_LOST = (
    "人员名单（device.json）读不出来了，姓名和单位没有保住，学习记录和成绩都在。请在“设置—个人与单位”里重新填写姓名。"
)
STILL_SAVED = "个人的学习、练习和考试记录照常保存。"


def open_library(paths: AppPaths) -> LibraryService:
    """The content alone, for the command line: no person's records are touched."""
    return _library(paths, EventBus(), SystemClock())


def own_papers(paths: AppPaths) -> list["Paper"]:
    """The unit's own papers that are in use, for the command line; nothing is made where there are none.

    Raises UserError where they cannot be read, as while the program is open.
    """
    from app.storage.paper_store import PaperStore

    if not paths.unit_database.exists():
        return []
    unit = open_database(paths.unit_database, UNIT, _Opening(paths, SystemClock()).keep_copy)
    try:
        return PaperStore(unit.connection).in_use()
    finally:
        unit.close()


def open_app(
    paths: AppPaths, appearance: Appearance | None = None, clock: Clock | None = None, seed: int | None = None
) -> Services:
    """Open the data folder for the current person.

    A database that cannot be opened (damaged, newer, no permission, no room) costs only the saving: everything else
    works on records kept in memory, and ``trouble`` says so. Raises BusyDataError where another copy is running.
    """
    opening = _Opening(paths, clock or SystemClock())
    try:
        profiles = ProfileService(paths.data, opening.clock)
        # The unit's first: it is the same for everyone, and so the guard against a second copy.
        unit = opening.open(paths.unit_database, UNIT, profiles)
        profile, journal = opening.open(profiles.database_path(profiles.current), PROFILE, profiles)
        opening.finish(profiles)
        look, chance = appearance or Appearance(), random.Random(seed)
        return _services(paths, opening, profiles, unit, profile, journal, look, chance)
    except BaseException:
        opening.closing.close()
        raise


class _Opening:
    """What is opened so far, what went wrong with it, and how to close it."""

    def __init__(self, paths: AppPaths, clock: Clock) -> None:
        self.clock, self.trouble, self.cannot_save = clock, "", False
        self.closing = ExitStack()
        self._paths = paths
        self._damaged: list[Path] = []
        self._opened: list[Path] = []
        with suppress(OSError):  # opening the databases says it in words
            paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)

    def open(self, path: Path, schema: Schema, profiles: ProfileService) -> tuple[Database, Journal]:
        database: Database | None = None
        try:
            database = open_database(path, schema, self.keep_copy, profiles.expects(path))
            journal = Journal(database, self.clock)
            self._opened.append(path)
        except UserError as error:
            if database is not None:
                database.close()
            if isinstance(error, BusyDataError):
                raise
            if isinstance(error, DamagedDataError):
                self._damaged.append(path)
            personal = schema is PROFILE  # opened last: what it says matters more
            self.trouble, self.cannot_save = f"{error}{UNSAVED if personal else STILL_SAVED}", personal
            database = Database.in_memory(schema)
            journal = Journal(database, self.clock)
        self.closing.callback(database.close)
        return database, journal

    def finish(self, profiles: ProfileService) -> None:
        """Whatever else there is to say."""
        for path in self._damaged:
            profiles.note_damaged(path)
        if profiles.list_lost:
            self.trouble = self.trouble or NAMES_LOST
        try:
            profiles.remember(self._opened)
        except UserError as error:
            self.trouble = self.trouble or str(error)
        if not self.trouble and _free(self._paths) < ROOM_WARNING:
            self.trouble = f"{self._paths.data} 所在磁盘剩余空间不足 200 MB，请尽快清理，以免记录无法保存。"

    def why_no_exam(self) -> str:
        if self.cannot_save:
            return "现在不能保存记录，所以不能开始考试。请先按上方提示处理。"
        if _free(self._paths) < ROOM_FOR_EXAM:
            return f"磁盘剩余空间不足 50 MB，为避免答案丢失，不能开始考试。请先清理 {self._paths.data} 所在的磁盘。"
        return ""

    def keep_copy(self, database: Database, version: int) -> None:
        """Before a migration."""
        assert database.path is not None
        stamp = self.clock.now().astimezone().strftime("%Y%m%d-%H%M%S")
        name = f"{database.path.parent.name}-{database.path.stem}-v{version}-{stamp}.db"
        copy_database(database, self._paths.backups / name)


def _library(paths: AppPaths, bus: EventBus, clock: Clock) -> LibraryService:
    """An installed program reads the index that came with it; from source the index is compiled when needed."""
    if paths.index is None:
        return LibraryService(paths.content, paths.cache, bus, clock, paths.own_content)
    from app.services.shipped_library import ShippedLibrary

    return ShippedLibrary(paths.index, paths.content, paths.cache, bus, clock, paths.own_content)


def _free(paths: AppPaths) -> int:
    """Bytes; 0 where the folder is gone (a stick that was pulled out)."""
    try:
        return shutil.disk_usage(paths.data).free
    except OSError:
        return 0


def _services(
    paths: AppPaths,
    opening: _Opening,
    profiles: ProfileService,
    unit: tuple[Database, Journal],
    profile: Database,
    journal: Journal,
    appearance: Appearance,
    chance: random.Random,
) -> Services:
    bus = EventBus()
    library = _library(paths, bus, opening.clock)
    opening.closing.callback(library.close)
    services = Services(
        bus=bus,
        clock=opening.clock,
        chance=chance,
        library=library,
        profiles=profiles,
        settings=SettingsService(paths.appearance, appearance, bus),
        database=profile,
        journal=journal,
        unit=unit,
        why_no_exam=opening.why_no_exam,
        trouble=opening.trouble,
        close=opening.closing.close,
        guide_folder=paths.guide,
    )
    with suppress(UserError):  # whoever asks for it again gets the sentence
        if services.home.exam_waiting():
            services.exams.unfinished()  # one whose time ran out while nobody was here is marked now
    return services
