"""Rules about VHDs: that their storage account is given where one is wanted."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.resource_id import resource_type
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Evidence, Finding, Rule
from azure_image_gallery.rules.vhd_address import ACCOUNT_TYPE, address, is_account
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import (
    Made,
    ResolvedManagedDisk,
    ResolvedManagedImage,
    ResolvedSnapshot,
    ResolvedVersion,
)
from azure_image_gallery.spec.source import Vhd

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_rule = partial(Rule, docs=f"{_LEARN}/image-version", evidence=Evidence.DOCUMENTATION)

ACCOUNT = _rule(
    code="SRC007",
    title="a VHD is given with its storage account",
    why="Azure reads the blob by the account's id, and asks for it beside the address.",
    fix="give the account's id as storageAccountId: /subscriptions/…/providers/Microsoft.Storage/storageAccounts/…",
)
RULES = (ACCOUNT,)


def vhds(subject: Made, facts: Facts) -> Iterator[Finding]:
    """Each VHD that something is made from."""
    for place in subject.source.every:
        if isinstance(place.value, Vhd):
            yield from address(place.path, place.value)
            if isinstance(subject, ResolvedManagedImage):
                yield from _no_account(place.path, place.value, facts)
            else:
                yield from _account(place.path, place.value, facts)


def _no_account(path: Path, vhd: Vhd, facts: Facts) -> Iterator[Finding]:
    if vhd.storage_account_id is not None and facts.is_whole(*path):
        message = "a managed image takes a VHD by its uri alone"
        yield Finding(MEANINGLESS, (*path, "storageAccountId"), message, on_key=True)


def _account(path: Path, vhd: Vhd, facts: Facts) -> Iterator[Finding]:
    said = vhd.storage_account_id
    if said is None and facts.is_whole(*path):
        yield Finding(ACCOUNT, path, "a VHD is given without its storageAccountId")
    elif isinstance(said, str):
        found = resource_type(said)
        if found is None or not is_account(found):
            what = f"{show(said)} is not a whole id" if found is None else f"an id of {show(found)} is given"
            yield Finding(ACCOUNT, (*path, "storageAccountId"), f"{what}, {ACCOUNT_TYPE} is wanted")


CHECKS = tuple(
    Check(kind, vhds)
    for kind in (ResolvedVersion, ResolvedManagedImage, ResolvedManagedDisk, ResolvedSnapshot)
)
