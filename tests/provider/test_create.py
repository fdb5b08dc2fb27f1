"""Create: the look before, the body, the read after, and what is kept of a failure."""

from typing import Any

import grpc.aio
import pytest
from google.protobuf import any_pb2, empty_pb2
from pulumi.runtime.proto import engine_pb2, engine_pb2_grpc, plugin_pb2, provider_pb2, status_pb2

from local_azure.provider.values import UNKNOWN, Values, decode
from tests.provider.plugin import Plugin, urn
from tests.provider.scripted_arm import GALLERY, GROUP, Answer, ScriptedArm, resource

GALLERY_URN = urn("compute:Gallery")
INPUTS: Values = {
    "resourceGroupName": "rg",
    "galleryName": "g",
    "location": "westeurope",
    "description": "d",
    "azureApiVersion": "2024-03-03",
}
BODY = {"location": "westeurope", "properties": {"description": "d"}}
BUSY = Answer(body={"status": "InProgress"}, headers={"retry-after-ms": "5"})


async def create_error(plugin: Plugin, inputs: Values = INPUTS, **request: Any) -> grpc.aio.AioRpcError:
    with pytest.raises(grpc.aio.AioRpcError) as failed:
        await plugin.create(GALLERY_URN, inputs, **request)
    return failed.value


def half_made(error: grpc.aio.AioRpcError) -> provider_pb2.ErrorResourceInitFailed | None:
    """What the engine reads beside an error."""
    found = dict(error.trailing_metadata() or ()).get("grpc-status-details-bin")
    if found is None:
        return None
    assert isinstance(found, bytes)
    detail = provider_pb2.ErrorResourceInitFailed()
    packed: any_pb2.Any = status_pb2.Status.FromString(found).details[0]
    assert packed.Unpack(detail)
    return detail


async def test_existence_is_checked_first_and_the_result_read_last(plugin: Plugin, arm: ScriptedArm) -> None:
    resource_id, outputs = await plugin.create(GALLERY_URN, INPUTS)
    assert [call.method for call in arm.calls()] == ["GET", "PUT", "GET"]
    assert resource_id == GALLERY
    assert outputs == {
        "azureApiVersion": "2024-03-03",
        "description": "d",
        "location": "westeurope",
        "name": "g",
        "provisioningState": "Succeeded",
        "type": "Microsoft.Compute/galleries",
    }


