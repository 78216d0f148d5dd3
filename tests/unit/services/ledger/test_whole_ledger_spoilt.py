"""Files that are not what 整本导出 wrote: each is refused with a sentence, and nothing of it is anywhere."""

import io
import json
import os
import random
import zipfile
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from app.domain.errors import UserError
from app.domain.event_chain import chained, payload_hash
from app.packs import whole_ledger_file
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.full_ledger import files, fill, tables
from tests.unit.services.ledger.resealed import relist, reseal


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The bytes of a file that can be read in."""
    folder = tmp_path_factory.mktemp("sound")
    services = House(folder / "data", FakeClock()).open()
    fill(services, folder / "handed", 5, 60)
    services.ledger_export.write(folder / "台账.jjledger")
    services.close()
    return (folder / "台账.jjledger").read_bytes()


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    services = House(tmp_path_factory.mktemp("empty") / "data", FakeClock()).open()
    yield services
    services.close()


class Spoilt:
    """The members of a file, to be changed; ``written`` with a manifest, and a seal, that agree with them."""

    def __init__(self, data):
        with ZipFile(io.BytesIO(data)) as file:
            self.members = {name: file.read(name) for name in file.namelist()}
        self.manifest = json.loads(self.members.pop("manifest.json"))
        self.listed = True

    def rows(self, table):
        return [json.loads(line) for line in self.members[f"tables/{table}.jsonl"].splitlines()]

    def put(self, table, rows):
        self.members[f"tables/{table}.jsonl"] = "".join(f"{json.dumps(row)}\n" for row in rows).encode()

    def events(self):
        return [json.loads(line) for line in self.members["events.jsonl"].splitlines()]

    def put_events(self, events, rechain=True):
        """Hashes are made anew, as somebody would who knows how."""
        (chain, *_), previous = self.manifest["chains"], bytes(32)
        for event in events:
            if rechain:
                if event[9] is not None:
                    event[11] = payload_hash(bytes.fromhex(event[10]), event[9]).hex()
                previous = chained(previous, chain["id"], event[1], event[2:9], bytes.fromhex(event[11]))
                event[12] = previous.hex()
        chain["events"], chain["head"] = len(events), events[-1][12]
        self.members["events.jsonl"] = "".join(f"{json.dumps(event)}\n" for event in events).encode()

    @property
    def written(self):
        if self.listed:
            relist(self.members, self.manifest)
            with suppress(LookupError, TypeError, ValueError):  # nothing that could be sealed
                reseal(self.members, self.manifest)
        made = io.BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as file:
            for name, data in self.members.items():
                file.writestr(name, data)
            file.writestr("manifest.json", json.dumps(self.manifest))
        return made.getvalue()


def refused(empty, tmp_path, data, sentence):
    path = tmp_path / "坏的.jjledger"
    path.write_bytes(data)
    with pytest.raises(UserError, match=sentence) as caught:
        ready = empty.ledger_read_in.check(path)
        ready.close()
        raise UserError(ready.offer.refusal)
    assert "。" in str(caught.value) and "Error" not in str(caught.value)
    assert not any(tables(empty).values()) and not files(empty) and empty._unit_journal.head()[0] == 0


def body(row, **changes):
    return row | {"body": json.dumps(json.loads(row["body"]) | changes)}


def test_the_sound_one_is_taken(sound, tmp_path, empty):
    """Without this the refusals would prove nothing: written anew as the spoilt ones are, it is sound."""
    path = tmp_path / "好的.jjledger"
    path.write_bytes(Spoilt(sound).written)
    ready = empty.ledger_read_in.check(path)
    assert not ready.offer.refusal and ready.offer.summary.issues > 2
    ready.close()
    again = Spoilt(sound)
    again.put_events(again.events())
    path.write_bytes(again.written)
    empty.ledger_read_in.check(path).close()


@pytest.mark.parametrize("data", [b"", b"PK", b"hello" * 99, b"PK\x03\x04" + bytes(99), "台账".encode()])
def test_what_is_no_such_file(empty, tmp_path, data):
    refused(empty, tmp_path, data, "不是整本导出的台账|不完整")


def test_another_zip(empty, tmp_path):
    made = io.BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr("word/document.xml", "<a/>")
    refused(empty, tmp_path, made.getvalue(), "不是整本导出的台账")


def test_a_file_cut_off_anywhere(sound, empty, tmp_path):
    for share in (0.01, 0.2, 0.5, 0.9, 0.999):
        refused(empty, tmp_path, sound[: int(len(sound) * share)], "不完整|读不懂")


def test_flipped_bits(sound, empty, tmp_path):
    """Wherever one counts. (Bytes of the zip's own that say nothing may be anything.)"""
    chance, taken = random.Random(1), 0
    path = tmp_path / "坏的.jjledger"
    for _ in range(150):
        data = bytearray(sound)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            empty.ledger_read_in.check(path).close()
        except UserError as error:
            assert "本机没有任何改动" in str(error) or "请" in str(error)
        else:
            taken += 1
    assert taken < 15


def test_a_newer_format_is_named(sound, empty, tmp_path):
    spoilt = Spoilt(sound)
    spoilt.manifest |= {"version": 2, "what": "is new"}
    refused(empty, tmp_path, spoilt.written, "更新版本的程序.*请先把本机的程序升级")
    spoilt = Spoilt(sound)
    spoilt.manifest["schema"] = 99
    refused(empty, tmp_path, spoilt.written, "更新版本的程序")


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/etc/passwd", "evidence/../../x", "evidence\\x", "tables/paper.jsonl", "rules/.htaccess.md",
     "rules/..md", "rules/a.exe", "evidence/0123456789abcdef", "readme.txt", "rules/con/x.md", "C:/x.md"],
)  # fmt: skip
def test_members_with_other_names(sound, empty, tmp_path, name):
    spoilt = Spoilt(sound)
    spoilt.members[name] = b"x"
    refused(empty, tmp_path, spoilt.written, "清单|读不懂|没有登记")
    spoilt = Spoilt(sound)
    spoilt.members[name], spoilt.listed = b"x", False
    refused(empty, tmp_path, spoilt.written, "清单")


