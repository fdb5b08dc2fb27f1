"""Who the plugin is in Azure, and in which: the provider's own inputs first, then the environment."""

import os
from collections.abc import Mapping

from azure_image_gallery.azure.login import SETTINGS

_PREFIX = "azure-image-gallery:config:"


class SettingsError(Exception):
    """A setting that is missing or cannot be: one sentence for a person."""


class Settings:
    """The settings of one provider, by key."""

    def __init__(self, variables: Mapping[str, str], environment: Mapping[str, str] = os.environ) -> None:
        self._values = {
            setting.key: variables.get(_PREFIX + setting.key)
            or next((environment[name] for name in setting.variables if environment.get(name)), "")
            for setting in SETTINGS
        }

    def __getitem__(self, key: str) -> str:
        """A setting; empty where it is not set."""
        return self._values[key]

    def flag(self, key: str) -> bool:
        """Whether a setting is `true`."""
        return self._values[key].lower() in {"true", "1"}

    def require(self, purpose: str, *keys: str) -> list[str]:
        """Settings that have to be there. Raises SettingsError, with what would set them."""
        missing = [setting for setting in SETTINGS if setting.key in keys and not self._values[setting.key]]
        if missing:
            named = ", ".join(f"azure-native:{one.key} ({one.variables[0]})" for one in missing)
            raise SettingsError(f"{purpose} needs {named}: set what is missing")
        return [self._values[key] for key in keys]
