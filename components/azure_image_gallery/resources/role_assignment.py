"""Access to a gallery: role assignments.

Each has a name that follows from its scope, principal and role, so that the same declaration always leads to
the same assignment, and two declarations never fight over one.
"""

from typing import Any, NotRequired, TypedDict, cast

import pulumi
from pulumi_azure_native import authorization as native

from azure_image_gallery.azure.roles import assignment_guid, role_definition_id, role_guid
from azure_image_gallery.resources.accepted import Accepted
from azure_image_gallery.resources.args import PrincipalSpec
from azure_image_gallery.resources.compact import compact
from azure_image_gallery.resources.options import Surroundings, formerly
from azure_image_gallery.resources.placement import component_type
from azure_image_gallery.resources.registration import registering
from azure_image_gallery.spec.resolved import ResolvedAssignment

_ENTRY = "access"


class GalleryAccessArgs(TypedDict):
    """What a `GalleryAccess` is made from."""

    scope: pulumi.Input[str]
    """The id of a gallery, an image definition or an image version."""
    role: str
    """The name of a built-in role, or a role definition's GUID or id."""
    principals: dict[str, PrincipalSpec]
    """Who gets the role, by a name of their own."""
    description: NotRequired[pulumi.Input[str]]
    """Why the role is given."""
    condition: NotRequired[pulumi.Input[str]]
    """A condition in Azure's language for attribute-based access control."""
    condition_version: NotRequired[str]
    """The language's version, 2.0; stands beside a condition and only there."""
    delegated_managed_identity_resource_id: NotRequired[pulumi.Input[str]]
    """The id of the managed identity that is given the role, where it lies in the tenant of a managing
    partner (Azure Lighthouse)."""


class GalleryAccess(pulumi.ComponentResource):
    """A role for several principals at one scope, checked before it is registered.

    Raises `DeclarationError` for arguments that Azure would refuse.
    """

    role_assignment_ids: pulumi.Output[dict[str, str]]
    """The role assignments' ids, by principal."""

    def __init__(
        self, name: str, args: GalleryAccessArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        values: dict[str, Any] = {**args}
        scope = pulumi.Output.from_input(values.pop("scope"))
        principals = values.pop("principals")
        entry = {**values, "principals": list(principals), "scopes": ["gallery"]}
        accepted = Accepted(
            {
                # Access is given to something that exists; the rules look at no more of it than its id.
                "gallery": {"name": "none", "resource_group": "none"},
                "principals": principals,
                "sharing": {"role_assignments": {_ENTRY: entry}},
            },
            prefix=("sharing", "role_assignments", _ENTRY),
            about=("principals", "sharing"),
        )
        super().__init__(component_type("GalleryAccess"), name, None, opts)
        accepted.parent = self
        around = Surroundings(self, accepted.resolved.declaration.options)
        children = {
            assignment.principal: role_assignment(
                accepted,
                assignment,
                scope,
                f"{name}/{assignment.principal}",
                around.options(assignment.spec.options),
            )
            for assignment in accepted.resolved.assignments
        }
        self.role_assignment_ids = pulumi.Output.all(**{key: child.id for key, child in children.items()})
        self.register_outputs({"roleAssignmentIds": self.role_assignment_ids})


def role_assignment(
    accepted: Accepted,
    assignment: ResolvedAssignment,
    scope: pulumi.Output[str],
    logical_name: str,
    opts: pulumi.ResourceOptions,
) -> native.RoleAssignment:
    """One role for one principal at one scope."""
    spec = assignment.spec
    role = cast("str", role_guid(spec.role))  # the rules let no other role through
    principal = accepted.resolved.declaration.principals[assignment.principal]
    principal_id = accepted.given(principal.principal_id, ("principals", assignment.principal))
    return registering(native.RoleAssignment, formerly(spec.options))(
        logical_name,
        role_assignment_name=assignment.name
        or pulumi.Output.all(scope, principal_id).apply(
            lambda parts: assignment_guid(parts[0], parts[1], role),
        ),
        scope=scope,
        principal_id=principal_id,
        principal_type=principal.principal_type.value,
        role_definition_id=scope.apply(lambda scope_id: role_definition_id(_subscription(scope_id), role)),
        **compact(
            {
                "description": accepted.given(spec.description, assignment.path),
                "condition": accepted.given(spec.condition, assignment.path),
                "condition_version": spec.condition_version,
                "delegated_managed_identity_resource_id": accepted.given(
                    spec.delegated_managed_identity_resource_id, assignment.path
                ),
            },
        ),
        opts=opts,
    )


def _subscription(scope: str) -> str:
    """The subscription an id lies in: `/subscriptions/<subscription>/…`."""
    return scope.split("/")[2]
