"""What a situation demands of an option that no declaration shows: how many machines, where, and whose.

These are entries of the catalogue that a declaration alone does not decide: with the answers, they are decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from azure_image_gallery.cli.advise.situation import MadeFrom, Option, Situation, Storage
from azure_image_gallery.spec.enums import OsState

_NO_DISK = {MadeFrom.MACHINE: "machine", MadeFrom.MANAGED_IMAGE: "managed image"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an option does not do."""

    code: str
    message: str


def demands(situation: Situation, option: Option) -> Iterator[Reason]:
    """The codes that refuse an option."""
    yield from _first_boot(situation, option)
    if option.storage is Storage.MANAGED_IMAGE:
        yield from _managed_image(situation)
    if option.storage is Storage.MANAGED_DISK:
        yield from _managed_disk(situation)


def _first_boot(situation: Situation, option: Option) -> Iterator[Reason]:
    is_disk = option.storage is Storage.MANAGED_DISK
    if situation.configured and (is_disk or option.os_state is OsState.SPECIALIZED):
        what = "a machine on a disk" if is_disk else "a machine from a Specialized image"
        message = f"{what} takes no osProfile, and machines are to be configured at first boot"
        yield Reason("DSK002" if is_disk else "VMC001", message)
    if not situation.configured and option.os_state is OsState.GENERALIZED:
        message = "a machine from a Generalized image needs an osProfile, and none is to be configured"
        yield Reason("VMC002", message)


def _managed_image(situation: Situation) -> Iterator[Reason]:
    if len(situation.regions) > 1:
        yield Reason("MIM012", f"it serves one region, {len(situation.regions)} are wanted")
    if situation.subscriptions > 1:
        yield Reason("MIM013", f"it serves one subscription, {situation.subscriptions} are wanted")
    if situation.tenants > 1:
        yield Reason("MIM013", f"it serves one tenant, {situation.tenants} are wanted")


def _managed_disk(situation: Situation) -> Iterator[Reason]:
    if situation.made_from in _NO_DISK:
        yield Reason(
            "CFG003", f"no disk is made from a {_NO_DISK[situation.made_from]}, which may have several"
        )
    if situation.machines > 1:
        yield Reason("DSK001", f"it serves one machine, {situation.machines} are wanted")
    if len(situation.regions) > 1:
        yield Reason("DSK001", f"it serves one machine in its region, {len(situation.regions)} are wanted")
