"""Facts about tenants are asked for once something is said of one, and only where they decide something."""

from typing import Any

import pytest

from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.rules.check import check
from azure_image_gallery.rules.undeclared import undeclared
from azure_image_gallery.spec.path import format_path
from tests.rules.declarations import NOW, VERSION, Changes, changed

HERE = "eeeeeeee-2000-4000-8000-000000000001"
AT = 'imageVersions.web["1.0.0"].source'
COPIED = {"imageVersions/web/1.0.0/source": {"imageVersion": VERSION}}


def asked(changes: Changes) -> list[str]:
    resolved: Any = check(changed(changes), now=NOW).resolved
    paths = map(format_path, undeclared(resolved, RULES).facts)
    return sorted(path for path in paths if path.endswith(("tenantId", "replicatedIn")))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (COPIED, []),
        ({"gallery/tenantId": HERE}, ["principals.team.tenantId"]),
        ({**COPIED, "gallery/tenantId": HERE}, [f"{AT}.tenantId", "principals.team.tenantId"]),
        (
            {"imageVersions/web/1.0.0/source": {"imageVersion": VERSION, "tenantId": HERE}},
            ["gallery.tenantId", f"{AT}.replicatedIn", "principals.team.tenantId"],
        ),
    ],
)
def test_what_is_asked_of_tenants(changes: Changes, found: list[str]) -> None:
    assert asked(changes) == sorted(found)