async def test_existing_resource_is_not_created(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.resources[GALLERY.lower()] = resource(GALLERY, BODY)
    error = await create_error(plugin)
    assert error.details() == f"cannot create already existing resource '{GALLERY}'"
    assert not arm.calls("PUT")


@pytest.mark.parametrize("absent", [Answer(200, text=""), Answer(200, {}), Answer(204), Answer(404)])
async def test_empty_answers_mean_that_it_does_not_exist(
    plugin: Plugin, arm: ScriptedArm, absent: Answer
) -> None:
    arm.script("GET", GALLERY, absent, Answer(200, resource(GALLERY, BODY)))
    await plugin.create(GALLERY_URN, INPUTS)
    assert len(arm.calls("PUT")) == 1


async def test_existence_that_cannot_be_checked_ends_the_create(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("GET", GALLERY, Answer(403, text="no"))
    error = await create_error(plugin)
    assert error.details() == f"cannot check existence of resource '{GALLERY}': status code 403, no"


async def test_body_has_the_properties_and_neither_path_nor_read_only_ones(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    extra: Values = {"identifier": {"uniqueName": "u"}, "provisioningState": "x", "tags": {"a": "b"}}
    sharing: Values = {"permissions": "Groups", "groups": [{"ids": ["x"]}]}
    await plugin.create(GALLERY_URN, {**INPUTS, **extra, "sharingProfile": sharing})
    assert arm.calls("PUT")[0].body == {
        "location": "westeurope",
        "tags": {"a": "b"},
        "properties": {"description": "d", "sharingProfile": {"permissions": "Groups"}},
    }


async def test_user_assigned_identities_become_a_map_and_come_back_as_one(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    identity: Values = {"type": "UserAssigned", "userAssignedIdentities": ["/a", "/b"]}
    _, outputs = await plugin.create(GALLERY_URN, {**INPUTS, "identity": identity})
    sent: Values = {"type": "UserAssigned", "userAssignedIdentities": {"/a": {}, "/b": {}}}
    assert arm.calls("PUT")[0].body["identity"] == sent
    assert outputs["identity"] == sent


async def test_whole_numbers_are_sent_without_a_fraction(plugin: Plugin, arm: ScriptedArm) -> None:
    inputs: Values = {
        "resourceGroupName": "rg",
        "diskName": "d",
        "location": "x",
        "diskSizeGB": 30,
        "creationData": {"createOption": "Empty"},
    }
    await plugin.create(urn("compute:Disk"), inputs)
    assert repr(arm.calls("PUT")[0].body["properties"]["diskSizeGB"]) == "30"


async def test_required_properties_container_is_sent_empty(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(urn("resources:ResourceGroup"), {"resourceGroupName": "rg", "location": "x"})
    assert arm.calls("PUT")[0].body == {"location": "x"}
    inputs: Values = {"resourceGroupName": "rg", "galleryName": "g", "galleryImageName": "i", "location": "x"}
    await plugin.create(urn("compute:GalleryImage"), inputs)
    assert arm.calls("PUT")[1].body == {"location": "x", "properties": {}}


async def test_id_is_the_one_in_the_answer(plugin: Plugin, arm: ScriptedArm) -> None:
    answered = GALLERY.replace("/galleries/g", "/galleries/G")
    arm.script("PUT", GALLERY, Answer(200, {"id": answered}))
    arm.script("GET", GALLERY, Answer(404), Answer(200, resource(answered, BODY)))
    resource_id, _ = await plugin.create(GALLERY_URN, INPUTS)
    assert resource_id == answered


async def test_id_falls_back_to_the_path(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, Answer(200, {"name": "g"}))
    arm.script("GET", GALLERY, Answer(404), Answer(200, resource(GALLERY, BODY)))
    resource_id, _ = await plugin.create(GALLERY_URN, INPUTS)
    assert resource_id == GALLERY


async def test_read_after_write_can_be_skipped(unconfigured: Plugin, arm: ScriptedArm) -> None:
    await unconfigured.configure(skipReadOnUpdate="true")
    _, outputs = await unconfigured.create(
        urn("resources:ResourceGroup"), {"resourceGroupName": "rg", "location": "x"}
    )
    assert [call.method for call in arm.calls()] == ["GET", "PUT"]
    assert outputs["name"] == "rg"


async def test_failed_read_after_write_is_only_a_warning(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("GET", GROUP, Answer(404), Answer(403, text="no"))
    resource_id, outputs = await plugin.create(
        urn("resources:ResourceGroup"), {"resourceGroupName": "rg", "location": "x"}
    )
    assert (resource_id, outputs["name"]) == (GROUP, "rg")


async def test_refused_create_leaves_nothing(plugin: Plugin, arm: ScriptedArm) -> None:
    body = {"error": {"code": "InvalidParameter", "message": "bad", "target": "name"}}
    arm.script("PUT", GALLERY, Answer(400, body))
    error = await create_error(plugin)
    assert error.details() == 'Status=400 Code="InvalidParameter" Message="bad"'
    assert half_made(error) is None


async def test_failure_after_acceptance_keeps_the_resource(plugin: Plugin, arm: ScriptedArm) -> None:
    failed = {"status": "Failed", "error": {"code": "CrpPirReplicationJobsNotCompleted", "message": "eastus"}}
    arm.script("PUT", GALLERY, Answer(201, {"id": GALLERY}, {"Azure-AsyncOperation": arm.operation("op")}))
    arm.script("GET", "/poll/op", BUSY, Answer(body=failed))
    held = {**resource(GALLERY, BODY), "properties": {"provisioningState": "Failed"}}
    arm.script("GET", GALLERY, Answer(404), Answer(200, held))
    error = await create_error(plugin)
    message = 'Status=200 Code="CrpPirReplicationJobsNotCompleted" Message="eastus"'
    assert error.details() == message
    detail = half_made(error)
    assert detail
    assert (detail.id, list(detail.reasons), decode(detail.inputs)) == (GALLERY, [message], INPUTS)
    assert decode(detail.properties)["provisioningState"] == "Failed"


async def test_failure_that_cannot_be_read_keeps_the_resource_too(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, Answer(201, {"id": GALLERY}, {"Azure-AsyncOperation": arm.operation("op")}))
    arm.script("GET", "/poll/op", Answer(400, {"error": {"code": "Oops", "message": "broke"}}))
    arm.script("GET", GALLERY, Answer(404), Answer(403, text="no"))
    error = await create_error(plugin)
    assert 'resource created but read failed Status=403 Message="no"' in (error.details() or "")
    assert 'Code="Oops"' in (error.details() or "")
    assert half_made(error)


async def test_timeout_after_acceptance_keeps_the_resource(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, Answer(201, {"id": GALLERY}, {"Azure-AsyncOperation": arm.operation("op")}))
    arm.script("GET", "/poll/op", BUSY)
    arm.script("GET", GALLERY, Answer(404), Answer(200, resource(GALLERY, BODY)))
    error = await create_error(plugin, timeout=2)
    assert error.details() == "operation timed out"
    detail = half_made(error)
    assert detail
    assert decode(detail.properties)["name"] == "g"


async def test_preview_sends_nothing_and_knows_what_the_inputs_tell(plugin: Plugin, arm: ScriptedArm) -> None:
    inputs: Values = {
        **INPUTS,
        "resourceGroupName": UNKNOWN,
        "sharingProfile": {"permissions": "Private"},
        "tags": {"a": UNKNOWN, "b": "c"},
    }
    resource_id, outputs = await plugin.create(GALLERY_URN, inputs, preview=True)
    assert (resource_id, arm.calls()) == ("", [])
    assert outputs == {
        "azureApiVersion": "2024-03-03",
        "description": "d",
        "identifier": UNKNOWN,
        "identity": UNKNOWN,
        "location": "westeurope",
        "name": UNKNOWN,
        "provisioningState": UNKNOWN,
        "sharingProfile": {"permissions": "Private", "communityGalleryInfo": UNKNOWN, "groups": UNKNOWN},
        "sharingStatus": UNKNOWN,
        "softDeletePolicy": UNKNOWN,
        "systemData": UNKNOWN,
        "tags": {"a": UNKNOWN, "b": "c"},
        "type": UNKNOWN,
    }


async def test_preview_knows_lists_item_by_item(plugin: Plugin) -> None:
    profile: Values = {"targetRegions": [{"name": "a"}]}
    _, outputs = await plugin.create(
        urn("compute:GalleryImageVersion"), {"publishingProfile": profile}, preview=True
    )
    previewed = outputs["publishingProfile"]
    assert isinstance(previewed, dict)
    regions = previewed["targetRegions"]
    assert isinstance(regions, list)
    region = regions[0]
    assert isinstance(region, dict)
    assert (region["name"], region["regionalReplicaCount"]) == ("a", UNKNOWN)
    assert previewed["publishedDate"] is UNKNOWN


class EngineLog(engine_pb2_grpc.EngineServicer):
    """An engine that keeps what is shown to the user."""

    def __init__(self) -> None:
        self.shown: list[engine_pb2.LogRequest] = []

    async def Log(self, request: engine_pb2.LogRequest, context: object) -> empty_pb2.Empty:  # noqa: N802, ARG002  the protocol's
        self.shown.append(request)
        return empty_pb2.Empty()


async def test_warnings_are_shown_beside_the_resource(plugin: Plugin, arm: ScriptedArm) -> None:
    log = EngineLog()
    server = grpc.aio.server()
    engine_pb2_grpc.add_EngineServicer_to_server(log, server)
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    await plugin.stub.Attach(plugin_pb2.PluginAttach(address=f"127.0.0.1:{port}"))
    arm.script("GET", GROUP, Answer(404), Answer(403, text="no"))
    group_urn = urn("resources:ResourceGroup")
    await plugin.create(group_urn, {"resourceGroupName": "rg", "location": "x"})
    await server.stop(None)
    assert [(shown.severity, shown.urn, shown.message) for shown in log.shown] == [
        (engine_pb2.WARNING, group_urn, 'Failed to read resource after Create: Status=403 Message="no"')
    ]
