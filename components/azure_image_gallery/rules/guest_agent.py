"""Rules about the Azure Linux Agent in a guest."""

from collections.abc import Iterator
from functools import partial

from azure_image_gallery.azure.distributions import AGENT_RUNTIME
from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.guest_facts import said, where
from azure_image_gallery.rules.release import is_before, release
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import OsState, Provisioning
from azure_image_gallery.spec.resolved import ResolvedDefinition
from azure_image_gallery.spec.unknown import Unknown

_LEARN = "https://learn.microsoft.com/azure/virtual-machines"
_AGENT = "imageDefinitions.*.guest.linuxAgent."
_rule = partial(Rule, evidence=Evidence.DOCUMENTATION, severity=Severity.WARNING)

PROVISIONS = _rule(
    code="LNX003",
    title="the agent in a specialized image does not provision",
    why="A specialized image is set up already; the agent is there for extensions alone.",
    fix="write Provisioning.Agent=disabled in /etc/waagent.conf",
    docs=f"{_LEARN}/linux/imaging",
    needs=(f"{_AGENT}provisioning",),
)
ABSENT = _rule(
    code="LNX004",
    title="machines from an image without the agent are made with provisionVMAgent: false",
    why="Azure waits for the agent, and extensions fail after about forty minutes.",
    fix="install the agent, or say provisionVMAgent: false wherever machines are made",
    docs=f"{_LEARN}/linux/disable-provisioning",
    needs=(f"{_AGENT}installed",),
)
RUNTIME = _rule(
    code="LNX016",
    title="the agent has what it works with",
    why="It needs Python 2.6, OpenSSL 1.0 and OpenSSH 5.3 or newer, and calls programs such as sudo and parted.",
    fix="install what is missing",
    docs=f"{_LEARN}/linux/provisioning",
    needs=(
        f"{_AGENT}runtime.python",
        f"{_AGENT}runtime.openssl",
        f"{_AGENT}runtime.openssh",
        f"{_AGENT}runtime.missingTools",
    ),
)
RULES = (PROVISIONS, ABSENT, RUNTIME)


def provisions(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """An agent that would set up what is set up."""
    fields = ("linux_agent", "provisioning")
    if subject.spec.os_state is OsState.SPECIALIZED and said(subject.spec.guest, *fields) is True:
        message = "the agent is to provision a Specialized image, which is set up already"
        yield Finding(PROVISIONS, where(subject, *fields), message)


def absent(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """No agent, where nothing relies on it; where provisioning does, that is told."""
    guest = subject.spec.guest
    provisioning = said(guest, "provisioning")
    may_rely = isinstance(provisioning, Unknown) or provisioning is Provisioning.AZURE_LINUX_AGENT
    is_told = may_rely and subject.spec.os_state is not OsState.SPECIALIZED
    if said(guest, "linux_agent", "installed") is False and not is_told:
        message = "without the agent, machines have to be made with provisionVMAgent: false"
        yield Finding(ABSENT, where(subject, "linux_agent", "installed"), message)


def runtime(subject: ResolvedDefinition, _: Facts) -> Iterator[Finding]:
    """What the agent works with, where there is an agent."""
    agent = subject.spec.guest.linux_agent if subject.spec.guest else None
    if agent is None or agent.runtime is None or agent.installed is False:
        return
    for key, oldest in AGENT_RUNTIME.items():
        given = release(getattr(agent.runtime, key))
        if given is not None and is_before(given, oldest):
            wanted = ".".join(map(str, oldest))
            message = f"{show(getattr(agent.runtime, key))} is given, the agent needs {wanted} or newer"
            yield Finding(RUNTIME, where(subject, "linux_agent", "runtime", key), message)
    if agent.runtime.missing_tools:
        message = f"the agent calls {', '.join(map(show, agent.runtime.missing_tools))}"
        yield Finding(RUNTIME, where(subject, "linux_agent", "runtime", "missing_tools"), message)


CHECKS = tuple(Check(ResolvedDefinition, run) for run in (provisions, absent, runtime))
