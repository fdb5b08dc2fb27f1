"""Which subscription a provider works in, told from the state: its own settings, else what it has made."""

import re
from collections.abc import Mapping

from azure_image_gallery.azure.native_ids import SUBSCRIPTION, UnknownIdError, parts_of_id
from azure_image_gallery.recovery.state import Entry, State

_ID = re.compile(r"/subscriptions/([^/]+)(?:/|$)", re.IGNORECASE)


def subscriptions(state: State) -> Mapping[str, str]:
    """Return the subscription of each provider that the state tells one for, by the provider's reference.

    What it has made comes before its settings: those may have been changed since.
    """
    found: dict[str, str] = {}
    for entry in state.resources:
        if entry.token.startswith("pulumi:providers:azure-native") and entry.id:
            setting = entry.inputs.get(SUBSCRIPTION)
            if isinstance(setting, str) and setting:
                found[f"{entry.urn}::{entry.id}"] = setting
    for entry in state.resources:
        match = _ID.match(entry.id)
        if match and "provider" in entry.json and _lies_in_its_providers_subscription(entry):
            found[entry.json["provider"]] = match[1]
    return found


def _lies_in_its_providers_subscription(entry: Entry) -> bool:
    """Whether the id begins with the provider's subscription; a role assignment's begins with its scope's."""
    try:
        return SUBSCRIPTION in parts_of_id(entry.token)
    except UnknownIdError:
        return False
