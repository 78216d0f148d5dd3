"""Every form of 改 as it leaves the program; a picture of the first page where a converter is on the machine."""

from pathlib import Path

from app.domain.ledger.issue_state import IssueState
from app.ui.tour.printed_form import converter, printed_forms
from app.ui.tour.rectify_office import RESCUE
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError

UPRIGHT = ("问题整改情况表", "销号审批表", "催报单", "成果汇总", "月报汇总（Word）")
"""Forms on a page that stands; the others lie on their side."""


def write_papers(year: RectifyYear, first: str, open_issue: str, merged: list[Path]) -> None:
    """``first`` is closed; ``open_issue`` is not yet, and its 销号审批表 goes out empty; ``merged`` are
    the report of a month as text and as a table, written then."""
    documents, folder = year.services.ledger_documents, year.folder / "表"
    folder.mkdir()
    extract = documents.extract(year.campaign)
    check = year.services.self_checks.checks(year.campaign, year.unit_ids[RESCUE.name])[0]
    month = f"{year.year}-12"
    named = {
        "整改台账（Word）": documents.write_table(extract, folder / "台账.docx", annex="附件2"),
        "整改台账（Excel）": documents.write_table(extract, folder / "台账表.xlsx", annex="附件2"),
        "整改方案和三张清单": documents.write_plan(extract, folder),
        "问题整改情况表": documents.write_issue(first, folder),
        "销号审批表-已签": documents.write_closing(first, folder),
        "销号审批表-空表": documents.write_closing(open_issue, folder, filled=False),
        "风险点表": documents.write_post_risks("", folder),
        "对照自查情况表": documents.write_self_check(check.id, folder),
        "回头看情况表": documents.write_look_backs(year.campaign, folder),
        "成果汇总": documents.write_outcomes(year.campaign, folder),
        "月报填报表（Excel）": year.folder / "整改月报填报表.xlsx",
        "催报单": year.services.collection.write_urge(year.campaign, month, folder),
    }
    report, table = merged
    named |= {"月报汇总（Word）": report, "月报汇总（Excel）": table}
    _keep(year, named | _tables(year, first, folder))


def _tables(year: RectifyYear, first: str, folder: Path) -> dict[str, Path]:
    """问题清单 and 整改月报 in both kinds; of the other forms what is not yet there, as a table."""
    documents, collection = year.services.ledger_documents, year.services.collection
    extract, month = documents.extract(year.campaign), f"{year.year}-12"
    sheet = year.services.reports.sheet(year.campaign, year.unit_ids[RESCUE.name], f"{year.year}-03")
    return {
        "问题清单（Word）": documents.write_issue_list(extract, folder / "问题清单.docx"),
        "问题清单（Excel）": documents.write_issue_list(extract, folder / "问题清单.xlsx"),
        "整改月报（Word）": documents.write_month(sheet, folder / "整改月报.docx"),
        "整改月报（Excel）": documents.write_month(sheet, folder / "整改月报.xlsx"),
        "销号审批表（Excel）": documents.write_closing(first, folder / "销号审批表.xlsx"),
        "风险点表（Excel）": documents.write_post_risks("", folder / "风险点表.xlsx"),
        "回头看情况表（Excel）": documents.write_look_backs(year.campaign, folder, ".xlsx"),
        "成果汇总（Excel）": documents.write_outcomes(year.campaign, folder, ".xlsx"),
        "催报单（Excel）": collection.write_urge(year.campaign, month, folder, kind=".xlsx"),
    }


def _keep(year: RectifyYear, named: dict[str, Path]) -> None:
    """Where there is a converter each form has to open, on the paper that it is for."""
    if converter() is None:
        return
    printed = printed_forms(list(named.values()))
    for number, (name, path) in enumerate(named.items(), 60):
        form = printed.get(path)
        fault = form.fault(not name.startswith(UPRIGHT)) if form else "LibreOffice 打不开"
        if form is None or fault or form.picture is None:
            raise TourError(f"{name}（{path.name}）：{fault or '没有画出来'}")
        year.stage.keep(f"改{number}-表-{name}", form.picture)


def compare_figures(year: RectifyYear) -> None:
    """The one page, the table and the issues say the same."""
    rows = [row for row in year.services.ledger.rows(year.campaign) if row.state is not IssueState.VOID]
    issues = [year.services.issues.get(row.id) for row in rows]
    one = year.services.outcomes.summary(year.campaign)
    counted = (
        len(rows),
        sum(issue.closed_on is not None for issue in issues),
        sum(len(issue.valid_measures) for issue in issues),
        sum(measure.finished for issue in issues for measure in issue.valid_measures),
    )
    if counted != (one.issues, one.closed, one.measures, one.measures_done):
        raise TourError(f"一页总结与台账的数字不一致：{counted}，{one}")
