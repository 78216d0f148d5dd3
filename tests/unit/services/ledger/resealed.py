"""What somebody can do who knows how: after a change, size, hashes and the seal of a whole ledger's file made anew."""

import hashlib
import json
from typing import Any

from app.domain.codec import from_plain
from app.domain.event_chain import chained, payload_hash
from app.domain.ledger.ledger_kinds import EXPORTED
from app.domain.ledger.whole_ledger import LedgerChain, WholeLedger

Members = dict[str, bytes]


def relist(members: Members, manifest: dict[str, Any]) -> None:
    """Sizes and hashes in the manifest are those of the members."""
    manifest["members"] = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in members.items()
    ]


def reseal(members: Members, manifest: dict[str, Any]) -> None:
    """The last event of the log says so too, if it is the one that says what was exported."""
    relist(members, manifest)
    *before, line = members["events.jsonl"].splitlines(keepends=True)
    event = json.loads(line)
    if event[6] != EXPORTED:
        return
    (chain,) = (one for place, one in enumerate(manifest["chains"]) if place == event[0])
    own = [json.loads(one) for one in before if json.loads(one)[0] == event[0]]
    head = LedgerChain(chain["id"], len(own), own[-1][12])
    seal = from_plain(WholeLedger, manifest).seal(head, hashlib.sha256(b"".join(before)).hexdigest())
    event[9] = json.dumps(json.loads(event[9]) | {"seal": seal})
    event[11] = payload_hash(bytes.fromhex(event[10]), event[9]).hex()
    event[12] = chained(bytes.fromhex(own[-1][12]), chain["id"], event[1], event[2:9], bytes.fromhex(event[11])).hex()
    chain["head"] = event[12]
    members["events.jsonl"] = b"".join([*before, json.dumps(event).encode() + b"\n"])
    relist(members, manifest)
