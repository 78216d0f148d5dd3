"""What was wiped on another PC and still lies here: the files of it, which have to go."""

import json
from collections.abc import Iterable, Iterator

from app.domain.ledger.stub import StubKind
from app.packs.own_files import EXEMPLARS, RULES
from app.storage.ledger_copy import LedgerCopy, Row

FOLDERS = {"rule": RULES, "practice": EXEMPLARS}


def files_of_wiped(here: LedgerCopy, stubs: Iterable[Row]) -> list[str]:
    """``stubs`` as the other PC has them; files are relative to the ledger's folder, one that ends with "/" is a folder
    with all in it. Before the tables are written anew."""
    known = {row["id"] for row in here.rows("erased")}
    new = {(row["kind"], row["id"]): row for row in stubs if row["id"] not in known}
    folders = [f"{row['campaign']}/{name}/" for (kind, name), row in new.items() if kind == StubKind.ISSUE.value]
    return [*folders, *_evidence(here, new.keys()), *_own(here, new.keys())]


def _evidence(here: LedgerCopy, wiped: Iterable[tuple[str, str]]) -> Iterator[str]:
    gone = {name for kind, name in wiped if kind == StubKind.EVIDENCE.value}
    for row in here.rows("evidence"):
        body = json.loads(row["body"])
        if row["id"] in gone and body.get("file"):
            yield f"{body['campaign']}/{body['issue']}/{body['file']}"


def _own(here: LedgerCopy, wiped: Iterable[tuple[str, str]]) -> Iterator[str]:
    gone = {name for kind, name in wiped if kind == StubKind.OUTCOME.value}
    for row in here.rows("outcome"):
        file = json.loads(row["body"]).get("file")
        if row["id"] in gone and row["kind"] in FOLDERS and file:
            yield from (f"{FOLDERS[row['kind']]}/{file}", f"{FOLDERS[row['kind']]}/{file}.void")
