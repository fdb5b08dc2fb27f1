"""What the command `image-gallery` takes, and what it says about itself."""

import argparse
from datetime import UTC, datetime
from math import inf, nan
from typing import Any, NoReturn

from azure_image_gallery.cli.advise.arguments import add_questions

_DESCRIPTION = """\
Golden Linux images on Azure, declared once.

Checks what your Pulumi stacks declare - a compute gallery, its image definitions and
versions, who may use them - against much of what Azure is known to refuse, before any
call is made. Needs no Azure account, no Pulumi engine and no network.

After a run that was killed, it finds the way back, with the engine's own commands. What
exists in Azure already, it names for a stack to take over."""

_EXAMPLES = """\
examples:
  image-gallery validate                       every stack of this project
  image-gallery validate --stack prod          one of them
  image-gallery validate stacks/Pulumi.*.yaml  the files you name
  image-gallery validate --format json         for another program
  image-gallery rules MIM001                   why a rule is there, and what to do
  image-gallery recover --stack prod           after a `pulumi up` that was killed
  image-gallery adopt --stack prod             the file to import what exists with

`image-gallery <command> --help` tells more about a command."""

_VALIDATE = """\
Reads each stack's file together with its Pulumi.yaml, exactly as `pulumi up` would, and
reports everything that is wrong at once, with file, line and column.

Without FILE or --stack, every stack file of the nearest Pulumi project is checked.
Encrypted values are never decrypted: what depends on them is left open here, and
checked by `pulumi up`."""

_VALIDATE_END = """\
exit status:
  0  no errors (there may be warnings)
  1  errors were found
  2  a file could not be read, or the command was called wrongly

Rules that compare dates take today's; --now 2027-01-31 asks what will be said then."""

_RULES = """\
Shows every rule that stacks are checked against, and what Azure demands that no declaration
can decide. With CODE, one of them in full: why it is so, what to do, and who says so."""

_SCHEMA = """\
Prints the JSON Schema of this project's stack files, by which an editor completes keys and
values, shows what they mean, and marks what does not fit:

  image-gallery schema > .stack-schema.json
  image-gallery schema --included > .included-schema.json

and at the top of a file in stacks/

  # yaml-language-server: $schema=../.stack-schema.json"""

_ADVISE = """\
Which type of image, and kept where? Says what your answers come to - Generalized or
Specialized, a compute gallery, a managed image or a managed disk -, shows the code of the
rule that refuses each other option, and prints a declaration to start from.

What no option answers is asked, on a terminal; elsewhere --configured and --from have to be
given, and the others take their defaults."""

_ADVISE_END = """\
examples:
  image-gallery advise
  image-gallery advise --configured yes --from vm --machines 200 --regions westeurope,northeurope
  image-gallery advise --configured no --from backup --format yaml > stacks/Pulumi.dev.yaml

exit status:
  0  there is an option that will do
  2  there is none, or the command was called wrongly"""

_COMPLETION = """\
Prints a script that completes the command in a shell. It starts no Python itself.

  bash  image-gallery completion bash > ~/.local/share/bash-completion/completions/image-gallery
  zsh   image-gallery completion zsh > a folder of $fpath/_image-gallery
  fish  image-gallery completion fish > ~/.config/fish/completions/image-gallery.fish"""

_RECOVER = """\
A run that was killed leaves its lock on the stack, and operations that nobody saw the
end of: Azure may have made what the stack's state does not know of, and azure-native
refuses to create it again. This shows what is locked and what was interrupted, with the
id of each in Azure, says what it will do, and does it through the `pulumi` on PATH:
releases the lock, takes what was being created into the state, and lets Azure be asked
about it. Run it in the project's folder, with the environment of `pulumi up`."""

_RECOVER_END = """\
exit status:
  0  done, or there was nothing to do: run `pulumi up`
  1  the engine could not do it; running this again goes on where it stopped
  2  nothing was done: the run is still at work, an id is not known, or nobody said yes"""

_ADOPT = """\
Takes what exists in Azure into a stack, without touching it. Declare it in the stack's
file as it is, then:

  image-gallery adopt --stack prod --output import.json
  pulumi import --file import.json --stack prod --generate-code=false --protect=false
  pulumi preview --stack prod

This is the first of the three. It writes what the stack declares, one resource a line,
under the names that the components give and with the id of each in Azure. Azure is not
asked: the ids follow from the declaration. What is declared as existing or as external is
left out. Run it in the project's folder.

The preview is empty where the declaration says what Azure says, letter by letter:

  a version's regions      as Azure shows them: West Europe
  a role assignment        its name in Azure, under assignmentNames
  a definition's features  options: {ignoreChanges: [features]}, where Azure has none"""

