"""The index of a corpus on disk: what was made of every article, and by what new articles find those to compare with.

One SQLite file holds for each article its sketch and its record, the names, quotations and runs of words by which others meet
it, and the lines of its page. ``file`` is how the file is opened, ``rows`` what a row of it says, ``write`` how it is filled, ``ask`` and
``beside`` what is asked of it, and ``verify`` whether it is whole. A build or an update is whole or does not happen.
"""

from auditor.store.index.ask import Index, Info, info
from auditor.store.index.beside import Beside
from auditor.store.index.file import VERSION, CorpusIndexError
from auditor.store.index.verify import verify
from auditor.store.index.write import Entry, built, updated

__all__ = ["VERSION", "Beside", "CorpusIndexError", "Entry", "Index", "Info", "built", "info", "updated", "verify"]
