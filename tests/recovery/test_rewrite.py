import json
from typing import Any

from azure_image_gallery.recovery.plan import Planner, Wishes
from azure_image_gallery.recovery.rewrite import adopted, settled
from azure_image_gallery.recovery.state import LOOK, State
from tests.recovery.states import DEFINITION, GALLERY, SUB, definition, document, gallery, provider, state

WISHES = Wishes({}, frozenset(), SUB)


def adopt(before: State) -> list[dict[str, Any]]:
    whole = json.dumps(before.document)
    after = adopted(before, Planner(before, WISHES, lambda: "").interrupted())
    assert after.operations == ()
    assert json.dumps(before.document) == whole
    assert after.document["version"] == 3
    return after.document["deployment"]["resources"]


def test_what_was_being_created_stands_behind_the_rest() -> None:
    assert adopt(state([provider()], creating=[gallery()])) == [
        provider(),
        gallery(id=GALLERY, initErrors=[LOOK]),
    ]


def test_it_takes_the_place_of_what_it_replaces() -> None:
    old = gallery(id=GALLERY, pendingReplacement=True, outputs={"old": 1})
    above = definition(id=DEFINITION)
    assert adopt(state([provider(), old, above], creating=[gallery()])) == [
        provider(),
        gallery(id=GALLERY, initErrors=[LOOK]),
        above,
    ]


def test_it_stands_beside_what_is_on_its_way_out() -> None:
    old = gallery(id=GALLERY, delete=True)
    made = gallery(id=GALLERY, initErrors=[LOOK])
    assert adopt(state([provider(), old], creating=[gallery()])) == [provider(), old, made]


def test_an_old_one_under_an_id_of_its_own_is_on_its_way_out() -> None:
    old = gallery(id=GALLERY.replace("/g", "/old"))
    made = gallery(id=GALLERY, initErrors=[LOOK])
    assert adopt(state([provider(), old], creating=[gallery()])) == [
        provider(),
        {**old, "delete": True},
        made,
    ]


def test_a_state_without_anything_in_it() -> None:
    assert adopt(State({"version": 3, "deployment": {"manifest": {}}})) == []


def settle(**found: Any) -> dict[str, Any]:
    """The definition of the state, once Azure was asked."""
    declared = definition()["inputs"]
    read = {**declared, **found}
    outputs = {**read, "name": "ubuntu", "type": "t"}
    after = settled(
        State(document([{**definition(id=DEFINITION, outputs=outputs), "inputs": read}])),
        {definition()["urn"]: declared},
    )
    return after.document["deployment"]["resources"][0]


def test_what_agrees_has_the_inputs_it_was_declared_with() -> None:
    declared = definition()["inputs"]
    assert (
        settle(location="West Europe", architecture="x64", provisioningState="Succeeded")["inputs"]
        == declared
    )
    assert settle(provisioningState="Creating")["inputs"] == declared


def test_another_value_in_azure_is_left_to_see() -> None:
    assert settle(osState="Specialized")["inputs"]["osState"] == "Specialized"


def test_what_azure_gave_up_on_is_sent_again() -> None:
    found = settle(provisioningState="Failed")
    assert found["inputs"] == definition()["inputs"]
    assert found["initErrors"] == ["Azure says that its provisioning state is Failed"]


def test_others_stay_as_they_are() -> None:
    before = state([gallery(id=GALLERY, outputs={"galleryName": "another"})])
    assert settled(before, {}).resources == before.resources
