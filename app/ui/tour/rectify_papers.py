"""Every form of 改 as it leaves the program; a picture of the first page where a converter is on the machine."""

from pathlib import Path

from app.domain.ledger.issue_state import IssueState
from app.ui.tour.page_picture import word_pictures
from app.ui.tour.rectify_office import RESCUE
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError


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
    named |= {"月报汇总（Word）": report, "月报汇总（Excel）": table.rename(folder / "月报汇总表.xlsx")}
    _keep(year, named)


def _keep(year: RectifyYear, named: dict[str, Path]) -> None:
    pictures = word_pictures(list(named.values()))
    for number, (name, path) in enumerate(named.items(), 60):
        if path in pictures:
            year.stage.keep(f"改{number}-表-{name}", pictures[path])


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
