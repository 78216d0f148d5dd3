"""The command line: the same services, no window; 0 done, 1 problems found, 2 nothing could be done."""

import json
from pathlib import Path

import pytest

from app.bootstrap import open_app
from app.cli import main
from app.domain.paper import DrawRule
from app.domain.paper_draft import PaperDraft
from app.domain.question import QuestionKind
from app.paths import find_paths

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


def test_a_paper_is_printed_into_a_folder_and_touches_no_records(run, tmp_path):
    status, out, _ = run("paper", "ru-men", "--seed", "7", "--out", str(tmp_path / "考务"))
    assert status == 0 and "共 6 个文件" in out
    assert sorted(path.name for path in (tmp_path / "考务").iterdir())[0] == "入门（A-000007）答案与解析.docx"
    assert len(list((tmp_path / "考务").iterdir())) == 6
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["cache"]


def test_a_paper_that_is_not_there_is_answered_with_those_that_are(run, tmp_path):
    status, _, err = run("paper", "none", "--out", str(tmp_path / "考务"))
    assert status == 2 and "没有编号名为“none”的试卷" in err and "ru-men" in err
    assert not (tmp_path / "考务").exists()


@pytest.fixture
def own(tmp_path):
    """A paper that the unit saved for itself; the program is closed again."""
    services = open_app(find_paths(tmp_path / "data", CONTENT))
    services.library.adopt(services.library.prepare())
    editor = services.paper_editor
    draft = PaperDraft(title="季度测试", minutes=40, pass_score=6, rules=(DrawRule(QuestionKind.SINGLE, 5, 2),))
    yield editor.save(editor.new(), draft), services
    services.close()


def test_a_paper_of_the_unit_is_printed_too(run, own, tmp_path):
    paper, services = own
    services.close()
    status, out, _ = run("paper", paper.id, "--seed", "7", "--out", str(tmp_path / "考务"))
    assert status == 0 and "季度测试（A-000007）" in out
    assert f"{paper.id}（季度测试）" in run("paper", "none", "--out", str(tmp_path / "考务"))[2]


def test_while_the_program_is_open_those_of_the_content_can_be_printed(run, own, tmp_path):
    assert run("paper", "ru-men", "--out", str(tmp_path / "考务"))[0] == 0
    status, _, err = run("paper", own[0].id, "--out", str(tmp_path / "另一处"))
    assert status == 2 and "镜鉴" in err


def test_wrong_arguments_are_refused(run):
    with pytest.raises(SystemExit) as left:
        run("fly")
    assert left.value.code == 2


def test_without_a_console_what_is_wrong_is_said_on_the_screen(tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr("sys.stderr", None)
    monkeypatch.setattr("app.cli._write_to_the_console_around", lambda: None)
    monkeypatch.setattr("app.ui.shell.native_message.tell", said.append)
    assert main(["--data-dir", str(tmp_path / "data"), "verify", "AAAA", str(tmp_path / "没有.jsonl")]) == 2
    with pytest.raises(SystemExit):
        main(["fly"])
    assert "核验码应是四组" in said[0] and "启动命令写得不对" in said[1]


def test_the_statistics_name_what_no_case_uses(run, tmp_path):
    (tmp_path / "little" / "cases").mkdir(parents=True)
    _, out, _ = run("check", str(tmp_path / "little"), "--stats")
    assert "案例：领域" in out and "没有用到" in out
    assert "案例：领域" not in run("check", str(tmp_path / "little"))[1]


def test_the_list_for_human_review_in_the_docs_is_the_one_that_the_content_gives(run, tmp_path):
    file = tmp_path / "review.md"
    assert run("check", str(CONTENT), "--review", str(file))[0] == 0
    kept = (CONTENT.parent / "docs" / "content-review.md").read_text("utf-8")
    assert file.read_text("utf-8") == kept, "run: python3 dev.py run check content --review docs/content-review.md"
    status, _, err = run("check", str(CONTENT), "--review", str(tmp_path / "no" / "folder.md"))
    assert status == 2 and "不能写到" in err


def test_the_shipped_cases_use_every_word_of_the_vocabularies(run):
    out = run("check", str(CONTENT), "--stats")[1]
    for table in ("案例：领域", "案例：纪律", "案例：根因", "案例：突出问题"):
        assert "没有用到" not in out.partition(table)[2].partition("\n\n")[0], table
