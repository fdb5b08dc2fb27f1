"""A pulumi with one stack: its state, its lock, and what Azure has are files in FAKE_PULUMI."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(os.environ.get("FAKE_PULUMI", "."))
LOCKED = """error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or …
  file:///state/lock.json: created by ci@runner-7 (pid 4711) at 2026-11-25T08:02:31Z"""


def load(name: str, default: Any = None) -> Any:
    file = HERE / f"{name}.json"
    return json.loads(file.read_text()) if file.exists() else default


def save(name: str, value: Any) -> None:
    (HERE / f"{name}.json").write_text(json.dumps(value))


def after(words: list[str], option: str) -> list[str]:
    return [words[at + 1] for at, word in enumerate(words) if word == option]


def export(words: list[str]) -> str:
    (stack,) = after(words, "--stack")
    return json.dumps(load("state")) if stack == "dev" else sys.exit(f"error: no stack named '{stack}' found")


def rename(_: list[str]) -> str:
    sys.exit(LOCKED if load("lock") else "error: a stack named dev already exists")


def replace(words: list[str]) -> str:
    save("state", json.loads(Path(after(words, "--file")[0]).read_text()))
    return ""


def cancel(_: list[str]) -> str:
    if load("backend"):
        sys.exit("error: [400] Bad Request: the update has already completed")
    save("lock", value=False)
    return ""


def setting(_: list[str]) -> str:
    return load("setting") or sys.exit("error: configuration key 'x' not found for stack 'dev'")


def refresh(words: list[str]) -> str:
    """Fill in what Azure has, one answer after the other; drop what it has not."""
    if load("refusal"):
        sys.exit("Diagnostics:\n  g:\n    error: Status=403\nerror: refresh failed")
    state, azure = load("state"), load("azure")
    kept: list[Any] = []
    for one in state["deployment"]["resources"]:
        answers = azure.get(one.get("id"))
        if one["urn"] in after(words, "--target"):
            if not answers:
                continue
            one["outputs"] = answers.pop(0) if len(answers) > 1 else answers[0]
            one["inputs"] = {**one["inputs"], **one["outputs"]}
            one.pop("initErrors", None)
        kept.append(one)
    state["deployment"]["resources"] = kept
    save("state", state)
    save("azure", azure)
    return ""


def preview(_: list[str]) -> str:
    if (HERE / "failing-preview.json").exists():
        digest = load("failing-preview")
        sys.stdout.write(json.dumps(digest) if digest else "")
        sys.exit("error: no passphrase")
    return json.dumps(load("preview"))


COMMANDS: dict[str, Callable[[list[str]], str]] = {
    "whoami --json": lambda _: json.dumps({"user": "u", "url": load("backend", "file:///state")}),
    "stack ls": lambda _: json.dumps(
        [{"name": "o/p/dev", "updateInProgress": load("updating", default=False)}]
    ),
    "stack export": export,
    "stack rename": rename,
    "stack import": replace,
    "cancel --yes": cancel,
    "config get": setting,
    "refresh --yes": refresh,
    "preview --json": preview,
}


def main(arguments: list[str]) -> None:
    words = [word for word in arguments if word not in ("--non-interactive", "--color", "never")]
    with (HERE / "calls").open("a") as calls:
        calls.write(" ".join(words) + "\n")
    sys.stdout.write(COMMANDS[" ".join(words[:2])](words))


if __name__ == "__main__":
    main(sys.argv[1:])
