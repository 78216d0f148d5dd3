"""单位统考 from both sides: made, sat on another person's profile, handed in, collected, and its 简答 marked."""

import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QTableView

from app.domain.exam import Exam
from app.domain.exam_package import ExamPackage
from app.domain.exam_session import ExamSession
from app.domain.question import QuestionKind
from app.domain.standing import Attendance, Standing, counts
from app.ui.kit.answer_sheet import AnswerSheet
from app.ui.tour.answering import answer
from app.ui.tour.file_dialog import answer_file_dialog
from app.ui.tour.page_picture import word_picture
from app.ui.tour.stage import Stage, TourError, children

TITLE, PASSWORD = "2026年第四季度党纪法规统考", "镜鉴统考2026"
PEOPLE = (
    ("李华", "社会救助股", "1001", ""),
    ("王芳", "养老服务股", "1002", "1.5"),
    ("赵强", "办公室", "1003", ""),
    ("孙丽", "财务股", "1004", ""),
    ("周建国", "基层政权建设和社区治理股", "1005", ""),
    ("吴敏", "办公室", "1006", ""),
)
AT_THE_WINDOW, ELSEWHERE, MADE_UP, ON_PAPER, ABSENT = "1001", ("1002", "1003"), "1004", "1005", "1006"
MARKER = "陈组长"
FIRST_SECTION = 3
"""The column of the table in which points are typed."""


def play_unit_exam(stage: Stage, paper_id: str) -> None:
    """On from the profile that is open, which organises; it is open again at the end."""
    with tempfile.TemporaryDirectory(prefix="jingjian-") as folder:
        play = UnitExamPlay(stage, Path(folder), paper_id)
        play.organise()
        play.sit_at_the_window()
        play.sit_elsewhere()
        play.collect()
        play.mark()
        play.type_in_from_paper()
        play.close_the_book()
        play.analyse()


