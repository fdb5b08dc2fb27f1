"""
What Azure answers when it refuses: one constructor a code, with ARM's status and wording.

Codes, statuses and fragments of text are those that clients have met; where Azure documents a text and no
code, the constructor says so.
"""

from collections.abc import Iterable
from typing import Any


class ArmError(Exception):
    """A refusal: HTTP status, ARM code, message, and where there is one the property at fault."""

    def __init__(self, status: int, code: str, message: str, target: str = "") -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.target = status, code, message, target
        self.gateway = False
        """True for what the front door refuses, before any resource provider is asked."""
        self.headers: dict[str, str] = {}
        """What the answer says beside its body."""

    @property
    def body(self) -> dict[str, Any]:
        """ARM's envelope."""
        error: dict[str, Any] = {"code": self.code, "message": self.message}
        if self.target:
            error["target"] = self.target
        return {"error": error}


def _gateway(status: int, code: str, message: str, target: str = "") -> ArmError:
    error = ArmError(status, code, message, target)
    error.gateway = True
    return error


def invalid_token(message: str = "The access token is missing or invalid.") -> ArmError:
    """No bearer token, or one that is not ours, has expired, or was made for somebody else."""
    return _gateway(401, "InvalidAuthenticationToken", message)


def wrong_tenant(given: str, home: str) -> ArmError:
    """Refuse the token of another tenant."""
    return _gateway(
        401,
        "InvalidAuthenticationTokenTenant",
        f"The access token is from the wrong issuer 'https://sts.windows.net/{given}/'. It must match the tenant "
        f"'https://sts.windows.net/{home}/' associated with this subscription.",
    )


def linked_authorization_failed(action: str, scope: str, tenant: str, subscription: str) -> ArmError:
    """Refuse what names a resource of another tenant, without a token of that tenant beside the caller's."""
    return _gateway(
        403,
        "LinkedAuthorizationFailed",
        f"The client has permission to perform action '{action}' on scope '{scope}', however the current tenant "
        f"'{tenant}' is not authorized to access linked subscription '{subscription}'.",
    )


def missing_api_version() -> ArmError:
    """No `api-version` in the query."""
    return _gateway(
        400,
        "MissingApiVersionParameter",
        "The api-version query parameter (?api-version=) is required for all requests.",
    )


def invalid_api_version(given: str) -> ArmError:
    """Text that cannot be an api-version."""
    return _gateway(
        400,
        "InvalidApiVersionParameter",
        f"The api-version '{given}' is invalid. An api-version has the form YYYY-MM-DD or "
        "YYYY-MM-DD-preview.",
    )


def throttled(subscription: str, kind: str, seconds: int) -> ArmError:
    """Refuse a call too many: `kind` is `read`, `write` or `delete`, `seconds` how long to wait.

    Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling.
    """
    error = _gateway(
        429,
        "SubscriptionRequestsThrottled",
        f"Number of '{kind}' requests for subscription '{subscription}' exceeded the limit. "
        f"Please try again after '{seconds}' seconds.",
    )
    error.headers = {
        "Retry-After": str(seconds),
        f"x-ms-ratelimit-remaining-subscription-{kind}s": "0",
    }
    return error


def too_many_requests(group: str, seconds: int) -> ArmError:
    """Refuse a call too many of one kind of the Compute provider's; its code is not the gateway's.

    Source: https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits.
    """
    error = ArmError(
        429,
        "OperationNotAllowed",
        "The server rejected the request because too many requests have been received for this subscription.",
    )
    error.headers = {
        "Retry-After": str(seconds),
        "x-ms-ratelimit-remaining-resource": f"Microsoft.Compute/{group}3Min;0",
    }
    return error


def invalid_skip_token(given: str) -> ArmError:
    """Refuse a page that no `nextLink` names. Azure's text is not known."""
    return ArmError(400, "InvalidParameter", f"The skip token '{given}' is invalid.", "$skiptoken")


def invalid_content(detail: str) -> ArmError:
    """Refuse a body that is no JSON object, or a value of the wrong JSON type."""
    return _gateway(
        400,
        "InvalidRequestContent",
        f"The request content was invalid and could not be deserialized: '{detail}'.",
    )


