"""Who has access to a gallery, as declared and as Azure holds it: ids, compared without regard to case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self, cast

from azure_image_gallery.provider.wire import Values

KINDS = {"subscriptions": "Subscriptions", "tenants": "AADTenants"}
"""The inputs that hold ids, and what Azure calls each kind of group."""

Ids = dict[str, str]
"""Ids by the names that the user gave them; an id that nobody named stands for itself."""


@dataclass(frozen=True)
class Access:
    """With whom a gallery is shared."""

    subscriptions: Ids = field(default_factory=dict[str, str])
    tenants: Ids = field(default_factory=dict[str, str])
    community: bool = False

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """What a resource's inputs or outputs say, in the order of the names: the wire keeps none."""
        named = {kind: _sorted(values.get(kind)) for kind in KINDS}
        return cls(**named, community=values.get("community") is True)

    def ids(self, kind: str) -> Ids:
        """The ids of a kind, by name."""
        return self.subscriptions if kind == "subscriptions" else self.tenants

    def has(self, kind: str, id_: str) -> bool:
        """Whether an id is among those of a kind."""
        return id_.casefold() in _folded(self.ids(kind).values())

    def named_by(self, *others: "Access") -> "Access":
        """The same access, with the names that others have for the ids; the first that knows one is believed."""
        named = {kind: _named(self.ids(kind).values(), [o.ids(kind) for o in others]) for kind in KINDS}
        return Access(**named, community=self.community)

    def missing_in(self, other: "Access") -> dict[str, list[str]]:
        """The ids that another access lacks, by kind."""
        return _filled({k: [i for i in self.ids(k).values() if not other.has(k, i)] for k in KINDS})

    def common_with(self, other: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
        """Those of some ids that are here too, by kind."""
        return _filled({k: [i for i in other.get(k, ()) if self.has(k, i)] for k in KINDS})

    def values(self) -> Values:
        """As inputs and outputs have it."""
        return {**{kind: self.ids(kind) for kind in KINDS}, "community": self.community}


def _sorted(given: object) -> Ids:
    """Ids by name; none of what is not given, or not known yet."""
    ids = cast("Ids", given) if isinstance(given, dict) else {}
    return {name: ids[name] for name in sorted(ids)}


def _folded(ids: Iterable[str]) -> set[str]:
    return {id_.casefold() for id_ in ids}


def _filled(ids: dict[str, list[str]]) -> dict[str, list[str]]:
    return {kind: of_kind for kind, of_kind in ids.items() if of_kind}


def _named(ids: Iterable[str], known: Iterable[Ids]) -> Ids:
    names: dict[str, tuple[str, str]] = {}
    for named in known:
        for name, id_ in named.items():
            names.setdefault(id_.casefold(), (name, id_))
    return dict(names.get(id_.casefold(), (id_, id_)) for id_ in ids)
