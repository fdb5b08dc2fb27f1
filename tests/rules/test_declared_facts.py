"""Facts that are declared because no id tells them: each decides something, and none is missed where it is none."""

import typing
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.undeclared import undeclared
from azure_image_gallery.spec.guest import Guest
from azure_image_gallery.spec.model import Model, azure_name
from azure_image_gallery.spec.path import format_path
from azure_image_gallery.spec.source import CaptureFacts, SourceFacts
from tests.rules.declarations import DISK, NOW, SNAPSHOT, VERSION, changed

NEEDED = {need for rule in RULES for need in rule.needs}
# What the name, the version or the plan of something else is read by.
NAMED_BY_ANOTHER = {"distribution.like", "distribution.likeVersion"}


def leaves(model: type[Model], path: tuple[str, ...] = ()) -> Iterator[str]:
    for name, hint in typing.get_type_hints(model).items():
        if name not in model.model_fields:
            continue
        inner = [kind for kind in get_args(hint) if isinstance(kind, type) and issubclass(kind, Model)]
        here = (*path, azure_name(name))
        if inner and name != "purchase_plan":
            yield from leaves(inner[0], here)
        else:
            yield ".".join(here)


def test_every_fact_about_a_guest_decides_a_rule() -> None:
    needed = {need.removeprefix("imageDefinitions.*.guest.") for need in NEEDED}
    assert set(leaves(Guest)) - needed == NAMED_BY_ANOTHER


def test_every_fact_about_a_source_decides_a_rule() -> None:
    needed = {need.rsplit(".source.", 1)[-1] for need in NEEDED}
    assert set(leaves(CaptureFacts)) - needed == set()


def missing(**source: Any) -> set[str]:
    values = changed({"imageVersions/app/1.0.0/source": source})
    resolved = check(values, now=NOW).resolved
    assert resolved is not None
    at = 'imageVersions.app["1.0.0"].source.'
    found = [format_path(path) for path in undeclared(resolved, RULES).facts]
    return {path.removeprefix(at) for path in found if path.startswith(at)}


def missing_of_guest(**guest: Any) -> set[str]:
    resolved = check(changed({"imageDefinitions/web/guest": guest}), now=NOW).resolved
    assert resolved is not None
    at = "imageDefinitions.web.guest."
    found = [format_path(path) for path in undeclared(resolved, RULES).facts]
    return {path.removeprefix(at) for path in found if path.startswith(at)}


def test_a_page_asks_its_own_distribution_alone() -> None:
    debian = {"prepared.fromAzureImage", "prepared.hyperVDaemons"}
    assert missing_of_guest(distribution={"name": "debian", "version": "12"}) >= debian
    assert missing_of_guest(distribution={"name": "azurelinux", "version": "3"}) & debian == set()
    assert missing_of_guest(distribution={"name": "other", "like": "debian"}) >= debian
    assert "disk.efiFallback" in missing_of_guest(distribution={"name": "ubuntu"})
    assert "disk.efiFallback" not in missing_of_guest(distribution={"name": "debian"})


def test_what_matters_in_part_only_is_missing_there_only() -> None:
    in_part = {"cloudInit.version", "cloudInit.customData", "login.sshKeysOnly", "secureBoot"}
    assert missing_of_guest() & (in_part | {"prepared.nvmeDrivers", "linuxAgent.runtime.python"}) == set()
    needed = missing_of_guest(kernel={"udf": False, "unsignedModules": True}, linuxAgent={"installed": True})
    assert needed >= in_part | {"linuxAgent.runtime.python"}


MACHINES = set(leaves(CaptureFacts)) - set(leaves(SourceFacts))


def test_facts_about_a_machine_are_missing_of_a_machine() -> None:
    here = missing(
        virtualMachine="/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/m"
    )
    # The definition asks for no accelerated networking, so that it does not matter.
    assert here >= MACHINES - {"acceleratedNetwork"}


@pytest.mark.parametrize("source", [{"snapshot": SNAPSHOT}, {"imageVersion": VERSION}])
def test_and_of_nothing_else(source: dict[str, str]) -> None:
    assert missing(**source) & MACHINES == set()


def test_what_is_said_is_not_missing() -> None:
    assert "osType" not in missing(snapshot=SNAPSHOT, osType="Linux")
    assert "osType" in missing(snapshot=SNAPSHOT)
    assert {"location", "diskSizeGB"} <= missing(snapshot=SNAPSHOT)
    assert {"location", "diskSizeGB"} & missing(
        snapshot=SNAPSHOT, location="westeurope", diskSizeGB=30
    ) == set()


def test_what_the_entry_says_that_a_source_names_is_not_missing() -> None:
    entry = {"snapshots/os": {"source": {"disk": DISK, "diskSizeGB": 30, "osType": "Linux"}}}
    values = changed(entry | {"imageVersions/app/1.0.0/source": {"snapshot": "os"}})
    resolved = check(values, now=NOW).resolved
    assert resolved is not None
    here = {
        format_path(path).rsplit(".", 1)[-1] for path in undeclared(resolved, RULES).facts if path[1] == "app"
    }
    assert here & {"location", "diskSizeGB", "osType"} == set()
    assert here >= {"osState", "purchasePlan"}
