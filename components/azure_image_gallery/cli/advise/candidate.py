"""The declaration that one option comes to in a situation. Whether it holds, the rules say."""

from math import ceil
from typing import Any

from azure_image_gallery.cli.advise.situation import MadeFrom, Need, Option, Situation, Storage
from azure_image_gallery.cli.advise.sources import RESTORED, architecture, restored, security_type, source
from azure_image_gallery.spec.enums import OsState, OsType

Values = dict[str, Any]
_MACHINES_A_REPLICA = 20
"""Azure's advice: one replica for every 20 machines that are made at the same time."""
_MOST_REPLICAS = 100
_VERSION = "1.0.0"
_USERS = "image-users"


def candidate(situation: Situation, option: Option) -> Values:
    """A whole declaration, with every key that decides something written out."""
    group = f"rg-{situation.name}"
    values: Values = {
        "location": situation.regions[0],
        "resourceGroups": {group: {}},
        "gallery": {"name": f"{situation.name}_gallery".replace("-", "_"), "resourceGroup": group},
    }
    if option.storage is Storage.GALLERY:
        values |= _in_gallery(situation, option)
    elif option.storage is Storage.MANAGED_IMAGE:
        values["managedImages"] = {situation.name: _managed_image(situation)}
    else:
        values["managedDisks"] = {situation.name: _managed_disk(situation)}
    if situation.made_from is MadeFrom.BACKUP and option.storage is not Storage.MANAGED_DISK:
        values["managedDisks"] = {RESTORED: restored(situation)}
    return values


def _in_gallery(situation: Situation, option: Option) -> Values:
    values: Values = {
        "imageDefinitions": {situation.name: _definition(situation, option)},
        "imageVersions": {situation.name: {_VERSION: _version(situation)}},
    }
    if max(situation.subscriptions, situation.tenants) > 1:
        values |= _shared()
    return values


def _definition(situation: Situation, option: Option) -> Values:
    named = str(situation.distribution or "linux")
    definition: Values = {
        "identifier": {"publisher": "contoso", "offer": named, "sku": situation.name},
        "osState": str(option.os_state),
        "hyperVGeneration": str(situation.generation),
        "architecture": str(architecture(situation)),
        "securityType": str(security_type(situation)),
    }
    if Need.NVME in situation.needs:
        definition["diskControllerTypes"] = "SCSI, NVMe"
    guest = _guest(situation, option)
    return definition | ({"guest": guest} if guest else {})


def _guest(situation: Situation, option: Option) -> Values:
    guest: Values = {}
    if situation.distribution is not None:
        guest["distribution"] = {"name": str(situation.distribution)}
    if option.os_state is OsState.GENERALIZED:
        guest["provisioning"] = "cloud-init"
        guest["prepared"] = {"deprovisioned": situation.deprovisioned}
    return guest


def _version(situation: Situation) -> Values:
    each = ceil(situation.machines / len(situation.regions) / _MACHINES_A_REPLICA)
    replicas = min(each, _MOST_REPLICAS // len(situation.regions)) or 1
    regions = [{"name": region, "regionalReplicaCount": replicas} for region in situation.regions]
    return {"source": source(situation, Storage.GALLERY), "targetRegions": regions}


def _managed_image(situation: Situation) -> Values:
    return {
        "source": source(situation, Storage.MANAGED_IMAGE),
        "hyperVGeneration": str(situation.generation),
    }


def _managed_disk(situation: Situation) -> Values:
    disk: Values = {"source": source(situation, Storage.MANAGED_DISK)}
    if situation.made_from is MadeFrom.VHD:
        disk |= {"osType": str(OsType.LINUX), "hyperVGeneration": str(situation.generation)}
    return disk


def _shared() -> Values:
    nobody = {"principalId": "00000000-0000-4000-8000-000000000001", "principalType": "Group"}
    readers = {"role": "Compute Gallery Image Reader", "principals": [_USERS], "scopes": ["gallery"]}
    return {"principals": {_USERS: nobody}, "sharing": {"roleAssignments": {"readers": readers}}}
