"""What is wrong with an include or an included file is found at its place."""

from datetime import UTC, datetime

import pytest

from azure_image_gallery.config.examine import examine
from tests.config.conftest import STACK, TRAPS, Include, seen


@pytest.mark.parametrize(
    ("patterns", "code", "message", "column"),
    [
        (
            "[images/no*.yaml]",
            "CFG014",
            "images/no*.yaml matches no file; it is relative to the folder of Pulumi.yaml",
            15,
        ),
        ("[images]", "CFG014", "images matches no file; it is relative to the folder of Pulumi.yaml", 15),
        (
            '["a\\0/*.yaml"]',
            "CFG014",
            "a\0/*.yaml matches no file; it is relative to the folder of Pulumi.yaml",
            15,
        ),
        ("[/etc/*.yaml]", "CFG014", "/etc/*.yaml is absolute; a pattern is relative to the folder of", 15),
        (
            "images/a.yaml",
            "CFG004",
            "the text 'images/a.yaml' is given, a list of patterns is wanted",
            14,
        ),
        ("[24.04]", "CFG004", "the number 24.04 is given, a pattern of file names is wanted", 15),
        ("[{secure: v1:x}]", "CFG010", "a secret stands for the name of a file", 15),
        ("{secure: v1:x}", "CFG010", "a secret stands for the name of a file", 14),
    ],
)
def test_patterns_that_lead_to_no_file(
    include: Include, patterns: str, code: str, message: str, column: int
) -> None:
    loaded = include(f"config:\n  p:gallery: {{}}\n  p:include: {patterns}\n", a="")
    [(found, said, place)] = seen(loaded)
    assert (found, said[: len(message)]) == (code, message)
    assert place == f"stacks/Pulumi.dev.yaml:3:{column}"
    assert not loaded.complete
    assert "include" not in loaded.values


def test_a_file_that_cannot_be_opened_is_shown_at_its_pattern(include: Include) -> None:
    loaded = include(a=b"caf\xe9: x\n")
    message = "images/a.yaml is not UTF-8 text: byte 0xe9 in line 1"
    assert seen(loaded) == [("CFG014", message, "stacks/Pulumi.dev.yaml:3:15")]
    assert not loaded.complete


@pytest.mark.parametrize(
    ("text", "code", "message", "place"),
    [
        ("a: b: c\n", "CFG001", "no key can stand here; mind quotes and indentation", "1:5"),
        ("- a\n", "CFG004", "the file holds a list, where a map is expected", "1:1"),
    ],
)
def test_a_file_that_is_no_map(include: Include, text: str, code: str, message: str, place: str) -> None:
    loaded = include(a=text)
    assert seen(loaded) == [(code, message, f"images/a.yaml:{place}")]
    assert not loaded.complete


@pytest.mark.parametrize(
    ("key", "message", "fix"),
    [
        (
            "include",
            "an included file includes no other",
            "list the file under `include` in the stack's file, or in Pulumi.yaml",
        ),
        (
            "config",
            "an included file holds the keys of the declaration at its top, without `config:`",
            "move what stands under `config:` to the top, without the namespace",
        ),
        (
            "p:imageDefinitions",
            "p:imageDefinitions has a namespace, and the keys of an included file have none",
            "write `imageDefinitions:`",
        ),
        (
            "azure-native:location",
            "azure-native:location has a namespace, and the keys of an included file have none",
            "write `location:`",
        ),
    ],
)
def test_a_key_that_may_not_stand_there(include: Include, key: str, message: str, fix: str) -> None:
    loaded = include(a=f"principals: {{}}\n{key}: [x]\n")
    assert seen(loaded) == [("CFG003", message, "images/a.yaml:2:1")]
    assert loaded.findings[0].fix == fix
    assert loaded.values == {"gallery": {"name": "g", "resourceGroup": "rg"}, "principals": {}}


def test_a_secret_cannot_be_decrypted(include: Include) -> None:
    loaded = include(a="imageDefinitions:\n  a: {description: {secure: v1:x}, list: [{secure: y}]}\n")
    message = "a secret stands in an included file, which Pulumi does not decrypt"
    assert seen(loaded) == [
        ("CFG022", message, "images/a.yaml:2:20"),
        ("CFG022", message, "images/a.yaml:2:43"),
    ]
    assert loaded.secret_paths == frozenset()


def test_the_traps_of_a_stacks_file_are_the_same(include: Include) -> None:
    loaded = include(a=TRAPS)
    assert seen(loaded) == [
        ("CFG009", '1.10 is read as a number, and the key becomes "1.1"', "images/a.yaml:2:3"),
        (
            "CFG007",
            '2026-01-02 is read as a date, and becomes the text "2026-01-02 00:00:00 +0000 UTC"',
            "images/a.yaml:4:19",
        ),
        ("CFG002", "the key cost stands twice in this map", "images/a.yaml:4:43"),
    ]
    assert loaded.values["imageDefinitions"] == {
        "1.1": {
            "endOfLifeDate": "2028-04-30 00:00:00 +0000 UTC",
            "tags": {"built": "2026-01-02 00:00:00 +0000 UTC", "cost": 83},
        },
    }


def test_a_map_that_is_none(include: Include) -> None:
    stack = STACK + "  p:imageDefinitions: {a: {}}\n  p:principals: text\n"
    loaded = include(stack, a="imageDefinitions: [b]\nprincipals: {b: x}\nsnapshots:\n")
    assert seen(loaded) == [("CFG004", "a list is given, a map of names is wanted", "images/a.yaml:1:1")]
    assert loaded.values["principals"] == "text"
    assert "snapshots" not in loaded.values


def test_findings_of_rules_have_the_included_files_place(include: Include) -> None:
    definition = (
        "imageDefinitions:\n  ubuntu:\n    identifier: {publisher: p, offer: o, sku: s}\n"
        "    osState: Generalised\n    hyperVGeneration: V2\n    tags: {cost: 0123}\n"
    )
    loaded = include(STACK + "  p:location: westeurope\n", a=definition)
    found = examine(loaded, now=datetime(2027, 1, 1, tzinfo=UTC)).located
    assert [(f.code, f.fix, p and (p.file, p.line, p.column)) for f, p in found] == [
        ("IMG007", None, ("images/a.yaml", 4, 14)),
        ("CFG007", 'write "0123" in quotes', ("images/a.yaml", 6, 18)),
    ]


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        ("includes", "did you mean 'include'?"),
        ("Include", "did you mean 'include'?"),
        ("snapshot", "did you mean 'snapshots'?"),
        ("nothing", "allowed: "),
    ],
)
def test_a_key_that_looks_like_include(include: Include, key: str, advice: str) -> None:
    loaded = include(f"config:\n  p:gallery: {{name: g, resourceGroup: rg}}\n  p:{key}: {{}}\n")
    found = examine(loaded, now=datetime(2027, 1, 1, tzinfo=UTC)).located
    [message] = [f.message for f, _ in found if f.code == "CFG003"]
    assert message.startswith(f"unknown key '{key}', {advice}")
    assert "include" in message or advice.startswith("did you mean")
