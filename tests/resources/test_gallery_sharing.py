"""How sharing is registered: after what it shares, and by whom."""

from typing import Any

import pulumi
import pytest

from azure_image_gallery import ImageGallery, SharingProvider
from tests.resources.mocks import Deploy

_SIGNATURE, _SECRET = "4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270"
WEB = "eeeeeeee-1000-4000-8000-000000000001"
DECLARATION: Any = {
    "location": "westeurope",
    "gallery": {"name": "contoso", "resourceGroup": "rg"},
    "sharing": {"direct": {"subscriptions": {"web": WEB}}},
}


def test_sharing_is_one_resource_and_the_gallery_permits_it(deploy: Deploy) -> None:
    made = deploy(lambda: ImageGallery("images", DECLARATION) and None)
    assert made.of_type("Gallery")["images/contoso"]["sharingProfile"] == {"permissions": "Groups"}
    (found,) = made.of_type("GallerySharing").items()
    assert found[0] == "images/sharing"
    assert {key: found[1][key] for key in ("subscriptions", "tenants", "community")} == {
        "subscriptions": {"web": WEB},
        "tenants": {},
        "community": False,
    }
    assert [one.type for one in made.registered if "providers" in one.type] == []


def test_the_configuration_of_azure_native_is_handed_on_and_its_secrets_are_secrets(deploy: Deploy) -> None:
    pulumi.runtime.set_all_config({"azure-native:clientId": "me", "azure-native:clientSecret": "hidden"})
    try:
        made = deploy(lambda: ImageGallery("images", DECLARATION) and None)
    finally:
        pulumi.runtime.set_all_config({})
    given = made.of_type("azure-image-gallery")["images/sharing"]
    assert given["clientId"] == "me"
    assert (given["clientSecret"][_SIGNATURE], given["clientSecret"]["value"]) == (_SECRET, "hidden")
    assert "hidden" not in str(made.of_type("GallerySharing"))


def test_a_setting_that_does_not_exist_is_refused(deploy: Deploy) -> None:
    with pytest.raises(pulumi.RunError, match="there is no setting clientID of azure-native's provider"):
        deploy(lambda: SharingProvider("sharing", {"clientID": "me"}) and None)
