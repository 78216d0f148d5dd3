"""Bytes that went wrong within a text, which SQLite's own check does not see, or in a schema that cannot be quoted."""

import pytest

from app.domain.errors import DamagedDataError, UserError
from app.domain.paper import Paper
from app.storage.database import open_database
from app.storage.migrations import PROFILE
from app.storage.stored import stored, stored_json
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.full_ledger import fill


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"id": 3}', "[" * 100_000, '{"id": "a"}', "null"])
def test_what_is_not_what_was_stored_is_told(text):
    with pytest.raises(DamagedDataError, match=r"有一处已损坏.*请"):
        stored(Paper, text)


@pytest.mark.parametrize("text", ["", "{", "\ud800", "[" * 100_000])
def test_what_is_no_json_is_told(text):
    with pytest.raises(DamagedDataError):
        stored_json(text)


def test_one_damaged_entry_costs_only_what_needs_it(tmp_path):
    services = House(tmp_path / "data", FakeClock()).open()
    fill(services, tmp_path / "handed", 1, 9)
    (campaign,), (first, *_) = services.ledger.campaigns(), services.ledger.rows(services.ledger.campaigns()[0].id)
    services._unit.connection.execute("UPDATE issue_body SET body = substr(body, 3) WHERE id = ?", (first.id,))
    services._unit.connection.execute("UPDATE outcome SET body = '{}'")
    with pytest.raises(UserError, match="有一处已损坏"):
        services.issues.get(first.id)
    with pytest.raises(UserError, match="有一处已损坏"):
        services.outcomes.summary(campaign.id)
    with pytest.raises(UserError, match=r"没有导出.*有一处读不懂"):
        services.ledger_export.write(tmp_path / "台账.jjledger")
    assert services.ledger.rows(campaign.id) and services.post_risks.of(void=True)
    services.close()


def test_a_schema_with_bytes_that_are_no_text_is_damage(tmp_path):
    path = tmp_path / "profile.db"
    open_database(path, PROFILE).close()
    data = path.read_bytes()
    assert data.count(b"CREATE TABLE daily") == 1
    path.write_bytes(data.replace(b"CREATE TABLE daily", b"CREATE \xff\xfeBLE daily"))
    with pytest.raises(DamagedDataError, match=r"profile.db 已损坏。原文件仍在原处"):
        open_database(path, PROFILE)


def test_the_program_opens_with_such_a_database_and_says_so(tmp_path):
    house = House(tmp_path / "data", FakeClock())
    house.open().close()
    path = house.profile
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE daily", b"CREATE \xff\xfeBLE daily"))
    services = house.open()
    assert "已损坏" in services.trouble and services.profiles.damaged == (path,)
    services.close()