class UnitExamPlay:
    def __init__(self, stage: Stage, folder: Path, paper_id: str) -> None:
        self._stage, self._folder = stage, folder
        self._paper = stage.services.library.paper(paper_id)
        self._organiser = stage.services.profiles.current.id
        self._file, self._results = folder / "统考.jjexam", folder / "结果"
        self._results.mkdir()
        self._exam_id = ""

    def organise(self) -> None:
        """A roster of six, one with more time; now, with a make-up tomorrow."""
        stage = self._stage
        stage.go("unit_exam")
        stage.shot("63-单位统考")
        stage.press("组织一次统考")
        stage.on_page("unit_exam_new")
        self._field("考试名称").setText(TITLE)
        papers = next(one for one in children(stage.window, QComboBox) if one.accessibleName() == "试卷")
        papers.setCurrentIndex(papers.findText(self._paper.title, Qt.MatchFlag.MatchStartsWith))
        with answer_file_dialog(self._roster()):
            stage.press("导入名单")
        stage.press("安排补考")
        self._set_window("开考时段", -1, 2)
        self._set_window("补考时段", 22, 28)
        stage.shot("63-组织统考")
        for name in ("开启口令", "再输一次开启口令"):
            self._field(name).setText(PASSWORD)
        with answer_file_dialog(self._file):
            stage.press("生成统考文件")
        stage.on_page("unit_exam_book")
        stage.shot("64-成绩册-未考")
        self._exam_id = stage.services.unit_exams.exams()[0][0]
        if not self._file.exists() or len(self._standings()) != len(PEOPLE):
            raise TourError("统考文件没有生成，或名单不全")

    def sit_at_the_window(self) -> None:
        """On a profile of the candidate's own: the file, the password, the name, the exam, and the result file."""
        stage = self._stage
        self._become(stage.services.profiles.add(PEOPLE[0][0], "某县民政局").id)
        stage.go("unit_exam")
        with answer_file_dialog(self._file):
            stage.press("打开统考文件")
        stage.shot("65-参加统考-口令")
        self._field("开启口令").setFocus()
        stage.type(PASSWORD)
        stage.press("打开")
        stage.shot("65-参加统考-选姓名")
        stage.press("开始考试")
        stage.quick_shot("65-参加统考-确认本人")
        stage.press("开始考试")
        stage.on_page("exam")
        self._answer_one_of_each()
        stage.shot("65-统考-作答")
        stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        stage.press("确认交卷")
        stage.on_page("results")
        stage.shot("65-统考-交卷后")
        stage.go("unit_exam")
        with answer_file_dialog(self._results / f"{PEOPLE[0][0]}.jjresult"):
            stage.press("保存结果文件")
        stage.shot("65-统考-交结果文件")
        if [path.stem for path in self._results.iterdir()] != [PEOPLE[0][0]]:
            raise TourError("结果文件没有保存")

    def sit_elsewhere(self) -> None:
        """As on other PCs; one more at the make-up, a day later."""
        for person in ELSEWHERE:
            self._sit(person)
        self._stage.clock.go_on(1)
        self._sit(MADE_UP)

    def collect(self) -> None:
        stage = self._stage
        self._become(self._organiser)
        stage.go("unit_exam")
        stage.shot("66-单位统考-收成绩")
        stage.press(TITLE)
        stage.on_page("unit_exam_book")
        with answer_file_dialog(self._results):
            stage.press("收结果文件")
        stage.settle(4.5)  # until the message is gone
        stage.shot("66-成绩册-待阅")
        found = {state: number for state, number in counts(self._standings()).items() if number}
        if found != {Attendance.SAT: 3, Attendance.ABSENT: 2, Attendance.MADE_UP: 1} or not self._waiting():
            raise TourError(f"收回的结果不对：{found}，待阅 {self._waiting()} 题")

    def mark(self) -> None:
        """With keys alone; the first one twice, which both markings tell."""
        stage, before = self._stage, self._waiting()
        stage.press("阅简答")
        stage.on_page("unit_exam_short")
        self._field("阅卷人").setText(MARKER)
        stage.shot("67-阅简答-匿名")
        stage.press("显示姓名")
        stage.shot("67-阅简答-显示姓名")
        stage.press("匿名阅卷")
        stage.window.page.shown()  # type: ignore[attr-defined]  # the focus where one marks
        scores = {one.person.key: one.counted.score for one in self._standings() if one.counted}
        for number in range(before):
            self._keys(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Return)
            if number == 0:
                self._keys(Qt.Key.Key_PageUp, Qt.Key.Key_4, Qt.Key.Key_Return)
                stage.shot("67-阅简答-已评一份")
                stage.window.page.shown()  # type: ignore[attr-defined]
        stage.shot("67-阅简答-全部阅完")
        marking, package = stage.services.unit_exams.marking, self._package()
        told = sorted(len(one.marks) for asked in marking.questions(package) for one in asked.answers)
        after = {one.person.key: one.counted.score for one in self._standings() if one.counted}
        grown = [person for person, score in after.items() if score > scores[person]]
        if self._waiting() or told != [1] * (before - 1) + [2] or not grown:
            raise TourError(f"阅卷没有完成：待阅 {self._waiting()}，评分次数 {told}，分数变化 {grown}")

    def type_in_from_paper(self) -> None:
        stage, sections = self._stage, self._package().sections()
        stage.go("unit_exam_marks", self._exam_id)
        (table,) = children(stage.window, QTableView)
        place = [number for _, _, number, _ in PEOPLE].index(ON_PAPER)
        table.setCurrentIndex(table.model().index(place, FIRST_SECTION))
        table.setFocus()
        for section in sections:
            for digit in str(section.full * 4 // 5):
                stage.key(Qt.Key(Qt.Key.Key_0 + int(digit)))
            stage.key(Qt.Key.Key_Tab)
        stage.shot("68-录入纸质卷成绩")
        (typed,) = stage.services.unit_exams.marks(self._exam_id)
        if typed.person != ON_PAPER or typed.points != tuple(float(one.full * 4 // 5) for one in sections):
            raise TourError(f"录入的得分没有保存：{typed}")

    def close_the_book(self) -> None:
        stage = self._stage
        stage.go("unit_exam_book", self._exam_id)
        stage.shot("68-成绩册-阅完")
        found, target = counts(self._standings()), self._folder / "成绩册.xlsx"
        if found[Attendance.ABSENT] != 1 or found[Attendance.MADE_UP] != 1 or "待阅" in self._book_lines():
            raise TourError(f"成绩册不对：{found}，{self._book_lines()}")
        with answer_file_dialog(target):
            stage.press("导出成绩册")
        picture = word_picture(target)
        if picture is None:
            print("没有 LibreOffice，成绩册没有画成图片。", file=sys.stderr)
        else:
            stage.keep("68-成绩册-打印", picture)

    def analyse(self) -> None:
        """Once the make-up is over too."""
        self._stage.clock.go_on(1)
        self._stage.press("试题分析")
        self._stage.on_page("analysis")
        self._stage.shot("69-试题分析-统考")
        found = self._stage.services.item_analysis.analyse_unit_exam(self._exam_id)
        if found.papers != 4 or found.on_paper != 1 or not found.items or found.unmarked:
            raise TourError(f"试题分析不对：{found.papers} 份答卷，{len(found.items)} 题")

    # private

    def _become(self, learner: str) -> None:
        self._stage.services.profiles.switch(learner)
        self._stage.restart()

    def _field(self, name: str) -> QLineEdit:
        seen = [one for one in children(self._stage.window, QLineEdit) if one.isVisibleTo(self._stage.window)]
        found = [one for one in seen if one.accessibleName() == name]
        if not found:
            raise TourError(f"没有“{name}”这一栏（有：{[one.accessibleName() for one in seen]}）")
        return found[-1]

    def _keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            self._stage.key(key)

    def _roster(self) -> Path:
        path = self._folder / "名单.csv"
        lines = [",".join(line) for line in (("姓名", "科室", "工号", "延长时间"), *PEOPLE)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def _set_window(self, name: str, opens: float, closes: float) -> None:
        """Hours from now."""
        for end, hours in (("开始", opens), ("结束", closes)):
            moment = self._stage.clock.now() + timedelta(hours=hours)
            fields = children(self._stage.window, QDateTimeEdit)
            field = next(one for one in fields if one.accessibleName() == name + end)
            field.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))

    def _answer_one_of_each(self) -> None:
        """By the answer sheet: the first of every kind, and every 简答."""
        stage, shown = self._stage, set[QuestionKind]()
        exam = stage.services.exams.unfinished()
        if exam is None or exam.occasion != TITLE or exam.candidate != PEOPLE[0][0]:
            raise TourError("统考没有开始，或不是本人")
        for item in exam.items:
            kind = item.question.kind
            if kind not in shown or kind is QuestionKind.SHORT:
                shown.add(kind)
                children(stage.window, AnswerSheet)[-1].activated.emit(item.place)
                stage.settle()
                answer(stage)

    def _sit(self, person: str) -> None:
        """Most of it right, every 简答 in a few words; the result file goes to the others."""
        services = self._stage.services
        package = services.exam_seats.open(services.exam_seats.read(self._file)[0], PASSWORD)
        exam: Exam = services.exam_seats.start(package, person)
        for item in exam.items:
            question = item.question
            given = tuple(part.split("|")[0] for part in question.answer) if item.place % 6 else ()
            if question.points:
                given = ("；".join(point.text for point in question.points[:-1]) + "。",)
            if given:
                exam = services.exams.answer(exam, item.place, given)
        exam = services.exams.submit(exam)
        services.exam_seats.save_result(exam, self._results / services.exam_seats.result_name(exam))
        wanted = ExamSession.MAKE_UP if person == MADE_UP else ExamSession.MAIN
        if not exam.seat.endswith(f"/{wanted}/{person}"):
            raise TourError(f"{person} 的座位不对：{exam.seat}")

    def _package(self) -> ExamPackage:
        return self._stage.services.unit_exams.package(self._exam_id)

    def _standings(self) -> list[Standing]:
        return self._stage.services.unit_exams.standings(self._exam_id)

    def _waiting(self) -> int:
        return sum(one.counted.unmarked for one in self._standings() if one.counted)

    def _book_lines(self) -> str:
        return "\n".join(self._stage.services.unit_exams.grade_book(self._exam_id).lines)