def test_a_member_that_is_missing_or_another(sound, empty, tmp_path):
    for name in Spoilt(sound).members:
        spoilt = Spoilt(sound)
        if spoilt.members[name]:
            spoilt.listed = False
            spoilt.members[name] = bytes([spoilt.members[name][0] ^ 1]) + spoilt.members[name][1:]
            refused(empty, tmp_path, spoilt.written, "与清单不符")
        spoilt = Spoilt(sound)
        spoilt.listed = False
        del spoilt.members[name]
        refused(empty, tmp_path, spoilt.written, "与清单不符")


def test_a_table_less(sound, empty, tmp_path):
    spoilt = Spoilt(sound)
    del spoilt.members["tables/outcome.jsonl"]
    refused(empty, tmp_path, spoilt.written, "读不懂")


def test_a_zip_that_asks_for_a_newer_unpacker(sound, empty, tmp_path):
    directory = sound.rindex(b"PK\x01\x02")
    refused(empty, tmp_path, sound[: directory + 6] + b"\xff" + sound[directory + 7 :], "不完整")


def test_another_way_of_packing(sound, empty, tmp_path):
    made = io.BytesIO()
    with ZipFile(io.BytesIO(sound)) as old, ZipFile(made, "w", ZIP_LZMA) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    refused(empty, tmp_path, made.getvalue(), "别的压缩方式")


def test_members_of_one_name(sound, empty, tmp_path):
    made = io.BytesIO(sound)
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(made, "a") as file:
        file.writestr("events.jsonl", b"")
    refused(empty, tmp_path, made.getvalue(), "重名")


def test_bombs(sound, empty, tmp_path, monkeypatch):
    spoilt = Spoilt(sound)
    spoilt.members["events.jsonl"] = b" " * (300 * 1024 * 1024)
    refused(empty, tmp_path, spoilt.written, "过大")
    spoilt = Spoilt(sound)
    spoilt.members["tables/issue.jsonl"] = b"[]\n" * 2_000_000
    refused(empty, tmp_path, spoilt.written, "过大")
    spoilt = Spoilt(sound)
    spoilt.members["tables/issue.jsonl"] = b"[" * 200_000 + b"\n"
    refused(empty, tmp_path, spoilt.written, "过大|读不懂")
    spoilt = Spoilt(sound)
    spoilt.manifest["unit"] = "长" * 20_000_000
    refused(empty, tmp_path, spoilt.written, "清单过大")
    monkeypatch.setattr(whole_ledger_file, "MOST_MEMBERS", 5)
    refused(empty, tmp_path, sound, "太多")


def test_a_size_that_is_a_lie(sound, empty, tmp_path):
    spoilt = Spoilt(sound)
    spoilt.written  # noqa: B018
    spoilt.listed = False
    for member in spoilt.manifest["members"]:
        member["size"] = max(member["size"] - 1, 0)
    refused(empty, tmp_path, spoilt.written, "与清单不符")


