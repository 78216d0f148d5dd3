"""What cannot stand on a list of people, whatever the list is for."""

from collections.abc import Iterator, Sequence

from app.domain.confidentiality import review


def one_name(text: str) -> str:
    """The space that sets a name of two characters as wide as one of three does not belong to it."""
    plain = "".join(text.split())
    return plain if plain and not plain.isascii() else text.strip()


def person_faults(fields: Sequence[tuple[str, str, int]], private: str) -> Iterator[tuple[str, str]]:
    """(what is wrong, what to do) of a line that cannot be taken.

    ``fields`` are (word, text, longest), the name first; ``private`` says what to do about an identity number.
    """
    if not fields[0][1]:
        yield "这一行没有姓名", "补上姓名，或删去这一行"
    for word, text, most in fields:
        shown = "".join(one for one in text[:12] if one.isprintable())
        if len(text) > most:
            yield f"{word}“{shown}…”有 {len(text)} 个字，超过 {most} 个", "检查是不是填错了列"
        elif not text.isprintable():
            yield f"{word}里有看不见的控制字符", "重新输入这一格"
        found = review(text)
        if found.refusal:
            yield f"{word}里有密级标志", "删去这一行，按保密规定处理"
        elif found.warnings:
            yield f"{word}{found.warnings[0]}", private
