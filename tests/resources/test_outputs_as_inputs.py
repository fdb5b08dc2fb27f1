"""Values that another resource makes: unknown at first, checked when they arrive, never sent if refused."""

import asyncio
from typing import Any

import pulumi
import pytest

from azure_image_gallery import DeclarationError, GalleryAccess, ImageGallery
from azure_image_gallery.resources import accepted
from azure_image_gallery.rules.check import check
from tests.resources.mocks import Deploy, is_unknown
from tests.resources.requests import Requests, run

WEB_TEAM = "EEEEEEEE-9000-4000-8000-000000000001"
GALLERY_ID = "/subscriptions/eeeeeeee-5000-4000-8000-000000000001/galleries/contoso"


def access(principal_id: pulumi.Input[str]) -> GalleryAccess:
    return GalleryAccess(
        "readers",
        {
            "scope": GALLERY_ID,
            "role": "Reader",
            "principals": {"web": {"principal_id": principal_id, "principal_type": "Group"}},
        },
    )


def gallery(**more: Any) -> ImageGallery:
    above: Any = {"name": "contoso", "resource_group": "rg", **more}
    return ImageGallery(
        "images",
        {
            "location": "westeurope",
            "gallery": above,
            "image_definitions": {
                "ubuntu": {
                    "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": "24"},
                    "os_state": "Generalized",
                    "hyper_v_generation": "V2",
                },
            },
        },
    )


def unknown() -> pulumi.Output[str]:
    """An output of a resource that a preview has not made."""

    async def never() -> bool:
        return False

    future: asyncio.Future[Any] = asyncio.Future()
    future.set_result(None)
    return pulumi.Output(set(), future, asyncio.ensure_future(never()))


def test_an_output_that_is_right_is_given_on(deploy: Deploy) -> None:
    made = deploy(lambda: access(pulumi.Output.from_input(WEB_TEAM)) and None)
    assert [inputs["principalId"] for inputs in made.of_type("RoleAssignment").values()] == [WEB_TEAM]


def test_an_output_that_is_wrong_is_refused_as_a_plain_value_is(deploy: Deploy) -> None:
    refused: list[str] = []
    for value in ("not-an-object-id", pulumi.Output.from_input("not-an-object-id")):

        def program(value: pulumi.Input[str] = value) -> None:
            access(value)

        with pytest.raises(DeclarationError) as caught:
            deploy(program)
        refused.append(str(caught.value))
    assert refused[0] == refused[1]
    assert "error[RBA006]" in refused[0]
    assert "not-an-object-id" in refused[0]


def test_a_refused_secret_is_not_repeated(deploy: Deploy) -> None:
    with pytest.raises(DeclarationError) as caught:
        deploy(lambda: access(pulumi.Output.secret("hidden-words")) and None)
    assert "error[RBA006]" in str(caught.value)
    assert "hidden-words" not in str(caught.value)


def test_a_preview_does_not_wait_for_what_is_unknown(deploy: Deploy) -> None:
    made = deploy(lambda: access(unknown()) and None, preview=True)
    (inputs,) = made.of_type("RoleAssignment").values()
    assert is_unknown(inputs, "principalId")
    assert is_unknown(inputs, "roleAssignmentName")
    assert inputs["principalType"] == "Group"


def test_a_location_that_arrives_is_made_canonical(deploy: Deploy) -> None:
    made = deploy(lambda: gallery(location=pulumi.Output.from_input("West Europe")) and None)
    assert made.of_type("Gallery")["images/contoso"]["location"] == "westeurope"
    assert made.of_type("GalleryImage")["images/ubuntu"]["location"] == "westeurope"


def test_a_name_cannot_be_an_output(deploy: Deploy) -> None:
    def program() -> None:
        with pytest.raises(DeclarationError, match="CFG010"):
            gallery(name=pulumi.Output.from_input("contoso"))

    assert deploy(program).registered == []


def test_what_arrives_at_the_same_time_is_checked_once(
    deploy: Deploy, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[object] = []

    def counted(values: Any, **more: Any) -> Any:
        checks.append(values)
        return check(values, **more)

    monkeypatch.setattr(accepted, "check", counted)

    def program() -> None:
        definitions({name: pulumi.Output.from_input(f"{name}, from elsewhere") for name in ("a", "b", "c")})

    made = deploy(program).of_type("GalleryImage")
    assert [inputs["description"] for inputs in made.values()] == [
        "a, from elsewhere",
        "b, from elsewhere",
        "c, from elsewhere",
    ]
    assert len(checks) == 2  # before anything is registered, and when the three are there


def test_what_is_right_is_not_refused_for_something_wrong_that_arrives_with_it() -> None:
    monitor = Requests()
    both = {"right": "fine", "wrong": 7}

    def program() -> None:
        definitions({name: pulumi.Output.from_input(value) for name, value in both.items()})

    with pytest.raises(DeclarationError, match="wrong") as caught:
        run(program, monitor)
    assert "right" not in str(caught.value)
    assert "images/wrong" not in monitor.sent


def definitions(descriptions: dict[str, pulumi.Output[Any]]) -> ImageGallery:
    """Definitions with descriptions that other resources make."""
    return ImageGallery(
        "images",
        {
            "location": "westeurope",
            "gallery": {"name": "contoso", "resource_group": "rg"},
            "image_definitions": {
                name: {
                    "identifier": {"publisher": "contoso", "offer": "ubuntu", "sku": name},
                    "os_state": "Generalized",
                    "hyper_v_generation": "V2",
                    "description": description,
                }
                for name, description in descriptions.items()
            },
        },
    )
