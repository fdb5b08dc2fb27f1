"""Built-in roles: by name, by GUID, by id."""

from azure_image_gallery.azure.roles import ROLES, find_role, is_guid, role_definition_id, role_guid


def test_roles() -> None:
    assert len({role.guid for role in ROLES}) == len(ROLES)
    assert all(is_guid(role.guid) for role in ROLES)
    reader = find_role("READER")
    assert reader is not None
    assert role_guid("reader") == reader.guid
    identity = role_definition_id("s", reader.guid)
    assert identity == f"/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/{reader.guid}"
    assert role_guid(identity.upper().replace("S/PROVIDERS", "s/providers")) == reader.guid
    assert role_guid("nobody") is None
    assert role_guid("/providers/Microsoft.Authorization/roleDefinitions/x") is None
