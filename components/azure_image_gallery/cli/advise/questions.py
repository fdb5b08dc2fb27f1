"""The questions, asked of a person on a terminal where an option does not answer them."""

import argparse
from collections.abc import Callable
from typing import TypeVar

from azure_image_gallery.cli.advise.answers import (
    distribution_of,
    generation_of,
    made_from_of,
    needs_of,
    regions_of,
    whole,
    yes,
)
from azure_image_gallery.cli.advise.situation import MadeFrom, Need, Situation, is_deprovisioned
from azure_image_gallery.cli.stacks import UsageError
from azure_image_gallery.spec.enums import Distribution

T = TypeVar("T")
Ask = Callable[[str], str]


def situation(options: argparse.Namespace, ask: Ask | None) -> Situation:
    """What the options say, and what `ask` gets as answers for the rest.

    Raises:
        UsageError: there is nobody to ask, and an option is missing that has no default.

    """
    asking = _Asking(ask)
    configured = asking.one(
        options.configured,
        "Are name, accounts and keys set at first boot? [y/n]",
        yes,
        "--configured yes or no",
    )
    made_from = asking.one(options.source, f"Made from ({', '.join(MadeFrom)})?", made_from_of, "--from")
    needs = asking.one(
        options.needs, f"Needs ({', '.join(Need)}; separate with commas) []?", needs_of, "", ""
    )
    return Situation(
        configured=configured,
        made_from=made_from,
        deprovisioned=_deprovisioned(options, made_from, configured=configured),
        machines=asking.one(options.machines, "How many machines [1]?", whole, "", "1"),
        regions=asking.one(
            options.regions,
            "In which regions, the source's first [westeurope]?",
            regions_of,
            "",
            "westeurope",
        ),
        subscriptions=asking.one(options.subscriptions, "How many subscriptions [1]?", whole, "", "1"),
        tenants=asking.one(options.tenants, "How many tenants [1]?", whole, "", "1"),
        generation=asking.one(
            options.generation, "Generation of virtual hardware (V1, V2) [V2]?", generation_of, "", "V2"
        ),
        needs=needs,
        distribution=asking.one(
            options.distribution, f"Distribution ({', '.join(Distribution)}) []?", distribution_of, "", ""
        ),
        name=options.name,
        source=options.id,
        storage_account=options.storage_account,
    )


def _deprovisioned(options: argparse.Namespace, made_from: MadeFrom, *, configured: bool) -> bool:
    if options.deprovisioned is not None:
        return options.deprovisioned
    return is_deprovisioned(made_from, configured=configured)


class _Asking:
    def __init__(self, ask: Ask | None) -> None:
        self.ask = ask

    def one(
        self,
        given: T | None,
        question: str,
        read: Callable[[str], T],
        option: str,
        otherwise: str | None = None,
    ) -> T:
        """The answer to a question, asked again until it is one; the default where nobody can be asked."""
        if given is not None:
            return given
        if self.ask is None:
            if otherwise is None:
                raise UsageError(f"this is no terminal to ask on; give {option}")
            return read(otherwise)
        while True:
            answer = self.ask(f"{question} ").strip() or otherwise or ""
            try:
                return read(answer)
            except argparse.ArgumentTypeError as error:
                question = f"{error}. Once more?"
