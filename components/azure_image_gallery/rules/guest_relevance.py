"""Which facts about a guest a rule would ask for, given what is declared of it already.

A page about Debian asks nothing of Ubuntu, and nothing about NVMe is asked where a definition has none: such facts
are not missing. Where it is not known whether a rule asks, the fact that would tell is missing, and nothing else.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from azure_image_gallery.rules.facts import text
from azure_image_gallery.rules.guest_facts import distribution, said
from azure_image_gallery.spec.enums import Distribution, OsState, Provisioning, SecurityType
from azure_image_gallery.spec.resolved import ResolvedDefinition

_Asks: TypeAlias = Callable[[ResolvedDefinition], bool]


def _is(*names: Distribution) -> _Asks:
    def asks(subject: ResolvedDefinition) -> bool:
        known = distribution(subject)
        return known is not None and known.name in names

    return asks


def _has_nvme(subject: ResolvedDefinition) -> bool:
    return "nvme" in (text(subject.spec.disk_controller_types) or "").casefold()


def _is_generalized(subject: ResolvedDefinition) -> bool:
    return subject.spec.os_state is OsState.GENERALIZED


def _has_udf_off(subject: ResolvedDefinition) -> bool:
    return _is_generalized(subject) and said(subject.spec.guest, "kernel", "udf") is False


def _has_unsigned(subject: ResolvedDefinition) -> bool:
    return said(subject.spec.guest, "kernel", "unsigned_modules") is True


def _has_cloud_init(subject: ResolvedDefinition) -> bool:
    return said(subject.spec.guest, "provisioning") is Provisioning.CLOUD_INIT


def _has_agent(subject: ResolvedDefinition) -> bool:
    return said(subject.spec.guest, "linux_agent", "installed") is True


_BY_RULE: Mapping[str, _Asks] = {
    "SEC018": _has_nvme,
    "LNX001": _is_generalized,
    "LNX002": _is_generalized,
    "LNX003": lambda subject: not _is_generalized(subject),
    "LNX006": _is_generalized,
    "LNX012": _has_nvme,
    "LNX015": _has_cloud_init,
    "LNX016": _has_agent,
    "LNX020": _is(Distribution.CENTOS),
    "LNX021": _is(Distribution.DEBIAN),
    "LNX022": _is(Distribution.FLATCAR),
    "LNX023": _is(Distribution.ORACLE),
    "LNX024": _is(Distribution.RHEL),
    "LNX025": _is(Distribution.SLES, Distribution.OPENSUSE),
    "LNX026": _is(Distribution.UBUNTU),
    "LNX028": lambda subject: subject.spec.security_type != SecurityType.STANDARD,
}
_BY_FACT: Mapping[tuple[str, str], _Asks] = {
    ("LNX007", "version"): _has_udf_off,
    ("LNX007", "customData"): _has_udf_off,
    ("LNX007", "sshKeysOnly"): _has_udf_off,
    ("LNX027", "secureBoot"): _has_unsigned,
}
"""By rule and the last key of a fact: what the rule asks for only where another fact makes it."""


def asks(code: str, key: str, subject: ResolvedDefinition) -> bool:
    """Whether a rule asks for a fact about the guest of a definition; `key` is the last of the fact's path."""
    by_fact = _BY_FACT.get((code, key))
    by_rule = _BY_RULE.get(code)
    return (by_fact is None or by_fact(subject)) and (by_rule is None or by_rule(subject))
