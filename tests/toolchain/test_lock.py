import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.toolchain.fake_machine import Machine
from toolchain.lock import held
from toolchain.progress import Progress

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from toolchain.lock import held
from toolchain.progress import Progress
with held(Path(sys.argv[1]), Progress()):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def _holder(lock: Path, seconds: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", HOLDER, str(lock), str(seconds)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_the_second_process_says_for_whom_it_waits_and_then_goes_on(machine: Machine) -> None:
    with _holder(machine.layout.lock, 0.5) as child:
        with held(machine.layout.lock, machine.progress):
            assert child.wait(5) == 0
        assert (
            f"waiting for process {child.pid}, which is setting up the same folder" in machine.said.getvalue()
        )
        assert "taking over" not in machine.said.getvalue()


def test_the_lock_of_a_process_that_is_gone_is_taken_over(machine: Machine) -> None:
    with _holder(machine.layout.lock, 60) as child:
        child.send_signal(signal.SIGKILL)
        child.wait(5)
        with held(machine.layout.lock, machine.progress):
            assert machine.layout.lock.read_text(encoding="utf-8") == str(os.getpid())
    assert machine.said.getvalue() == (
        f"process {child.pid} was ended in the middle of the set-up; taking over\n"
    )


def test_only_one_holds_it_at_a_time(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work() -> None:
        for _ in range(5):
            with held(tmp_path / "lock", Progress(io.StringIO())):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(20)
    assert most == [1] * 10
