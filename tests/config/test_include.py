"""Files that a stack includes: merged by name, each finding at its own file's place, the same to the engine."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from azure_image_gallery.config.declaration import LoadedDeclaration, load_engine, load_stack
from azure_image_gallery.config.examine import examine
from azure_image_gallery.spec.unknown import Unknown
from tests.config.conftest import PROJECT

STACK = "config:\n  p:gallery: {name: g, resourceGroup: rg}\n  p:include: ['images/*.yaml']\n"
SHARED = "config:\n  imageDefinitions:\n    default:\n      ubuntu: {osState: Generalized}\n"
Include = Callable[..., LoadedDeclaration]


@pytest.fixture
def include(folder: Path) -> Include:
    """Writes included files into `images/`, a stack and its project, and loads the stack."""

    def write_and_load(stack: str = STACK, project: str = "", **files: str | bytes) -> LoadedDeclaration:
        (folder / "images").mkdir(exist_ok=True)
        for name, text in files.items():
            raw = text if isinstance(text, bytes) else text.encode()
            (folder / f"images/{name}.yaml").write_bytes(raw)
        (folder / "Pulumi.yaml").write_text(PROJECT + project)
        (folder / "stacks/Pulumi.dev.yaml").write_text(stack)
        return load_stack(Path("stacks/Pulumi.dev.yaml"))

    return write_and_load


def seen(loaded: LoadedDeclaration) -> list[tuple[str, str, str]]:
    return [
        (finding.code, finding.message, f"{place.file}:{place.line}:{place.column}")
        for finding, place in loaded.located
        if place is not None
    ]


def where(loaded: LoadedDeclaration, *path: str | int, on_key: bool = False) -> tuple[str, int, int] | None:
    place = loaded.places.find(path, on_key=on_key)
    return place and (place.file, place.line, place.column)


def test_names_from_the_project_the_stack_and_files_meet(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageVersions: {ubuntu: {1.0.0: {a: 1}}}\n",
        SHARED,
        a="imageDefinitions: {debian: {osState: Generalized}}\nimageVersions: {ubuntu: {1.0.1: {a: 2}}}\n",
        b="imageDefinitions:\n  alma: {osState: Specialized}\nimageVersions: {debian: {12.0.0: {a: 3}}}\n",
    )
    assert loaded.findings == ()
    assert loaded.values == {
        "gallery": {"name": "g", "resourceGroup": "rg"},
        "imageDefinitions": {
            "ubuntu": {"osState": "Generalized"},
            "debian": {"osState": "Generalized"},
            "alma": {"osState": "Specialized"},
        },
        "imageVersions": {
            "ubuntu": {"1.0.0": {"a": 1}, "1.0.1": {"a": 2}},
            "debian": {"12.0.0": {"a": 3}},
        },
    }
    definitions = {
        name: where(loaded, "imageDefinitions", name, "osState") for name in ("ubuntu", "debian", "alma")
    }
    assert definitions == {
        "ubuntu": ("Pulumi.yaml", 7, 25),
        "debian": ("images/a.yaml", 1, 38),
        "alma": ("images/b.yaml", 2, 19),
    }
    assert where(loaded, "imageVersions", "ubuntu", "1.0.0", "a") == ("stacks/Pulumi.dev.yaml", 4, 41)
    assert where(loaded, "imageVersions", "ubuntu", "1.0.1", "a") == ("images/a.yaml", 2, 37)
    assert where(loaded, "imageVersions", "debian", "12.0.0", on_key=True) == ("images/b.yaml", 3, 26)


def test_all_maps_of_names_are_merged_and_no_deeper(include: Include) -> None:
    maps = (
        "resourceGroups",
        "regionSets",
        "imageDefinitions",
        "managedImages",
        "managedDisks",
        "snapshots",
        "galleries",
        "principals",
    )
    one = "".join(f"{name}: {{one: x}}\n" for name in maps) + "sharing: {roleAssignments: {one: x}}\n"
    two = one.replace("one", "two")
    loaded = include(one=one, two=two)
    assert loaded.findings == ()
    both = {"one": "x", "two": "x"}
    assert {name: value for name, value in loaded.values.items() if name != "gallery"} == {
        **dict.fromkeys(maps, both),
        "sharing": {"roleAssignments": both},
    }


def test_either_spelling_of_a_key_is_the_same_map(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageDefinitions: {a: {os_state: x}}\n",
        a="image_definitions: {b: {osState: y}}\nsharing: {role_assignments: {c: z}}\n",
        b="sharing: {roleAssignments: {d: z}}\n",
    )
    assert loaded.findings == ()
    assert loaded.values["imageDefinitions"] == {"a": {"os_state": "x"}, "b": {"osState": "y"}}
    assert loaded.values["sharing"] == {"role_assignments": {"c": "z", "d": "z"}}
    assert where(loaded, "imageDefinitions", "b", "os_state") == ("images/a.yaml", 1, 34)


def test_a_name_in_two_files_names_both_places(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageVersions: {debian: {1.0.0: {}}}\n",
        SHARED,
        a="imageDefinitions:\n  ubuntu: {osState: Specialized}\n  alma: {}\n",
        b="imageDefinitions: {alma: {}}\nimageVersions:\n  debian:\n    1.0.0: {}\n",
    )
    assert seen(loaded) == [
        ("CFG002", "ubuntu is declared in two files, here and in Pulumi.yaml:7:7", "images/a.yaml:2:3"),
        ("CFG002", "alma is declared in two files, here and in images/a.yaml:3:3", "images/b.yaml:1:20"),
        (
            "CFG002",
            "1.0.0 is declared in two files, here and in stacks/Pulumi.dev.yaml:4:30",
            "images/b.yaml:4:5",
        ),
    ]
    assert [finding.path for finding in loaded.findings] == [
        ("imageDefinitions", "ubuntu"),
        ("imageDefinitions", "alma"),
        ("imageVersions", "debian", "1.0.0"),
    ]
    assert loaded.complete


@pytest.mark.parametrize("key", ["gallery", "options", "location"])
def test_what_is_no_map_of_names_stands_in_one_file(include: Include, key: str) -> None:
    loaded = include(
        f"config:\n  p:{key}: {{a: 1}}\n  p:include: [images/a.yaml]\n  p:sharing: {{}}\n",
        a=f"# words\n{key}: {{b: 2}}\n",
    )
    message = f"{key} is declared in two files, here and in stacks/Pulumi.dev.yaml:2:3"
    assert seen(loaded) == [("CFG002", message, "images/a.yaml:2:1")]


def test_a_location_of_its_own_comes_before_azure_natives(include: Include) -> None:
    stack = STACK + "  azure-native:location: westeurope\n"
    assert include(stack, a="").values["location"] == "westeurope"
    loaded = include(stack, a="location: eastus\n")
    assert (loaded.findings, loaded.values["location"]) == ((), "eastus")
    assert where(loaded, "location") == ("images/a.yaml", 1, 11)


def test_the_gallery_may_be_included(include: Include) -> None:
    loaded = include("config:\n  p:include: [images/a.yaml]\n", a="gallery: {name: g}\n")
    assert (loaded.findings, loaded.values, loaded.complete) == ((), {"gallery": {"name": "g"}}, True)


def test_a_stack_that_includes_nothing_of_worth_declares_nothing(include: Include) -> None:
    loaded = include("config:\n  p:include: [images/a.yaml]\n", a="# later\n")
    assert [(f.code, f.message) for f in loaded.findings] == [("CFG012", "nothing is declared under p:")]
    assert not loaded.complete


def test_an_include_of_the_project_is_replaced_by_the_stacks(include: Include) -> None:
    project = "config:\n  include: {default: ['images/a.yaml']}\n"
    plain = "config:\n  p:gallery: {}\n"
    files = {"a": "principals: {a: x}\n", "b": "principals: {b: x}\n"}
    assert include(plain, project, **files).values["principals"] == {"a": "x"}
    replaced = include(plain + "  p:include: [images/b.yaml]\n", project, **files)
    assert replaced.values["principals"] == {"b": "x"}


def test_a_file_of_two_patterns_is_read_once(include: Include) -> None:
    stack = STACK.replace("['images/*.yaml']", "['images/*.yaml', '**/a.yaml', './images/../images/a.yaml']")
    loaded = include(stack, a="principals: {a: x}\n")
    assert (loaded.findings, loaded.values["principals"]) == ((), {"a": "x"})


def test_what_an_object_in_a_map_holds_is_not_merged(include: Include) -> None:
    loaded = include(
        STACK + "  p:imageDefinitions: {a: {tags: {x: 1}}}\n", a="imageDefinitions: {a: {tags: {y: 1}}}\n"
    )
    assert [finding.path for finding in loaded.findings] == [("imageDefinitions", "a")]
    assert loaded.values["imageDefinitions"] == {"a": {"tags": {"x": 1}}}


@pytest.mark.parametrize(
    ("patterns", "code", "message", "column"),
    [
        (
            "[images/no*.yaml]",
            "CFG014",
            "images/no*.yaml matches no file in ., the folder of Pulumi.yaml",
            15,
        ),
        ("[images]", "CFG014", "images matches no file in ., the folder of Pulumi.yaml", 15),
        ('["a\\0/*.yaml"]', "CFG014", "a\0/*.yaml matches no file in ., the folder of Pulumi.yaml", 15),
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


TRAPS = """\
imageDefinitions:
  1.10:
    endOfLifeDate: 2028-04-30
    tags: {built: 2026-01-02, cost: 0123, cost: on}
