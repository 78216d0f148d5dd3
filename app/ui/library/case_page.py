"""案例阅读: the facts, the decision, and only then what came of it."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.case import Section
from app.domain.errors import UserError
from app.domain.progress import CHECK, CaseProgress, ReadingState
from app.domain.settings import READING_SIZES, Appearance
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.settings_service import SettingsService
from app.services.study_service import StudyService
from app.ui.kit.drawer import Drawer
from app.ui.kit.layouts import column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.toast import Toast
from app.ui.kit.tokens import px
from app.ui.library.case_builder import REFLECTION, CaseBuilder
from app.ui.library.case_outline import CaseOutline
from app.ui.library.case_sheet import CaseSheet
from app.ui.library.case_toolbar import CaseToolbar
from app.ui.library.reading_place import ReadingPlace
from app.ui.library.reading_style import ReadingStyle
from app.ui.library.title_block import TitleBlock
from app.ui.parts.article_sheet import open_article
