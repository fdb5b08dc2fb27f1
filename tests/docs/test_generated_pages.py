"""The generated pages are fresh, whole, and lead where they say."""

import gc
import re

import pytest

from azure_image_gallery.rules.beyond.catalogue import BEYOND
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.undeclared import field_of, needs
from pages.__main__ import DOCS, PAGES

EVERY = (*RULES, *BEYOND)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_fresh(name: str) -> None:
    """After a change of a rule, of an example or of a model: `make docs`.

    The page about coverage runs Pulumi's mocks, which leave event loops of their own open; they are collected here.
    """
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()
    gc.collect()


def anchors(name: str) -> list[str]:
    return re.findall(r'<a id="([^"]+)"></a>', (DOCS / name).read_text(encoding="utf-8"))


def test_one_anchor_a_rule() -> None:
    assert sorted(anchors("rules.md")) == sorted(entry.code for entry in EVERY)


@pytest.mark.parametrize("name", PAGES)
def test_links_between_the_pages_lead_somewhere(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    headings = {page: _headings(page) for page in PAGES}
    for page, place in re.findall(r"\]\(([a-z]*(?:\.md)?)#([^)]+)\)", text):
        assert place in {*anchors(page or name), *headings[page or name]}, (page, place)


def _headings(name: str) -> set[str]:
    found = re.findall(r"^## (.+)$", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE)
    return {"".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-") for title in found}


def test_every_need_names_a_field_of_the_models() -> None:
    assert [(pattern, codes) for pattern, codes in needs(RULES).items() if field_of(pattern) is None] == []
    assert field_of(("imageVersions", "*", "source", "nothing")) is None
    assert field_of(("imageVersions", "*", "*", "source", "osState")) is not None
    assert field_of(("imageVersions", "*", "source", "osState")) is not None
