"""What is registered for an azure-native resource: exactly what the generated class would have registered."""

from typing import Any

import pulumi
import pytest
from google.protobuf.json_format import MessageToDict
from pulumi_azure_native import authorization, compute, resources

from azure_image_gallery.resources.registration import registering
from tests.resources.requests import Run

URN = "urn:pulumi:dev::linux-images::"
KINDS: dict[type[pulumi.CustomResource], dict[str, Any]] = {
    authorization.RoleAssignment: {
        "role_assignment_name": "eeeeeeee-1000-4000-8000-000000000001",
        "scope": "/subscriptions/s",
        "principal_id": "eeeeeeee-9000-4000-8000-000000000001",
        "principal_type": "Group",
        "role_definition_id": "reader",
    },
    compute.Disk: {
        "disk_name": "d",
        "resource_group_name": "rg",
        "creation_data": {"create_option": "Empty"},
    },
    compute.Gallery: {"gallery_name": "g", "resource_group_name": "rg"},
    compute.GalleryImage: {
        "gallery_name": "g",
        "gallery_image_name": "i",
        "resource_group_name": "rg",
        "os_type": compute.OperatingSystemTypes.LINUX,
        "os_state": "Generalized",
        "identifier": {"publisher": "p", "offer": "o", "sku": "s"},
        "recommended": {"v_cpus": {"min": 1}},
    },
    compute.GalleryImageVersion: {
        "gallery_name": "g",
        "gallery_image_name": "i",
        "gallery_image_version_name": "1.0.0",
        "resource_group_name": "rg",
        "storage_profile": {"source": {"virtual_machine_id": "vm"}},
        "publishing_profile": {"target_regions": [{"name": "westeurope", "regional_replica_count": 2}]},
        "tags": {"a_key": "value"},
    },
    compute.Image: {"image_name": "i", "resource_group_name": "rg", "source_virtual_machine": {"id": "vm"}},
    compute.Snapshot: {
        "snapshot_name": "s",
        "resource_group_name": "rg",
        "creation_data": {"create_option": "Copy"},
    },
    resources.ResourceGroup: {"resource_group_name": "rg", "location": "westeurope"},
}
kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def said(request: Any) -> dict[str, Any]:
    """A request without the places in the program that it came from."""
    request.ClearField("sourcePosition")
    request.ClearField("stackTrace")
    return MessageToDict(request)


def aliases(request: Any) -> list[str]:
    """The aliases as texts: a URN, or `[name@]type`, with a slash in front where there was no parent."""
    return [
        alias.urn or f"{'/' * alias.spec.noParent}{alias.spec.name}@{alias.spec.type}"
        for alias in request.aliases
    ]


@kinds
def test_a_request_is_what_the_generated_class_sends(kind: Any, requests: Run) -> None:
    def sent(make: Any) -> dict[str, Any]:
        return said(requests(lambda: make("one", **KINDS[kind])).sent["one"])

    generated = sent(kind)
    assert len(generated["aliases"]) > 3
    assert generated["version"]
    assert sent(registering(kind)) == generated


@kinds
def test_options_are_what_the_generated_class_makes_of_them(kind: Any, requests: Run) -> None:
    def program(make: Any) -> None:
        parent = pulumi.ComponentResource("test:index:Parent", "parent")
        other = pulumi.CustomResource("test:index:Other", "other")
        make(
            "one",
            **KINDS[kind],
            opts=pulumi.ResourceOptions(
                parent=parent,
                depends_on=[other],
                aliases=[pulumi.Alias(name="old"), f"{URN}test:index:Other::older"],
                protect=True,
                retain_on_delete=True,
                ignore_changes=["tags"],
                replace_with=[other],
                custom_timeouts=pulumi.CustomTimeouts(create="2h"),
                version="3.1.4",
            ),
        )

    def sent(make: Any) -> dict[str, Any]:
        return said(requests(lambda: program(make)).sent["one"])

    generated = sent(kind)
    assert generated["version"] == "3.1.4"
    assert sent(registering(kind)) == generated


