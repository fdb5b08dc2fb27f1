"""Included files inside `pulumi up`, where the engine knows nothing of them."""

from pathlib import Path

from azure_image_gallery.config.declaration import LoadedDeclaration, load_engine
from azure_image_gallery.spec.unknown import Unknown
from tests.config.conftest import SHARED, STACK, TRAPS, Include, seen, where

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
    assert where(loaded, "principals", "a") is None
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
