"""Runs first in the bundle: joblib starts its processes as Python with -m or -c, and in the bundle Python is nnviz."""

import runpy
import sys

BACKEND = "joblib.externals.loky.backend."


def divert() -> None:
    """Be one of joblib's processes where the command line asks for that; otherwise nothing happens."""
    words = sys.argv[1:]
    if words[:1] == ["-m"] and words[1:] and words[1].startswith(BACKEND):
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        sys.exit()
    # Flags of Python may stand before it.
    command = words[words.index("-c") + 1] if "-c" in words[:-1] else ""
    if command.startswith((f"from {BACKEND}resource_tracker import main", "from multiprocessing.resource_tracker")):
        exec(command)
        sys.exit()


divert()
