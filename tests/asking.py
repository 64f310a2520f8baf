"""Asks a process of ``tests.served`` to run the command; ``python -S asking.py DOOR ARGUMENTS`` is the command as a program."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence


def ask(
    door: str, args: Sequence[str], folder: str, environment: Mapping[str, str], streams: Sequence[int]
) -> socket.socket:
    """Have the command started in a folder, with its three streams; the socket that will tell its exit status."""
    asking = socket.socket(socket.AF_UNIX)
    asking.connect(door)
    asked = {"args": args, "folder": folder, "environment": dict(environment)}
    said = json.dumps(asked).encode() + b"\n"
    asking.sendall(said[socket.send_fds(asking, [said], list(streams)) :])
    return asking


def status(asking: socket.socket) -> int:
    """The exit status of a command that was asked for, once it has ended."""
    with asking:
        return int(asking.recv(9))


if __name__ == "__main__":
    sys.exit(status(ask(sys.argv[1], sys.argv[2:], os.getcwd(), os.environ, (0, 1, 2))))
