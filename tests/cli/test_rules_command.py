"""`image-gallery rules`: the whole catalogue, and one rule in full."""

import json

import pytest

from azure_image_gallery.cli.main import main
from azure_image_gallery.cli.rules.groups import GROUPS, by_group
from azure_image_gallery.rules.beyond.catalogue import BEYOND
from azure_image_gallery.rules.catalogue import RULES

EVERY = (*RULES, *BEYOND)


def test_every_entry_is_listed_once_in_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    codes = [line.split()[0] for line in lines if line.startswith("  ") and line[2:5].isupper()]
    assert codes == [entry.code for inside in by_group(EVERY).values() for entry in inside]
    assert sorted(codes) == sorted(entry.code for entry in EVERY)
    assert [line for line in lines if line in GROUPS.values()] == list(by_group(EVERY))
    assert lines[-1].startswith(f"{len(RULES)} rules that a declaration decides, {len(BEYOND)} that")


def test_one_rule_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "mim001"]) == 0
    assert capsys.readouterr().out == (
        "MIM001: a managed image is made from a generalized source\n"
        "\n"
        "A managed image holds a generalized operating system only.\n"
        "\n"
        "severity      error\n"
        "to do         publish the machine to a Specialized image definition, or keep its disk as a managed\n"
        "              disk\n"
        "needs         managedImages.*.source.osState\n"
        "evidence      server answer\n"
        "page          https://learn.microsoft.com/azure/virtual-machines/linux/imaging\n"
    )


def test_what_no_declaration_decides(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "QTA004"]) == 0
    out = capsys.readouterr().out
    assert "decided by    Azure alone\n" in out
    assert "this program  nothing: Azure's message is shown, should there be one\n" in out


def test_no_such_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "MIM0O1"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("image-gallery: there is no rule 'MIM0O1'; did you mean MIM0")
    assert main(["rules", "\x1b[31m"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    every = json.loads(capsys.readouterr().out)["rules"]
    assert [entry["code"] for entry in every] == [entry.code for entry in EVERY]
    assert main(["rules", "MIM001", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == next(e for e in every if e["code"] == "MIM001")
    assert set(every[0]) == {"code", "title", "why", "severity", "fix", "needs", "evidence", "docs"}
