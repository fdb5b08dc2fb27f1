"""
Versions of gallery applications: a package in a storage account, replicated as image versions are.

Decisions where Azure's answer is not known. A package of an account that is not known here is taken on trust.
The commands and settings of a version are fixed, and so is its package but for the token in its address; the
codes of the refusals are those of image versions. Up to 10 replicas are taken in a region: Azure's page says so,
and quotes an error that speaks of three.
"""

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import ClassVar

from local_azure import errors, operations, regions
from local_azure.clock import compute_time
from local_azure.resources import content, storage_account
from local_azure.resources.base import Call, ComputeType, Shaped, tracked
from local_azure.resources.checks import one_of, only, within
from local_azure.resources.custom_actions import custom_actions
from local_azure.resources.image_version import replication
from local_azure.resources.version_regions import check_regions_change, publishing_profile
from local_azure.store import Json, Resource

_WHERE = "properties.publishingProfile"
_TARGET = f"galleryApplicationVersion.{_WHERE}"
_LARGEST = 2**31 - 1
_COMMANDS = ("install", "remove", "update")
_LONGEST = 4096
_MOST_REPLICAS = 10
_FIXED = ("manageActions", "settings")


class ApplicationVersions(ComputeType):
    """`Microsoft.Compute/galleries/applications/versions`."""

    type = "Microsoft.Compute/galleries/applications/versions"
    label = "galleryApplicationVersion"
    family = operations.GALLERY
    name_pattern: ClassVar[re.Pattern[str]] = re.compile(r"\d{1,10}\.\d{1,10}\.\d{1,10}")
    name_rule = f"Major(int).Minor(int).Patch(int), each from 0 to {_LARGEST}"

    def shape(self, call: Call, stored: Resource | None) -> Shaped:
        """Check the package, the commands and the regions."""
        if stored is None and any(int(part) > _LARGEST for part in call.id.name.split(".")):
            raise self.invalid_name(call.id.name)
        sent = content.mapping(call.body, "properties")
        before = stored.properties if stored else {}
        safety = _safety(sent)
        location = regions.normalise(content.text(call.body, "location"))
        with _named_for(self.label):
            profile = publishing_profile(sent, before, location, call.now())
            if stored:
                removable = safety["allowDeletionOfReplicatedLocations"]
                check_regions_change(profile, before["publishingProfile"], removable=removable)
        for region in profile["targetRegions"]:
            if region.get("encryption"):
                message = "Gallery application versions currently don't support encryption."
                raise errors.invalid_parameter(f"{_TARGET}.targetRegions.encryption", message)
            within(region["regionalReplicaCount"], 1, _MOST_REPLICAS, f"{_TARGET}.replicaCount")
        profile = {**_own(sent), **profile}
        if stored:
            self._check_fixed(profile, before["publishingProfile"])
        else:
            profile["publishedDate"] = compute_time(call.now())
        names = tuple(regions.normalise(region["name"]) for region in profile["targetRegions"])
        body = tracked(call, {"publishingProfile": profile, "safetyProfile": safety})
        return Shaped(body, regions=names)

    def invalid_name(self, name: str) -> errors.ArmError:
        """Azure documents this text and no code."""
        message = f"The gallery application version name is invalid: '{name}'. It has to be {self.name_rule}."
        return errors.invalid_parameter("galleryApplicationVersionName", message)

    def present(self, resource: Resource, call: Call) -> Json:
        """`replicationStatus` if it is asked for."""
        properties = dict(resource.properties)
        if call.query.get("$expand", "").lower() == "replicationstatus":
            properties["replicationStatus"] = replication(resource, call)
        return properties

    def _check_fixed(self, profile: Json, before: Json) -> None:
        for name in _FIXED:
            if profile.get(name) != before.get(name):
                raise self.changed(f"publishingProfile.{name}")
        if _without_token(profile) != _without_token(before):
            raise self.changed("publishingProfile.source.mediaLink")


@contextmanager
def _named_for(label: str) -> Generator[None]:
    """What is refused of a version's regions is the same for both kinds of versions, but for the kind's name."""
    try:
        yield
    except errors.ArmError as error:
        error.target = error.target.replace("galleryImageVersion", label)
        raise


def _safety(sent: Json) -> Json:
    given = content.mapping(sent, "safetyProfile", "properties")
    name = "allowDeletionOfReplicatedLocations"
    return {name: content.flag(given, name, "properties.safetyProfile")}


def _own(sent: Json) -> Json:
    """Return what only applications have in their profile."""
    given = content.mapping(sent, "publishingProfile", "properties")
    shaped: Json = {"source": _source(given), "manageActions": _manage_actions(given)}
    if settings := content.texts(given, "settings", _WHERE):
        shaped["settings"] = _settings(settings)
    if advanced := content.texts(given, "advancedSettings", _WHERE):
        shaped["advancedSettings"] = advanced
    shaped |= custom_actions(given, _WHERE, _TARGET)
    return {**shaped, "enableHealthCheck": content.flag(given, "enableHealthCheck", _WHERE)}


def _source(given: Json) -> Json:
    source = content.texts(given, "source", _WHERE)
    if not source.get("mediaLink"):
        raise errors.missing_parameter(f"{_TARGET}.source.mediaLink")
    links = only(source, ("mediaLink", "defaultConfigurationLink"))
    for name, link in links.items():
        if not storage_account.is_blob(link.partition("?")[0]):
            message = f"The value '{link}' of parameter '{name}' is no http(s) address of a blob."
            raise errors.invalid_parameter(f"{_TARGET}.source.{name}", message)
    return links


def _manage_actions(given: Json) -> Json:
    actions = content.texts(given, "manageActions", _WHERE)
    for name in _COMMANDS[:2]:
        if not actions.get(name):
            raise errors.missing_parameter(f"{_TARGET}.manageActions.{name}")
    for name, command in actions.items():
        if len(command) > _LONGEST:
            message = f"The command has {len(command)} characters; at most {_LONGEST} are allowed."
            raise errors.invalid_parameter(f"{_TARGET}.manageActions.{name}", message)
    return only(actions, _COMMANDS)


def _settings(given: dict[str, str]) -> Json:
    shaped = only(given, ("packageFileName", "configFileName"))
    behavior = given.get("scriptBehaviorAfterReboot") or "None"
    target = f"{_TARGET}.settings.scriptBehaviorAfterReboot"
    return {**shaped, "scriptBehaviorAfterReboot": one_of(behavior, ("None", "Rerun"), target)}


def _without_token(profile: Json) -> str:
    return str(profile["source"]["mediaLink"]).partition("?")[0]
