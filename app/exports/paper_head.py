"""What the three documents of a paper share: the foot of the page and the table of points."""

from app.domain.labels import DISCLAIMER
from app.domain.printed_paper import PrintedPaper
from app.exports import house_style as style
from app.exports.house_document import HouseDocument

_LABEL = 22.0


def write_foot(document: HouseDocument, paper: PrintedPaper, sealed: bool) -> None:
    """卷号, version of the bank and date of printing, and the paper's own title where it does not stand at the top; the
    disclaimer where a case stands in the paper."""
    year, month, day = (int(part) for part in paper.day.split("-"))
    lines = [f"卷号 {paper.code}　题库版本 {paper.content}　{year}年{month}月{day}日打印"]
    if paper.head != paper.title:
        lines.insert(0, f"试卷《{paper.title}》")
    if paper.shows_case:
        lines.append(DISCLAIMER)
    document.foot(*lines, first_page_differs=sealed)


def write_held(document: HouseDocument, paper: PrintedPaper) -> None:
    """Day and time of the exam, where they are known."""
    if paper.heading.held:
        document.line(f"考试时间：{paper.heading.held}", style.SMALL, centred=True)


def write_points_table(document: HouseDocument, paper: PrintedPaper) -> None:
    """题号, 得分, 评卷人: for the marker."""
    columns = [section.ordinal for section in paper.sections] + ["总分"]
    each = (style.TEXT_WIDTH - _LABEL) / len(columns)
    full = [f"{section.score} 分" for section in paper.sections] + [f"{paper.total} 分"]
    table = document.table([_LABEL, *[each] * len(columns)], 3)
    for row, (label, texts) in enumerate((("题号", columns), ("满分", full), ("得分", [""] * len(columns)))):
        table.write(row, 0, label, face=style.HEAD_FACE)
        for column, text in enumerate(texts, 1):
            table.write(row, column, text)
        table.set_height(row, style.BODY_LINE if row == 2 else style.SMALL_LINE)
