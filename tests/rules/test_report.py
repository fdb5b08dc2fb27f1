"""Findings as a terminal shows them, to the letter."""

from azure_image_gallery.rules.configuration import UNKNOWN_KEY
from azure_image_gallery.rules.managed_image import GENERALIZED
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.report import render, sort_by_place
from azure_image_gallery.rules.rule import Finding

LINE = "      source: {virtualMachine: /subscriptions/s, osState: Specialized}"
FINDING = Finding(
    GENERALIZED,
    ("managedImages", "web-base", "source", "osState"),
    "a managed image cannot be made from a specialized source",
)


def test_with_a_place() -> None:
    place = Place("stacks/Pulumi.dev.yaml", 31, LINE.index("Specialized") + 1, len("Specialized"), LINE)
    assert render([(FINDING, place)]) == (
        'error[MIM001] managedImages["web-base"].source.osState: '
        "a managed image cannot be made from a specialized source\n"
        "  stacks/Pulumi.dev.yaml:31:59\n"
        "   31 |       source: {virtualMachine: /subscriptions/s, osState: Specialized}\n"
        "      |                                                           ^^^^^^^^^^^\n"
        "  A managed image holds a generalized operating system only. Publish the machine to a Specialized image\n"
        "  definition, or keep its disk as a managed disk.\n"
        "  https://learn.microsoft.com/azure/virtual-machines/linux/imaging\n"
    )


def test_without_a_place_and_without_a_path() -> None:
    finding = Finding(UNKNOWN_KEY, (), "unknown key 'x'", fix="remove it")
    assert render([(finding, None)]).splitlines()[0] == "error[CFG003] unknown key 'x'"
    assert "Remove it." in render([(finding, None)])


def test_a_blank_line_stands_between_two() -> None:
    assert render([(FINDING, None), (FINDING, None)]).count("\n\nerror[MIM001]") == 1


def test_hostile_text_is_written_out() -> None:
    hostile = "a\nerror[GAL001] b\x1b[31m\u202ec"
    finding = Finding(GENERALIZED, ("managedImages", hostile), f"{hostile} is wrong")
    text = render([(finding, Place("f.yaml", 1, 1, 3, hostile))])
    assert r"a\nerror[GAL001] b\x1b[31m\u202ec is wrong" in text
    assert not {"\x1b", "\u202e"} & set(text)
    assert [line for line in text.splitlines() if line.startswith("error[")] == [text.splitlines()[0]]


def test_carets_stand_under_wide_characters() -> None:
    line = "日本: wert"
    text = render([(FINDING, Place("f.yaml", 1, 5, 4, line))]).splitlines()
    assert text[2] == "    1 | 日本: wert"
    assert text[3] == "      |       ^^^^"


def test_sorted_by_file_line_and_column() -> None:
    places = [Place(file, line, 1, 1, "x") for file, line in (("b", 1), ("a", 10), ("a", 9))]
    shuffled = [(FINDING, None), *((FINDING, place) for place in places)]
    assert [place and (place.file, place.line) for _, place in sort_by_place(shuffled)] == [
        ("a", 9),
        ("a", 10),
        ("b", 1),
        None,
    ]
