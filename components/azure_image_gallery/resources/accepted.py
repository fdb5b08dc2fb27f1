"""From arguments to a checked declaration, with values that other resources make.

Before anything is registered, each `Output` among the arguments is swapped for an `Unknown` and the whole is
checked; errors stop the program there. When an output arrives, the rules that had to stay undecided run
again, and what the child resource is given is the result of that check: a value that Azure would refuse is
never sent.
"""

import asyncio
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

import pulumi

from azure_image_gallery.resources.errors import DeclarationError, Located, LocatedOverride
from azure_image_gallery.resources.excerpt import excerpt, named_versions
from azure_image_gallery.resources.stack import StackDeclaration
from azure_image_gallery.resources.stack_outputs import StackOutputs
from azure_image_gallery.resources.together import Together
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.checked import Checked, Overridden
from azure_image_gallery.rules.report import render, render_overridden
from azure_image_gallery.rules.rule import Finding, Severity
from azure_image_gallery.rules.shape import walk
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import Resolved
from azure_image_gallery.spec.unknown import StackOutput, Unknown, stack_output
from azure_image_gallery.spec.walk import replaced, value_at

T = TypeVar("T")
Locate = Callable[[Sequence[Finding]], list[Located]]


def without_places(findings: Sequence[Finding]) -> list[Located]:
    """Findings of a declaration that stands in no file."""
    return [(finding, None) for finding in findings]


class Accepted:
    """A declaration without errors, and the outputs it still waits for.

    Raises `DeclarationError` with every finding where there are errors.
    """

    def __init__(
        self,
        args: Mapping[str, object],
        prefix: Path = (),
        about: Sequence[str] | None = None,
    ) -> None:
        """Check the arguments of a component.

        `prefix` is where they stand in the declaration that was made around them: the paths of findings leave
        it out. `about` names the parts of that declaration which are the user's; what is found elsewhere is
        about the rest, which is only there for the form's sake.
        """
        stack = args if isinstance(args, StackDeclaration) else None
        self.parent: pulumi.Resource | None = None
        """The component, once it is registered: what is looked up for it lies below it."""
        self._outputs: dict[Path, pulumi.Output[object] | StackOutput] = {}
        self._stack_outputs = StackOutputs()
        self._values = cast("dict[str, object]", _swap(_with_location(args), (), self._outputs))
        self._canonical = {path: _canonical(path) for path in self._outputs}
        self._below = _by_what_is_above(self._canonical)
        self._about = about
        self._locate: Locate = stack.locate if stack else without_places
        self._prefix = prefix
        self.now = datetime.now(UTC)
        """What dates are compared with."""
        self._arrivals: dict[tuple[Path, ...], pulumi.Output[Resolved]] = {}
        self._together = Together(self._check_arrived)
        self.resolved = self._accept(stack.reading if stack else ())

    def _accept(self, reading: Sequence[Located]) -> Resolved:
        checked = self._check(self._values)
        overridden = self._overrides(checked.overridden)
        resolved = _demand(checked, [*reading, *self._located(checked.findings)], overridden)
        every = (*checked.findings, *(each.finding for each in checked.overridden))
        self._decided = {(finding.code, finding.path) for finding in every}
        self._named = named_versions(resolved) if self._outputs else frozenset[Path]()
        return resolved

    def _check(self, values: object, left_out: frozenset[Path] = frozenset()) -> Checked:
        checked = check(cast("Mapping[str, object]", values), now=self.now, left_out=left_out)
        about = self._about
        if about is None:
            return checked
        ours = tuple(f for f in checked.findings if not f.path or f.path[0] in about)
        return replace(checked, findings=ours)

    def _located(self, findings: Sequence[Finding]) -> list[Located]:
        return self._locate([_relative(finding, self._prefix) for finding in findings])

    def _overrides(self, overridden: Sequence[Overridden]) -> list[LocatedOverride]:
        located = self._located([each.finding for each in overridden])
        return [
            (replace(each, finding=finding), place)
            for each, (finding, place) in zip(overridden, located, strict=True)
        ]

    def given(
        self,
        value: T | Unknown,
        *about: Path,
        form: Callable[[T], object] = lambda value: value,
    ) -> Any:  # noqa: ANN401  an input of whichever type the field has
        """What a child resource is given for a value: itself, or an output that was checked on arrival.

        `about` are the paths of everything the rules compare the value with; the outputs below them are
        waited for together. `form` turns the checked value into what azure-native takes.
        """
        if not isinstance(value, Unknown):
            return form(value)
        path = value.path
        checked = self._arrival(self._awaited(about, path)).apply(
            lambda resolved: form(cast("T", value_at(resolved.declaration, path))),
        )
        return _as_secret_as(self._output(path), checked)

    def after_check(self, value: Any, *about: Path) -> Any:  # noqa: ANN401  an input, as it is given
        """A value that is there, once everything below some paths has arrived and was checked with it."""
        awaited = self._awaited(about)
        if not awaited:
            return value
        return pulumi.Output.all(value, self._arrival(awaited)).apply(lambda got: got[0])

    def refuse(self, *findings: Finding) -> DeclarationError:
        """The error that says what is found about something that was looked up."""
        return DeclarationError(self._located(findings))

    def _output(self, path: Path) -> pulumi.Output[object]:
        output = self._outputs[path]
        if isinstance(output, StackOutput):
            output = self._outputs[path] = self._stack_outputs.output(output, self.parent)
        return output

    def _awaited(self, about: Sequence[Path], path: Path | None = None) -> tuple[Path, ...]:
        """The outputs below some paths, and the one at a path."""
        below = (known for above in about for known in self._below.get(above, ()))
        return tuple(dict.fromkeys([*below, *([path] if path else ())]))

    def _arrival(self, awaited: tuple[Path, ...]) -> pulumi.Output[Resolved]:
        if awaited not in self._arrivals:
            outputs = [self._output(known) for known in awaited]
            self._arrivals[awaited] = pulumi.Output.all(*outputs).apply(
                lambda got: self._check_again(dict(zip(awaited, got, strict=True))),
            )
        return self._arrivals[awaited]

    async def _check_again(self, arrived: Mapping[Path, object]) -> Resolved:
        try:
            return await self._together.on(arrived)
        except DeclarationError:  # for something that arrived at the same time, perhaps
            return await self._check_arrived(arrived)

    async def _check_arrived(self, arrived: Mapping[Path, object]) -> Resolved:
        about = [self._canonical[path] for path in arrived]
        values, left_out = excerpt(self._values, about, self._named)
        checked = self._check(replaced(values, arrived), left_out)
        fresh = [f for f in checked.findings if (f.code, f.path) not in self._decided]
        hidden = [str(value) for path, value in arrived.items() if await self._output(path).is_secret()]
        overridden = [
            replace(each, finding=_masked(each.finding, hidden))
            for each in checked.overridden
            if (each.finding.code, each.finding.path) not in self._decided
        ]
        located = self._located([_masked(f, hidden) for f in fresh])
        return _demand(checked, located, self._overrides(overridden))


