"""What the lists to choose from offer: cases, articles, questions that a room can vote on, decks."""

from collections.abc import Sequence

from app.domain.labels import RULE_NAMES
from app.domain.pinyin_initials import initials
from app.domain.saved_deck import SavedDeck
from app.services.library_service import LibraryService
from app.services.question_finder import QuestionFinder
from app.ui.presenter.search_list import MOST, Entry


def cases(library: LibraryService, words: str) -> list[Entry]:
    """By words of the title, the kind of business, or the initials of the title."""
    wanted = words.casefold().split()
    found = []
    for case in library.cases():
        if case.own:  # it has no pages to show: those of a case say that everything in it is made up
            continue
        text = f"{case.title} {case.subtitle} {case.domain} {' '.join(case.posts)} {initials(case.title)}".casefold()
        if all(word in text for word in wanted):
            found.append(Entry(case.id, case.title, f"{case.domain} · {case.subtitle}"))
    return found


def articles(library: LibraryService, words: str) -> list[Entry]:
    """By the name of the rule or the number of the article."""
    wanted = words.casefold().split()
    found = []
    for rule in library.regulations():
        name = RULE_NAMES.get(rule.short, rule.short)
        for number, label, _ in rule.articles:
            text = f"{name} {rule.short} {label} {number}".casefold()
            if all(word in text for word in wanted):
                found.append(Entry(f"{rule.id}/{number}", f"{name} {label}"))
                if len(found) >= MOST:
                    return found
    return found


def questions(library: LibraryService, words: str) -> list[Entry]:
    """Single, multiple and judgement questions: those that hands can be shown for."""
    wholes = [whole for whole in library.question_bank().wholes if whole.kind.chooses and len(whole.ids) == 1]
    found = QuestionFinder(library, wholes).find(words, limit=MOST)
    ids = [name for whole in found.wholes for name in whole.ids]
    return [Entry(one.id, one.stem, f"{one.kind}") for one in library.questions(ids) if not one.group]


def decks(saved: Sequence[SavedDeck], words: str) -> list[Entry]:
    wanted = words.casefold().split()
    return [
        Entry(deck.id, deck.title, f"{deck.owner_name}的课件")
        for deck in saved
        if not deck.retired and all(word in deck.title.casefold() for word in wanted)
    ]
