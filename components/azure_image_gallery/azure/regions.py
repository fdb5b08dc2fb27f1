"""Regions: their canonical names.

Azure compares region names without regard to case and spaces (`West Europe` is `westeurope`); inside this
package a region always has its canonical form.
Source: https://learn.microsoft.com/azure/reliability/regions-list (read 2026-09).
"""


def canonical_region(name: str) -> str:
    """`West Europe` becomes `westeurope`; a name that is canonical stays as it is."""
    return "".join(name.split()).lower()
