"""试卷: the paper as a person sits it."""

from app.domain.printed_paper import PrintedPaper
from app.domain.printed_section import PrintedSection
from app.domain.printed_unit import PrintedUnit
from app.domain.question import QuestionKind
from app.exports import house_style as style
from app.exports.house_document import HouseDocument
from app.exports.paper_head import write_foot, write_held, write_points_table
from app.exports.question_writer import QuestionWriter
from app.exports.seal_line import add_seal_line

SEAL_FIELDS = ("单位", "姓名", "工号")
_NOTES = (
    "先在密封线左侧填写单位、姓名、工号，答案不要写进密封线。",
    "答案写在答题卡上；不发答题卡的，直接写在试卷上。",
)


class PaperDocument:
    def __init__(self, paper: PrintedPaper) -> None:
        self._paper = paper
        self._document = HouseDocument(f"{paper.head}（{paper.code}）", paper.day)
        self._questions = QuestionWriter(self._document)

    def to_bytes(self) -> bytes:
        add_seal_line(self._document, SEAL_FIELDS)
        self._write_head()
        for section in self._paper.sections:
            self._write_section(section)
        write_foot(self._document, self._paper, sealed=True)
        return self._document.to_bytes()

    def _write_head(self) -> None:
        document, paper = self._document, self._paper
        document.title(paper.head)
        document.line(f"（{paper.letter}卷）", centred=True)
        write_held(document, paper)
        marks = f"满分 {paper.total} 分，{paper.pass_score} 分合格"
        document.line(f"共 {len(paper.questions)} 题，{marks}，时间 {paper.minutes} 分钟", style.SMALL, centred=True)
        write_points_table(document, paper)
        for number, note in enumerate(_NOTES, 1):
            document.line(f"{number}. {note}", style.SMALL)

    def _write_section(self, section: PrintedSection) -> None:
        self._document.heading(section.heading)
        how = self._document.line(section.how(self._paper.multiple), style.SMALL)
        how.paragraph_format.keep_with_next = True
        for unit in section.units:
            if section.kind is QuestionKind.CASE_STUDY:
                self._write_case(unit, section.name(unit))
            else:
                for one in unit.questions:
                    self._questions.write(one, "" if section.even else f"{one.score} 分")

    def _write_case(self, unit: PrintedUnit, name: str) -> None:
        """The situation stays with its first question."""
        head = self._document.heading(name, level=2)
        story = self._document.line(unit.scenario, hanging=-2 * style.BODY_SIZE)
        for paragraph in (head, story):
            paragraph.paragraph_format.keep_together = paragraph.paragraph_format.keep_with_next = True
        for one in unit.questions:
            self._questions.write(one, f"{one.question.kind}，{one.score} 分")
