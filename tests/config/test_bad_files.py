"""Bad input: one clear finding, at its line and column."""

from pathlib import Path

import pytest

from azure_image_gallery.config.declaration import LoadedDeclaration, load_stack

from tests.config.conftest import Load

HEAD = "config:\n  p:gallery:\n"
CONTROL = "a control character stands here, which YAML does not take"


def seen(loaded: LoadedDeclaration) -> list[tuple[str, str, int, int, int]]:
    return [
        (finding.code, finding.message, place.line, place.column, place.length)
        for finding, place in loaded.located
        if place is not None
    ]


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        (HEAD + "    name: a: b\n", "no key can stand here; mind quotes and indentation", 3, 12),
        (HEAD + "\t  name: a\n", "a tab indents here, where YAML takes only spaces", 3, 1),
        (HEAD + "    name: @a\n", "no value begins with this character; put it in quotes", 3, 11),
        (HEAD + "    name: 'a\n", "a quoted text is not closed", 3, 11),
        (HEAD + "    list: [a, b\n", "a list in brackets lacks a comma or its closing bracket", 3, 11),
        (HEAD + "    name: {a: b\n", "a map in braces lacks a comma or its closing brace", 3, 11),
        (HEAD + "    name: *who\n", "*who refers to an anchor that is not declared above", 3, 11),
        (HEAD + "    name: &a [*a]\n", "*a stands inside what it refers to", 3, 15),
        (HEAD + "    <<: text\n", "a merge key takes a map or a list of maps", 3, 9),
        (HEAD + "    [a]: b\n", "a list or a map stands as a key, which is text", 3, 5),
        (HEAD + "    name: !!int a\n", "!!int does not take a", 3, 17),
        (HEAD + "    é😀: \x07\n", CONTROL, 3, 9),
        ("config: {}\n---\nconfig: {}\n", "a second document begins here; a stack file is one", 2, 1),
        (
            "5.10: x\n" + HEAD + "    name: a\n",
            "the key 5.1 is not text, and Pulumi refuses the file for it",
            1,
            1,
        ),
    ],
)
def test_syntax(load: Load, text: str, message: str, line: int, column: int) -> None:
    assert [(*finding[:2], *finding[2:4]) for finding in seen(load(text))] == [
        ("CFG001", message, line, column)
    ]


def test_a_duplicate_key_is_shown_where_it_comes_again(load: Load) -> None:
    loaded = load(HEAD + "    name: a\n    tags: {x: 1, 'x': 2}\n    name: b\n")
    assert seen(loaded) == [
        ("CFG002", "the key x stands twice in this map", 4, 18, 3),
        ("CFG002", "the key name stands twice in this map", 5, 5, 4),
    ]
    assert [finding.path for finding in loaded.findings] == [("gallery", "tags", "x"), ("gallery", "name")]


def test_two_spellings_of_one_key(load: Load) -> None:
    loaded = load("config:\n  p:imageVersions: {a: {'1.1': {}, 1.10: {}}}\n  p:gallery: {}\n  gallery: {}\n")
    assert [finding[:4] for finding in seen(loaded)] == [
        ("CFG002", "gallery is given twice: with its namespace and without", 4, 3),
        ("CFG002", "the key 1.1 stands twice in this map: 1.1 and 1.10 are one to Pulumi", 2, 36),
    ]


@pytest.mark.parametrize(
    ("key", "message", "fix"),
    [
        ("1.10", '1.10 is read as a number, and the key becomes "1.1"', 'write "1.10" in quotes'),
        ("0123", '0123 is read as a number, and the key becomes "83"', 'write "0123" in quotes'),
        ("True", 'True is read as true or false, and the key becomes "true"', 'write "True" in quotes'),
        ("~", '~ is read as nothing, and the key becomes "<nil>"', 'write "~" in quotes'),
        (
            "2028-04-30",
            '2028-04-30 is read as a date, and the key becomes "2028-04-30 00:00:00 +0000 UTC"',
            'write "2028-04-30" in quotes',
        ),
    ],
)
def test_a_key_that_is_lost(load: Load, key: str, message: str, fix: str) -> None:
    loaded = load(f"config:\n  p:imageDefinitions:\n    - a\n    - {{ {key}: x }}\n")
    assert seen(loaded) == [("CFG009", message, 4, 9, len(key))]
    assert (loaded.findings[0].on_key, loaded.findings[0].fix) == (True, fix)


