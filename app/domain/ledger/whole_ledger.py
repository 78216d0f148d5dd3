"""The whole ledger as one file: what its first member, the manifest, says of the others."""

import hashlib
import json
import re
from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.codec import from_plain, to_plain

FORMAT, VERSION, SUFFIX = "jingjian-ledger", 1, ".jjledger"
MANIFEST, EVENTS = "manifest.json", "events.jsonl"
TABLES, EVIDENCE, RULES, EXEMPLARS = "tables", "evidence", "rules", "exemplars"
ID = re.compile(r"[0-9a-z]{8,64}")
"""Ids of ours, which become names of folders and members; nothing else does."""
_OWN_FILE = re.compile(r"[\w（）()〔〕《》、，·-]{1,80}\.md(\.void)?")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class LedgerChain:
    """A log that the ledger was written in: so many events from the first on, and the hash (hex) of the last."""

    id: str
    events: int
    head: str


@dataclass(frozen=True, slots=True)
class LedgerMember:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class WholeLedger:
    """``schema`` is the version of the tables, ``made_at`` an ISO moment in UTC. ``missing`` and ``altered`` are the
    ids of evidence whose file was not there, or not as it was handed in, when the ledger was exported."""

    format: str
    version: int
    schema: int
    program: str
    made_at: str
    unit: str
    chains: tuple[LedgerChain, ...]
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    members: tuple[LedgerMember, ...]

    @classmethod
    def read(cls, data: bytes) -> "WholeLedger":
        """Raises ValueError, KeyError or TypeError where it is none; of a newer one only the version is read."""
        plain: dict[str, Any] = json.loads(data)
        if plain["format"] != FORMAT or type(plain["version"]) is not int:
            raise ValueError("another format")
        if plain["version"] > VERSION:
            return cls(FORMAT, plain["version"], 0, "", "", "", (), (), (), ())
        if sorted(plain) != sorted(field.name for field in fields(cls)):
            raise ValueError("fields")
        read = from_plain(cls, plain)
        chains, names = {one.id for one in read.chains}, {one.name for one in read.members}
        if not chains or len(chains) < len(read.chains) or len(names) < len(read.members):
            raise ValueError("twice")
        if not all(ID.fullmatch(one) for one in (*chains, *read.missing, *read.altered)):
            raise ValueError("an id")
        if not all(one.size >= 0 and _DIGEST.fullmatch(one.sha256) and is_member(one.name) for one in read.members):
            raise ValueError("a member")
        return read

    @property
    def line(self) -> bytes:
        values = {field.name: to_plain(getattr(self, field.name)) for field in fields(self)}
        return json.dumps(values, ensure_ascii=False, indent=1).encode()

    def seal(self, own: LedgerChain, log: str) -> str:
        """What the last event of the log says of everything that the file holds besides it, as hex. ``own`` is that
        event's chain as it was before it, ``log`` the SHA-256 of all the lines before its own."""
        chains = tuple(own if one.id == own.id else one for one in self.chains)
        members = tuple(replace(one, size=0, sha256=log) if one.name == EVENTS else one for one in self.members)
        return hashlib.sha256(replace(self, chains=chains, members=members).line).hexdigest()

    def sizes(self, folder: str) -> dict[str, int]:
        """Bytes by the name within that folder; "" for the members that lie in none."""
        named = ((*one.name.rpartition("/"), one.size) for one in self.members)
        return {name: size for place, _, name, size in named if place == folder}


def is_member(name: str) -> bool:
    """Whether a member of the file may be called so."""
    folder, _, rest = name.partition("/")
    if folder == TABLES:
        return re.fullmatch(r"[a-z_]{1,40}\.jsonl", rest) is not None
    if folder == EVIDENCE:
        return ID.fullmatch(rest) is not None
    if folder in (RULES, EXEMPLARS):
        return is_own_file(rest)
    return name == EVENTS


def is_own_file(name: str) -> bool:
    """Whether a file of the unit's rules and exemplars is taken along, by its name."""
    return _OWN_FILE.fullmatch(name) is not None
