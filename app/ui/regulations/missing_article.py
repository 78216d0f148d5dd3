"""What stands in place of an article or a rule that is not included."""

from app.ui.kit.empty_state import EmptyState

NO_CONTENT = "内容正在准备，或内容文件夹是空的。"
NOT_INCLUDED = "法规库只收录案例和题目引用的条文，全文请查官方公布的文本。"
HOW_TO_ADD = (
    "怎样补上：请本单位法规或纪检部门从官方渠道取得正式文本，照《内容怎样写》存成 {slug}.md，"
    "换掉内容文件夹 regulations 里的同名文件；下次打开时自动检查、收录。"
)


class MissingArticle(EmptyState):
    """``hint`` says what one can do; without any rules the button leads to the state of the content."""

    def __init__(self, sentence: str, hint: str, action: str, any_rules: bool) -> None:
        if any_rules:
            super().__init__("scales", sentence, action, hint, "default")
        else:
            super().__init__("scales", "还没有法规内容", "查看内容状态", NO_CONTENT, "default")
