"""Writes a file whole or not at all: whatever breaks off leaves the old text or the new."""

import errno
import os
import shutil
import tempfile
from pathlib import Path


def save(path: Path, text: str) -> None:
    """Puts a text in a file, whole or not at all; raises OSError.

    A new file is its owner's alone, because it is about a person; one that is there keeps
    its mode. A link is followed, and what is no ordinary file is written to, never replaced.
    """
    path = Path(os.path.realpath(path))
    if path.is_symlink():
        raise OSError(errno.ELOOP, "a link that leads to itself")
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")
        return
    temporary = None
    try:
        # No translation of line ends: a file keeps those that it has.
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="",
            dir=path.parent,
            prefix=f".{path.name}.",
            delete=False,
        ) as file:
            temporary = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise
