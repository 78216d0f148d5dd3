"""Which chapter of the user guide is about a page."""

from app.ui.kit.page import PageFacts

_BY_RAIL = {
    "首页": "01-two-minutes",
    "学": "03-learn",
    "讲": "04-present",
    "考": "05-exam",
    "改": "06-rectify",
    "设置": "07-manage",
    "记": "08-records",
}
_BY_PAGE = dict.fromkeys(
    ("unit_exam_new", "unit_exam_book", "unit_exam_marks", "paper_editor", "paper_edit", "analysis"), "07-manage"
)
"""Pages of 考 that are for those who organise."""


def chapter_of(facts: PageFacts) -> str:
    """The name of a chapter; the first one for a page that stands nowhere in the rail."""
    return _BY_PAGE.get(facts.key) or _BY_RAIL.get(facts.rail, "01-two-minutes")
