"""What the windows and the command line are handed."""

from collections.abc import Callable
from dataclasses import dataclass

from app.services.annotation_service import AnnotationService
from app.services.bus import EventBus
from app.services.exam_service import ExamService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.profile_service import ProfileService
from app.services.record_service import RecordService
from app.services.search_service import SearchService
from app.services.settings_service import SettingsService
from app.services.study_service import StudyService


@dataclass(frozen=True)
class Services:
    """``trouble`` is a sentence to keep on screen, or ""; ``close`` is called once, at the end."""

    bus: EventBus
    library: LibraryService
    search: SearchService
    study: StudyService
    annotations: AnnotationService
    practice: PracticeService
    exams: ExamService
    records: RecordService
    settings: SettingsService
    profiles: ProfileService
    trouble: str
    close: Callable[[], None]
