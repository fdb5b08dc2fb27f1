"""Outputs of other stacks, as inputs of this one."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import pulumi

from azure_image_gallery.spec.path import parse_path
from azure_image_gallery.spec.unknown import StackOutput


class StackOutputs:
    """The stacks a declaration takes values from; each is read once, under the component."""

    def __init__(self) -> None:
        self._stacks: dict[str, pulumi.StackReference] = {}

    def output(self, wanted: StackOutput, parent: pulumi.Resource | None) -> pulumi.Output[Any]:
        """The value, when it is there. Fails with `pulumi.RunError` where the stack has no such output."""
        stack = self._stacks.get(wanted.stack)
        if stack is None:
            opts = pulumi.ResourceOptions(parent=parent)
            stack = self._stacks[wanted.stack] = pulumi.StackReference(wanted.stack, opts=opts)
        name, *path = parse_path(wanted.name) or (wanted.name,)
        value = stack.get_output(str(name))
        return pulumi.Output.all(value, stack.outputs).apply(
            lambda got: _at(got[0], path, wanted, got[1]),
        )


def _at(value: object, path: Sequence[str | int], wanted: StackOutput, outputs: Mapping[str, object]) -> Any:  # noqa: ANN401  what the other stack exports
    for segment in path:
        try:
            value = cast("Any", value)[segment]
        except (KeyError, IndexError, TypeError):
            value = None
    if value is None:
        there = ", ".join(sorted(outputs)) or "none"
        raise pulumi.RunError(
            f"stack {wanted.stack} has no output {wanted.name}; its outputs are: {there}. "
            "Bring that stack up first, or correct the name"
        )
    return value
