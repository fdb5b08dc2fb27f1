"""What Pulumi is told about each resource: its entry's options, else the whole stack's, else our own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import pulumi

from azure_image_gallery.spec.options import Options, StackOptions, Timeouts

T = TypeVar("T")
_SILENT = Options()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a resource is registered among."""

    parent: pulumi.Resource
    whole: StackOptions
    """Options for every entry that does not say otherwise."""
    group: pulumi.Resource | None = None
    """The resource group, where this stack makes it.

    Azure deletes what is in a group with the group, children before parents, and waits until it is gone. So a
    stack that makes its group deletes that alone: one call, and none that Azure refuses because it has not yet
    noticed that a child is gone.
    """
    one_by_one: bool = False
    """Whether it is deleted by itself all the same, because the group's deletion may be refused for its sake."""

    def options(
        self,
        given: Options | None,
        *,
        after: Sequence[pulumi.Input[pulumi.Resource]] = (),
        ignored: Sequence[str] = (),
        hours: int | None = None,
        protect: bool | None = None,
        hooks: pulumi.ResourceHookBinding | None = None,
    ) -> pulumi.ResourceOptions:
        """A resource's options.

        `after` exist before it and are deleted after it. `ignored` are properties that Azure alone fills in,
        `hours` how long Azure may take, `protect` what holds where nobody has said,
        `hooks` what the engine asks once it has compared the resource with its state.
        """
        said = given or _SILENT
        return pulumi.ResourceOptions(
            parent=self.parent,
            depends_on=[*([self.group] if self.group else ()), *after] or None,
            deleted_with=None if self.one_by_one else self.group,
            # Names are the user's own, and Azure holds each once: the old one has to go first.
            delete_before_replace=True,
            protect=_first(said.protect, self.whole.protect, protect),
            retain_on_delete=_first(said.retain_on_delete, self.whole.retain_on_delete),
            ignore_changes=[*ignored, *_ignored_of(said)] or None,
            custom_timeouts=_timeouts(said.timeouts, hours),
            hooks=hooks,
        )


def formerly(given: Options | None) -> Sequence[str]:
    """What a resource was called before."""
    return (given or _SILENT).aliases or ()


def _ignored_of(said: Options) -> list[str]:
    """What an entry ignores. What is taken over keeps the version of Azure's interface that it was made with.

    azure-native records that version as an input, and another one is an update, though nothing else differs.
    Source: https://github.com/pulumi/pulumi-azure-native/pull/4015.
    """
    return [*(said.ignore_changes or ()), *(["azureApiVersion"] if said.aliases else ())]


def _first(*said: T | None) -> T | None:
    return next((value for value in said if value is not None), None)


def _timeouts(given: Timeouts | None, hours: int | None) -> pulumi.CustomTimeouts | None:
    usual = None if hours is None else f"{hours}h"
    said = given or Timeouts()
    if given is None and usual is None:
        return None
    return pulumi.CustomTimeouts(
        create=said.create or usual, update=said.update or usual, delete=said.delete or usual
    )
