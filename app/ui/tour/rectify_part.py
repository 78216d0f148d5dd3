"""改: from the end of a case to an issue that is closed and looked back on, over a year of eighteen departments."""

import tempfile
from pathlib import Path

from app.ui.tour.rectify_begin import begin, start_second
from app.ui.tour.rectify_bring_in import bring_in, note_post_risks
from app.ui.tour.rectify_close import close_first, close_others, finish_first, look_back_all, take_first_steps
from app.ui.tour.rectify_findings import found_in
from app.ui.tour.rectify_look_back import add_outcomes, bring_together, find_relapse, look_at_first, look_at_rule
from app.ui.tour.rectify_months import RectifyMonths
from app.ui.tour.rectify_papers import compare_figures, write_papers
from app.ui.tour.rectify_texts import CHECK_PAPER, FILE_PAPER
from app.ui.tour.rectify_wipe import show_grouped, take_along, wipe_wrong
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import Stage

HOME, STILL_OPEN = 12, 13
"""Places in the letter: one that comes back after it was closed, and one that is not closed within the year."""
CLOSED = {5: (11, 12, 0), 6: (2, 6), 8: (1, 9), 9: (4, 7, 10), 10: (14, 5), 11: (12, 3)}
"""By month: the places in the letter that are closed, or held, then."""


def play_rectify(stage: Stage) -> None:
    if stage.services.ledger.units():  # of the part before
        stage.forget_unit(stage.data / "放在一边")
    stage.go("ledger")
    stage.quick_shot("改00-整改台账-还没有专项")
    with tempfile.TemporaryDirectory(prefix="jingjian-") as folder:
        play = _Play(RectifyYear(stage, Path(folder)))
        play.begin()
        for month in range(1, 13):
            play.live(month)
        play.end()


class _Play:
    def __init__(self, year: RectifyYear) -> None:
        self._year, self._stage = year, year.stage
        self._first = self._second = ""
        self._letter: list[str] = []
        self._papers: dict[str, tuple[str, int]] = {}
        self._merged: list[Path] = []

    def begin(self) -> None:
        year = self._year
        self._first, self._second = begin(year)
        start_second(year, self._second)
        self._letter = bring_in(year)
        note_post_risks(year)
        papers = [one.paper for one in found_in(year.year)]
        self._papers = {issue: (paper, 0) for issue, paper in zip(self._letter, papers, strict=True)}
        self._papers |= {self._first: (CHECK_PAPER, 0), self._second: (FILE_PAPER, 2)}
        self._months = RectifyMonths(year, self._papers)

    def live(self, month: int) -> None:
        """What is done about the issues, then the reports."""
        match month:
            case 2:
                self._year.on(2, 19)
                self._take_steps(1)
            case 3:
                finish_first(self._year, self._first)
                self._take_steps(2)
                take_first_steps(self._year, self._second, FILE_PAPER, 1)
            case 4:
                close_first(self._year, self._first)
                bring_together(self._year, (self._first, self._second))
        closing = [self._letter[place] for place in CLOSED.get(month, ())] + [self._second] * (month == 6)
        if closing:
            close_others(self._year, {issue: self._papers[issue][0] for issue in closing}, month)
        self._look_back(month)
        self._months.report(month)
        if month == 6:
            self._year.on(6, 28)
            self._merged = self._year.services.collection.write_merged(
                self._year.campaign, f"{self._year.year}-06", self._year.folder
            )
        if month == 5:
            wipe_wrong(self._year)
            self._year.go("ledger", self._year.campaign)
            self._stage.quick_shot("改18-整改台账-五月")

    def end(self) -> None:
        """The last days of December, and the next April."""
        year, stage = self._year, self._stage
        year.go("ledger", year.campaign)
        stage.shot("改19-整改台账-表格")
        for view in ("看板", "时间线", "责任领导"):
            stage.press(view)
            stage.shot(f"改19-整改台账-{view}") if view == "看板" else stage.quick_shot(f"改19-整改台账-{view}")
        stage.press("表格")
        show_grouped(year)
        year.go("home")
        stage.settle(1.0)  # cards come one after the other
        stage.quick_shot("改26-首页-提醒")
        year.go("collection", (year.campaign, f"{year.year}-12"))
        stage.press("催报单")
        stage.quick_shot("改25-催报单-选日期")
        year.press_with_file("写出催报单", year.folder)
        stage.shot("改25-月报网格-十二月")
        year.go("reports", (year.campaign, year.unit_ids["婚姻登记处"], f"{year.year}-12"))
        stage.quick_shot("改25-月报-退回等重报")
        year.go("outcomes", year.campaign)
        stage.shot("改51-成果归集")
        compare_figures(year)
        write_papers(year, self._first, self._letter[STILL_OPEN], self._merged)
        year.on(4, 18, years=1)
        look_back_all(year, ())
        look_at_rule(year, self._first)
        take_along(year)

    def _take_steps(self, number: int) -> None:
        for issue in self._letter:
            take_first_steps(self._year, issue, self._papers[issue][0], number)

    def _look_back(self, month: int) -> None:
        match month:
            case 7:
                look_at_first(self._year, self._first)
            case 8:
                find_relapse(self._year, self._letter[HOME])
            case 10:
                add_outcomes(self._year)
            case 9 | 11 | 12:
                self._year.on(month, 20)
                look_back_all(self._year, ())
