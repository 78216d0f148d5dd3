"""Resolves written references against the folder's regulations."""

from app.domain.case import Case
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.packs.entry import Folder
from app.packs.problem_list import clipped

MAX_NAMED = 12


class Lookup:
    def __init__(self, folder: Folder) -> None:
        self.regulations: dict[str, Regulation] = {}
        self.articles: dict[str, Article] = {}
        self.cases: dict[str, Case] = {}
        for entry in folder.regulations:
            if entry.item.id not in self.regulations:
                self.regulations[entry.item.id] = entry.item
                self.articles |= {f"{entry.item.id}/{article.number}": article for article in entry.item.articles}
        for case in folder.cases:
            self.cases.setdefault(case.item.slug, case.item)

    def fault(self, written: str) -> tuple[str, str] | None:
        """What is wrong with a reference and what to do, or None."""
        reference = ArticleReference.parse(written)
        if reference is None:
            return f"引用“{clipped(written)}”的写法不对", "写成 `简称@版本/条.款.项`，如 `条例@2023/124`"
        regulation = self.regulations.get(reference.regulation)
        if regulation is None:
            return f"引用的法规“{clipped(reference.regulation)}”不在法规库", self._known(reference.short)
        article = self.articles.get(reference.base)
        if article is None:
            return f"{reference.words}未收录", f"在 content/regulations/{regulation.slug}.md 补上这一条，或改正条号"
        return self._part_fault(reference, article)

    def regulation(self, written: str) -> Regulation | None:
        reference = ArticleReference.parse(written)
        return self.regulations.get(reference.regulation) if reference else None

    def in_force_instead(self, regulation: Regulation, moment: str) -> Regulation | None:
        """Another version of the same rule that was in force then."""
        others = (other for other in self.regulations.values() if other is not regulation)
        related = (other for other in others if regulation.short == other.short or regulation.family == other.family)
        return next((other for other in related if other.in_force_on(moment)), None)

    def _known(self, short: str) -> str:
        versions = [name for name in sorted(self.regulations) if name.partition("@")[0] == short]
        if versions:
            return f"这个简称已有的版本：{'、'.join(versions)}"
        named = "、".join(sorted(self.regulations)[:MAX_NAMED]) or "（法规库是空的）"
        return f"已有：{named}{' 等' if len(self.regulations) > MAX_NAMED else ''}；没有的先在 content/regulations 补上"

    @staticmethod
    def _part_fault(reference: ArticleReference, article: Article) -> tuple[str, str] | None:
        if reference.paragraph > len(article.paragraphs):
            return f"{article.label}没有第 {reference.paragraph} 款", f"这一条共 {len(article.paragraphs)} 款"
        if reference.item:
            items = article.paragraphs[reference.paragraph - 1].items
            if reference.item > len(items):
                message = f"{article.label}第 {reference.paragraph} 款没有第 {reference.item} 项"
                return message, f"这一款共 {len(items)} 项"
        return None
