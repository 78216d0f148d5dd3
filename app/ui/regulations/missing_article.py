"""What stands in place of an article that is not included."""

from app.ui.kit.empty_state import EmptyState

NO_CONTENT = "内容正在准备，或内容文件夹是空的。"
NOT_INCLUDED = "法规库只收录案例和题目引用的条文，全文请查官方公布的文本。"


class MissingArticle(EmptyState):
    """``any_rules`` is false while there is no content at all: then the button leads to the state of the content."""

    def __init__(self, sentence: str, any_rules: bool) -> None:
        if any_rules:
            super().__init__("scales", sentence, "看引用最多的一条", NOT_INCLUDED, "default")
        else:
            super().__init__("scales", "还没有法规内容", "查看内容状态", NO_CONTENT, "default")
