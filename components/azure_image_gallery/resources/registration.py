"""How azure-native's resources are registered: as their generated classes do it, for a fraction of the time.

A generated constructor states the type, the plugin's version, a property for each input and output, and an
alias for every versioned type that the resource may have in an older state. All of that is asked of it once
for each class, and nothing is registered for the question. The resources themselves are made by the same base
class, from the same statement; only the aliases are handed over in a cheaper form (see `on_demand`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

import pulumi

from azure_image_gallery.resources.on_demand import OnDemand

P = ParamSpec("P")
R = TypeVar("R")


def registering(kind: Callable[P, R], formerly: Sequence[str] = ()) -> Callable[P, R]:
    """What stands in the place of an azure-native class, to be called as its constructor is.

    `formerly` says under what the resource may be found in an older state: a whole URN, the logical name of a
    resource that had no parent (looked for under the class's own type and all versioned ones), or the keys that
    it had in the same component.
    """

    def make(name: str, *, opts: pulumi.ResourceOptions | None = None, **inputs: object) -> Any:  # noqa: ANN401  an R
        native = cast("type[pulumi.CustomResource]", kind)
        made = native.__new__(native)
        statement = _statement(native)
        args, options = statement.args(inputs), statement.options(opts, _former_names(name, formerly))
        pulumi.CustomResource.__init__(made, statement.token, name, args, options)
        return made

    return cast("Callable[P, R]", make)


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a generated constructor would register when nothing is given."""

    token: str
    args_type: type[object]
    """The class of the inputs, by which Pulumi translates their names."""
    properties: Mapping[str, object]
    """Inputs and outputs, by their names in Python."""
    defaults: pulumi.ResourceOptions
    types: Sequence[str]
    """The other types that the resource may have in an older state."""
    aliases: Sequence[pulumi.Alias]

    def args(self, inputs: Mapping[str, object]) -> Any:  # noqa: ANN401  an instance of args_type
        """The inputs as Pulumi wants them: outputs have a place among them too."""
        unknown = inputs.keys() - self.properties.keys()
        if unknown:
            raise TypeError(f"{self.token} has no input {', '.join(sorted(unknown))}")
        args: Any = object.__new__(self.args_type)
        args.__dict__.update(self.properties, **inputs)
        return args

    def options(
        self, opts: pulumi.ResourceOptions | None, formerly: Sequence["_Former"]
    ) -> pulumi.ResourceOptions:
        """The options with the plugin's version, and with the aliases of the class after their own."""
        options = pulumi.ResourceOptions.merge(self.defaults, opts)
        stated = map(_at_hand, self.aliases)
        options.aliases = [*(options.aliases or ()), *stated, *self._former(formerly)]
        return options

    def _former(self, formerly: Sequence["_Former"]) -> list[pulumi.Input[pulumi.Alias | str]]:
        aliases: list[pulumi.Input[pulumi.Alias | str]] = []
        for former in formerly:
            if isinstance(former, str):
                aliases.append(former)
            else:
                types = (self.token, *self.types)
                aliases += [_at_hand(pulumi.Alias(name=former.name, type_=one, parent=None)) for one in types]
                aliases += [_at_hand(pulumi.Alias(name=former.sibling))] if former.sibling else []
        return aliases


@dataclass(frozen=True, slots=True)
class _FormerName:
    """A name that a resource had: at the root of the stack, or in the same component."""

    name: str
    sibling: str
    """Its name in the component; empty for what lies in none."""


_Former = str | _FormerName


def _former_names(name: str, formerly: Sequence[str]) -> list[_Former]:
    """URNs as they are, and names with what they would be beside the resource of a name."""
    component, slash, _ = name.partition("/")
    inside = component + slash if slash else ""

    def former(said: str) -> _Former:
        if said.startswith("urn:"):
            return said
        return _FormerName(said, inside and f"{inside}{said.removeprefix(inside)}")

    return [former(said) for said in formerly]


class _Listener(pulumi.CustomResource):
    """Stands behind a generated class, and keeps what that would have registered."""

    def __init__(  # pyright: ignore[reportMissingSuperCall]  nothing is to be registered
        self,
        t: str,
        name: str,  # noqa: ARG002
        props: Any = None,  # noqa: ANN401  inputs of whichever class it is
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        self.heard = (t, props, opts or pulumi.ResourceOptions())


@cache
def _statement(kind: type[pulumi.CustomResource]) -> _Statement:
    """What a generated class states, heard from its own constructor."""
    bases = cast("tuple[type, ...]", (kind, _Listener))
    listening = cast("Any", type(kind.__name__, bases, {}))
    # With a URN, as for a resource that is only looked up, no input is required.
    token, props, opts = listening("none", opts=pulumi.ResourceOptions(urn="none")).heard
    aliases = cast("Sequence[pulumi.Alias]", opts.aliases or ())
    opts.urn = opts.aliases = None
    return _Statement(
        token,
        cast("type[object]", type(props)),
        dict(props.__dict__),
        opts,
        [cast("str", alias.type_) for alias in aliases],
        aliases,
    )


def _at_hand(alias: pulumi.Alias) -> pulumi.Output[pulumi.Alias]:
    return OnDemand(lambda: alias)