def _canonical(path: Path) -> Path:
    """A path in Azure's spelling of its keys."""
    return tuple(step.canonical for step in walk(path))


def _by_what_is_above(paths: Mapping[Path, Path]) -> dict[Path, list[Path]]:
    """Paths as they are written, by each canonical path that they stand below, themselves among them."""
    below: dict[Path, list[Path]] = {}
    for path, canonical in paths.items():
        for length in range(len(canonical) + 1):
            below.setdefault(canonical[:length], []).append(path)
    return below


def _as_secret_as(own: pulumi.Output[object], checked: pulumi.Output[object]) -> pulumi.Output[object]:
    """What was checked together with a secret is one only if it was a secret itself."""
    return pulumi.Output(checked.resources(), checked.future(), checked.is_known(), own.is_secret())


def _with_location(args: Mapping[str, object]) -> Mapping[str, object]:
    """The arguments with azure-native's configured location, where they have none of their own."""
    configured = pulumi.Config("azure-native").get("location")
    return args if configured is None or "location" in args else {**args, "location": configured}


def _demand(checked: Checked, located: Sequence[Located], overridden: Sequence[LocatedOverride]) -> Resolved:
    """The declaration, where it has no errors; warnings are logged, and what is overridden is shown."""
    if checked.resolved is None or any(f.severity is Severity.ERROR for f, _ in located):
        raise DeclarationError(located, overridden)
    for finding in located:
        pulumi.log.warn(render([finding]))
    for each in overridden:
        pulumi.log.info(render_overridden([each]))
    return checked.resolved


def _relative(finding: Finding, prefix: Path) -> Finding:
    """A finding about a component's own arguments, which stand deeper in the declaration made for it."""
    if not prefix or finding.path[: len(prefix)] != prefix:
        return finding
    return replace(finding, path=finding.path[len(prefix) :])


def _masked(finding: Finding, hidden: Sequence[str]) -> Finding:
    """A finding that does not repeat a secret."""
    message = finding.message
    for text in filter(None, hidden):
        message = message.replace(text, "[secret]")
    return replace(finding, message=message)


def _swap(value: object, path: Path, outputs: dict[Path, pulumi.Output[object] | StackOutput]) -> object:
    """The arguments with each output, and anything else awaitable, noted and replaced by an `Unknown`."""
    if isinstance(value, pulumi.Output) or asyncio.isfuture(value) or inspect.isawaitable(value):
        outputs[path] = pulumi.Output.from_input(cast("pulumi.Input[object]", value))
        return Unknown(path)
    elsewhere = stack_output(value, path)
    if elsewhere is not None:
        outputs[path] = elsewhere
        return elsewhere
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: _swap(item, (*path, key), outputs) for key, item in items}
    if isinstance(value, (list, tuple)):
        items = cast("Sequence[object]", value)
        return [_swap(item, (*path, at), outputs) for at, item in enumerate(items)]
    return value
