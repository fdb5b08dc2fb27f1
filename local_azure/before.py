"""What is looked at before the engine runs on a stack of local Azure. Raises WorkspaceError, in a sentence."""

from local_azure import service, upstream
from local_azure.stack_lock import make_command
from local_azure.workspace import Workspace, WorkspaceError

_NAMED = 5


def require_no_interruption(workspace: Workspace, stack: str) -> None:
    """Refuse a stack on which a killed run has left operations open: the engine would go on without them."""
    count = workspace.stack_state(stack).interrupted
    if count:
        raise WorkspaceError(
            f"a run on stack {stack} was killed and has left {_number(count, 'operation')} open; "
            f"`{make_command(stack, 'recover')}` settles what became of them"
        )


def require_unprotected(workspace: Workspace, stack: str) -> None:
    """Refuse to destroy a stack with protected resources, and say how the protection is lifted."""
    names = workspace.stack_state(stack).protected
    if names:
        file = workspace.stack_file(stack).relative_to(workspace.project)
        raise WorkspaceError(
            f"stack {stack} is protected: {_listed(names)} may not be deleted; to lift that, say "
            f"`protect: false` where {file} says `protect: true` (under `options`) and run "
            f'`{make_command(stack, "up")}`, or lift it in the state alone with `eval "$(make -s env)"; pulumi '
            f"state unprotect --all --yes --stack {stack}`; then run `{make_command(stack, 'destroy')}` again"
        )


def require_sources(workspace: Workspace, stack: str) -> None:
    """Refuse to preview a stack that takes outputs of one that is not up: they are not known."""
    missing = sources_to_bring_up(workspace, stack)
    if missing:
        first = make_command(missing[0], "up")
        raise WorkspaceError(
            f"stack {stack} takes outputs of stack {missing[0]}, which is not up; run `{first}` first"
        )


def sources_to_bring_up(workspace: Workspace, stack: str) -> list[str]:
    """Return the stacks that have to be brought up before this one, in order; those that are up left out.

    Raises WorkspaceError for stacks that wait for each other, or that are none of this project.
    """
    order: list[str] = []
    _add_sources(workspace, stack, (stack,), order)
    return order


def _add_sources(workspace: Workspace, stack: str, chain: tuple[str, ...], order: list[str]) -> None:
    for reference in upstream.needed(workspace.project, workspace.stack_file(stack)):
        source = upstream.own_stack(reference, workspace.project_name)
        if source in order or workspace.stack_state(source or reference).is_up:
            continue
        if source is None:
            raise WorkspaceError(
                f"stack {stack} takes outputs of {reference}, a stack of another project, which is not up; "
                "bring it up there, with the environment of `make env`"
            )
        if source in chain:
            circle = " -> ".join((*chain[chain.index(source) :], source))
            raise WorkspaceError(
                f"stacks take outputs of each other and none can come up first: {circle}; "
                "let one of them do without"
            )
        _add_sources(workspace, source, (*chain, source), order)
        order.append(source)


def lost(workspace: Workspace, stack: str) -> list[str]:
    """Return the names of what the stack has made and local Azure does not hold any more."""
    state = workspace.stack_state(stack)
    if not state.made:
        return []
    try:
        return state.lost(service.ids(service.Place(workspace.home / "azure")))
    except service.ServiceError as error:
        raise WorkspaceError(str(error)) from error


def describe_lost(stack: str, names: list[str]) -> str:
    """Return what a person is told about what local Azure has lost."""
    return (
        f"Local Azure does not have {_listed(names)} of stack {stack} any more: its state was deleted or set "
        "aside, or somebody deleted them. They are made again."
    )


def _listed(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