"""


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
        ("CFG008", None, ("images/a.yaml", 4, 14)),
        ("CFG007", 'write "0123" in quotes', ("images/a.yaml", 6, 18)),
    ]


ENGINE_STACK = STACK + "  p:imageDefinitions: {ubuntu: {osState: Generalized, tags: {a: {secure: v1:x}}}}\n"


def engine(folder: Path, **values: object) -> LoadedDeclaration:
    return load_engine(values, project_file=folder / "Pulumi.yaml", stack="dev")


def test_the_engine_is_told_what_is_included(include: Include, folder: Path) -> None:
    include(ENGINE_STACK, a=TRAPS + "  debian: {}\n  ubuntu: {}\n")
    loaded = engine(
        folder,
        gallery={"name": "other"},
        include=["images/*.yaml"],
        imageDefinitions={"ubuntu": {"osState": "Generalized", "tags": {"a": "open"}}},
    )
    assert list(loaded.values) == ["gallery", "imageDefinitions"]
    definitions = loaded.values["imageDefinitions"]
    assert isinstance(definitions, dict)
    assert list(definitions) == ["ubuntu", "1.1", "debian"]
    assert definitions["ubuntu"] == {"osState": "Generalized", "tags": {"a": "open"}}
    assert sorted(code for code, _, _ in seen(loaded)) == ["CFG002", "CFG002", "CFG007", "CFG009"]
    twice = "ubuntu is declared in two files, here and in stacks/Pulumi.dev.yaml:4:24"
    assert ("CFG002", twice, "images/a.yaml:6:3") in seen(loaded)
    assert loaded.secret_paths == {("imageDefinitions", "ubuntu", "tags", "a")}
    assert where(loaded, "imageDefinitions", "debian") == ("images/a.yaml", 5, 11)
    assert where(loaded, "imageDefinitions", "ubuntu", "osState") == ("stacks/Pulumi.dev.yaml", 4, 42)
    assert where(loaded, "gallery", "name") is None


def test_the_engines_include_counts(include: Include, folder: Path) -> None:
    include(a="principals: {a: x}\n", b="principals: {a: y}\n")
    loaded = engine(folder, gallery={}, include=["images/b.yaml", "no.yaml"])
    assert loaded.values == {"gallery": {}, "principals": {"a": "y"}}
    [(finding, place)] = loaded.located
    assert (finding.code, finding.path, place) == ("CFG014", ("include", 1), None)
    assert not loaded.complete


def test_a_name_that_the_engine_has_from_elsewhere(include: Include, folder: Path) -> None:
    include(a="principals: {a: x}\n")
    loaded = engine(folder, gallery={}, include=["images/*.yaml"], principals={"a": "other"})
    message = "a is declared in two files, here and in the configuration of the stack"
    assert seen(loaded) == [("CFG002", message, "images/a.yaml:1:14")]
    assert loaded.values["principals"] == {"a": "other"}


def test_a_secret_pattern_is_not_printed(include: Include, folder: Path) -> None:
    include(STACK.replace("'images/*.yaml'", "{secure: v1:x}"))
    loaded = engine(folder, gallery={}, include=["decrypted"])
    assert [(f.code, f.message) for f in loaded.findings] == [
        ("CFG010", "a secret stands for the name of a file")
    ]


def test_validate_and_the_engine_read_one_declaration(include: Include, folder: Path) -> None:
    files = include(ENGINE_STACK, SHARED, a=TRAPS, b="sharing: {roleAssignments: {a: {role: R}}}\n")
    secret = {"osState": "Generalized", "tags": {"a": "open"}}
    loaded = engine(
        folder,
        gallery={"name": "g", "resourceGroup": "rg"},
        include=["images/*.yaml"],
        imageDefinitions={"ubuntu": secret},
    )
    hidden = Unknown(("imageDefinitions", "ubuntu", "tags", "a"), secret=True)
    assert files.values["imageDefinitions"]["ubuntu"]["tags"] == {"a": hidden}  # pyright: ignore[reportIndexIssue]
    assert {**loaded.values, "imageDefinitions": {**loaded.values["imageDefinitions"], "ubuntu": 0}} == {  # pyright: ignore[reportGeneralTypeIssues]
        **files.values,
        "imageDefinitions": {**files.values["imageDefinitions"], "ubuntu": 0},  # pyright: ignore[reportGeneralTypeIssues]
    }
    assert loaded.located == files.located
