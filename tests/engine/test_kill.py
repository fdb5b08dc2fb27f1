"""SIGKILL of the engine at any moment, and the documented way back: nothing is lost, and nothing is there twice.

`make kill RUNS=50 SEED=1` runs as many as one likes; FROM=17 begins with the seventeenth.
"""

import copy
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.engine.declarations import small, version
from tests.engine.killing import Course, Shot, aim, kill, lines_before_summary, start, wait_for
from tests.engine.project import STACK, Project

pytestmark = pytest.mark.engine

ROOT = Path(__file__).resolve().parents[2]
RUNS = int(os.environ.get("KILL_RUNS") or 4)
SEED = os.environ.get("KILL_SEED") or "1"
FROM = int(os.environ.get("KILL_FROM") or 1)

ENDED = "had ended already"

Declaration = dict[str, Any]


def first() -> Declaration:
    """Two definitions with three versions, a managed image, and readers at every scope."""
    declared = small()
    other = copy.deepcopy(declared["imageDefinitions"]["ubuntu"])
    other["identifier"]["sku"] = "22"
    declared["imageDefinitions"]["jammy"] = other
    declared["imageVersions"] = {
        "ubuntu": {"1.0.0": version("westeurope"), "1.0.1": version("westeurope", "northeurope")},
        "jammy": {"1.0.0": version("westeurope")},
    }
    return declared


def changed() -> Declaration:
    """A region more, a version more and one less, a description, and a reader less."""
    declared = first()
    declared["gallery"]["description"] = "changed"
    declared["imageVersions"]["ubuntu"] |= {
        "1.0.0": version("westeurope", "northeurope"),
        "1.0.2": version("westeurope"),
    }
    del declared["imageVersions"]["ubuntu"]["1.0.1"]
    declared["sharing"]["roleAssignments"]["readers"]["scopes"].remove("imageDefinitions/ubuntu")
    return declared


def moved() -> Declaration:
    """The gallery elsewhere, which takes all that is in it along: it is replaced."""
    declared = first()
    declared["gallery"]["location"] = "northeurope"
    for versions in declared["imageVersions"].values():
        for one in versions.values():
            one["location"] = "westeurope"
    return declared


DECLARATIONS: dict[str, Callable[[], Declaration]] = {
    "first": first,
    "changed": changed,
    "moved": moved,
}


@dataclass(frozen=True)
class Scenario:
    """A run to be killed: where the stack stands before, what is run, and where it is to stand in the end."""

    before: str
    command: str
    after: str


CREATE = Scenario("", "up", "first")
UPDATE = Scenario("first", "up", "changed")
REPLACE = Scenario("first", "up", "moved")
DESTROY = Scenario("first", "destroy", "")
DESTROY_AND_UP = Scenario("first", "destroy", "first")
SCENARIOS = (CREATE, UPDATE, CREATE, DESTROY, CREATE, REPLACE, CREATE, DESTROY_AND_UP)


@dataclass
class Ground:
    """One stack, killed again and again."""

    project: Project
    seeds: set[str]
    stands: str = ""
    expected: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    courses: dict[tuple[str, str, str], Course] = field(default_factory=dict[tuple[str, str, str], Course])

    def bring(self, to: str) -> None:
        """Bring the stack to a declaration, or down with "", and remember what that was like."""
        began = time.monotonic()
        command = "up" if to else "destroy"
        if to:
            self.project.declare(DECLARATIONS[to]())
        done = self.project.up() if to else self.project.destroy()
        assert done.returncode == 0, f"{command} to {to!r} failed:\n{done.stdout}{done.stderr}"
        course = Course(time.monotonic() - began, lines_before_summary(done.stdout))
        self.courses[self.stands, command, to] = course
        self.stands = to

    def course(self, scenario: Scenario) -> Course:
        """What the run is like that is to be killed; it is run once to know."""
        key = (scenario.before, scenario.command, scenario.after if scenario.command == "up" else "")
        if key not in self.courses:
            self.bring("")
            for to in (scenario.before, key[2]):
                if to != self.stands:
                    self.bring(to)
            self.bring(scenario.before)
        return self.courses[key]

    def run(self, scenario: Scenario, shot: Shot) -> str:
        """Kill one run, go the way back, and look at what there is. Returns what the kill left."""
        if self.stands != scenario.before:
            self.bring(scenario.before)
        if scenario.command == "up":
            self.project.declare(DECLARATIONS[scenario.after]())
        deleted = self._deletions()
        log = self.project.workspace.home / "killed"
        arguments = [scenario.command, "--yes", "--skip-preview", "--stack", STACK]
        hit = kill(start(self.project.workspace, arguments, log), shot, log)
        left = self._left() if hit else ENDED
        # Where a stack makes its resource group, a destroy forgets what is in it before the group is gone.
        adopt = ["--adopt"] if scenario is DESTROY_AND_UP else []
        back = self.project.recover("--yes", *adopt)
        assert back.returncode == 0, (
            f"recover failed:\n{back.stdout}{back.stderr}\nkilled:\n{log.read_text()}"
        )
        self.stands = "?"
        try:
            self.bring(scenario.after)
            self._check(scenario.after)
            if scenario is CREATE:
                assert self._deletions() == deleted, "something was deleted on the way"
        except AssertionError as error:
            raise AssertionError(f"{error}\nrecover:\n{back.stdout}\nkilled:\n{log.read_text()}") from None
        return left

    def _check(self, declared: str) -> None:
        assert self.project.state().get("pending_operations", []) == []
        assert sorted(ids(self.project)) == sorted(self.held()), "the state and Azure differ"
        assert self.held() == self.expected[declared], "not what is declared"
        if declared:
            assert self.project.changes() == {}

    def held(self) -> set[str]:
        """What local Azure has beside its seeds."""
        return held(self.project) - self.seeds

    def _left(self) -> str:
        operations = self.project.state().get("pending_operations", [])
        kinds = [operation["type"] for operation in operations]
        locked = "locked" in self.project.pulumi("stack", "rename", STACK).stderr
        counts = [f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds))]
        return ", ".join((["locked"] if locked else []) + counts) or "nothing"

    def _deletions(self) -> int:
        log = self.project.workspace.home / "azure" / "log"
        return log.read_text(encoding="utf-8").count(" DELETE /")


