"""Which exams are analysed: the unit's own first, then the papers that the person sat here."""

from PySide6.QtWidgets import QComboBox, QWidget

from app.services.item_analysis_service import AnalysedPaper, AnalysedUnitExam

_UNIT = "unit_exam:"


class AnalysisChoice(QComboBox):
    def __init__(
        self, unit_exams: list[AnalysedUnitExam], papers: list[AnalysedPaper], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("考试")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        for exam in unit_exams:
            self.addItem(f"单位统考：{exam.title}（{exam.handed_in} 人交卷）", _UNIT + exam.exam_id)
        if len(papers) > 1:
            self.addItem(f"本人的全部试卷（{sum(one.attempts for one in papers)} 场）", "")
        for paper in papers:
            self.addItem(f"本人的试卷：{paper.title}（{paper.attempts} 场）", paper.paper_id)

    def choose(self, key: object) -> None:
        """By what `currentData` says; what is not there any more leaves the first."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def choose_unit_exam(self, exam_id: object) -> None:
        self.choose(f"{_UNIT}{exam_id}")

    @property
    def unit_exam(self) -> str:
        """Its id, "" where a paper is chosen."""
        key = str(self.currentData())
        return key.removeprefix(_UNIT) if key.startswith(_UNIT) else ""

    @property
    def paper(self) -> str:
        """Its id, "" for all of them."""
        return str(self.currentData())
