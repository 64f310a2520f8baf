"""Makes what in the documents is made; a test says what is out of date.

``python -m tests.documents`` writes the catalogue of checks (``checks/README.md``) and the lines of output in ``README.md``;
with ``--picture`` also the picture of the page (``reports/picture.png``), for which a Chromium has to be installed.
"""

from __future__ import annotations

import sys

from tests.documents import catalogue, excerpt, picture


def main(arguments: list[str]) -> int:
    """Write what was asked for; the exit status."""
    if arguments not in ([], ["--picture"]):
        print("usage: python -m tests.documents [--picture]", file=sys.stderr)
        return 2
    catalogue.PATH.write_text(catalogue.made(), encoding="utf-8")
    excerpt.write()
    if arguments:
        picture.write()
    return 0


sys.exit(main(sys.argv[1:]))
