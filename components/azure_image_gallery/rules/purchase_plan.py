"""Rules about purchase plans: what a definition says of the marketplace image that its versions come from."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.rules import source_facts
from azure_image_gallery.rules.enumerated import PLAN
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.purchase_plan import PurchasePlan
from azure_image_gallery.spec.resolved import ResolvedDefinition, ResolvedVersion
from azure_image_gallery.spec.unknown import Unknown

_PARTS = ("name", "publisher", "product")
_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/marketplace-images",
    evidence=Evidence.SERVER,
    needs=("imageVersions.*.*.source.purchasePlan",),
)

WITHOUT = _rule(
    code="IMG023",
    title="a definition for a marketplace image with a plan has that plan",
    why="Azure refuses a source with a plan where the definition has none.",
    fix="give the definition the source's purchasePlan, or publish to one that has it",
)
SAME = _rule(
    code="SRC016",
    title="the source's purchase plan is the definition's",
    why="Azure compares name, publisher and product, and refuses a source of another plan.",
    fix="publish to a definition with the source's purchasePlan",
)
RULES = (WITHOUT, SAME)


def shape(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """All three parts: Azure asks for the name alone, and compares all of them with the source's."""
    plan = subject.spec.purchase_plan
    missing = [key for key in ("publisher", "product") if plan and getattr(plan, key) is None]
    if missing:
        message = f"the plan has no {' and no '.join(missing)}, the source's plan has"
        yield Finding(PLAN, (*subject.path, "purchasePlan"), message, weight=Severity.WARNING)


def of_source(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """The source's plan, where one is known."""
    fact, definition = source_facts.purchase_plan(subject, facts), subject.definition
    if definition is None or not isinstance(fact.value, PurchasePlan):
        return
    wanted, name = definition.spec.purchase_plan, show(subject.definition_key)
    if not facts.is_whole(*definition.path, "purchasePlan") or not _is_known(fact.value):
        return
    what = f"the source has the plan {_shown(fact.value)}{fact.origin}"
    if wanted is None:
        yield Finding(WITHOUT, fact.path, f"{what}, the definition {name} has none")
    elif _differ(fact.value, wanted):
        yield Finding(SAME, fact.path, f"{what}, the definition {name} has {_shown(wanted)}")


def _is_known(plan: PurchasePlan) -> bool:
    """Whether no part of a plan was cut out."""
    return not any(isinstance(getattr(plan, key), Unknown) for key in _PARTS)


def _differ(one: PurchasePlan, other: PurchasePlan) -> bool:
    """Whether two plans differ in what is said of both: a part that is left out may be anything."""
    pairs = [(getattr(one, key), getattr(other, key)) for key in _PARTS]
    return any(isinstance(a, str) and isinstance(b, str) and a != b for a, b in pairs)


def _shown(plan: PurchasePlan) -> str:
    parts: list[str | None] = [getattr(plan, key) for key in ("publisher", "product", "name")]
    return show("/".join(part or "…" for part in parts))


CHECKS = (Check(ResolvedDefinition, shape), Check(ResolvedVersion, of_source))
