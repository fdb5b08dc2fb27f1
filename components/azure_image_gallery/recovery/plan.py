"""What is to be done about each operation that was interrupted. Pure: a state goes in, decisions come out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from azure_image_gallery.azure.native_ids import SUBSCRIPTION, UnknownIdError, azure_id, parts_of_id
from azure_image_gallery.recovery.state import Entry, Operation, State
from azure_image_gallery.recovery.subscription import subscriptions

_ASKED = ("updating", "deleting")


@dataclass(frozen=True)
class Step:
    """One operation, and what becomes of it.

    `adopt` is the id under which the resource enters the state; `ask` says that Azure is asked about it;
    `trouble` is why nothing can be decided. With none of the three, the operation is forgotten: it was about
    nothing outside the state.
    """

    operation: Operation
    adopt: str = ""
    ask: bool = False
    trouble: str = ""

    @property
    def entry(self) -> Entry:
        """What the operation was about."""
        return self.operation.entry


@dataclass(frozen=True)
class Wishes:
    """What a person said: ids by URN, URNs of what was surely not made, and a subscription."""

    ids: Mapping[str, str]
    cleared: frozenset[str]
    subscription: str = ""


def plan(state: State, wishes: Wishes, default_subscription: Callable[[], str]) -> tuple[Step, ...]:
    """Decide on every open operation, in the engine's order, and on what an earlier recovery left undone.

    `default_subscription` is called at most once, where neither the state nor a wish tells.
    """
    known = subscriptions(state)
    asked: list[str] = []

    def subscription(entry: Entry) -> str:
        if wishes.subscription:
            return wishes.subscription
        reference = entry.json.get("provider", "")
        if reference not in known and not asked:
            asked.append(default_subscription())
        return known[reference] if reference in known else asked[0]

    open_ = tuple(_step(one, wishes, subscription) for one in state.operations)
    urns = {step.entry.urn for step in open_}
    left = (one for one in state.resources if one.is_to_be_looked_at and one.urn not in urns)
    return (*open_, *(Step(Operation("creating", one), ask=True) for one in left))


def _step(operation: Operation, wishes: Wishes, subscription: Callable[[Entry], str]) -> Step:
    entry = operation.entry
    if not entry.is_outside or entry.urn in wishes.cleared or operation.kind == "reading":
        return Step(operation)
    if operation.kind in _ASKED:
        return Step(operation, ask=True)
    if entry.id and operation.kind == "importing":
        return Step(operation)  # the program imports it again
    if entry.urn in wishes.ids:
        return Step(operation, adopt=wishes.ids[entry.urn], ask=True)
    try:
        needed = SUBSCRIPTION in parts_of_id(entry.token)
        found = azure_id(entry.token, entry.inputs, subscription(entry) if needed else "")
    except UnknownIdError as error:
        return Step(operation, trouble=str(error))
    return Step(operation, adopt=found, ask=True)