def too_large(limit: int) -> ArmError:
    """Refuse a body over the limit."""
    return _gateway(413, "RequestEntityTooLarge", f"The request is larger than the maximum of {limit} bytes.")


def invalid_resource_type(kind: str) -> ArmError:
    """Refuse a type, or a path, that local Azure doesn't serve."""
    return _gateway(
        404,
        "InvalidResourceType",
        f"The resource type '{kind}' could not be found. It may be one that local Azure does not serve.",
    )


def method_not_allowed(method: str, kind: str) -> ArmError:
    """Refuse a verb or an action that the type doesn't have."""
    return _gateway(
        405,
        "HttpMethodNotSupported",
        f"The HTTP method '{method}' is not supported for resource type '{kind}'.",
    )


def served_for_reading(method: str, kind: str) -> ArmError:
    """Refuse a write of a type that Azure would write, and that is there to be read here."""
    return _gateway(
        405,
        "HttpMethodNotSupported",
        f"The HTTP method '{method}' is not supported for resource type '{kind}' by local Azure: what there is "
        "of it is there from the beginning, to be a source.",
    )


def subscription_not_found(subscription: str) -> ArmError:
    """Refuse an unknown subscription."""
    return _gateway(404, "SubscriptionNotFound", f"The subscription '{subscription}' could not be found.")


def group_not_found(group: str) -> ArmError:
    """Refuse an absent resource group, whatever was asked for inside it."""
    return _gateway(404, "ResourceGroupNotFound", f"Resource group '{group}' could not be found.")


def parent_not_found(verb: str, kind: str, parent: str) -> ArmError:
    """Refuse a child call whose parent is absent; `kind` is without its namespace, `galleries/images`."""
    return _gateway(
        404,
        "ParentResourceNotFound",
        f"Failed to perform '{verb}' on resource(s) of type '{kind}', because the parent resource "
        f"'{parent}' could not be found.",
    )


def resource_not_found(kind_and_names: str, group: str) -> ArmError:
    """Refuse an absent resource, `Microsoft.Compute/galleries/g/images/i`."""
    return _gateway(
        404,
        "ResourceNotFound",
        f"The Resource '{kind_and_names}' under resource group '{group}' was not found. For more details "
        "please go to https://aka.ms/ARMResourceNotFoundFix",
    )


def entity_not_found() -> ArmError:
    """Refuse an absent operation status."""
    return ArmError(404, "NotFound", "The entity was not found in this Azure location.")


def location_required() -> ArmError:
    """Refuse a tracked resource without a location."""
    return _gateway(400, "LocationRequired", "The location property is required for this definition.")


def location_not_available(location: str, kind: str, regions: Iterable[str]) -> ArmError:
    """Refuse a region that Azure doesn't have, for a resource."""
    return _gateway(
        400,
        "LocationNotAvailableForResourceType",
        f"The provided location '{location}' is not available for resource type '{kind}'. "
        f"List of available regions for the resource type is '{','.join(regions)}'.",
    )


def location_not_available_for_group(location: str, regions: Iterable[str]) -> ArmError:
    """Refuse a region that Azure doesn't have, for a resource group."""
    return _gateway(
        400,
        "LocationNotAvailableForResourceGroup",
        f"The provided location '{location}' is not available for resource group. "
        f"List of available regions is '{','.join(regions)}'.",
    )


def other_location(name: str, group: str, stored: str, given: str) -> ArmError:
    """Refuse a resource that exists already, in another region."""
    return _gateway(
        409,
        "InvalidResourceLocation",
        f"The resource '{name}' already exists in location '{stored}' in resource group "
        f"'{group}'. A resource "
        f"with the same name cannot be created in location '{given}'. Please select a new resource name.",
    )


def other_group_location(stored: str, given: str) -> ArmError:
    """Refuse a group that exists already, in another region."""
    return _gateway(
        409,
        "InvalidResourceGroupLocation",
        f"Invalid resource group location '{given}'. The Resource group already exists in "
        f"location '{stored}'.",
    )


