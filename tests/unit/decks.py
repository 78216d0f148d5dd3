"""A deck as it is projected: every text says where it must not be seen."""

from dataclasses import replace

from app.domain.deck import Deck, DeckPage
from app.domain.sheet import Choice, Mark, Quotation, Sheet, SheetKind, Text

KEYS = ("A", "B", "C")


def facts(number: int) -> DeckPage:
    name = f"di-bao/facts/{number}"
    sheet = Sheet(SheetKind.FACTS, "案情", f"题{name}", (Text(f"内容{name}"),))
    return DeckPage(name, f"案情 {number}", sheet, notes=(("停", f"讲稿{name}"),), seconds=60)


def question(number: int) -> DeckPage:
    name = f"di-bao/question/{number}"
    choices = tuple(Choice(key, f"选项{name}{key}") for key in KEYS)
    sheet = Sheet(SheetKind.QUESTION, "现场作答", f"题{name}", choices)
    marked = tuple(replace(one, mark=Mark.RIGHT if one.key == "B" else Mark.WRONG) for one in choices)
    revealed = replace(sheet, blocks=(*marked, Text(f"解析{name}")))
    return DeckPage(name, f"问 {number}", sheet, revealed, (("问", f"讲稿{name}"),), 120, "hash", KEYS)


def clause(number: int) -> DeckPage:
    name = f"di-bao/clause/{number}"
    source = "《社会救助暂行办法》（2019）第十一条，2019年3月2日起施行"
    return DeckPage(name, "条文", Sheet(SheetKind.CLAUSE, "学条文", f"题{name}", (Quotation(f"内容{name}", source),)))


def show_of_hands(number: int) -> DeckPage:
    """A ballot without an answer."""
    name = f"di-bao/hands/{number}"
    choices = tuple(Choice(key, f"选项{name}{key}") for key in KEYS)
    return DeckPage(name, "讨论", Sheet(SheetKind.DISCUSSION, "讨论", f"题{name}", choices), ballot=KEYS, seconds=30)


def deck() -> Deck:
    return Deck("低保绿色通道", (facts(1), question(1), clause(1), show_of_hands(1), question(2), facts(2)))