def test_a_log_that_was_changed(sound, empty, tmp_path):
    for change in ("kind", "payload", "gone", "order", "time"):
        spoilt = Spoilt(sound)
        events = spoilt.events()
        at = next(place for place, event in enumerate(events) if event[6] == "issue.added")
        if change == "gone":
            del events[at]
        elif change == "order":
            events[at], events[at + 1] = events[at + 1], events[at]
        else:
            place = {"kind": 6, "payload": 9, "time": 2}[change]
            events[at][place] = events[at][place].replace("e", "é").replace("2026", "2025")
        spoilt.put_events(events, rechain=False)
        refused(empty, tmp_path, spoilt.written, f"修改记录从第 {at + 1 + (change in ('gone', 'order'))} 条起对不上")


def test_a_log_that_was_cut_off(sound, empty, tmp_path):
    spoilt = Spoilt(sound)
    *events, seal = spoilt.events()
    seal[1] -= 5
    spoilt.put_events([*events[:-5], seal])
    refused(empty, tmp_path, spoilt.written, "与它自己的修改记录对不上")
    spoilt = Spoilt(sound)
    spoilt.members["events.jsonl"] = b"".join(spoilt.members["events.jsonl"].splitlines(True)[:-1])
    refused(empty, tmp_path, spoilt.written, "修改记录从第 .* 条起对不上")
    spoilt.members["events.jsonl"] = b""
    refused(empty, tmp_path, spoilt.written, "修改记录从第 1 条起对不上")


def test_content_that_was_taken_out_of_the_log(sound, empty, tmp_path):
    """Nothing was ever wiped in this ledger."""
    spoilt = Spoilt(sound)
    events = spoilt.events()
    event = next(event for event in events if event[6] == "issue.edited" or event[6] == "measure.added")
    event[9] = event[10] = None
    spoilt.put_events(events)
    refused(empty, tmp_path, spoilt.written, "没有内容")


def test_content_of_others_in_the_log(sound, empty, tmp_path):
    spoilt = Spoilt(sound)
    events = spoilt.events()
    event = next(event for event in events if event[6] == "paper.saved")
    event[9], event[10] = "{}", "00" * 16
    spoilt.put_events(events)
    refused(empty, tmp_path, spoilt.written, "读不懂")


def issue_text(spoilt):
    (first, *rest) = spoilt.rows("issue_body")
    text = json.loads(first["body"])["text"] | {"goal": "改过的目标"}
    spoilt.put("issue_body", [body(first, text=text), *rest])


def issue_state(spoilt):
    (first, *rest) = spoilt.rows("issue")
    spoilt.put("issue", [first | {"state": "已销号" if first["state"] != "已销号" else "正在整改"}, *rest])


def issue_gone(spoilt):
    """Its rows, its evidence; the log still knows."""
    gone = spoilt.rows("issue")[-1]["id"]
    for table, key in (("issue", "id"), ("issue_body", "id")):
        spoilt.put(table, [row for row in spoilt.rows(table) if row[key] != gone])
    for row in spoilt.rows("evidence"):
        if row["issue"] == gone:
            spoilt.members.pop(f"evidence/{row['id']}", None)
    spoilt.put("evidence", [row for row in spoilt.rows("evidence") if row["issue"] != gone])


def issue_more(spoilt):
    rows, bodies = spoilt.rows("issue"), spoilt.rows("issue_body")
    spoilt.put("issue", [*rows, rows[-1] | {"id": "f" * 32, "number": 999}])
    spoilt.put("issue_body", [*bodies, body(bodies[-1], id="f" * 32) | {"id": "f" * 32}])


def renamed(table, **changes):
    def change(spoilt):
        (first, *rest) = spoilt.rows(table)
        spoilt.put(table, [body(first, **changes), *rest])

    return change


def with_row(table, **changes):
    def change(spoilt):
        (first, *rest) = spoilt.rows(table)
        spoilt.put(table, [first | changes, *rest])

    return change


def less(table):
    def change(spoilt):
        spoilt.put(table, spoilt.rows(table)[1:])

    return change


def other_evidence(spoilt):
    name = next(name for name in spoilt.members if name.startswith("evidence/"))
    spoilt.members[name] = b"another file"


def lost_evidence(spoilt):
    del spoilt.members[next(name for name in spoilt.members if name.startswith("evidence/"))]