def group_being_deleted(group: str) -> ArmError:
    """Refuse a write inside a resource group that is going away."""
    return _gateway(
        409,
        "ResourceGroupBeingDeleted",
        f"The resource group '{group}' is in deprovisioning state and cannot perform this operation.",
    )


def scope_locked(scope: str, verb: str, locked: Iterable[str]) -> ArmError:
    """Refuse a deletion or a change that a management lock forbids."""
    scopes = ",".join(f"'{one}'" for one in locked)
    return _gateway(
        409,
        "ScopeLocked",
        f"The scope '{scope}' cannot perform {verb} operation because following scope(s) are locked: {scopes}. "
        "Please remove the lock and try again.",
    )


def invalid_identity(message: str) -> ArmError:
    """Refuse managed identities; the code is ARM's, the text not known."""
    return _gateway(400, "InvalidIdentityValues", message)


def lock_not_found(name: str) -> ArmError:
    """404 of an absent lock; its text is not known."""
    return ArmError(404, "LockNotFound", f"The lock '{name}' could not be found.")


def invalid_lock(message: str) -> ArmError:
    """Refuse a lock; the code is that of the authorization service, the text not known."""
    return ArmError(400, "InvalidLock", message)


def invalid_group_name(name: str) -> ArmError:
    """Refuse a resource group name outside Azure's alphabet, or longer than 90 characters."""
    return _gateway(
        400,
        "InvalidResourceGroup",
        f"The provided resource group name '{name}' is invalid: it has 1 to 90 letters, "
        "digits, '-', '.', '(', "
        "')' or '_', and does not end with '.'.",
    )


def nested_resources(children: Iterable[str]) -> ArmError:
    """Refuse deleting a resource that holds others."""
    return ArmError(
        409,
        "CannotDeleteResource",
        "Cannot delete resource while nested resources exist. Some existing nested resource IDs include: "
        f"'{', '.join(children)}'. Please delete all nested resources before deleting this resource.",
    )


def change_not_allowed(path: str) -> ArmError:
    """Refuse a change of what is fixed at creation; `path` is `galleryImage.properties.osType`."""
    return ArmError(409, "PropertyChangeNotAllowed", f"Changing property '{path}' is not allowed.", path)


def invalid_parameter(target: str, message: str) -> ArmError:
    """Refuse a value that the Compute provider refuses."""
    return ArmError(400, "InvalidParameter", message, target)


def missing_parameter(target: str) -> ArmError:
    """Refuse a property that has to be there."""
    return invalid_parameter(target, f"Required parameter '{target}' is missing (null).")


def disk_parameter_missing(name: str) -> ArmError:
    """Refuse a disk without something; the code and text are those seen for `storageAccountId`."""
    return ArmError(400, "BadRequest", f"Required parameter '{name}' is missing (null).")


def gallery_image_not_found(id_: str, location: str) -> ArmError:
    """Refuse an image version that has no replica in a region, or is not there at all."""
    return ArmError(
        404,
        "GalleryImageNotFound",
        f"The gallery image {id_} is not available in {location} region. Please contact image owner to "
        "replicate to this region, or change your requested region.",
    )


def too_small(given: int, least: int, source: str, target: str) -> ArmError:
    """Refuse a disk smaller than what it is made of; the text is the one for a machine's disk."""
    return operation_not_allowed(
        f"The specified disk size {given} GB is smaller than the size of the corresponding disk in the "
        f"{source}: {least} GB. This is not allowed. Please choose equal or greater size or do not specify an "
        "explicit size.",
        target,
    )


def parameter_not_allowed(target: str) -> ArmError:
    """Refuse a property that must not be there."""
    return invalid_parameter(target, f"Parameter '{target}' is not allowed.")


def bad_request(target: str, message: str) -> ArmError:
    """Refuse a source that differs from its definition (the code seen for operating system states)."""
    return ArmError(400, "BadRequest", message, target)


def conflict(message: str, target: str = "") -> ArmError:
    """Something else stands in the way. Azure documents these texts without a code."""
    return ArmError(409, "Conflict", message, target)


def operation_not_allowed(message: str, target: str = "") -> ArmError:
    """Refuse what the resource's state doesn't permit."""
    return ArmError(409, "OperationNotAllowed", message, target)


