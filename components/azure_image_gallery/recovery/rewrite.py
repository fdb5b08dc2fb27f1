"""How a state is rewritten on the way back. Pure: a new state comes out, to be given to the engine."""

from collections.abc import Iterable, Mapping
from typing import Any

from azure_image_gallery.recovery.agreement import agrees
from azure_image_gallery.recovery.plan import Step
from azure_image_gallery.recovery.state import LOOK, Entry, State

_NOT_TAKEN_OVER = ("outputs", "delete", "pendingReplacement")


def adopted(state: State, steps: Iterable[Step]) -> State:
    """Return the state in which what was being created is there, under its id, and nothing is left open.

    `pulumi refresh --import-pending-creates` is meant for this and does not do it: in 3.259 the engine drops
    such an operation without a look. A resource in the state with its id is what a refresh does look at.
    """
    resources: list[Mapping[str, Any]] = [one.json for one in state.resources]
    for step in steps:
        if step.adopt:
            _put(resources, _with_id(step.entry, step.adopt))
    return state.with_resources(resources)


def settled(state: State, declared: Mapping[str, Mapping[str, Any]]) -> State:
    """Return the state in which adopted resources have the inputs they were declared with, by URN.

    A refresh has filled them with all that Azure answers, in Azure's spelling (`West Europe`), which the next
    `up` would take for a change. Where Azure holds something else than was declared, that is left to see; what
    Azure gave up on is marked, so that the next `up` sends it again.
    """
    return state.with_resources([_settled(one, declared.get(one.urn)) for one in state.resources])


def _settled(entry: Entry, declared: Mapping[str, Any] | None) -> Mapping[str, Any]:
    if declared is None or entry.json.get("delete"):
        return entry.json
    if entry.has_failed:
        error = f"Azure says that its provisioning state is {entry.provisioning}"
        return {**entry.json, "inputs": declared, "initErrors": [error]}
    return {**entry.json, "inputs": declared} if agrees(declared, entry.outputs) else entry.json


def _with_id(entry: Entry, id_: str) -> Mapping[str, Any]:
    kept = {key: value for key, value in entry.json.items() if key not in _NOT_TAKEN_OVER}
    return {**kept, "id": id_, "initErrors": [LOOK]}


def _put(resources: list[Mapping[str, Any]], new: Mapping[str, Any]) -> None:
    """Add a resource, in the place of the one that it was to replace, if that is still there.

    An old one that lives beside it, under an id of its own, is on its way out: the next `up` deletes it.
    """
    for at, one in enumerate(resources):
        if one["urn"] == new["urn"] and not one.get("delete"):
            if one.get("pendingReplacement") or one.get("id", "").lower() == new["id"].lower():
                resources[at] = new
                return
            resources[at] = {**one, "delete": True}
    resources.append(new)
