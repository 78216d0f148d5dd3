"""JSON with one place changed: of another kind, missing, twice, elsewhere. JSON within texts is gone into."""

import json
from random import Random
from typing import Any

from tests.fuzz.values import value

Place = tuple[Any, ...]
"""Keys and indexes from the root; ``TEXT`` where the text there is JSON again."""
TEXT = object()


def spoilt(chance: Random, tree: Any, times: int = 1) -> Any:
    """A copy that differs (almost always)."""
    tree = json.loads(json.dumps(tree))
    for _ in range(times):
        found = list(_places(tree))
        tree = _changed(tree, chance.choice(found), chance) if found else value(chance)
    return tree


def spoilt_line(chance: Random, line: bytes) -> bytes:
    """A line of JSON, changed as a tree or, now and then, in a way that only the text has."""
    if chance.random() < 0.15:
        return _textually(chance, line)
    return dumped(spoilt(chance, json.loads(line), chance.choice((1, 1, 1, 2, 5))))


def dumped(tree: Any) -> bytes:
    """UTF-8; halves of characters stay what they are, as escapes or as bytes that are no UTF-8."""
    try:
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(tree, separators=(",", ":")).encode()


def _places(tree: Any, here: Place = ()) -> Any:
    yield here
    if isinstance(tree, dict):
        for key, entry in tree.items():
            yield from _places(entry, (*here, key))
    elif isinstance(tree, list):
        for at, entry in enumerate(tree):
            yield from _places(entry, (*here, at))
    elif isinstance(tree, str) and tree[:1] in ("{", "["):
        try:
            yield from _places(json.loads(tree), (*here, TEXT))
        except (ValueError, RecursionError):
            return


def _changed(tree: Any, place: Place, chance: Random) -> Any:
    if not place:
        return _other(tree, chance)
    key, rest = place[0], place[1:]
    if key is TEXT:
        return dumped(_changed(json.loads(tree), rest, chance)).decode()
    if rest:
        tree[key] = _changed(tree[key], rest, chance)
        return tree
    act = chance.randrange(6)
    if act == 0:
        del tree[key]
    elif act == 1 and isinstance(tree, dict):
        tree[chance.choice((f"{key}2", "", "is", "x" * 300))] = tree.pop(key)
    elif act == 1:
        tree.insert(chance.randrange(len(tree) + 1), tree[key])
    elif act == 2:
        other = chance.choice(list(tree) if isinstance(tree, dict) else range(len(tree)))
        tree[key], tree[other] = tree[other], tree[key]
    else:
        tree[key] = _other(tree[key], chance)
    return tree


def _other(old: Any, chance: Random) -> Any:
    """Near the old one, or anything at all."""
    if chance.random() < 0.4:
        if isinstance(old, bool):
            return not old
        if isinstance(old, int | float):
            return chance.choice(
                (old + 1, old - 1, -old, old * 1_000, str(old), float(old) if abs(old) < 1e300 else 0.5)
            )
        if isinstance(old, str) and old:
            at = chance.randrange(len(old))
            return chance.choice((old[:at] + old[at + 1 :], old[:at] + "x" + old[at:], old * 2, old[::-1], old.upper()))
        if isinstance(old, list) and old:
            return chance.choice((old[:-1], old + old, old[::-1], old[0]))
    return value(chance)


def _textually(chance: Random, line: bytes) -> bytes:
    inner = line.strip()
    return chance.choice(
        (
            inner[:-1] + b',"x":NaN}',
            inner[:-1] + b",",
            inner[:1] + b'"a":1,"a":2,' + inner[1:],
            inner[:1] + inner[1:].replace(b":", b":-Infinity,", 1),
            b"[" * 100_000,
            b'{"a":' * 50_000,
            inner * 2,
            inner + b"//",
            b"\xef\xbb\xbf" + inner,
            inner.decode().encode("utf-16"),
            inner.replace(b"0", b"1e400", 1),
        )
    )
