"""A case on the desk: outline, tools, the sheet, and what happens between them."""

import math
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Section
from app.domain.errors import UserError
from app.domain.labels import DISCLAIMER, OWN_EXEMPLAR_NOTE
from app.domain.progress import CHECK, CaseProgress, ReadingState
from app.domain.settings import READING_SIZES, Appearance
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.settings_service import SettingsService
from app.services.study_service import PASSED_BY, StudyService
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.toast import Toast
from app.ui.library.case_builder import REFLECTION, CaseBuilder
from app.ui.library.case_ending import CaseEnding
from app.ui.library.case_notes import CaseNotes
from app.ui.library.case_outline import CaseOutline
from app.ui.library.case_sheet import CaseSheet
from app.ui.library.case_sides import CaseSides
from app.ui.library.case_toolbar import CaseToolbar
from app.ui.library.case_travel import CaseTravel
from app.ui.library.find_bar import FindBar
from app.ui.library.reading_place import ReadingPlace
from app.ui.library.reading_style import ReadingStyle
from app.ui.library.title_block import TitleBlock
from app.ui.parts.article_sheet import open_article
from app.ui.parts.disclaimer import Disclaimer

NOT_PROJECTED = "本单位做法没有投影页。要在会上讲，请在“讲课件”里自建页面。"


