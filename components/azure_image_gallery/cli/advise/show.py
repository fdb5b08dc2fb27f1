"""Advice as a person reads it, as another program does, and as a stack's file to start from."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from azure_image_gallery.cli.advise.advice import Advice, Judged, by_code
from azure_image_gallery.cli.advise.demands import Reason
from azure_image_gallery.rules.report import visible

_WIDTH = 100
_INDENT = " " * 10


def as_text(advice: Advice, namespace: str) -> str:
    """The answer, what else will do, what does not and why, and the declaration."""
    return "\n".join(_lines(advice, namespace)).rstrip("\n")


def _lines(advice: Advice, namespace: str) -> Iterator[str]:
    if advice.possible:
        best, *others = advice.possible
        yield f"image type:  {best.option.os_state}"
        yield f"kept in:     {best.option.storage.replace('-', ' ')}"
        yield from (f"also:        {other.option}" for other in others)
        yield from _reasons(best.warnings)
    else:
        yield "no option will do. Either make the source ready for first boot (--deprovisioned yes), and configure"
        yield "the machines, or take them as they were captured (--configured no), from a source that is not ready."
    if advice.refused:
        yield ""
        yield "refused:"
    for judged in advice.refused:
        yield f"  {judged.option}"
        yield from _reasons(judged.refused)
    if advice.possible:
        yield ""
        yield as_yaml(advice, namespace)


def _reasons(reasons: Sequence[Reason]) -> Iterator[str]:
    for reason in by_code(reasons):
        yield from textwrap.wrap(
            visible(reason.message),
            _WIDTH,
            initial_indent=f"  {reason.code}  ",
            subsequent_indent=_INDENT,
            break_on_hyphens=False,
        )


def as_yaml(advice: Advice, namespace: str) -> str:
    """A stack's file with the best option; what is to be replaced is said at its top."""
    best = advice.possible[0]
    values = dict(best.declaration)
    config: dict[str, Any] = {"azure-native:location": values.pop("location")}
    config |= {f"{namespace}:{key}": value for key, value in values.items()}
    text = yaml.safe_dump({"config": config}, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return f"# {best.option}. Put your own names and ids in the place of the examples.\n{text}"


def as_json(advice: Advice) -> str:
    """The answer, all options and their reasons, and the declaration."""
    best = advice.possible[0] if advice.possible else None
    report = {
        "imageType": best and str(best.option.os_state),
        "storage": best and str(best.option.storage),
        "possible": [_option(judged, judged.warnings) for judged in advice.possible],
        "refused": [_option(judged, judged.refused) for judged in advice.refused],
        "declaration": best and best.declaration,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _option(judged: Judged, reasons: Sequence[Reason]) -> dict[str, Any]:
    return {
        "imageType": str(judged.option.os_state),
        "storage": str(judged.option.storage),
        "reasons": [{"code": reason.code, "message": reason.message} for reason in reasons],
    }
