"""What a declaration says about rules: overridden here for a reason, or an error where it is a warning.

Pure: findings in, findings and what is overridden of them out. An override that is not in order is a finding
itself, and overrides nothing. The grammar of the declaration cannot be overridden: what does not fit it cannot be
built. An error can be overridden only at an address that is written out, for a pattern would also cover what
nobody has looked at.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from azure_image_gallery.rules import enumerated
from azure_image_gallery.rules.addresses import RULES as KEY
from azure_image_gallery.rules.addresses import addresses, covers, entry_of, is_pattern
from azure_image_gallery.rules.beyond.beyond import Beyond
from azure_image_gallery.rules.checked import Overridden
from azure_image_gallery.rules.facts import Facts, text
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import RaisedSeverity
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.rule_settings import RuleSetting

Find: TypeAlias = Callable[[str], Rule | Beyond | None]
"""The catalogue, asked for a code."""
_rule = partial(Rule, docs="https://www.pulumi.com/docs/iac/concepts/config/", evidence=Evidence.OURS)

CODE = _rule(
    code="CFG030",
    title="a rule that is set is one that a declaration decides",
    why="A misspelt code would set nothing, without a word.",
    fix="correct the code; `image-gallery rules` lists them all",
)
REASON = _rule(
    code="CFG031",
    title="what is overridden says why",
    why="Whoever reads the report has to know why a rule does not hold here.",
    fix="add `because`, a sentence",
)
ADDRESS = _rule(
    code="CFG032",
    title="a rule is overridden at an address that is there",
    why="An address that leads nowhere would override nothing, without a word.",
    fix="correct the address: imageDefinitions/<name>, imageVersions/<definition>/<version>, gallery",
)
WRITTEN_OUT = _rule(
    code="CFG033",
    title="an error is overridden at addresses that are written out",
    why="A pattern would also cover what comes later, which nobody has looked at.",
    fix="name each entry by its whole address",
)
FIXED = _rule(
    code="CFG034",
    title="the grammar of the declaration is not overridden",
    why="What does not fit the grammar cannot be built, whatever is said about it.",
    fix="mend what the rule finds",
)
RULES = (CODE, REASON, ADDRESS, WRITTEN_OUT, FIXED)


def wrong_settings(facts: Facts, find: Find) -> Iterator[Finding]:
    """What is wrong with the settings themselves."""
    settings = facts.resolved.declaration.rules
    entries = addresses(facts.resolved.declaration) if settings else frozenset[Path]()
    for code, setting in settings.items():
        rule, path = find(code), (KEY, code)
        if not isinstance(rule, Rule):
            yield Finding(CODE, path, _no_rule(code, rule), on_key=True)
        elif not facts.is_whole(*path):
            continue
        elif _is_fixed(rule):
            yield Finding(FIXED, path, f"{rule.code} is about the declaration's own grammar", on_key=True)
        else:
            yield from _wrong_setting(rule, setting, path, facts, entries)


def _no_rule(code: str, found: Beyond | None) -> str:
    if found is None:
        return f"there is no rule {show(code)}"
    return f"{found.code} is not decided by a declaration, but by {found.decides}"


def _is_fixed(rule: Rule) -> bool:
    return rule in enumerated.RULES or (rule.evidence is Evidence.OURS and rule.severity is Severity.ERROR)


def _wrong_setting(
    rule: Rule, setting: RuleSetting, path: Path, facts: Facts, entries: Iterable[Path]
) -> Iterator[Finding]:
    if setting.except_ is None and setting.severity is None:
        yield Finding(MEANINGLESS, path, "nothing is said about the rule: severity or except is wanted")
    if setting.except_ is None and setting.because is not None:
        yield Finding(
            MEANINGLESS, (*path, "because"), "because stands beside except, and there is none", on_key=True
        )
    if setting.except_ is not None and not _has_reason(setting):
        yield Finding(REASON, path, "except is given without a reason, because is wanted beside it")
    for position, address in enumerate(setting.except_ or ()):
        at = (*path, "except", position)
        if rule.severity is Severity.ERROR and is_pattern(address):
            message = f"{rule.code} is an error, and {show(address)} a pattern"
            yield Finding(WRITTEN_OUT, at, message)
        elif not any(_leads_to(address, entry, rule) for entry in entries) and _is_whole(address, facts):
            yield Finding(ADDRESS, at, f"{show(address)} leads to nothing that is declared")


def _has_reason(setting: RuleSetting) -> bool:
    because = text(setting.because)
    return because is not None and because.strip() != ""


def _is_whole(address: str, facts: Facts) -> bool:
    """Whether what an address names cannot have been cut out of the declaration."""
    parts = address.split("/")
    return facts.is_whole(*(parts[:1] if is_pattern(address) else parts))


def _leads_to(address: str, entry: Path, rule: Rule) -> bool:
    if rule.severity is Severity.ERROR:
        return address == "/".join(map(str, entry))
    return covers(address, entry)


def settled(findings: Iterable[Finding], facts: Facts) -> tuple[tuple[Finding, ...], tuple[Overridden, ...]]:
    """The findings that are left, with the weight they have here, and those that are overridden."""
    settings = {code.upper(): setting for code, setting in facts.resolved.declaration.rules.items()}
    if not settings:
        return tuple(findings), ()
    entries = addresses(facts.resolved.declaration)
    left: list[Finding] = []
    overridden: list[Overridden] = []
    for finding in findings:
        setting = settings.get(finding.code)
        if setting is None or _is_fixed(finding.rule):
            left.append(finding)
        elif _is_overridden(finding, setting, entries):
            overridden.append(Overridden(finding, str(setting.because)))
        else:
            raised = setting.severity is RaisedSeverity.ERROR
            left.append(replace(finding, weight=Severity.ERROR) if raised else finding)
    return tuple(left), tuple(overridden)


def _is_overridden(finding: Finding, setting: RuleSetting, entries: frozenset[Path]) -> bool:
    if not _has_reason(setting):
        return False
    entry = entry_of(finding.path, entries)
    is_error = Severity.ERROR in (finding.severity, finding.rule.severity)
    return any(
        address == "/".join(map(str, entry)) if is_error else covers(address, entry)
        for address in setting.except_ or ()
    )
