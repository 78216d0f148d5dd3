"""``python -m benchmarks [start|frozen|commit|search|content|hostile|draw|switch|wrong|page|ledger …]``; none: all."""

import platform
import sys
import time

from benchmarks import (
    answer_commit,
    content,
    drawing,
    exam_switch,
    frozen,
    hostile,
    ledger,
    page_turn,
    search,
    start,
    wrong_list,
)

ALL = {
    "start": start.main,
    "frozen": frozen.main,
    "commit": answer_commit.main,
    "search": search.main,
    "content": content.main,
    "hostile": hostile.main,
    "draw": drawing.main,
    "switch": exam_switch.main,
    "wrong": wrong_list.main,
    "page": page_turn.main,
    "ledger": ledger.main,
}


def main(names: list[str]) -> int:
    print(f"{platform.platform()}, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}")
    for name in names or ALL:
        if name not in ALL:
            print(f"unknown: {name}; known: {', '.join(ALL)}", file=sys.stderr)
            return 2
        ALL[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