@pytest.mark.parametrize("key", ["20.04", "5", "true", "'1.10'", "on", "12:30"])
def test_a_key_that_stays_what_it_is(load: Load, key: str) -> None:
    assert load(f"config:\n  p:imageDefinitions: {{{key}: x}}\n").findings == ()


def test_a_date_where_text_is_meant(load: Load) -> None:
    loaded = load(HEAD + "    endOfLifeDate: 2028-04-30\n    tags: {built: 2026-01-02}\n")
    message = '2026-01-02 is read as a date, and becomes the text "2026-01-02 00:00:00 +0000 UTC"'
    assert seen(loaded) == [("CFG007", message, 4, 19, 10)]


def test_a_number_that_pulumi_cannot_carry(load: Load) -> None:
    loaded = load(HEAD + "    a: .inf\n")
    assert seen(loaded) == [("CFG004", ".inf is no number that Pulumi can carry", 3, 8, 4)]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "nothing is declared under p:, for the file has no `config:`", 1),
        ("# only words\n", "nothing is declared under p:, for the file has no `config:`", 1),
        ("~\n", "nothing is declared under p:, for the file has no `config:`", 1),
        ("encryptionsalt: v1:x\n", "nothing is declared under p:, for the file has no `config:`", 1),
        ("a: 1\nconfig:\n", "nothing is declared under p:", 2),
        (
            "config:\n  q:gallery: {}\n  azure-native:location: x\n",
            "nothing is declared under p:; the keys here belong to q",
            1,
        ),
    ],
)
def test_a_file_that_declares_nothing(load: Load, text: str, message: str, line: int) -> None:
    loaded = load(text)
    assert [finding[:3] for finding in seen(loaded)] == [("CFG012", message, line)]
    assert not loaded.complete


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "the file holds a list, where a map is expected"),
        ("a text\n", "the file holds text, where a map is expected"),
    ],
)
def test_a_top_that_is_no_map(load: Load, text: str, message: str) -> None:
    loaded = load(text)
    assert [finding[:4] for finding in seen(loaded)] == [("CFG004", message, 1, 1)]
    assert not loaded.complete


def test_config_that_is_no_map(load: Load) -> None:
    assert [finding[:4] for finding in seen(load("config: [p]\n"))] == [
        ("CFG004", "config holds a map of keys", 1, 9),
        ("CFG012", "nothing is declared under p:", 1, 1),
    ]


def test_what_is_no_configuration_key(load: Load) -> None:
    loaded = load("config:\n  p:gallery: {}\n  p:a:b: x\n  5: x\n")
    assert [(code, line) for code, _, line, _, _ in seen(loaded)] == [("CFG003", 3), ("CFG003", 4)]


def test_bytes_that_are_not_utf8(load: Load) -> None:
    loaded = load(b"config:\n  p:gallery: caf\xe9\n")
    assert [(f.code, f.message) for f in loaded.findings] == [
        ("CFG014", "stacks/Pulumi.dev.yaml is not UTF-8 text: byte 0xe9 in line 2"),
    ]


def test_a_file_that_is_not_there(folder: Path) -> None:
    assert folder
    assert [f.message for f in load_stack(Path("stacks/Pulumi.x.yaml")).findings] == [
        "stacks/Pulumi.x.yaml does not exist",
    ]
    assert [f.message for f in load_stack(Path("stacks")).findings] == ["stacks is a directory, not a file"]
    assert [f.code for f in load_stack(Path("a\0b")).findings] == ["CFG014"]


def test_aliases_that_explode(load: Load) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    loaded = load("\n".join(rows) + "\nconfig: {gallery: {}}\n")
    [(code, message, line, _, _)] = seen(loaded)
    assert (code, message, line) == ("CFG001", "more than 200000 values, counting what aliases repeat", 6)


@pytest.mark.parametrize(
    "text", ["config: " + "[" * 5000 + "]" * 5000, "\n".join(" " * n + "a:" for n in range(3000))]
)
def test_what_is_nested_too_deep(load: Load, text: str) -> None:
    [(code, message, *_)] = seen(load(text))
    assert (code, message) == ("CFG001", "nested more than 100 levels deep")


def test_aliases_that_nest_too_deep(load: Load) -> None:
    rows = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 200))]
    [(code, message, line, *_)] = seen(load("\n".join(rows) + "\n"))
    assert (code, message, line) == ("CFG001", "nested more than 100 levels deep", 98)
