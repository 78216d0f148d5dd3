"""What it broke and what can be argued: 违反条款 (one group of pages a clause), 分歧与评析."""

from collections import Counter
from collections.abc import Callable

from app.domain import page_names
from app.domain.article_lookup import ArticleLookup
from app.domain.article_pages import Cited, cited_articles
from app.domain.case import Case, Clause
from app.domain.chinese_numbers import to_chinese
from app.domain.deck import DeckPage
from app.domain.page_edit import Notes
from app.domain.page_group import Face, pages_of_group
from app.domain.prose import spoken, spoken_lines
from app.domain.sheet import Block, Item, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged
from app.domain.sheet_height import fits

WHY = "为何适用（编者说明）"
WHY_TITLE = "对到这个案子上"
ASSESSMENT = "评析"


def clause_pages(
    case: Case, kicker: str, notes_of: Callable[[str], Notes], article_of: ArticleLookup
) -> tuple[DeckPage, ...]:
    """``notes_of`` gives the notes of a page name, each time the next ones where clauses share a name."""
    pages: list[DeckPage] = []
    met: Counter[str] = Counter()
    for clause in case.clauses:
        articles = page_names.clause_articles(clause)
        met[articles] += 1
        again = f"-{met[articles]}" if met[articles] > 1 else ""
        name = page_names.clause_page(case, clause)
        faces = tuple(map(Face, _clause_sheets(clause, kicker, article_of)))
        pages += pages_of_group(f"{case.slug}/clause-{articles}{again}", name, faces, notes_of(name))
    return tuple(pages)


def _clause_sheets(clause: Clause, kicker: str, article_of: ArticleLookup) -> tuple[Sheet, ...]:
    """As few pages as hold it: short articles share one, why it applies stands under the last where it fits."""
    marks = "".join(f"【{fact}】" for fact in clause.facts)
    kicker = f"{kicker} · {clause.basis.value}" + (f" · 事实{marks}" if marks else "")
    why = Item(spoken(clause.reason), WHY)
    return _shortest(cited_articles(clause.references, article_of), why, kicker)


def _shortest(cited: tuple[Cited, ...], why: Item, kicker: str) -> tuple[Sheet, ...]:
    """Of all ways to let neighbours share a page the shortest; of those one where why it applies is not alone."""
    if not cited:
        return tuple(Sheet(SheetKind.CLAUSE, kicker, WHY_TITLE, page) for page in paged((why,), WHY_TITLE))
    ways: list[tuple[Sheet, ...]] = []
    for count in range(1, len(cited) + 1):
        head, rest = cited[:count], cited[count:]
        first = _shared(head, (), kicker)
        if first:
            ways.append((*first, *_shortest(rest, why, kicker)))
        if not rest:
            ways += filter(None, [_shared(head, (why,), kicker)])
    return min(ways, key=lambda way: (len(way), way[-1].title == WHY_TITLE))


def _shared(cited: tuple[Cited, ...], after: tuple[Item, ...], kicker: str) -> tuple[Sheet, ...]:
    """One page with the whole of several articles, or an article by itself over as many as it takes; () where they do
    not go together."""
    title = "与".join(one.title for one in cited)
    blocks = (*(one.block for one in cited), *after)
    together = Sheet(SheetKind.CLAUSE, kicker, title, blocks)
    if fits(together):
        return (together,)
    if len(cited) > 1:
        return ()
    return tuple(
        Sheet(SheetKind.CLAUSE, kicker, WHY_TITLE if all(isinstance(one, Item) for one in page) else title, page)
        for page in paged(blocks, title)
    )


def opinion_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    """The opinions first; then the assessment, which the room sees when it is revealed."""
    if not case.opinions:
        return ()
    title = "有几种意见"
    opinions = tuple(_opinion(number, spoken(said)) for number, said in enumerate(case.opinions, 1))
    faces = [Face(Sheet(SheetKind.OPINIONS, kicker, title, blocks)) for blocks in paged(opinions, title)]
    paragraphs = tuple(map(Text, spoken_lines(case.assessment)))
    if paragraphs:
        shown = [Sheet(SheetKind.OPINIONS, kicker, ASSESSMENT, page) for page in paged(paragraphs, ASSESSMENT)]
        asking: tuple[Block, ...] = (Text("先说说看：哪一种意见站得住？依据是哪一个事实？"),)
        faces.append(Face(Sheet(SheetKind.OPINIONS, kicker, ASSESSMENT, asking), shown[0]))
        faces += map(Face, shown[1:])
    return pages_of_group(f"{case.slug}/opinions", page_names.OPINIONS, faces, notes)


def _opinion(number: int, said: str) -> Item:
    mark = f"意见{to_chinese(number)}"
    return Item(said.removeprefix(f"{mark}："), mark)
