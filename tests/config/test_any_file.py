"""Whatever a file holds: no exception, and places within their lines. How long it takes, `make fuzz` measures."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from azure_image_gallery.config.declaration import LoadedDeclaration, load_engine, load_stack
from azure_image_gallery.spec.path import Path as ValuePath

GOOD = """\
config:
  azure-native:location: westeurope
  p:gallery: &g {name: g, resourceGroup: rg, tags: {a: 0123, b: {secure: v1:x}}}
  p:imageDefinitions:
    1.10: {<<: *g, endOfLifeDate: 2028-04-30}
    "b": |
      text
  p:lists: [1, [2], {"é😀": ~}]
encryptionsalt: v1:x
"""
INCLUDED = """\
imageDefinitions: {b: y, 1.10: &g {endOfLifeDate: 2028-04-30, tags: {a: 0123, b: {secure: v1:x}}}, c: *g}
sharing: {roleAssignments: {<<: *g}}
image_definitions: {d: z}
config: {p:gallery: {}}
gallery: [1, {"é😀": ~}]
"""
CHARACTERS = "[]{}:,&*!|>'\"%@`#-?<>~\t\n\r \\0123456789._xoéA\U0001f600\u2028\ufeff\x00\x85"
PIECES = st.sampled_from([*CHARACTERS, "<<", "&a ", "*a", "---\n", "!!int ", "\n  "])
PIECES_OF_FILES = st.binary(max_size=2000) | st.lists(PIECES, max_size=400).map(
    lambda text: "".join(text).encode()
)
_folder = Path(tempfile.mkdtemp(prefix="stacks-"))
_file = _folder / "Pulumi.dev.yaml"


def read(raw: bytes) -> LoadedDeclaration:
    (_folder / "Pulumi.yaml").write_text("name: p\nruntime: python\n")
    _file.write_bytes(raw)
    return load_stack(_file)


def include(raw: bytes) -> LoadedDeclaration:
    (_folder / "Pulumi.yaml").write_text("name: p\nruntime: python\n")
    (_folder / "included.yaml").write_bytes(raw)
    _file.write_text("config:\n  p:gallery: {}\n  p:imageDefinitions: {b: x}\n  p:include: [included.yaml]\n")
    return load_stack(_file)


def paths(value: object, path: ValuePath = ()) -> list[ValuePath]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = [(str(key), item) for key, item in value.items()]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    elif isinstance(value, list):
        inner = list(enumerate(value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return [path, *(deep for key, item in inner for deep in paths(item, (*path, key)))]


def holds_up(raw: bytes, name: str = "dev.yaml", read: Callable[[bytes], LoadedDeclaration] = read) -> None:
    loaded = read(raw)
    places = [place for _, place in loaded.located]
    for path in paths(loaded.values)[:50]:
        places += [loaded.places.find(path), loaded.places.find((*path, "more"), on_key=True)]
    lines = (
        raw.decode("utf-8", "replace")
        .removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")
    )
    for place in places:
        if place is not None and place.file.endswith(name):
            assert place.text == lines[place.line - 1]
            assert place.length >= 1
            assert place.column + place.length <= max(len(place.text), place.column) + 1
    if read is not include:
        engine = load_engine(loaded.values, project_file=_folder / "Pulumi.yaml", stack="dev")
        assert engine.values == loaded.values


calm = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@calm
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    holds_up(raw)


@calm
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text(text: str) -> None:
    holds_up(text.encode())


@calm
@given(st.data(), st.booleans())
def test_a_good_file_with_a_piece_changed(data: st.DataObject, included: bool) -> None:
    text = INCLUDED if included else GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 6))
        text = text[:at] + "".join(data.draw(st.lists(PIECES, max_size=3))) + text[at + cut :]
    if included:
        holds_up(text.encode(), "included.yaml", include)
    else:
        holds_up(text.encode())


def test_a_large_file_is_read_whole() -> None:
    rows = [f"    a{n}: {{name: x, tags: {{a: b, c: d}}, list: [1, 2, 3]}}" for n in range(10_000)]
    loaded = read(("config:\n  p:gallery:\n" + "\n".join(rows) + "\n").encode())
    assert loaded.findings == ()
    gallery: Any = loaded.values["gallery"]
    assert len(gallery) == 10_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("config: " + "[" * 101 + "]" * 101, "nested more than 100 levels deep"),
        (
            "config:\n  a: &a [1]\n"
            + "".join(f"  b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}]\n" for n in range(100)),
            "nested more than 100 levels deep",
        ),
        (
            "config:\n  a0: &a0 [1, 2]\n"
            + "".join(f"  a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 20)),
            "more than 200000 values, counting what aliases repeat",
        ),
    ],
    ids=["brackets", "aliases in aliases", "aliases that explode"],
)
def test_what_is_beyond_a_limit_is_said(text: str, said: str) -> None:
    loaded = read(text.encode())
    assert [(f.code, f.message) for f in loaded.findings] == [("CFG001", said)]
    assert not loaded.complete
