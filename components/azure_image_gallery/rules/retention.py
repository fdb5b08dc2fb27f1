"""What is to stay in Azure, and lies in something that is deleted.

A warning: the entry alone can leave the declaration and stays. It goes when what it lies in goes, or keeps
that from going, and whoever wrote `retainOnDelete` may not have thought of that.
"""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import RETAINED
from azure_image_gallery.rules.optioned import Optioned, optioned
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.spec.options import StackOptions
from azure_image_gallery.spec.path import Path, format_path
from azure_image_gallery.spec.resolved import Resolved


def retention(subject: Resolved, facts: Facts) -> Iterator[Finding]:
    """Each entry that is retained, and the one it lies in."""
    stack = subject.declaration.options
    if not facts.is_whole("options"):
        return
    entries = list(optioned(subject))
    leaving = {entry.path for entry in entries if not _stays(entry, stack)}
    for entry in entries:
        within = entry.within
        if within in leaving and _is_retained(entry, stack) and facts.is_whole(*within):
            yield Finding(RETAINED, _where(entry, within), _message(within))


def _is_retained(entry: Optioned, stack: StackOptions) -> bool:
    own = entry.options.retain_on_delete if entry.options else None
    return (stack.retain_on_delete if own is None else own) is True


def _stays(entry: Optioned, stack: StackOptions) -> bool:
    """Whether an entry stays in Azure, or is not deleted without a word before."""
    own = entry.options.protect if entry.options else None
    return _is_retained(entry, stack) or (stack.protect if own is None else own) is True


def _where(entry: Optioned, within: Path) -> Path:
    """Where it is said that the entry is retained; where that is the whole stack, that what it lies in is not."""
    own = entry.options is not None and entry.options.retain_on_delete is not None
    return (*(entry.path if own else within), "options", "retainOnDelete")


def _message(within: Path) -> str:
    where = format_path(within)
    if within[0] == "resourceGroups":
        return f"{where} is deleted with everything in it, also with what is to be retained"
    return f"{where} is not retained, and nothing that lies in it stays without it"


CHECKS = (Check(Resolved, retention),)
