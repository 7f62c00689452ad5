"""The command `claimlint`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; answer from memory, before anything else is imported, where nothing has changed."""
    from claimlint.replay import recall

    arguments = sys.argv[1:]
    code = recall(arguments)
    if code is None:
        import gc

        gc.set_threshold(100_000, 50, 100)  # what a run loads stays: searching it for garbage only costs time

        from claimlint.cli import main as command_line

        command_line(arguments)
        return
    sys.exit(code)


if __name__ == "__main__":
    main()
