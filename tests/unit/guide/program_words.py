"""What the program says and which keys it has, read from its sources without running them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
HOLE = "\0"
"""Stands in a text for what is put in when the program runs."""
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d+|[A-Z][a-z]+|[A-Z0-9=,\-]|[←→↑↓])")
_WITH_ANOTHER = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:F\d+|[A-Z][A-Za-z]*|[0-9=,\-←→↑↓])")
_WORDS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgDown": "PgDn",
    "Return": "Enter",
    "Space": "空格",
    "Delete": "Del",
}


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(file.read_text("utf-8")) for file in sorted((ROOT / "app").rglob("*.py")))


@cache
def texts() -> frozenset[str]:
    """All strings but the notes for programmers; strings side by side are one, as Python has it."""
    found: set[str] = set()
    for tree in trees():
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                found.add("".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
                found.add(node.value)
    return frozenset(found)


def says(words: str) -> bool:
    """Whether some text is exactly these words."""
    return words in texts()


def says_sentence(sentence: str) -> bool:
    """ "……" is whatever was put in; what follows or goes before in the program's text may be left out."""
    parts = [part for part in re.split("……|\0", sentence) if part]
    pattern = re.compile(".*?".join(re.escape(part) for part in parts), re.DOTALL)
    return any(parts[0] in text and pattern.search(text) for text in texts())


@cache
def page_keys() -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    """By a page's key: its title, and each of its (keys, what they do)."""
    found = {}
    for tree in trees():
        for call in _calls(tree, "PageFacts"):
            if len(call.args) >= 4:
                key, title = (ast.literal_eval(one) for one in call.args[:2])
                keys = shortcuts(call.args[4]) + _shared(call.args[4]) if len(call.args) > 4 else ()
                found[key] = (title, found.get(key, ("", ()))[1] + keys)  # another page may stand in its place
    found["everywhere"] = ("处处可用", _everywhere())
    found["session"] = ("投影的时候", _session())
    return found


def shortcuts(node: ast.AST) -> tuple[tuple[str, str], ...]:
    pairs = [[ast.literal_eval(one) for one in call.args] for call in _calls(node, "Shortcut") if _plain(call)]
    return tuple((_said(keys), what) for keys, what in pairs)


def key_names() -> frozenset[str]:
    """Every key that some table of the program names, alone or with others."""
    found: set[str] = set()
    for _, keys in page_keys().values():
        for name, what in keys:
            for part in re.split(r" 或 | / |  +|–| \+ ", name):
                found |= {part.strip(), *_KEY.findall(part)}
            found |= set(_WITH_ANOTHER.findall(what))
    return frozenset(found)


def _said(keys: str) -> str:
    if re.search("[ –]", keys):
        return keys
    return "+".join(_WORDS.get(part, part) for part in re.split(r"\+(?!$)", keys))


def _plain(call: ast.Call) -> bool:
    return len(call.args) == 2 and all(isinstance(one, ast.Constant) for one in call.args)


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _assigned(tree: ast.Module) -> dict[str, ast.AST]:
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _shared(node: ast.AST) -> tuple[tuple[str, str], ...]:
    """Keys that pages have in common, by the name of their table."""
    names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and one.id.isupper()}
    return tuple(pair for name in sorted(names) for pair in _named(name))


def _named(name: str) -> tuple[tuple[str, str], ...]:
    for tree in trees():
        value = _assigned(tree).get(name)
        if value is not None and (keys := shortcuts(value)):
            return keys
    raise LookupError(name)


def _everywhere() -> tuple[tuple[str, str], ...]:
    places = tuple(
        (ast.literal_eval(call.args[3]), ast.literal_eval(call.args[2]))
        for tree in trees()
        for call in _calls(tree, "Place")
        if len(call.args) == 5
    )
    return places + _named("EVERYWHERE")


def _session() -> tuple[tuple[str, str], ...]:
    for tree in trees():
        for node in tree.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "SHEET":
                assert node.value is not None
                return tuple((name, what) for name, what in ast.literal_eval(node.value))
    raise LookupError("SHEET")
