"""How a page is read."""

from pathlib import Path

import pytest

from tests.docs.page import Change, Command, File, steps

PAGE = """\
Write this:

```yaml
# a.yaml
one: 1
two: 2
```

```console
$ do it
…
  done in (3s)
$ do …
error[ABC001] no
```

```diff
# a.yaml
 one: 1
-two: 2
+two: 3
+three: 3
```

```mermaid
flowchart LR
```
"""


def test_steps_come_in_order() -> None:
    assert list(steps(PAGE)) == [
        File("a.yaml", "# a.yaml\none: 1\ntwo: 2\n"),
        Command("do it", ("  done in (3s)",)),
        Command("do …", ("error[ABC001] no",)),
        Change("a.yaml", "one: 1\ntwo: 2\n", "one: 1\ntwo: 3\nthree: 3\n"),
    ]
    assert [step.fails for step in steps(PAGE) if isinstance(step, Command)] == [False, True]


def test_files_are_written_and_changed(tmp_path: Path) -> None:
    for step in steps(PAGE):
        if not isinstance(step, Command):
            step.apply(tmp_path)
    assert (tmp_path / "a.yaml").read_text() == "# a.yaml\none: 1\ntwo: 3\nthree: 3\n"
    with pytest.raises(AssertionError, match=r"a.yaml has no\none: 1\ntwo: 2"):
        Change("a.yaml", "one: 1\ntwo: 2\n", "").apply(tmp_path)


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        ("before\n  done in (12s) \nafter\n", []),
        ("  done in (0.03s)\n", []),
        ("done in (3s)\n", ["  done in (3s)"]),
        ("  done in (3s), twice\n", ["  done in (3s)"]),
        ("", ["  done in (3s)"]),
    ],
)
def test_a_shown_line_is_there_whole(answer: str, missing: list[str]) -> None:
    assert Command("do it", ("  done in (3s)",)).missing(answer) == missing


def test_dots_stand_for_anything() -> None:
    command = Command("do it", ("from … to …",))
    assert command.missing("from here to there\n") == []
    assert command.missing("from here\n") == ["from … to …"]
