"""What is to be done about each operation that was interrupted. Pure: a state goes in, decisions come out."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field

from azure_image_gallery.azure.native_ids import SUBSCRIPTION, UnknownIdError, azure_id, parts_of_id
from azure_image_gallery.recovery.state import UNKNOWN, Entry, Operation, State
from azure_image_gallery.recovery.subscription import subscriptions

_ASKED = ("updating", "deleting")
_LEFT_ALONE = ("reading", "importing")
"""The program does these again, and Azure is not changed by them."""


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


@dataclass
class Planner:
    """Decides about one state. The subscription is asked for at most once, where nothing else tells it."""

    state: State
    wishes: Wishes
    default_subscription: Callable[[], str]
    _asked: list[str] = field(default_factory=list[str])

    def interrupted(self) -> tuple[Step, ...]:
        """Decide on every open operation, in the engine's order, and on what an earlier recovery left undone."""
        open_ = tuple(self._step(one) for one in self.state.operations)
        urns = {step.entry.urn for step in open_}
        left = (one for one in self.state.resources if one.is_to_be_looked_at and one.urn not in urns)
        return (*open_, *(Step(Operation("creating", one), ask=True) for one in left))

    def forgotten(self, creates: Iterable[Entry], absent: Container[str] = ()) -> tuple[Step, ...]:
        """Return what may be in Azure although the state does not know of it: of what `up` would create.

        Left out is what cannot be looked for: its id is not known yet, or what it hangs on is not made; and
        URNs that were looked for already and are `absent`.
        """
        known = {entry.urn for entry in self.state.resources}
        providers = {f"{entry.urn}::{entry.id}" for entry in self.state.resources}
        found: list[Step] = []
        for entry in creates:
            parent = entry.json.get("parent")
            if entry.urn in absent:
                continue
            if entry.json.get("provider") not in providers or (parent and parent not in known):
                continue
            step = self._step(Operation("creating", entry.without_dependencies_but(known)))
            if step.adopt and UNKNOWN not in step.adopt:
                found.append(step)
                known.add(entry.urn)
        return tuple(found)

    def _step(self, operation: Operation) -> Step:
        entry, wishes = operation.entry, self.wishes
        if not entry.is_outside or entry.urn in wishes.cleared or operation.kind in _LEFT_ALONE:
            return Step(operation)
        if operation.kind in _ASKED:
            return Step(operation, ask=True)
        if entry.urn in wishes.ids:
            return Step(operation, adopt=wishes.ids[entry.urn], ask=True)
        try:
            needed = SUBSCRIPTION in parts_of_id(entry.token)
            found = azure_id(entry.token, entry.inputs, self._subscription(entry) if needed else "")
        except UnknownIdError as error:
            return Step(operation, trouble=str(error))
        return Step(operation, adopt=found, ask=True)

    def _subscription(self, entry: Entry) -> str:
        if self.wishes.subscription:
            return self.wishes.subscription
        told = subscriptions(self.state).get(entry.json.get("provider", ""))
        if told is None and not self._asked:
            self._asked.append(self.default_subscription())
        return self._asked[0] if told is None else told