def evidence_elsewhere(spoilt):
    (first, *rest) = spoilt.rows("evidence")
    name = f"../../../x-{first['id'][:8]}.txt"
    spoilt.put("evidence", [body(first, file=name), *rest])


def evidence_that_runs(spoilt):
    (first, *rest) = spoilt.rows("evidence")
    spoilt.put("evidence", [body(first, file=f"x-{first['id'][:8]}.exe"), *rest])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (issue_text, "号问题"),
        (issue_state, "号问题"),
        (issue_gone, "问题 "),
        (issue_more, "读不懂"),
        (renamed("ledger_unit", name="别的股"), "科室与单位“"),
        (less("self_check"), "self_check"),
        (renamed("campaign", title="别的专项"), "专项“专项”"),
        (with_row("campaign", since="2020-01-01"), "专项"),
        (with_row("campaign", retired=1), "专项"),
        (renamed("outcome", campaign="x"), "成果"),
        (less("outcome"), "成果"),
        (renamed("post_risk", unit="x"), "post_risk"),
        (less("post_risk"), "post_risk"),
        (with_row("setting", value="9999"), "设置"),
        (with_row("setting", key="other"), "设置"),
        (less("evidence"), "佐证"),
        (other_evidence, "佐证"),
        (lost_evidence, "佐证"),
        (evidence_elsewhere, "佐证"),
        (evidence_that_runs, "佐证"),
        (renamed("report_version", month="2026-02"), "月报"),
        (less("report_version"), "月报"),
        (renamed("report_version", filled_by="别人"), "月报"),
        (with_row("report", version=77), "月报"),
        (with_row("issue", number="1"), "读不懂"),
        (with_row("issue", title=7), "读不懂"),
        (with_row("issue", extra=""), "读不懂"),
        (with_row("issue", campaign="nobody"), "读不懂"),
        (with_row("issue", measures=2**70), "读不懂"),
        (with_row("issue", title="\ud800"), "读不懂"),
        (with_row("issue_body", body="{"), "读不懂"),
        (with_row("issue_body", body="[]"), "读不懂"),
        (with_row("evidence", body="null"), "读不懂"),
    ],
)  # fmt: skip
def test_tables_that_do_not_fit_their_log(sound, empty, tmp_path, change, sentence):
    spoilt = Spoilt(sound)
    change(spoilt)
    refused(empty, tmp_path, spoilt.written, sentence)


def test_a_name_without_end_is_not_told_whole(sound, empty, tmp_path):
    spoilt = Spoilt(sound)
    with_row("ledger_unit", id="长" * 70_000)(spoilt)
    refused(empty, tmp_path, spoilt.written, r"科室与单位 长{10,60}…）")


def test_a_file_that_is_gone(empty, tmp_path):
    with pytest.raises(UserError, match="读不了"):
        empty.ledger_read_in.check(tmp_path / "没有.jjledger")
    os.mkdir(tmp_path / "夹.jjledger")
    with pytest.raises(UserError, match="读不了"):
        empty.ledger_read_in.check(tmp_path / "夹.jjledger")


def test_a_file_that_is_another_one_when_it_is_taken(sound, empty, tmp_path):
    path = tmp_path / "台账.jjledger"
    path.write_bytes(sound)
    ready = empty.ledger_read_in.check(path)
    spoilt = Spoilt(sound)
    other_evidence(spoilt)
    path.write_bytes(spoilt.written)
    with pytest.raises(UserError, match="在核对之后变了"):
        empty.ledger_read_in.accept(ready)
    path.unlink()
    with pytest.raises(UserError, match="读不了"):
        empty.ledger_read_in.accept(ready)
    ready.close()
    assert not any(tables(empty).values()) and not files(empty)


def test_overlapping_members(sound, empty, tmp_path):
    """Two entries of the directory that point at the same bytes, as bombs do."""
    source = Spoilt(sound)
    name = next(name for name in source.members if name.startswith("evidence/"))
    data = source.members[name]
    made = io.BytesIO()
    with ZipFile(made, "w") as file:
        for one, content in source.members.items():
            file.writestr(one, content)
        twin = zipfile.ZipInfo("evidence/" + "e" * 32)
        original = file.getinfo(name)
        twin.header_offset, twin.CRC = original.header_offset, original.CRC
        twin.file_size = twin.compress_size = len(data)
        file.filelist.append(twin)
        file.NameToInfo[twin.filename] = twin
        source.members[twin.filename] = data
        source.written  # noqa: B018
        file.writestr("manifest.json", json.dumps(source.manifest))
    refused(empty, tmp_path, made.getvalue(), "不完整|没有登记")
