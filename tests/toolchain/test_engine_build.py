import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.toolchain.fake_machine import GO, Machine, go
from toolchain import gobuild
from toolchain.engine import find_engine
from toolchain.errors import UnavailableError
from toolchain.gobuild import GoBuild

ROOT = Path(__file__).parents[2]
BUILD = """
import signal, sys
from pathlib import Path
from toolchain.gobuild import GoBuild
from toolchain.layout import Layout
from toolchain.progress import Progress
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))
GoBuild(Layout(Path(sys.argv[1])), Progress()).make()
"""


def test_a_build_is_tried_and_kept(machine: Machine) -> None:
    machine.program("go", GO)
    made = GoBuild(machine.layout, machine.progress).make()
    assert made.folder == machine.layout.built
    assert sorted(file.name for file in made.folder.iterdir()) == [
        "pulumi",
        "pulumi-language-python",
        "pulumi-language-python-exec",
    ]
    assert os.access(made.folder / "pulumi-language-python-exec", os.X_OK)
    (machine.bin / "go").unlink()
    assert GoBuild(machine.layout, machine.progress).find() == made


def test_without_go_the_error_says_what_to_install(machine: Machine) -> None:
    with pytest.raises(UnavailableError) as error:
        GoBuild(machine.layout, machine.progress).make()
    assert str(error.value) == (
        "there is no Go on PATH: install Go >= 1.26, or put pulumi >= 3.259.0, < 4 on PATH"
    )


def test_go_that_is_too_old_may_not_fetch_a_newer_one(machine: Machine) -> None:
    machine.program("go", '[ "$GOTOOLCHAIN" = local ] && echo go1.22.1')
    with pytest.raises(UnavailableError) as error:
        GoBuild(machine.layout, machine.progress).make()
    assert str(error.value) == (
        f"{machine.bin / 'go'} is Go 1.22.1: install Go >= 1.26 "
        "(Go may not download another Go by itself here: GOTOOLCHAIN=local), "
        "or put pulumi >= 3.259.0, < 4 on PATH"
    )


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("dial tcp: lookup example: no such host", "the Go modules cannot be downloaded (dial tcp"),
        ("write /x: no space left on device", "no room on the disk"),
        ("undefined: x", "was not built: undefined: x"),
    ],
)
def test_a_build_that_fails_says_why(machine: Machine, printed: str, said: str) -> None:
    machine.program("go", f'[ "$1" = env ] && echo go1.26.0 && exit; echo "{printed}"; exit 1')
    with pytest.raises(UnavailableError) as error:
        GoBuild(machine.layout, machine.progress).make()
    assert said in str(error.value)
    assert list(machine.layout.built.parent.iterdir()) == []


def test_a_full_disk_is_noticed_before_the_build(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.program("go", GO)
    monkeypatch.setattr(gobuild, "_ROOM_BYTES", shutil.disk_usage("/").total * 1000)
    with pytest.raises(UnavailableError, match="no room in"):
        GoBuild(machine.layout, machine.progress).make()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_killed_build_leaves_nothing_to_believe(machine: Machine, number: signal.Signals) -> None:
    started = machine.bin / "started"
    machine.program("go", go(f"echo $$ > {started}; exec /bin/sleep 600"))
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, str(machine.layout.root)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    ) as builder:
        _wait_for(lambda: started.exists() and started.read_text(encoding="utf-8") != "")
        builder.send_signal(number)
        assert builder.wait(120) != 0
    compiler = int(started.read_text(encoding="utf-8"))
    if number == signal.SIGTERM:
        _wait_for(lambda: not _alive(compiler))
    else:
        os.kill(compiler, signal.SIGKILL)
    with pytest.raises(UnavailableError, match="no engine has been built"):
        GoBuild(machine.layout, machine.progress).find()
    machine.program("go", GO)
    assert find_engine(machine.layout, machine.progress).folder == machine.layout.built
    assert list(machine.layout.built.parent.iterdir()) == [machine.layout.built]


def _wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end, "waited two minutes in vain"
        time.sleep(0.02)


def _alive(pid: int) -> bool:
    """Whether a process runs; one that ended and that nobody has asked after is not alive."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
