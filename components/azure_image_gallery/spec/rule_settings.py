"""Settings of rules, by code: where what a rule finds is overridden and why, and what weighs more here."""

from pydantic import Field

from azure_image_gallery.spec.enums import RaisedSeverity
from azure_image_gallery.spec.model import Model


class RuleSetting(Model):
    """What is said of one rule. Every report shows what was overridden, and why."""

    severity: RaisedSeverity | None = None
    """`error`: what is a warning by itself stops this stack."""
    except_: list[str] | None = Field(default=None, min_length=1)
    """Addresses at which the rule is overridden: `imageVersions/ubuntu-24.04/1.0.0`. For a warning a pattern will
    do, `imageVersions/*`; an error is overridden at addresses that are written out."""
    because: str | None = Field(default=None, min_length=1)
    """Why. Required beside `except`, and shown in every report."""
