"""`make docs`: write the generated pages. A test fails while one of them is stale."""

from pathlib import Path

from pages import configuration, coverage, facts, rules

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {
    "rules.md": rules.page,
    "configuration.md": configuration.page,
    "facts.md": facts.page,
    "coverage.md": coverage.page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")
