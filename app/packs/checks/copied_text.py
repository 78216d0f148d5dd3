"""Sentences copied from texts that must not be copied, known only by fingerprints: the texts themselves do not ship.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every WINDOW neighbouring n-grams the least hash is kept, so that any
copied run of SIZE + WINDOW - 1 characters is found, whatever stands around it.
"""

import hashlib
import textwrap
from collections.abc import Iterable
from pathlib import Path

from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.checks.protected_text import FINGERPRINTS
from app.packs.checks.story_text import case_story, question_story
from app.packs.entry import Folder

SIZE, WINDOW = 12, 8
STORE = Path(__file__).parent / "protected_text.py"
KNOWN = frozenset(FINGERPRINTS.split())


def check_copied_text(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    for case in folder.cases:
        yield from _copied(case.file, case_story(case.item))
    for question in folder.questions:
        yield from _copied(question.file, question_story(question.item))


def fingerprints(text: str) -> dict[str, str]:
    """Fingerprint → the n-gram that it was taken from; punctuation and white space do not count."""
    kept = "".join(character for character in text if character.isalnum())
    grams = [kept[place : place + SIZE] for place in range(len(kept) - SIZE + 1)]
    hashed = [hashlib.blake2b(gram.encode(), digest_size=5).hexdigest() for gram in grams]
    found: dict[str, str] = {}
    for place in range(max(1, len(hashed) - WINDOW + 1) if hashed else 0):
        least = min(range(place, min(place + WINDOW, len(hashed))), key=hashed.__getitem__)
        found[hashed[least]] = grams[least]
    return found


def protect(texts: Iterable[str]) -> None:
    """Write protected_text.py anew from the texts that must not be copied (dev.py protect FILE…)."""
    found = sorted({mark for text in texts for mark in fingerprints(text)})
    lines = "\n".join(textwrap.wrap(" ".join(found), 110))
    STORE.write_text(
        f'"""Made by dev.py protect: what copied_text.py looks for."""\n\nFINGERPRINTS = """\n{lines}\n"""\n',
        encoding="ascii",
    )


def _copied(file: str, story: Iterable[tuple[int, str]]) -> Iterable[Problem]:
    for line, text in story:
        for mark, gram in fingerprints(text).items():
            if mark in KNOWN:
                advice = "用自己的话重写这一句；引用法规要放进条文"
                yield Problem(file, line, f"与受保护的文稿雷同：“{gram}”", advice)
                break