@kinds
def test_a_resource_has_the_properties_of_its_class(kind: Any, requests: Run) -> None:
    made: list[Any] = []
    requests(
        lambda: made.extend([kind("generated", **KINDS[kind]), registering(kind)("ours", **KINDS[kind])])
    )
    generated, ours = made
    assert type(ours) is kind
    assert list(vars(ours)) == list(vars(generated))
    assert all(isinstance(getattr(ours, name), pulumi.Output) for name in ("id", "urn"))


def test_outputs_arrive_in_the_types_of_the_class(requests: Run) -> None:
    arrived: list[Any] = []

    def program() -> pulumi.Output[None]:
        gallery = registering(compute.Gallery)("gallery", **KINDS[compute.Gallery])
        return gallery.identifier.apply(arrived.append)

    requests(program)
    assert [type(one) for one in arrived] == [compute.outputs.GalleryIdentifierResponse]
    assert arrived[0].unique_name.endswith("-CONTOSO_LINUX")


def test_a_former_name_is_looked_for_under_every_type_and_without_a_parent(requests: Run) -> None:
    def program() -> None:
        parent = pulumi.ComponentResource("test:index:Parent", "parent")
        opts = pulumi.ResourceOptions(parent=parent)
        registering(resources.ResourceGroup, ["old"])("one", **KINDS[resources.ResourceGroup], opts=opts)

    stated = aliases(requests(program).sent["one"])
    token = "azure-native:resources:ResourceGroup"
    versioned = [alias.removeprefix("@") for alias in stated if alias.startswith("@")]
    assert "azure-native:resources/v20240301:ResourceGroup" in versioned
    assert stated == [f"@{one}" for one in versioned] + [f"/old@{one}" for one in (token, *versioned)]


@pytest.mark.parametrize("former", ["old", "parent/old"])
def test_a_former_key_is_looked_for_in_the_same_component(requests: Run, former: str) -> None:
    def program() -> None:
        parent = pulumi.ComponentResource("test:index:Parent", "parent")
        opts = pulumi.ResourceOptions(parent=parent)
        registering(resources.ResourceGroup, [former])(
            "parent/one", **KINDS[resources.ResourceGroup], opts=opts
        )

    assert aliases(requests(program).sent["parent/one"])[-1] == "parent/old@"


def test_a_former_urn_is_sent_as_it_is(requests: Run) -> None:
    urn = f"{URN}azure-native:compute/v20230703:Gallery::old"
    sent = requests(lambda: registering(compute.Gallery, [urn])("one", **KINDS[compute.Gallery])).sent["one"]
    assert aliases(sent)[-1] == urn
    assert aliases(sent).count(urn) == 1


def test_a_transformation_sees_all_aliases_and_may_add_to_them(requests: Run) -> None:
    def add(args: pulumi.ResourceTransformationArgs) -> pulumi.ResourceTransformationResult:
        more = pulumi.ResourceOptions(aliases=[pulumi.Alias(name="added")])
        return pulumi.ResourceTransformationResult(args.props, pulumi.ResourceOptions.merge(args.opts, more))

    def program(make: Any) -> Any:
        opts = pulumi.ResourceOptions(transformations=[add])
        return lambda: make("one", **KINDS[compute.Gallery], opts=opts)

    def sent(make: Any) -> list[str]:
        return aliases(requests(program(make)).sent["one"])

    assert sent(registering(compute.Gallery)) == sent(compute.Gallery)
    assert sent(registering(compute.Gallery))[-1] == "added@"


def test_whoever_asks_an_alias_for_its_urn_gets_it(requests: Run) -> None:
    asked: list[Any] = []

    def program() -> pulumi.Output[None]:
        ours = registering(compute.Gallery)("one", **KINDS[compute.Gallery])
        return pulumi.Output.all(*ours._aliases).apply(asked.append)

    requests(program)
    assert f"{URN}azure-native:compute/v20230703:Gallery::one" in asked[0]


def test_an_input_that_the_class_has_not_is_refused(requests: Run) -> None:
    make: Any = registering(compute.Gallery)
    with pytest.raises(TypeError, match="azure-native:compute:Gallery has no input galleryName"):
        requests(lambda: make("one", galleryName="g"))
