import pytest

from azure_image_gallery.recovery.plan import Wishes, plan
from azure_image_gallery.recovery.rewrite import adopted
from azure_image_gallery.recovery.state import State
from tests.recovery.states import (
    DEFINITION,
    GALLERY,
    GROUP,
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
    return [(step.operation.kind, step.adopt, step.ask, step.trouble) for step in plan(of, wishes, never)]


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
    steps = plan(state(known, creating=[gallery()]), wishes, never if asked is None else lambda: asked)
    assert steps[0].adopt == GALLERY.replace(SUB, subscription)


def test_an_assignments_scope_says_nothing_of_the_subscription() -> None:
    made = resource(
        "azure-native:authorization:RoleAssignment", "r", {}, id=f"/subscriptions/{OTHER}/providers/x"
    )
    steps = plan(state([provider(), made], creating=[gallery()]), NOTHING, lambda: SUB)
    assert steps[0].adopt == GALLERY


def test_what_cannot_be_told_is_said_and_asked_for_once() -> None:
    times: list[int] = []
    steps = plan(
        state([provider()], creating=[gallery(), definition()]), NOTHING, lambda: times.append(1) or ""
    )
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
    left = adopted(before, plan(before, NOTHING, never))
    steps = plan(left, NOTHING, never)
    assert [(step.entry.id, step.adopt, step.ask) for step in steps] == [(GALLERY, "", True)]
