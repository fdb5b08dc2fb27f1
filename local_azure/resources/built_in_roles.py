"""Built-in roles that concern galleries: GUIDs and what they permit, from Azure's published list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BuiltInRole:
    """One role."""

    guid: str
    name: str
    description: str
    actions: tuple[str, ...]
    not_actions: tuple[str, ...] = ()
    data_actions: tuple[str, ...] = ()


_COMPUTE = "Microsoft.Compute"
_GROUPS_READ = "Microsoft.Resources/subscriptions/resourceGroups/read"

BUILT_IN_ROLES = (
    BuiltInRole(
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
        "Owner",
        "Full access, including the assignment of roles.",
        ("*",),
    ),
    BuiltInRole(
        "b24988ac-6180-42a0-ab88-20f7382dd24c",
        "Contributor",
        "Full access, but for the assignment of roles and the sharing of image galleries.",
        ("*",),
        (
            "Microsoft.Authorization/*/Delete",
            "Microsoft.Authorization/*/Write",
            "Microsoft.Authorization/elevateAccess/Action",
            f"{_COMPUTE}/galleries/share/action",
        ),
    ),
    BuiltInRole(
        "acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", "View everything, change nothing.", ("*/read",)
    ),
    BuiltInRole(
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        "User Access Administrator",
        "Manage access to Azure resources.",
        ("*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"),
    ),
    BuiltInRole(
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
        "Role Based Access Control Administrator",
        "Manage access to Azure resources by assigning roles.",
        (
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Authorization/roleAssignments/delete",
            "*/read",
            "Microsoft.Support/*",
        ),
    ),
    BuiltInRole(
        "1ef6a3be-d0ac-425d-8c01-acb62866290b",
        "Compute Gallery Sharing Admin",
        "Share a gallery with subscriptions, tenants or the public.",
        (f"{_COMPUTE}/galleries/share/action",),
    ),
    BuiltInRole(
        "85a2d0d9-2eba-4c9c-b355-11c2cc0788ab",
        "Compute Gallery Artifacts Publisher",
        "Publish the contents of galleries.",
        (
            f"{_COMPUTE}/galleries/*",
            f"{_COMPUTE}/images/*",
            f"{_COMPUTE}/locations/capsOperations/read",
            f"{_COMPUTE}/locations/sharedGalleries/*",
            f"{_COMPUTE}/locations/communityGalleries/*",
            f"{_COMPUTE}/disks/write",
            f"{_COMPUTE}/virtualMachines/write",
            _GROUPS_READ,
        ),
        (f"{_COMPUTE}/galleries/share/action",),
    ),
    BuiltInRole(
        "cf7c76d2-98a3-4358-a134-615aa78bf44d",
        "Compute Gallery Image Reader",
        "Read the images of galleries, and their versions.",
        (f"{_COMPUTE}/galleries/images/read", f"{_COMPUTE}/galleries/images/versions/read"),
    ),
    BuiltInRole(
        "959f8984-c045-4866-89c7-12bf9737be2e",
        "Data Operator for Managed Disks",
        "Upload to and download from managed disks and snapshots.",
        (),
        data_actions=(
            f"{_COMPUTE}/disks/download/action",
            f"{_COMPUTE}/disks/upload/action",
            f"{_COMPUTE}/snapshots/download/action",
            f"{_COMPUTE}/snapshots/upload/action",
        ),
    ),
)
