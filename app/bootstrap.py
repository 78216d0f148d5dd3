"""Build every part and hand each one what it needs: the only place that knows all layers."""

import random
import shutil
from pathlib import Path

from app.domain.clock import Clock
from app.domain.errors import BusyDataError, UserError
from app.domain.settings import Appearance
from app.paths import AppPaths
from app.services.annotation_service import AnnotationService
from app.services.bus import EventBus
from app.services.exam_service import ExamService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.profile_service import ProfileService
from app.services.record_service import RecordService
from app.services.search_service import SearchService
from app.services.services import Services
from app.services.settings_service import SettingsService
from app.services.study_service import StudyService
from app.services.system_clock import SystemClock
from app.storage.activity_store import ActivityStore
from app.storage.annotation_store import AnnotationStore
from app.storage.attempt_store import AttemptStore
from app.storage.database import Database, copy_database, open_database
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal
from app.storage.migrations import PROFILE, UNIT
from app.storage.progress_store import ProgressStore
from app.storage.question_store import QuestionStore

ROOM_FOR_EXAM = 50 * 1024 * 1024
ROOM_WARNING = 200 * 1024 * 1024


def open_library(paths: AppPaths) -> LibraryService:
    """The content alone, for the command line: no person's records are touched."""
    return LibraryService(paths.content, paths.cache, EventBus(), SystemClock())


def open_app(
    paths: AppPaths, appearance: Appearance | None = None, clock: Clock | None = None, seed: int | None = None
) -> Services:
    """Open the data folder for the current person.

    A database that cannot be opened (damaged, newer, no permission, no room) costs only the saving: everything else
    works on records kept in memory, and ``trouble`` says so. Raises BusyDataError where another copy is running.
    """
    clock = clock or SystemClock()
    chance = random.Random(seed)
    bus = EventBus()
    profiles = ProfileService(paths.data)
    learner_path = profiles.database_path(profiles.current)

    def set_aside(path: Path, version: int) -> None:
        stamp = clock.now().astimezone().strftime("%Y%m%d-%H%M%S")
        copy_database(path, paths.backups / f"{path.parent.name}-{path.stem}-v{version}-{stamp}.db")

    trouble = ""
    databases: list[Database] = []
    for path, schema in ((learner_path, PROFILE), (paths.unit_database, UNIT)):
        try:
            databases.append(open_database(path, schema, set_aside))
        except BusyDataError:
            for database in databases:
                database.close()
            raise
        except UserError as error:
            trouble = trouble or f"{error} 现在可以学习和练习，但记录只留到关闭窗口为止。"
            databases.append(Database.in_memory(schema))
    profile, unit = databases
    for database in databases:
        Journal(database, clock)  # names the chain of a new database
    journal = Journal(profile, clock)
    questions = QuestionStore(profile.connection)
    activities, attempts = ActivityStore(profile.connection), AttemptStore(profile.connection)
    exam_store = ExamStore(profile.connection, questions)
    library = LibraryService(paths.content, paths.cache, bus, clock)
    annotations = AnnotationService(journal, AnnotationStore(profile.connection), bus, clock)

    def why_no_exam() -> str:
        if cannot_save:
            return "现在不能保存记录，所以不能开始考试。请先按上方提示处理。"
        if shutil.disk_usage(paths.data).free < ROOM_FOR_EXAM:
            return f"磁盘剩余空间不足 50 MB，为避免答案丢失，不能开始考试。请先清理 {paths.data} 所在的磁盘。"
        return ""

    cannot_save = bool(trouble)
    if not cannot_save and shutil.disk_usage(paths.data).free < ROOM_WARNING:
        trouble = f"{paths.data} 所在磁盘剩余空间不足 200 MB，请尽快清理，以免记录无法保存。"

    def close() -> None:
        library.close()
        profile.close()
        unit.close()

    return Services(
        bus=bus,
        library=library,
        search=SearchService(library, annotations),
        study=StudyService(journal, ProgressStore(profile.connection), activities, bus, clock),
        annotations=annotations,
        practice=PracticeService(library, journal, questions, attempts, activities, bus, clock, chance),
        exams=ExamService(library, journal, exam_store, activities, bus, clock, chance, why_no_exam),
        records=RecordService(activities, attempts, journal, clock),
        settings=SettingsService(paths.appearance, appearance or Appearance(), bus),
        profiles=profiles,
        trouble=trouble,
        close=close,
    )
