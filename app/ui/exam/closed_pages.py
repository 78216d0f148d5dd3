"""What is shut while an exam without books is not handed in: the rules, and all that shows questions with keys."""

from app.ui.kit.page import PageFacts, Shortcut

_KEYS = (Shortcut("Enter", "继续考试"),)

CLOSED = {
    facts.key: facts
    for facts in (
        PageFacts("regulations", "法规库", "学", "法规库", _KEYS),
        PageFacts("search", "搜索", "学", "", _KEYS),
        PageFacts("case", "案例", "学", "案例库", _KEYS),
        PageFacts("practice", "练习", "考", "练习", _KEYS),
        PageFacts("practice_round", "练习", "考", "练习", _KEYS),
        PageFacts("review", "复习", "考", "复习", _KEYS),
        PageFacts("review_round", "复习", "考", "复习", _KEYS),
        PageFacts("results", "成绩", "考", "成绩", _KEYS),
        PageFacts("paper_editor", "试卷编辑", "考", "试卷编辑", _KEYS),
        PageFacts("paper_edit", "试卷编辑", "考", "试卷编辑", _KEYS),
        PageFacts("analysis", "试题分析", "考", "试题分析", _KEYS),
        PageFacts("deck_edit", "备课", "讲", "我的课件", _KEYS),
    )
}
"""What stands in the place of which page."""
