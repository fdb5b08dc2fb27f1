import pytest

from azure_image_gallery.recovery.plan import Planner, Wishes
from azure_image_gallery.recovery.rewrite import adopted
from azure_image_gallery.recovery.state import Entry, State
from tests.recovery.states import (
    DEFINITION,
    GALLERY,
    GROUP,
    REFERENCE,
    SUB,
    component,
    definition,
    gallery,
    group,
    provider,
    resource,
    state,
)

NOTHING = Wishes({}, frozenset())
OTHER = "eeeeeeee-5000-4000-8000-000000000002"


def never() -> str:
    pytest.fail("the subscription was asked for")


def decided(of: State, wishes: Wishes = NOTHING) -> list[tuple[str, str, bool, str]]:
    return [
        (step.operation.kind, step.adopt, step.ask, step.trouble)
        for step in Planner(of, wishes, never).interrupted()
    ]


def test_what_was_being_created_is_adopted_under_its_id() -> None:
    open_ = state([provider(), group(id=GROUP)], creating=[gallery(), definition()])
    assert decided(open_) == [("creating", GALLERY, True, ""), ("creating", DEFINITION, True, "")]


def test_what_was_being_changed_is_looked_at() -> None:
    open_ = state([provider()], updating=[group(id=GROUP)], deleting=[gallery(id=GALLERY)])
    assert decided(open_) == [("updating", "", True, ""), ("deleting", "", True, "")]


def test_what_is_nowhere_but_in_the_state_is_forgotten() -> None:
    reference = {**component(), "custom": True, "type": "pulumi:pulumi:StackReference"}
    open_ = state([], creating=[component(), provider()], reading=[reference, group(id=GROUP)])
    assert decided(open_) == [
        (kind, "", False, "") for kind in ("creating", "creating", "reading", "reading")
    ]


def test_an_import_is_left_to_the_program() -> None:
    assert decided(state([provider()], importing=[gallery(id=GALLERY)])) == [("importing", "", False, "")]


@pytest.mark.parametrize(
    ("known", "wishes", "asked", "subscription"),
    [
        ([provider()], NOTHING, OTHER, OTHER),
        ([provider(subscriptionId=SUB)], NOTHING, None, SUB),
        ([provider(subscriptionId=OTHER), group(id=GROUP)], NOTHING, None, SUB),
        ([provider(subscriptionId=OTHER)], Wishes({}, frozenset(), SUB), None, SUB),
    ],
    ids=["asked for", "the provider's", "where it has made something", "as wished"],
)
def test_where_the_subscription_comes_from(
    known: list[dict[str, object]], wishes: Wishes, asked: str | None, subscription: str
) -> None:
    steps = Planner(
        state(known, creating=[gallery()]), wishes, never if asked is None else lambda: asked
    ).interrupted()
    assert steps[0].adopt == GALLERY.replace(SUB, subscription)


def test_an_assignments_scope_says_nothing_of_the_subscription() -> None:
    made = resource(
        "azure-native:authorization:RoleAssignment", "r", {}, id=f"/subscriptions/{OTHER}/providers/x"
    )
    steps = Planner(state([provider(), made], creating=[gallery()]), NOTHING, lambda: SUB).interrupted()
    assert steps[0].adopt == GALLERY


def test_what_cannot_be_told_is_said_and_asked_for_once() -> None:
    times: list[int] = []
    open_ = state([provider()], creating=[gallery(), definition()])
    steps = Planner(open_, NOTHING, lambda: times.append(1) or "").interrupted()
    reason = "subscriptionId is a part of its id, and is not known as text"
    assert [step.trouble for step in steps] == [reason, reason]
    assert times == [1]


def test_a_person_says_what_is_not_known() -> None:
    subnet = resource("azure-native:network:Subnet", "s", {})
    open_ = state([provider(subscriptionId=SUB)], creating=[subnet, gallery()])
    reason = "how azure-native:network:Subnet forms its ids is not known here"
    assert decided(open_) == [("creating", "", False, reason), ("creating", GALLERY, True, "")]
    wishes = Wishes({subnet["urn"]: "/the/subnet"}, frozenset({gallery()["urn"]}))
    assert decided(open_, wishes) == [("creating", "/the/subnet", True, ""), ("creating", "", False, "")]


def test_a_recovery_that_was_interrupted_is_gone_on_with() -> None:
    before = state([provider(), group(id=GROUP)], creating=[gallery()])
    left = adopted(before, Planner(before, NOTHING, never).interrupted())
    steps = Planner(left, NOTHING, never).interrupted()
    assert [(step.entry.id, step.adopt, step.ask) for step in steps] == [(GALLERY, "", True)]


def test_what_the_state_forgot_is_looked_for() -> None:
    """Of what `up` would create: with an id that is known, and hanging on what is there or looked for too."""
    known = state([provider(), component(), group(id=GROUP)])
    held = {"parent": component()["urn"]}
    unknown = {"resourceGroupName": "rg", "galleryName": "04da6b54-80e4-46f7-96ec-b56ff0331ba9"}
    creates = [
        Entry({**component(), "urn": component()["urn"] + "2", "parent": component()["urn"]}),
        Entry(gallery(**held, dependencies=[group()["urn"], "urn:pulumi:dev::p::t::elsewhere"])),
        Entry(definition(**held, dependencies=[gallery()["urn"]])),
        Entry(definition(parent="urn:pulumi:dev::p::t::not-made")),
        Entry({**definition(**held), "provider": f"{REFERENCE}9"}),
        Entry(resource("azure-native:compute:Gallery", "unknown", unknown, **held)),
        Entry(resource("azure-native:network:Subnet", "s", {}, **held)),
    ]
    steps = Planner(known, NOTHING, never).forgotten(creates)
    assert [(step.adopt, step.entry.json["dependencies"]) for step in steps] == [
        (GALLERY, [group()["urn"]]),
        (DEFINITION, [gallery()["urn"]]),
    ]
    assert adopted(known, steps).find(gallery()["urn"]) is not None
    again = Planner(known, NOTHING, never).forgotten(creates, absent={gallery()["urn"]})
    assert [(step.adopt, step.entry.json["dependencies"]) for step in again] == [(DEFINITION, [])]
