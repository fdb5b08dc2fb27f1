"""
Local Azure as a process: started in the background, found again, stopped.

A lock on a file says that it runs, and the system drops the lock when the process is gone, however it went;
the `pid` file only says which process and port. Nothing here ends a process that does not hold the lock.
"""

import asyncio
import fcntl
import json
import logging
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from local_azure import certificates, store
from local_azure.app import IDS_PATH, TREE_PATH
from local_azure.cloud import Cloud, Manners
from local_azure.listener import HOST, listening
from local_azure.seed import seed

DEFAULT_PORT = 8443
_WAIT = 20.0
_POLL = 0.05
_OLD = 24 * 3600
_LARGEST_PORT = 65535


class ServiceError(Exception):
    """Something the person who runs the service has to know, in one sentence."""


class NotRunningError(ServiceError):
    """Nothing runs on this state folder."""


@dataclass(frozen=True)
class Place:
    """The folder of one local Azure and the files in it."""

    folder: Path

    @property
    def state(self) -> Path:
        """The SQLite file."""
        return self.folder / "state.db"

    @property
    def authority(self) -> Path:
        """What clients trust."""
        return self.folder / "ca.pem"

    @property
    def lock(self) -> Path:
        """Locked while the service runs."""
        return self.folder / "lock"

    @property
    def starting(self) -> Path:
        """Locked while somebody starts the service."""
        return self.folder / "starting"

    @property
    def pid(self) -> Path:
        """Which process, on which port."""
        return self.folder / "pid"

    @property
    def log(self) -> Path:
        """A line a request, and what went wrong."""
        return self.folder / "log"


@dataclass(frozen=True)
class Running:
    """A service that runs."""

    pid: int
    port: int
    nested_delete_lag: float = Manners.nested_delete_lag
    throttle_every: int = Manners.throttle_every

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://{HOST}:{self.port}"


def find(place: Place) -> Running | None:
    """Return the service of this folder, if it runs."""
    if not place.lock.exists() or not _locked(place):
        return None
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline:  # it takes the lock first and writes the file a moment later
        if running := _noted(place):
            return running
        time.sleep(_POLL)
    raise ServiceError(f"{place.lock} is held by a process that has left no {place.pid}; end that process")


def _find(place: Place) -> Running:
    running = find(place)
    if running is None:
        raise NotRunningError(f"no local Azure runs on {place.folder}")
    return running


def start(
    place: Place, port: int, manners_arguments: list[str], say: Callable[[str], None]
) -> tuple[Running, bool]:
    """Start in the background unless it runs; returns when it answers, and whether this call started it.

    Of several that start it at once, one does, and the others find it.
    """
    with _starting(place, port):
        if running := find(place):
            return running, False
        return _start(place, port, manners_arguments, say), True


def _start(place: Place, port: int, manners_arguments: list[str], say: Callable[[str], None]) -> Running:
    _require_free(port)
    _clean(place, say)
    command = [sys.executable, "-m", "local_azure", "start", "--foreground", "--port", str(port)]
    command += ["--state", str(place.folder), *manners_arguments]
    root = str(Path(__file__).resolve().parent.parent)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])),
    }
    with place.log.open("ab") as log:
        begin = log.tell()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, env=environment
        )
    _wait_until_it_answers(place, process, begin)
    for line in _log_after(place, begin).splitlines():
        if line.startswith("local azure: "):
            say(line.removeprefix("local azure: "))
    return find(place) or Running(process.pid, port)


def stop(place: Place) -> Running:
    """Ask the service to stop, and wait until it has."""
    running = _find(place)
    os.kill(running.pid, signal.SIGTERM)
    deadline = time.monotonic() + _WAIT
    while _locked(place):
        if time.monotonic() > deadline:
            raise ServiceError(
                f"process {running.pid} was asked to stop and still runs after {_WAIT:.0f} seconds"
            )
        time.sleep(_POLL)
    return running


def status(place: Place, *, seeds: bool = True) -> tuple[Running, str]:
    """Return the running service, and the tree of what it holds."""
    running = _find(place)
    return running, _answer(place, running, TREE_PATH if seeds else f"{TREE_PATH}?without-seeds")


def ids(place: Place) -> list[str]:
    """Return the ids of all that the running service holds, seeds among them, oldest first."""
    return _answer(place, _find(place), IDS_PATH).splitlines()


def reset(place: Place) -> bool:
    """Delete the state of a service that doesn't run; certificates stay. Whether there was any."""
    running = find(place)
    if running is not None:
        raise ServiceError(f"local Azure runs as process {running.pid}; stop it before its state is deleted")
    found = place.state.exists()
    for suffix in ("", "-wal", "-shm"):
        place.state.with_name(place.state.name + suffix).unlink(missing_ok=True)
    return found


