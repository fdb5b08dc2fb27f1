"""Which Azure, and who: the settings of azure-native, by configuration and by environment."""

from typing import Any

import pytest
from azure.identity import (
    AzureCliCredential,
    CertificateCredential,
    ClientAssertionCredential,
    ClientSecretCredential,
    DefaultAzureCredential,
    ManagedIdentityCredential,
)

from azure_image_gallery.provider import credential as subject
from azure_image_gallery.provider.cloud import find_cloud
from azure_image_gallery.provider.settings import Settings, SettingsError

WHO = {
    "ARM_TENANT_ID": "eeeeeeee-7000-4000-8000-000000000001",
    "ARM_CLIENT_ID": "eeeeeeee-c000-4000-8000-000000000001",
}


def test_configuration_wins_over_the_environment() -> None:
    settings = Settings({"azure-image-gallery:config:clientId": "here"}, {**WHO, "ARM_USE_MSI": "true"})
    assert (settings["clientId"], settings["tenantId"]) == ("here", WHO["ARM_TENANT_ID"])
    assert (settings.flag("useMsi"), settings.flag("useOidc")) == (True, False)


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({**WHO, "ARM_CLIENT_SECRET": "x", "ARM_USE_OIDC": "true"}, ClientSecretCredential),
        ({**WHO, "ARM_USE_OIDC": "true", "ARM_OIDC_TOKEN": "x"}, ClientAssertionCredential),
        ({**WHO, "ARM_USE_MSI": "true"}, ManagedIdentityCredential),
        (
            {**WHO, "ARM_CLIENT_SECRET": "x", "ARM_USE_DEFAULT_AZURE_CREDENTIAL": "true"},
            DefaultAzureCredential,
        ),
        ({}, AzureCliCredential),
    ],
)
def test_the_way_to_log_in(environment: dict[str, str], kind: type[Any]) -> None:
    settings = Settings({}, environment)
    assert type(subject.credential(settings, find_cloud(settings))) is kind


def test_a_certificate_goes_before_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Any, ...]] = []
    monkeypatch.setattr(CertificateCredential, "__init__", lambda _, *given, **__: seen.append(given))
    given = {**WHO, "ARM_CLIENT_CERTIFICATE_PATH": "/c.pem", "ARM_CLIENT_SECRET": "x"}
    settings = Settings({}, given)
    assert isinstance(subject.credential(settings, find_cloud(settings)), CertificateCredential)
    assert seen == [(*WHO.values(), "/c.pem")]


def test_what_is_missing_is_named() -> None:
    settings = Settings({}, {"ARM_CLIENT_SECRET": "x", "ARM_TENANT_ID": "t"})
    with pytest.raises(
        SettingsError, match=r"^a client secret needs azure-native:clientId \(ARM_CLIENT_ID\): set"
    ):
        subject.credential(settings, find_cloud(settings))


@pytest.mark.parametrize(
    ("environment", "endpoint", "scope"),
    [
        ({}, "https://management.azure.com", "https://management.azure.com/.default"),
        (
            {"ARM_ENVIRONMENT": "usgovernment"},
            "https://management.usgovcloudapi.net",
            "https://management.usgovcloudapi.net/.default",
        ),
        (
            {"AZURE_ENVIRONMENT": "AzureChinaCloud"},
            "https://management.chinacloudapi.cn",
            "https://management.chinacloudapi.cn/.default",
        ),
        (
            {
                "ARM_RESOURCE_MANAGER_ENDPOINT": "https://arm.example/",
                "ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST": "https://login.example",
                "ARM_RESOURCE_MANAGER_AUDIENCE": "https://audience.example/",
            },
            "https://arm.example",
            "https://audience.example/.default",
        ),
    ],
)
def test_the_cloud(environment: dict[str, str], endpoint: str, scope: str) -> None:
    found = find_cloud(Settings({}, environment))
    assert (found.endpoint, found.scope) == (endpoint, scope)


def test_a_cloud_that_is_not_known() -> None:
    with pytest.raises(
        SettingsError, match="azure-native:environment is 'moon', allowed: public, usgovernment, china"
    ):
        find_cloud(Settings({}, {"ARM_ENVIRONMENT": "moon"}))
