"""Findings as text, to the letter."""

from azure_image_gallery.rules.managed_image import GENERALIZED
from azure_image_gallery.rules.place import Place
from azure_image_gallery.rules.report import render, sort_by_place, visible
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity

RULE = Rule(
    code="ABC001",
    title="names are short",
    why="Long names are refused.",
    fix="use a shorter name",
    docs="https://example.org/names",
    evidence=Evidence.SERVER,
)
FINDING = Finding(RULE, ("gallery", "name"), "'abc' is too long")
TAIL = "  Long names are refused. Use a shorter name.\n  https://example.org/names\n"


def place(text: str, marked: str) -> Place:
    return Place("stacks/a.yaml", 7, text.index(marked) + 1, len(marked), text)


def excerpt(text: str, marked: str) -> list[str]:
    return render([(FINDING, place(text, marked))]).splitlines()[2:4]


def test_with_a_place() -> None:
    assert render([(FINDING, place("  name: abc # no", "abc"))]) == (
        "error[ABC001] gallery.name: 'abc' is too long\n"
        "  stacks/a.yaml:7:9\n"
        "    7 |   name: abc # no\n"
        "      |         ^^^\n" + TAIL
    )


def test_a_rule_of_the_catalogue_as_the_manual_shows_it() -> None:
    line = "      source: {virtualMachine: /subscriptions/s, osState: Specialized}"
    path = ("managedImages", "web-base", "source", "osState")
    finding = Finding(GENERALIZED, path, "a managed image cannot be made from a specialized source")
    at = Place("stacks/Pulumi.dev.yaml", 31, line.index("Specialized") + 1, len("Specialized"), line)
    assert render([(finding, at)]) == (
        'error[MIM001] managedImages["web-base"].source.osState: '
        "a managed image cannot be made from a specialized source\n"
        "  stacks/Pulumi.dev.yaml:31:59\n"
        "   31 |       source: {virtualMachine: /subscriptions/s, osState: Specialized}\n"
        "      |                                                           ^^^^^^^^^^^\n"
        "  A managed image holds a generalized operating system only. Publish the machine to a Specialized image\n"
        "  definition, or keep its disk as a managed disk.\n"
        "  https://learn.microsoft.com/azure/virtual-machines/linux/imaging\n"
    )


def test_without_a_place() -> None:
    assert render([(FINDING, None)]) == "error[ABC001] gallery.name: 'abc' is too long\n" + TAIL


def test_without_a_path() -> None:
    assert render([(Finding(RULE, (), "nothing is there"), None)]) == (
        "error[ABC001] nothing is there\n" + TAIL
    )


def test_its_own_remedy_and_weight() -> None:
    finding = Finding(RULE, ("a",), "is long", fix="say `b`", weight=Severity.WARNING)
    assert render([(finding, None)]) == (
        "warning[ABC001] a: is long\n  Long names are refused. Say `b`.\n  https://example.org/names\n"
    )


def test_several_have_a_blank_line_between_them() -> None:
    one = "error[ABC001] gallery.name: 'abc' is too long\n" + TAIL
    assert render([(FINDING, None), (FINDING, None)]) == one + "\n" + one
    assert render([]) == ""


def test_long_reasons_are_wrapped_and_messages_are_not() -> None:
    rule = Rule("ABC002", "t", "word " * 30 + "end.", "x" * 120, "https://example.org", Evidence.SERVER)
    assert render([(Finding(rule, ("a",), "m" * 200), None)]).splitlines() == [
        f"error[ABC002] a: {'m' * 200}",
        "  " + " ".join(["word"] * 20),
        "  " + " ".join([*["word"] * 10, "end."]),
        f"  X{'x' * 119}.",
        "  https://example.org",
    ]


def test_a_line_number_of_six_digits_moves_the_gutter() -> None:
    wide = Place("a.yaml", 123456, 1, 1, "x")
    assert render([(FINDING, wide)]).splitlines()[2:4] == ["123456 | x", "       | ^"]


def test_what_a_terminal_would_obey_is_written_out() -> None:
    finding = Finding(RULE, ("tags", "a\x1b[31m"), "'\r\n\u202eabc\u2028\x9b' is\tno name\x00")
    assert render([(finding, None)]).splitlines()[0] == (
        r'error[ABC001] tags["a\u001b[31m"]: ' r"'\r\n\u202eabc\u2028\x9b' is\tno name\x00"
    )


def test_a_file_s_name_is_written_out_too() -> None:
    odd = Place("a\nerror.yaml", 1, 1, 1, "x")
    assert render([(FINDING, odd)]).splitlines()[1] == r"  a\nerror.yaml:1:1"


def test_carets_stand_under_what_is_shown() -> None:
    assert excerpt("名前: 長い名", "長い名") == ["    7 | 名前: 長い名", "      |       ^^^^^^"]
    assert excerpt("\tname: a", "a") == [r"    7 | \tname: a", "      |    ^"]
    assert excerpt("e\u0301: x", "x") == ["    7 | e\u0301: x", "      |    ^"]
    assert excerpt("k: a\u200bb", "a\u200bb") == [r"    7 | k: a\u200bb", "      |    ^^^^^^^^"]


def test_a_place_at_the_end_of_a_line_has_one_caret() -> None:
    assert render([(FINDING, Place("a.yaml", 1, 6, 1, "name:"))]).splitlines()[2:4] == [
        "    1 | name:",
        "      |      ^",
    ]


def test_visible_leaves_words_alone() -> None:
    assert visible("größe 名前 🐧") == "größe 名前 🐧"
    assert visible("\ud800") == r"\ud800"


def test_sorted_by_file_line_and_column() -> None:
    def at(file: str, line: int, column: int) -> tuple[Finding, Place]:
        return FINDING, Place(file, line, column, 1, "")

    nowhere = (FINDING, None)
    assert sort_by_place([nowhere, at("b", 1, 1), at("a", 10, 1), at("a", 9, 2), at("a", 9, 1)]) == [
        at("a", 9, 1),
        at("a", 9, 2),
        at("a", 10, 1),
        at("b", 1, 1),
        nowhere,
    ]


def test_of_thousands_of_findings_the_first_are_shown_and_the_rest_counted() -> None:
    shown = render([(Finding(GENERALIZED, (), "x"), None)] * 1003)
    assert shown.count("error[MIM001]") == 1000
    assert shown.endswith("\nand 3 more that are not shown\n")
