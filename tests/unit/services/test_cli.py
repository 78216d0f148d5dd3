"""The command line: the same services, no window; 0 done, 1 problems found, 2 nothing could be done."""

import json
from pathlib import Path

import pytest

from app.cli import main

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture
def run(tmp_path, capsys):
    def run(*arguments):
        status = main(["--data-dir", str(tmp_path / "data"), "--content", str(CONTENT), *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_the_content_that_is_shipped_has_no_errors(run):
    status, out, _ = run("check", str(CONTENT), "--json")
    assert status == 0
    assert json.loads(out)["counts"]["cases"] >= 1


def test_a_broken_content_folder_is_reported_by_file_and_line(run, tmp_path):
    (tmp_path / "broken" / "cases").mkdir(parents=True)
    (tmp_path / "broken" / "cases" / "x.md").write_text("没有头部\n", "utf-8")
    status, out, _ = run("check", str(tmp_path / "broken"))
    assert status == 1
    assert "错误 cases/x.md:" in out


def test_a_folder_that_is_not_there_is_told_on_stderr(run, tmp_path):
    status, out, err = run("check", str(tmp_path / "nothing"))
    assert (status, out) == (2, "")
    assert "找不到文件夹" in err


def test_searching_prints_hits_and_touches_no_records(run, tmp_path):
    status, out, _ = run("search", "低保", "--json", "--limit", "3")
    assert status == 0
    assert len(json.loads(out)["hits"]) == 3
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["cache"]
    assert "没有找到" in run("search", "绝无此词此句")[1]
    assert "共 1 条" in run("search", "低保", "--limit", "1")[1]


def test_wrong_arguments_are_refused(run):
    with pytest.raises(SystemExit) as left:
        run("fly")
    assert left.value.code == 2
