"""Names that many news articles hold, with their share: the table ``common_names`` of the English pack.

    python -m tests.benchmarks.common_names FILE... > auditor/languages/en/words/common_names.tsv

FILES hold articles on many stories. A name stands in the table from a share of 2 % on: half or twice that changes hardly which
articles of one story meet (98 % of the pairs in real news) or how many others do.
"""

from __future__ import annotations

import sys
from collections import Counter

from auditor.audit import read_article
from auditor.languages.en.code.names import find_names
from auditor.reading import read

SHARE = 0.02
"""Share of the articles from which a name is common."""


def main() -> None:
    documents = read(sys.argv[1:]).documents
    held = Counter(key for one in documents for key in {n.key for n in find_names(read_article(one).prose).all})
    print("# Names that many articles hold, as names are found: they say little of which story an article tells.")
    print(
        f"# Source: counted in {len(documents):,} news articles on many stories (python -m tests.benchmarks.common_names)."
    )
    print("# Licence: MIT, as the project. The numbers are articles in a thousand.")
    print("#: name\tper_mille")
    for name, number in sorted(held.items(), key=lambda item: (-item[1], item[0])):
        if number >= SHARE * len(documents):
            print(f"{name}\t{round(1000 * number / len(documents))}")


if __name__ == "__main__":
    main()