class CaseReader(QWidget):
    """``message`` and ``navigate`` are those of the page."""

    message = Signal(str, str)
    navigate = Signal(str, object)

    def __init__(
        self,
        library: LibraryService,
        study: StudyService,
        annotations: AnnotationService,
        practice: PracticeService,
        settings: SettingsService,
        case: Case,
        parent: QWidget | None = None,
        below: QWidget | None = None,
    ) -> None:
        """``below`` stands under the title."""
        super().__init__(parent)
        self._library, self._study, self._annotations, self._settings = library, study, annotations, settings
        self.case = case
        self._progress = study.progress(case.id)
        appearance = settings.appearance
        style = ReadingStyle.of(appearance)
        self._title = TitleBlock(case, below=below)
        self.sheet = CaseSheet(self._title, style.size)
        self.area = ScrollPage(self.sheet)
        self.builder = CaseBuilder(case, self.sheet, style, self._known)
        self.toolbar = CaseToolbar(appearance)
        self.outline = CaseOutline(self.builder.titles)
        self.find_bar = FindBar(self.sheet)
        self._toast: Toast | None = None
        self.notes = CaseNotes(annotations, case.id, self.builder, self.sheet, self.toast)
        self.place = ReadingPlace(study, case.id, self.area, self.sheet, self._counts, self._fail)
        self.travel = CaseTravel(case, self.builder, self.area, self.sheet, self.place, self.notes, self.toast)
        self.ending = CaseEnding(case, library, study, annotations, practice)
        self.sides = CaseSides(library, self.sheet, self.outline, self.toolbar, self.notes, self.open_article)
        self.builder.build_front(self._progress)
        note = Disclaimer(words=OWN_EXEMPLAR_NOTE if case.own else DISCLAIMER)
        foot = row((note, 1), margins=(32, 5, 24, 5))
        reading = column(self.toolbar, self.find_bar, (self.area, 1), Rule(), foot, spacing=0)
        self.setLayout(row(self.outline, Rule(vertical=True), (boxed(reading), 1), spacing=0))
        self._connect()
        self.notes.reload()
        self.toolbar.set_bookmarked(annotations.bookmarked(case.id))
        self.show_progress(self._progress)

    # ---- what the page asks

    def build_rest(self) -> None:
        """Everything behind the gate, if it is open; dearer than a constructor may be, so the page asks for it."""
        if self.builder.gate is None or self._progress.gate_open:
            self.builder.build_rest(lambda: self.ending.panels(self.builder.number))
            self._title.tell()
        self._draw()
        self.show_progress(self._progress)

    def begin(self) -> None:
        """The page is in front: note that the case was opened, unless this is the same reading built anew."""
        try:
            self._progress = self._study.open(self.case)
        except UserError as error:
            self._fail(str(error))

    def fold(self, logical: float) -> None:
        """Fold the panels at this width of the page."""
        self.sides.fold(logical, self._settings.appearance)

    def toast(self) -> Toast:
        """The short messages of this page."""
        if self._toast is None:
            self._toast = Toast(self)
        return self._toast

    def open_article(self, written: str) -> None:
        """The article in a sheet at the right."""
        found = self._library.article(written)
        if found is None:
            self.message.emit("amber", "这一条还没有收录到法规库。")
            return
        open_article(self, written, found, lambda base: self.navigate.emit("regulations", base))

    def toggle_bookmark(self) -> None:
        try:
            on = self._annotations.toggle_bookmark(self.case.id)
        except UserError as error:
            self._fail(str(error))
            return
        self.toolbar.set_bookmarked(on)
        self.toast().say("已收藏，可在“我的摘录”中找到。" if on else "已取消收藏。", "green" if on else "ink")

    def set_size(self, size: int) -> None:
        """Reading size in px at scale 1; the shell builds the page anew."""
        self._change(replace(self._settings.appearance, reading_size=size))

    def step_size(self, by: int) -> None:
        """One size up or down; 0 goes back to the standard size."""
        if not by:
            self.set_size(Appearance().reading_size)
            return
        now = self._settings.appearance.reading_size
        others = [size for size in READING_SIZES if (size - now) * by > 0]
        if others:
            self.set_size(others[0] if by > 0 else others[-1])
        else:
            self.toast().say("已是最大字号。" if by > 0 else "已是最小字号。", "ink")

    def toggle_clauses(self) -> None:
        """Cards beside the text on or off; where they have no room, they open in a drawer."""
        if self.sides.beside_fits():
            self._change(
                replace(self._settings.appearance, clauses_beside=not self._settings.appearance.clauses_beside)
            )
            self.sides.refold(self._settings.appearance)
        else:
            self.sides.open_cards()

    def confirm_or_go_on(self) -> None:
        """Enter: confirm the decision if it is ready, else on to the next section."""
        gate = self.builder.gate
        if gate is not None and gate.ready():
            gate.confirm()
        else:
            self.travel.step(1)

    def show_progress(self, progress: CaseProgress) -> None:
        """Draw outline and figures."""
        self._progress = progress
        reflected = self.ending.reflected()
        states: dict[str, str] = {}
        for key in self.builder.titles:
            done = key in progress.read or (key == CHECK and progress.check_total > 0)
            done = reflected if key == REFLECTION else done
            behind = not self.builder.opened and not progress.gate_open and self.sheet.widget_of(key) is None
            states[key] = "locked" if behind else "done" if done else "todo"
        if self.builder.gate is not None:
            states[Section.GATE.value] = "done" if self._decided() else "todo"
        share = progress.share
        learned = progress.state is ReadingState.LEARNED
        self.outline.show_state(states, self.place.current())
        minutes = math.ceil(self.case.minutes * (1 - share))
        self.outline.show_progress(share, minutes, learned, None if self.case.own else progress.check_total > 0)

    # ---- slots

    def _decide(self, answer: str, confidence: str) -> None:
        try:
            progress = self._study.answer_gate(self.case, answer, confidence)
        except UserError as error:
            self._fail(str(error))
            return
        self._open_gate(progress)

    def _pass_by(self) -> None:
        try:
            progress = self._study.pass_gate_by(self.case)
        except UserError as error:
            self._fail(str(error))
            return
        self._open_gate(progress)
        self.travel.show_end_of(Section.GATE.value)

    def _mark_learned(self) -> None:
        try:
            self.show_progress(self._study.mark_learned(self.case))
        except UserError as error:
            self._fail(str(error))

    def _ask(self, action: str) -> None:
        match action:
            case "contents":
                self.sides.open_outline()
            case "highlight":
                self.notes.highlight()
            case "note":
                self.notes.write()
            case "bookmark":
                self.toggle_bookmark()
            case "clauses":
                self.toggle_clauses()
            case "find":
                self.find_bar.open(self.builder.opened)
            case "project" if self.case.own:
                self.message.emit("amber", NOT_PROJECTED)
            case "project":
                self.navigate.emit("project", ("case", self.case.id))
            case "print" | "pdf":
                self.print_it(action == "pdf")

    # ---- inside

    def _connect(self) -> None:
        self.builder.fact_requested.connect(self.travel.go_to_fact)
        self.builder.article_requested.connect(self.open_article)
        self.builder.article_lit.connect(self.sheet.side.light)
        if self.builder.gate is not None:
            self.builder.gate.decided.connect(self._decide)
            self.builder.gate.passed_by.connect(self._pass_by)
        self.outline.section_requested.connect(self._go_from_outline)
        self.outline.back_requested.connect(lambda: self.navigate.emit("library", None))
        self.outline.learned_requested.connect(self._mark_learned)
        self.toolbar.asked.connect(self._ask)
        self.toolbar.size_chosen.connect(self.set_size)
        self.toolbar.face_chosen.connect(lambda face: self._change(replace(self._settings.appearance, face=face)))
        self.place.moved.connect(lambda _: self.show_progress(self._progress))
        self.place.saved.connect(self.show_progress)
        self.notes.changed.connect(self._draw)
        self.notes.failed.connect(self._fail)
        self.ending.progressed.connect(self.show_progress)
        self.ending.showed.connect(self.travel.reveal)
        self.ending.message.connect(self.message)
        self.ending.self_check_wanted.connect(lambda: self.navigate.emit("self_check", self.case.id))
        self.ending.article_requested.connect(self.open_article)
        self.ending.fact_requested.connect(self.travel.go_to_fact)

    def _go_from_outline(self, key: str) -> None:
        self.sides.close_outline()
        self.travel.go_to(key)

    def _open_gate(self, progress: CaseProgress) -> None:
        assert self.builder.gate is not None
        self._progress = progress
        self.builder.gate.show_progress(progress)
        self.build_rest()
        self.travel.reveal(self.builder.gate)

    def _draw(self) -> None:
        self.notes.follow(self.sheet.texts())
        self.travel.draw_marks()
        self.ending.show_lost(self.notes.lost_cards())
        QTimer.singleShot(0, self, self.sides.draw)  # the text first

    def _change(self, appearance: Appearance) -> None:
        try:
            self._settings.change(appearance)
        except UserError as error:
            self._fail(str(error))

    def _counts(self, key: str) -> bool:
        if key == Section.GATE.value:
            return self._decided()
        return key not in (CHECK, REFLECTION)

    def _decided(self) -> bool:
        return self._progress.gate_answer not in ("", PASSED_BY)

    def _known(self, reference: str) -> bool:
        return self._library.article(reference) is not None

    def print_it(self, to_file: bool) -> None:
        """On paper or into a PDF file, the whole case, whatever is folded or still behind the gate."""
        from app.ui.library.case_print import print_case

        try:
            path = print_case(self, self.case, self.builder.pieces, to_file)
        except UserError as error:
            self._fail(str(error))
            return
        if path:
            self.message.emit("green", f"已存为 {path}")

    def _fail(self, text: str) -> None:
        self.message.emit("red", text)
