"""`python -m local_azure`: start, stop, look into and reset a local Azure."""

import argparse
import logging
import math
import sys
from pathlib import Path

from local_azure import environment, service
from local_azure.cloud import Manners
from local_azure.service import Place, Running, ServiceError

_LOCAL_HOSTS = ("127.0.0.1", "localhost")


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 done, 1 it could not be done, 2 bad usage."""
    options = _parser().parse_args(arguments)
    place = Place((options.state or _project_root() / ".local" / "azure").resolve())
    try:
        options.command(options, place)
    except ServiceError as error:
        print(f"local azure: error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"local azure: error: {error.filename or place.folder}: {error.strerror or error}",
            file=sys.stderr,
        )
        return 1
    return 0


def _start(options: argparse.Namespace, place: Place) -> None:
    if options.host not in _LOCAL_HOSTS:
        raise ServiceError(
            "local Azure has no real access control and listens on this machine only: "
            f"--host is 127.0.0.1, not {options.host!r}"
        )
    port = options.port or service.DEFAULT_PORT
    lag = Manners.nested_delete_lag if options.nested_delete_lag is None else options.nested_delete_lag
    every = options.throttle_every or 0
    if options.foreground:
        if running := service.find(place):
            _already(running, options)
            return
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
        seconds = options.operation_seconds
        pause = options.share_pause
        manners = Manners(operation=seconds, nested_delete_lag=lag, throttle_every=every, share_pause=pause)
        service.serve(place, port, manners, _say)
        return
    more = ["--operation-seconds", str(options.operation_seconds), "--nested-delete-lag", str(lag)]
    more += ["--throttle-every", str(every), "--share-pause", str(options.share_pause)]
    running, begun = service.start(place, port, more, _say)
    if not begun:
        _already(running, options)
        return
    print(f"local Azure answers on {running.url} (process {running.pid})")
    for name, value in environment.variables(running.port, place.authority).items():
        print(f"export {name}={value}")


def _already(running: Running, options: argparse.Namespace) -> None:
    wanted = ""
    lag, every = options.nested_delete_lag, options.throttle_every
    if options.port not in (None, running.port):
        wanted = f"use port {options.port}"
    elif lag not in (None, running.nested_delete_lag):
        wanted = f"have a nested-delete lag of {lag:g} seconds in place of {running.nested_delete_lag:g}"
    elif every not in (None, running.throttle_every):
        wanted = f"throttle every {every} calls in place of {running.throttle_every}"
    if wanted:
        raise ServiceError(
            f"local Azure runs already on {running.url} (process {running.pid}); stop it before it can {wanted}"
        )
    print(f"local Azure runs already on {running.url} (process {running.pid})")


def _stop(_: argparse.Namespace, place: Place) -> None:
    running = service.stop(place)
    print(f"stopped local Azure on {running.url} (process {running.pid})")


def _status(options: argparse.Namespace, place: Place) -> None:
    running, tree = service.status(place, seeds=not options.without_seeds)
    print(f"local Azure on {running.url} (process {running.pid}), state in {place.state}")
    print(tree, end="")


def _ids(_: argparse.Namespace, place: Place) -> None:
    print("\n".join(service.ids(place)))


def _reset(_: argparse.Namespace, place: Place) -> None:
    print(f"deleted {place.state}" if service.reset(place) else f"there was no state in {place.folder}")


def _say(message: str) -> None:
    print(f"local azure: {message}", file=sys.stderr, flush=True)


def _project_root() -> Path:
    """Return the nearest folder, from here upwards, that holds a `Pulumi.yaml` or a `.git`; else this one."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if any((folder / mark).exists() for mark in ("Pulumi.yaml", ".git")):
            return folder
    return here


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return seconds


def _calls(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of calls")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m local_azure", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="start|stop|status|ids|reset")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--state", type=Path, metavar="DIR", help="its folder (default: .local/azure of the project)"
    )
    start = commands.add_parser("start", parents=[common], help="start it; returns when it answers")
    start.add_argument("--port", type=int, help=f"default {service.DEFAULT_PORT}")
    start.add_argument("--host", default="127.0.0.1", help="this machine, and nothing else")
    start.add_argument("--foreground", action="store_true", help="run here, until interrupted")
    start.add_argument("--operation-seconds", type=_seconds, default=Manners.operation, metavar="S")
    start.add_argument(
        "--nested-delete-lag",
        type=_seconds,
        metavar="S",
        help="how long a parent refuses to be deleted after its last child; 10 to 20 on Azure, none here",
    )
    start.add_argument(
        "--throttle-every",
        type=_calls,
        metavar="N",
        help="answer every Nth call with 429 and Retry-After; 0, as usual: none",
    )
    start.add_argument(
        "--share-pause",
        type=_seconds,
        default=Manners.share_pause,
        metavar="S",
        help="how long after a gallery's share action the next is refused with 429; none here, as usual",
    )
    start.set_defaults(command=_start)
    status = commands.add_parser("status", parents=[common], help="show what it holds")
    status.add_argument("--without-seeds", action="store_true", help="fold what was there from the beginning")
    status.set_defaults(command=_status)
    for name, command, text in (
        ("stop", _stop, "stop it; what it holds is kept"),
        ("ids", _ids, "list the ids of what it holds, a line each"),
        ("reset", _reset, "delete what it holds, while it does not run"),
    ):
        commands.add_parser(name, parents=[common], help=text).set_defaults(command=command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