_ADOPT_END = """\
exit status:
  0  written
  1  the declaration has errors
  2  nothing was written: there is no such stack, or an id cannot be told

More in docs/adoption.md of the project."""


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line; `command` names the subcommand."""
    whole = argparse.ArgumentParser(
        "image-gallery",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = whole.add_subparsers(title="commands", metavar="<command>", dest="command", required=True)
    _add_validate(commands)
    _add_rules(commands)
    _add_schema(commands)
    _add_advise(commands)
    _add_recover(commands)
    _add_adopt(commands)
    _add_completion(commands)
    return whole


def _add_validate(commands: Any) -> None:  # noqa: ANN401  argparse does not name the type
    check = _command(commands, "validate", "check what the stacks declare", _VALIDATE, _VALIDATE_END)
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="a stack's file, such as stacks/Pulumi.dev.yaml"
    )
    check.add_argument("--stack", action="append", default=[], metavar="NAME", help="a stack of this project")
    check.add_argument(
        "--format", choices=("text", "json", "sarif", "github"), default="text", help="default: text"
    )
    check.add_argument(
        "--facts", action="store_true", help="list the facts that are not declared and that rules wait for"
    )
    check.add_argument(
        "--now", type=_moment, default=datetime.now(UTC), metavar="DATE", help="default: today"
    )


def _add_rules(commands: Any) -> None:  # noqa: ANN401  as above
    catalogue = _command(commands, "rules", "what is checked, and why", _RULES, "")
    catalogue.add_argument("code", nargs="?", metavar="CODE", help="such as MIM001")
    catalogue.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _add_schema(commands: Any) -> None:  # noqa: ANN401  as above
    schema = _command(commands, "schema", "the JSON Schema of stack files, for editors", _SCHEMA, "")
    schema.add_argument(
        "--project", default="", metavar="NAME", help="default: that of the nearest Pulumi.yaml"
    )
    schema.add_argument("--included", action="store_true", help="of files that a stack includes")


def _add_advise(commands: Any) -> None:  # noqa: ANN401  as above
    add_questions(_command(commands, "advise", "which image type, and kept where", _ADVISE, _ADVISE_END))


def _add_completion(commands: Any) -> None:  # noqa: ANN401  as above
    script = _command(commands, "completion", "completion for a shell", _COMPLETION, "")
    script.add_argument("shell", choices=("bash", "zsh", "fish"))


def _add_recover(commands: Any) -> None:  # noqa: ANN401  as above
    back = _command(commands, "recover", "after a run that was killed", _RECOVER, _RECOVER_END)
    back.add_argument("--stack", required=True, metavar="NAME", help="the stack")
    back.add_argument("--yes", action="store_true", help="do not ask")
    back.add_argument(
        "--subscription",
        default="",
        metavar="ID",
        help="where it was being created, if the state cannot tell",
    )
    back.add_argument(
        "--import",
        dest="ids",
        type=_urn_and_id,
        action="append",
        default=[],
        metavar="URN=ID",
        help="the id of what was being created, for types whose ids are not known here",
    )
    back.add_argument(
        "--clear",
        type=_urn,
        action="append",
        default=[],
        metavar="URN",
        help="Azure surely does not have what was being created",
    )
    back.add_argument(
        "--adopt",
        action="store_true",
        help="then look in Azure for what the next up would create, and take it into the state: after "
        "`cannot create already existing resource`, or a destroy that did not come to its end",
    )
    back.add_argument(
        "--wait",
        type=_seconds,
        default=60.0,
        metavar="SECONDS",
        help="how long Azure may go on with what it had begun; default: 60",
    )
    back.add_argument("--config-file", default="", metavar="FILE", help="as for pulumi")


def _add_adopt(commands: Any) -> None:  # noqa: ANN401  as above
    take = _command(commands, "adopt", "take over what exists in Azure", _ADOPT, _ADOPT_END)
    take.add_argument("--stack", required=True, metavar="NAME", help="the stack that is to own it")
    take.add_argument(
        "--subscription",
        default="",
        metavar="ID",
        help="where it exists; default: the one that azure-native is configured with",
    )
    take.add_argument(
        "--output", default="-", metavar="FILE", help="the file to write; default: -, the terminal"
    )


def _command(commands: Any, name: str, text: str, description: str, end: str) -> argparse.ArgumentParser:  # noqa: ANN401  as above
    return commands.add_parser(
        name,
        help=text,
        description=description,
        epilog=end,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2027-01-31") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _urn_and_id(text: str) -> tuple[str, str]:
    urn, _, id_ = text.partition("=")
    if not (urn.startswith("urn:pulumi:") and id_):
        raise argparse.ArgumentTypeError(f"{text!r} is not a URN and an id with = between them")
    return urn, id_


def _urn(text: str) -> str:
    if not text.startswith("urn:pulumi:"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a URN, which begins with urn:pulumi:")
    return text


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = nan
    if not 0 <= seconds < inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds, 0 or more")
    return seconds


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version  # noqa: PLC0415  slow, and rarely asked for

        print("image-gallery", version("azure-image-gallery"))
        parser.exit()
