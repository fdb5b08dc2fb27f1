"""How the plugin speaks HTTP: headers, retries, long-running operations."""

import asyncio
import time
from typing import Any

import grpc.aio
import pytest

from local_azure.provider.lifecycle import DEFAULT_SECONDS
from local_azure.provider.pipeline import Pace, Retry
from tests.provider.plugin import Plugin, running, urn
from tests.provider.scripted_arm import GALLERY, GROUP, Answer, ScriptedArm

GALLERY_URN = urn("compute:Gallery")
INPUTS: dict[str, Any] = {"resourceGroupName": "rg", "galleryName": "g", "location": "westeurope"}
DONE = Answer(body={"status": "Succeeded"})
BUSY = Answer(body={"status": "InProgress"}, headers={"retry-after-ms": "5"})


def accepted(arm: ScriptedArm, state: str = "Creating", **headers: str) -> Answer:
    body = {"id": GALLERY, "name": "g", "location": "westeurope", "properties": {"provisioningState": state}}
    return Answer(201, body, {"Azure-AsyncOperation": arm.operation("create"), **headers})


def existing(arm: ScriptedArm) -> None:
    arm.resources[GALLERY.lower()] = {"id": GALLERY, "properties": {"provisioningState": "Succeeded"}}


def error(status: int, code: str, **headers: str) -> Answer:
    return Answer(status, {"error": {"code": code, "message": f"about {code}"}}, headers)