def ids(project: Project) -> list[str]:
    """What the stack's state holds of Azure."""
    resources = project.state().get("resources", [])
    return [one["id"].lower() for one in resources if one["type"].startswith("azure-native:")]


def held(project: Project) -> set[str]:
    """What local Azure holds."""
    command = [sys.executable, "-m", "local_azure", "ids", "--state", str(project.workspace.home / "azure")]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return set(done.stdout.lower().splitlines())


@pytest.fixture
def ground(project: Project) -> Ground:
    """A stack whose declarations came up once undisturbed, so that it is known what is to be there."""
    made = Ground(project, held(project))
    made.expected[""] = set()
    for name in ("first", "changed"):
        made.bring(name)
        made.expected[name] = made.held()
    made.expected["moved"] = made.expected["first"]
    made.bring("")
    return made


@pytest.mark.parametrize("project", [("--operation-seconds", "0.3")], indirect=True, ids=["slow"])
def test_killed_at_random_moments(ground: Ground) -> None:
    """As many kills as asked for; a run that ended before its moment came does not count."""
    number, killed = FROM, 0
    while killed < RUNS:
        random = Random(f"{SEED}/{number}")  # noqa: S311  moments, no secrets
        scenario = SCENARIOS[(number - 1) % len(SCENARIOS)]
        whole = bool((number + number // len(SCENARIOS)) % 2)
        shot = aim(random, number, ground.course(scenario), whole=whole)
        words = f"run {number}, SEED={SEED}: {scenario.command} from {scenario.before or 'nothing'!r} {shot}"
        try:
            left = ground.run(scenario, shot)
        except AssertionError as error:
            pytest.fail(f"{words}\n{error}\nagain: make kill RUNS=1 SEED={SEED} FROM={number}", pytrace=False)
        killed += left != ENDED
        sys.stdout.write(
            f"{words}: {left}; recovered, {'up' if scenario.after else 'down'} ({killed} killed)\n"
        )
        sys.stdout.flush()
        number += 1


@pytest.mark.parametrize("project", [("--operation-seconds", "2")], indirect=True, ids=["slow"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_cancelled_run_needs_no_way_back(project: Project, number: signal.Signals) -> None:
    """The engine waits for what is under way to be given up, and keeps what Azure has accepted."""
    seeds = held(project)
    cancelled = cancel(project, [number])
    assert "cancelling" in cancelled
    assert project.state().get("pending_operations", []) == []
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
    assert sorted(ids(project)) == sorted(held(project) - seeds)


@pytest.mark.parametrize("project", [("--operation-seconds", "2")], indirect=True, ids=["slow"])
def test_a_run_that_was_told_twice_leaves_operations_open(project: Project) -> None:
    seeds = held(project)
    cancel(project, [signal.SIGINT, signal.SIGINT])
    back = project.recover("--yes")
    assert back.returncode == 0, back.stdout + back.stderr
    done = project.up()
    assert done.returncode == 0, done.stdout + done.stderr
    assert project.changes() == {}
    assert sorted(ids(project)) == sorted(held(project) - seeds)


def cancel(project: Project, signals: list[signal.Signals]) -> str:
    """Bring the stack up, and interrupt that while Azure is at work on a definition. What the engine wrote."""
    project.declare(small())
    log = project.workspace.home / "cancelled"
    process = start(project.workspace, ["up", "--yes", "--skip-preview", "--stack", STACK], log)
    wait_for(b"GalleryImage linux-images/ubuntu creating", log, process)
    time.sleep(1)  # by then Azure has accepted it
    for number in signals:
        process.send_signal(number)
        time.sleep(0.2)
    assert process.wait(60) != 0
    return log.read_text(encoding="utf-8")