def serve(place: Place, port: int, manners: Manners, say: Callable[[str], None]) -> None:
    """Run in this process until SIGTERM or SIGINT."""
    place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _hold(place):
        _require_free(port)
        opened, what_happened = store.open_store(place.state)
        if what_happened:
            say(what_happened)
        try:
            cloud = Cloud(opened, manners=manners)
            seed(cloud)
            opened.forget_operations(before=cloud.clock.now() - _OLD)
            asyncio.run(_serve(place, port, cloud))
        finally:
            opened.close()
            place.pid.unlink(missing_ok=True)


async def _serve(place: Place, port: int, cloud: Cloud) -> None:
    async with listening(cloud, port, certificates.provide(place.folder)):
        manners = cloud.manners
        noted = Running(os.getpid(), port, manners.nested_delete_lag, manners.throttle_every)
        place.pid.write_text(json.dumps(asdict(noted)))
        logging.getLogger("local_azure").info("listening on https://%s:%s", HOST, port)
        stopped = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()


@contextmanager
def _starting(place: Place, port: int) -> Generator[None]:
    """Wait until nobody else starts the service of this folder; a port that is taken makes no folder."""
    if not place.folder.exists():
        _require_free(port)
    place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with place.starting.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _hold(place: Place) -> Generator[None]:
    with place.lock.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServiceError(f"another local Azure runs on {place.folder}") from None
        yield


def _locked(place: Place) -> bool:
    with place.lock.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _noted(place: Place) -> Running | None:
    try:
        noted = json.loads(place.pid.read_text())
        lag, every = float(noted.get("nested_delete_lag", 0)), int(noted.get("throttle_every", 0))
        return Running(int(noted["pid"]), int(noted["port"]), lag, every)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _clean(place: Place, say: Callable[[str], None]) -> None:
    """Remove the note of a service that is gone."""
    if place.pid.exists():
        noted = _noted(place)
        which = f"process {noted.pid}, which is gone" if noted else "a file that cannot be read"
        place.pid.unlink()
        say(f"removed a stale {place.pid} ({which})")


def _require_free(port: int) -> None:
    if not 0 < port <= _LARGEST_PORT:
        raise ServiceError(f"{port} is no port; choose one from 1 to {_LARGEST_PORT} with --port")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise ServiceError(
                f"port {port} may not be used ({error.strerror}); choose another with --port"
            ) from error
        except OSError as error:
            raise ServiceError(
                f"port {port} is in use by another process; stop that process (`ss -ltnp 'sport = :{port}'` "
                "names it) or choose another port with --port, LOCAL_AZURE_PORT for make"
            ) from error


def _wait_until_it_answers(place: Place, process: "subprocess.Popen[bytes]", begin: int) -> None:
    deadline = time.monotonic() + _WAIT
    while time.monotonic() < deadline:
        if process.poll() is not None:
            said = _log_after(place, begin).strip().splitlines()
            reason = (
                said[-1].removeprefix("local azure: ") if said else f"it ended with code {process.returncode}"
            )
            raise ServiceError(reason)
        noted = _noted(place)
        if noted and noted.pid == process.pid:
            try:
                _ask(place, noted.port)
            except OSError:
                pass
            else:
                return
        time.sleep(_POLL)
    process.terminate()
    process.wait()
    raise ServiceError(f"local Azure did not answer within {_WAIT:.0f} seconds; {place.log} may say why")


def _log_after(place: Place, begin: int) -> str:
    with place.log.open("rb") as log:
        log.seek(begin)
        return log.read().decode(errors="replace")


def _answer(place: Place, running: Running, path: str) -> str:
    try:
        return _ask(place, running.port, path)
    except urllib.error.HTTPError as error:
        error.close()
        raise ServiceError(
            f"process {running.pid} is a local Azure of another release, which does not know {path}; stop it"
        ) from None
    except OSError as error:
        raise ServiceError(
            f"process {running.pid} holds {place.lock} but does not answer: {error}"
        ) from error


def _ask(place: Place, port: int, path: str = TREE_PATH) -> str:
    """Return what the service itself says at a path of its own; proxies are not asked."""
    context = ssl.create_default_context(cafile=place.authority)
    handlers = (urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    with urllib.request.build_opener(*handlers).open(f"https://{HOST}:{port}{path}", timeout=5) as answer:
        return answer.read().decode()