async def test_user_agent_names_the_plugin_and_the_partner(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(GALLERY_URN, INPUTS)
    agents = {call.headers["User-Agent"] for call in arm.seen}
    assert all(agent.startswith("pulumi-azure-native/3.29.0 pid-a90539d8-") for agent in agents)


async def test_partner_id_can_be_disabled(unconfigured: Plugin, arm: ScriptedArm) -> None:
    await unconfigured.configure(disablePulumiPartnerId="true")
    await unconfigured.create(GALLERY_URN, INPUTS)
    assert not any("pid-" in call.headers["User-Agent"] for call in arm.seen)


async def test_accept_is_json_and_content_type_is_sent_with_a_body(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(GALLERY_URN, INPUTS)
    assert {call.headers["Accept"] for call in arm.calls()} == {"application/json"}
    assert arm.calls("PUT")[0].headers["Content-Type"] == "application/json; charset=utf-8"
    assert "Content-Type" not in arm.calls("GET")[0].headers


async def test_every_request_to_arm_carries_the_token(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(GALLERY_URN, INPUTS)
    assert all(call.headers["Authorization"].startswith("Bearer ") for call in arm.calls())
    assert len([seen for seen in arm.seen if seen.path.endswith("/token")]) == 1


async def test_query_values_are_unescaped_once_then_escaped(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.resources[GALLERY.lower()] = {"id": GALLERY}
    given = {"resourceGroupName": "rg", "galleryName": "g"}
    await plugin.invoke("azure-native:compute:getGallery", **given, expand="SharingProfile%2FGroups")
    assert arm.calls("GET")[0].query["$expand"] == "SharingProfile/Groups"


async def test_path_segments_are_escaped(plugin: Plugin, arm: ScriptedArm) -> None:
    await plugin.create(GALLERY_URN, {**INPUTS, "galleryName": "g 1"})
    assert arm.calls("PUT")[0].path.endswith("/galleries/g 1")


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
async def test_status_is_tried_again(plugin: Plugin, arm: ScriptedArm, status: int) -> None:
    arm.script("PUT", GALLERY, error(status, "Busy", **{"retry-after-ms": "1"}), Answer(200, {"id": GALLERY}))
    await plugin.create(GALLERY_URN, INPUTS)
    assert len(arm.calls("PUT")) == 2


@pytest.mark.parametrize(("status", "code"), [(409, "Conflict"), (400, "InvalidParameter"), (501, "Nope")])
async def test_other_errors_are_not_tried_again(
    plugin: Plugin, arm: ScriptedArm, status: int, code: str
) -> None:
    arm.script("PUT", GALLERY, error(status, code, **{"Retry-After": "1"}))
    with pytest.raises(grpc.aio.AioRpcError) as failed:
        await plugin.create(GALLERY_URN, INPUTS)
    assert failed.value.details() == f'Status={status} Code="{code}" Message="about {code}"'
    assert len(arm.calls("PUT")) == 1


async def test_transport_errors_are_tried_again(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, Answer(drop=True), Answer(200, {"id": GALLERY}))
    await plugin.create(GALLERY_URN, INPUTS)
    assert len(arm.calls("PUT")) == 2


async def test_conflict_with_another_operation_is_tried_again(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, error(409, "AnotherOperationInProgress"), Answer(200, {"id": GALLERY}))
    await plugin.create(GALLERY_URN, INPUTS)
    assert len(arm.calls("PUT")) == 2


async def test_there_are_three_retries(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, error(503, "Down"))
    with pytest.raises(grpc.aio.AioRpcError, match='Status=503 Code="Down"'):
        await plugin.create(GALLERY_URN, INPUTS)
    assert len(arm.calls("PUT")) == 4


def test_retry_delays_are_20_60_and_120_seconds() -> None:
    retry = Retry(Pace())
    assert [retry.get_backoff_time({"history": [None] * tries}) for tries in (1, 2, 3)] == [20, 60, 120]


@pytest.mark.parametrize(
    ("header", "value"), [("Retry-After", "0.2"), ("retry-after-ms", "200"), ("x-ms-retry-after-ms", "200")]
)
async def test_retry_after_headers_decide_the_delay(arm: ScriptedArm, header: str, value: str) -> None:
    arm.script("PUT", GALLERY, error(429, "Slow", **{header: value}), Answer(200, {"id": GALLERY}))
    async with running(Pace(retries=(60, 60, 60))) as plugin:
        await plugin.configure()
        started = time.monotonic()
        async with asyncio.timeout(50):  # the plugin's own delay is a minute
            await plugin.create(GALLERY_URN, INPUTS)
        assert time.monotonic() - started >= 0.2


async def test_unregistered_resource_provider_is_registered(
    plugin: Plugin, arm: ScriptedArm, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = "The subscription is not registered to use namespace 'Microsoft.Compute'."
    refused = Answer(409, {"error": {"code": "MissingSubscriptionRegistration", "message": message}})
    arm.script("PUT", GALLERY, refused, Answer(200, {"id": GALLERY}))
    provider = f"{GROUP.rsplit('/', 2)[0]}/providers/Microsoft.Compute"
    arm.script("POST", f"{provider}/register", Answer(body={"registrationState": "Registering"}))
    arm.script("GET", provider, Answer(body={"registrationState": "Registered"}))
    real_sleep = asyncio.sleep

    async def at_once(_: float) -> None:
        await real_sleep(0)

    monkeypatch.setattr(asyncio, "sleep", at_once)
    await plugin.create(GALLERY_URN, INPUTS)
    assert [call.method for call in arm.calls(containing="Microsoft.Compute/register")] == ["POST"]
    assert len(arm.calls("PUT")) == 2


async def test_async_operation_is_polled_and_the_original_url_is_read_last(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    final = Answer(body={"id": GALLERY, "name": "g", "properties": {"provisioningState": "Succeeded"}})
    arm.script("PUT", GALLERY, accepted(arm))
    arm.script("GET", "/poll/create", BUSY, DONE)
    arm.script("GET", GALLERY, Answer(404), final)
    resource_id, outputs = await plugin.create(GALLERY_URN, INPUTS)
    assert (resource_id, outputs["provisioningState"]) == (GALLERY, "Succeeded")
    assert [(call.method, call.path) for call in arm.calls()] == [
        ("GET", GALLERY),
        ("PUT", GALLERY),
        ("GET", "/poll/create"),
        ("GET", "/poll/create"),
        ("GET", GALLERY),
        ("GET", GALLERY),
    ]
    assert {call.query["api-version"] for call in arm.calls()} == {"2024-03-03"}


def test_polling_frequency_is_10_seconds_for_writes_and_30_for_deletes() -> None:
    assert (Pace().write_poll, Pace().delete_poll) == (10, 30)


async def test_first_poll_comes_at_once(arm: ScriptedArm) -> None:
    existing(arm)
    arm.script("PUT", GALLERY, accepted(arm))
    arm.script("GET", "/poll/create", DONE)
    async with running(Pace(write_poll=60)) as plugin:
        await plugin.configure()
        async with asyncio.timeout(50):  # the second poll would come after a minute
            await plugin.update(GALLERY_URN, {}, INPUTS)


async def test_first_poll_waits_for_the_first_answers_retry_after(plugin: Plugin, arm: ScriptedArm) -> None:
    existing(arm)
    arm.script("PUT", GALLERY, accepted(arm, **{"retry-after-ms": "300"}))
    arm.script("GET", "/poll/create", DONE)
    started = time.monotonic()
    await plugin.update(GALLERY_URN, {}, INPUTS)
    assert time.monotonic() - started >= 0.3


async def test_202_is_polled_even_where_the_operation_is_not_long_running(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    arm.script("PUT", GROUP, Answer(202, headers={"Location": f"{arm.address}/poll/later?api-version=1"}))
    arm.script("GET", "/poll/later", Answer(202), Answer(200, {"id": GROUP, "name": "rg"}))
    await plugin.update(urn("resources:ResourceGroup"), {}, {"resourceGroupName": "rg", "location": "x"})
    assert len(arm.calls("GET", "/poll/later")) == 2


async def test_relative_location_is_made_absolute_and_given_the_api_version(
    plugin: Plugin, arm: ScriptedArm
) -> None:
    arm.script("PUT", GALLERY, Answer(202, {"name": "g"}, {"Location": "/poll/relative?t=1"}))
    arm.script("GET", "/poll/relative", Answer(200, {"id": GALLERY}))
    await plugin.update(GALLERY_URN, {}, INPUTS)
    assert arm.calls("GET", "/poll/relative")[0].query == {"t": "1", "api-version": "2024-03-03"}


async def test_poll_address_on_another_machine_is_refused(plugin: Plugin, arm: ScriptedArm) -> None:
    elsewhere = Answer(201, {"id": GALLERY}, {"Azure-AsyncOperation": "https://management.azure.com/poll"})
    arm.script("PUT", GALLERY, elsewhere)
    with pytest.raises(grpc.aio.AioRpcError, match=r"'management.azure.com' is not a loopback host"):
        await plugin.update(GALLERY_URN, {}, INPUTS)


def test_operations_have_two_hours_by_default() -> None:
    assert DEFAULT_SECONDS == 7200


async def test_custom_timeout_ends_an_operation(plugin: Plugin, arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, accepted(arm))
    arm.script("GET", "/poll/create", BUSY)
    with pytest.raises(grpc.aio.AioRpcError, match="operation timed out"):
        await plugin.create(GALLERY_URN, INPUTS, timeout=2)


async def test_cancel_ends_running_operations_at_once(arm: ScriptedArm) -> None:
    arm.script("PUT", GALLERY, accepted(arm))
    arm.script("GET", "/poll/create", Answer(body={"status": "InProgress"}))
    async with running(Pace(write_poll=600)) as plugin:
        await plugin.configure()
        running_create = asyncio.ensure_future(plugin.create(GALLERY_URN, INPUTS))
        await arm.reached("GET", "/poll/create")
        async with asyncio.timeout(50):  # the next poll would come after ten minutes
            await plugin.cancel()
            with pytest.raises(grpc.aio.AioRpcError, match="operation cancelled"):
                await running_create


async def test_requests_run_side_by_side(arm: ScriptedArm) -> None:
    existing(arm)
    arm.script("PUT", GALLERY, accepted(arm, **{"Retry-After": "1"}))
    arm.script("GET", "/poll/create", DONE)
    async with running() as plugin:
        await plugin.configure()
        await asyncio.gather(*(plugin.update(GALLERY_URN, {}, INPUTS) for _ in range(5)))
    order = [call.method for call in arm.calls() if call.method == "PUT" or call.path == "/poll/create"]
    assert order[:2] == ["PUT", "PUT"]
