"""What an exam leaves on paper: the 学习情况记录单 of a 统考, and the paper itself as a Word file."""

import sys
import tempfile
from pathlib import Path

from app.domain.drawing import draw
from app.domain.exam import Exam
from app.ui.exam.record_sheet import record_sheet_pdf
from app.ui.tour.page_picture import pdf_picture, word_picture
from app.ui.tour.stage import Stage

PAPER, OCCASION, SEED = "shi-fen-zhong", "2026年度党纪法规统考", 7


def play_exam_papers(stage: Stage, printed: str) -> None:
    """``printed`` is the id of the paper to print."""
    exam = _sit_for_the_unit(stage)
    stage.go("results", exam.id)
    stage.shot("56-成绩-统考")
    with tempfile.TemporaryDirectory(prefix="jingjian-") as folder:
        sheet = Path(folder, "sheet.pdf")
        records = stage.services.exam_records
        records.save_pdf(sheet, record_sheet_pdf(records.sheet(exam, stage.services.profiles.current.unit)))
        picture = pdf_picture(sheet)
        if picture is None:
            print("没有 QtPdf，学习情况记录单没有画成图片。", file=sys.stderr)
        else:
            stage.keep("56-学习情况记录单", picture)
        papers = stage.services.papers
        files = papers.write_papers(stage.services.library.paper(printed), SEED, Path(folder))
        page = word_picture(files[0])
        if page is None:
            print("没有 LibreOffice，Word 试卷没有画成图片。", file=sys.stderr)
        else:
            stage.keep("56-纸质试卷", page)


def _sit_for_the_unit(stage: Stage) -> Exam:
    """An exam of an occasion, every fourth answer wrong."""
    services = stage.services
    paper = services.library.paper(PAPER)
    drawn = draw(paper, services.library.bank(), SEED)
    name = services.profiles.current.shown_name
    exam = services.exams.start_drawn(paper, drawn, SEED, name, OCCASION)
    for item in exam.items:
        question = item.question
        wrong = tuple(key for key in question.letters or ("对", "错") if key not in question.answer)[:1]
        exam = services.exams.answer(exam, item.place, wrong if item.place % 4 == 3 and wrong else question.answer)
    return services.exams.submit(exam)
