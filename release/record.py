"""What the last release builds showed: kept as JSON in docs/release-check.json, told in docs/release-check.md."""

import json
from datetime import UTC, datetime
from typing import Any

from release import facts

KEPT = facts.ROOT / "docs" / "release-check.json"
SHOWN = facts.ROOT / "docs" / "release-check.md"
HEAD = """\
# Release check

Written by `python3 dev.py build --linux-release` and `python3 dev.py build --windows`; do not edit. What these builds
cannot show is in `release.md` under "Not verified".
"""
TITLES = {"linux": "Linux", "windows": "Windows"}


def record(kind: str, seen: dict[str, Any]) -> None:
    """``kind``: linux or windows."""
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    seen.get("self-test", {}).pop("system", None)  # that of the machine that built it
    about = {"date": datetime.now(UTC).date().isoformat(), "version": facts.VERSION, "sources": facts.sources()}
    kept[kind] = about | seen
    text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    KEPT.write_text(text, "utf-8")
    SHOWN.write_text(shown(json.loads(text)), "utf-8")  # in the order of what is kept


def shown(kept: dict[str, dict[str, Any]]) -> str:
    """The page."""
    return "\n".join([HEAD, *(_chapter(TITLES[kind], kept[kind]) for kind in TITLES if kind in kept)])


def _chapter(title: str, seen: dict[str, Any]) -> str:
    lines = [f"## {title}, {seen['date']}, version {seen['version']}", ""]
    lines += _table([(key, value) for key, value in seen.items() if isinstance(value, str | int | float)])
    for file in seen.get("files", ()):
        lines += [f"`{file['name']}`: {file['MB']} MB, SHA-256 `{file['SHA-256']}`", ""]
    if test := seen.get("self-test"):
        about = f"Python {test['python']}, Qt {test['qt']}, platform {test['platform']}"
        lines += [f"Self-test of the packed program ({about}):", ""]
        lines += _table([(name, part["words"]) for name, part in test["parts"].items()], ("part", "passed with"))
    if trial := seen.get("trial"):
        lines += ["Installed and tried:", "", *_table(list(trial.items()))]
    for picture in seen.get("pictures", ()):
        lines += [f"![{picture}](screens/{picture})", ""]
    return "\n".join(lines)


def _table(rows: list[tuple[str, Any]], head: tuple[str, str] = ("", "")) -> list[str]:
    told = [(key, str(value).replace("|", "\\|")) for key, value in rows if key not in ("date", "version")]
    return [f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| {key} | {value} |" for key, value in told), ""]
