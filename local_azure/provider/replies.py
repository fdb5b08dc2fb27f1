"""Answers to the engine that take more than one line to build."""

import grpc
from google.protobuf import any_pb2
from pulumi.runtime.proto import provider_pb2, status_pb2

from local_azure.provider.comparison import Change
from local_azure.provider.difference import Difference, PropertyChange
from local_azure.provider.errors import PartialFailure
from local_azure.provider.values import Values, encode

_Kind = provider_pb2.PropertyDiff
_KINDS = {
    (Change.ADD, False): _Kind.ADD,
    (Change.ADD, True): _Kind.ADD_REPLACE,
    (Change.DELETE, False): _Kind.DELETE,
    (Change.DELETE, True): _Kind.DELETE_REPLACE,
    (Change.UPDATE, False): _Kind.UPDATE,
    (Change.UPDATE, True): _Kind.UPDATE_REPLACE,
}


def diff_response(found: Difference) -> provider_pb2.DiffResponse:
    """Tell the engine what changed, path by path."""
    if not found.properties:
        return provider_pb2.DiffResponse(changes=provider_pb2.DiffResponse.DIFF_NONE)
    return provider_pb2.DiffResponse(
        changes=provider_pb2.DiffResponse.DIFF_SOME,
        replaces=found.replaces,
        deleteBeforeReplace=found.delete_before_replace,
        diffs=found.changed,
        detailedDiff={path: _property_diff(change) for path, change in found.properties.items()},
        hasDetailedDiff=True,
    )


def partial_failure_metadata(failure: PartialFailure, inputs: Values) -> tuple[tuple[str, bytes]]:
    """Say, beside the error, that the resource exists: the engine keeps it, and updates it next time."""
    detail = provider_pb2.ErrorResourceInitFailed(
        id=failure.resource_id,
        properties=encode(failure.outputs),
        reasons=[str(failure)],
        inputs=encode(inputs),
    )
    packed = any_pb2.Any()
    packed.Pack(detail)
    status = status_pb2.Status(code=grpc.StatusCode.UNKNOWN.value[0], message=str(failure), details=[packed])
    return (("grpc-status-details-bin", status.SerializeToString()),)


def _property_diff(change: PropertyChange) -> provider_pb2.PropertyDiff:
    return provider_pb2.PropertyDiff(kind=_KINDS[change.change, change.replaces], inputDiff=change.of_inputs)