def blocked_before_end_of_life(version: str, date: str) -> ArmError:
    """Refuse deleting an image version that blocks its deletion until a date."""
    return ArmError(
        409,
        "DeleteGalleryImageVersionBlockedBeforeEndOfLife",
        f"The gallery image version '{version}' cannot be deleted before its end of life date "
        f"'{date}', because "
        "'blockDeletionBeforeEndOfLife' is true in its safety profile. Set it to false first.",
    )


def bare(guid: str) -> str:
    """Return a GUID as the Authorization provider prints it: 32 digits, no dashes."""
    return guid.replace("-", "").lower()


def role_assignment_exists(name: str) -> ArmError:
    """Refuse the same role for the same principal at the same scope."""
    return ArmError(
        409,
        "RoleAssignmentExists",
        f"The role assignment already exists. The ID of the existing role assignment is {bare(name)}.",
    )


def role_assignment_update() -> ArmError:
    """Refuse a name that stands for another assignment already."""
    return ArmError(
        400,
        "RoleAssignmentUpdateNotPermitted",
        "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    )


def role_assignment_not_found(name: str) -> ArmError:
    """Refuse an absent role assignment."""
    return ArmError(404, "RoleAssignmentNotFound", f"The role assignment '{name}' is not found.")


def invalid_role_assignment_id(name: str) -> ArmError:
    """Refuse a role assignment's name that is no GUID."""
    return ArmError(
        400,
        "InvalidRoleAssignmentId",
        f"The role assignment ID '{name}' is not valid. The role assignment ID must be a GUID.",
    )


def invalid_condition(message: str) -> ArmError:
    """Refuse a condition without its version, or a version without a condition."""
    return ArmError(400, "InvalidCondition", message)


def principal_not_found(principal: str, tenant: str) -> ArmError:
    """Refuse an unknown object id. The CLI looks for ` does not exist in the directory `."""
    return ArmError(
        400,
        "PrincipalNotFound",
        f"Principal {bare(principal)} does not exist in the directory {tenant}. Check that you "
        "have the correct "
        "principal ID. If you are creating this principal and then immediately assigning a "
        "role, this error might "
        "be related to a replication delay. In this case, set the role assignment "
        "principalType property to a "
        "value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype",
    )


def unmatched_principal_type(principal: str, actual: str, given: str) -> ArmError:
    """Refuse the wrong `principalType`. The misspelling is Azure's."""
    return ArmError(
        400,
        "UnmatchedPrincipalType",
        f"The PrincipalId '{bare(principal)}' has type '{actual}' , which is different from specified "
        f"PrinciaplType '{given}'.",
    )


def invalid_principal_id(principal: str) -> ArmError:
    """Refuse a principal id that is no GUID."""
    return ArmError(
        400,
        "InvalidPrincipalId",
        f"The principal ID '{principal}' is not valid. Principal ID must be a GUID.",
    )


def role_definition_missing(role: str, status: int = 400) -> ArmError:
    """Refuse an unknown role: 400 in a role assignment, 404 when it is read itself."""
    return ArmError(
        status,
        "RoleDefinitionDoesNotExist",
        f"The specified role definition with ID '{bare(role)}' does not exist.",
    )


def role_not_assignable(scope: str) -> ArmError:
    """Refuse a role used outside its assignable scopes."""
    return ArmError(
        400,
        "RoleAssignmentScopeNotAssignableToRoleDefinition",
        f"The role assignment scope '{scope}' is not among the assignable scopes of the role definition.",
    )


def role_name_taken(name: str) -> ArmError:
    """Two roles of one name."""
    return ArmError(
        409,
        "RoleDefinitionWithSameNameExists",
        f"A custom role with the name '{name}' already exists in this directory. Use a different name.",
    )


def role_in_use(count: int) -> ArmError:
    """Refuse deleting a role that is assigned."""
    return ArmError(
        400,
        "RoleDefinitionHasAssignments",
        f"There are existing role assignments referencing role (count: {count}). Remove them first.",
    )


def invalid_role_definition(message: str) -> ArmError:
    """Refuse a role definition that lacks something, or is built in."""
    return ArmError(400, "InvalidRoleDefinition", message)
