"""Writes a file whole or not at all: whatever breaks off leaves the old text or the new."""

import errno
import os
import secrets
import shutil
from functools import partial
from pathlib import Path


def save(path: Path, text: str | bytes, *, about_nobody: bool = False) -> None:
    """Puts a text in a file, or bytes, whole or not at all; raises OSError.

    A new file is its owner's alone, because it is about a person; what is about nobody, such as
    rules, is for whoever may look in its folder. One that is there keeps its mode. A link is
    followed, and what is no ordinary file is written to, never replaced.
    """
    path = Path(os.path.realpath(path))
    if path.is_symlink():
        raise OSError(errno.ELOOP, "a link that leads to itself")
    # No translation of line ends: a file keeps those that it has.
    data = text.encode("utf-8") if isinstance(text, str) else text
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    mode = 0o666 if about_nobody else 0o600
    try:
        with open(temporary, "xb", opener=partial(os.open, mode=mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(path: Path, text: str) -> None:
    """A file that was not there, for whoever may look in its folder; raises OSError.

    For what is about nobody, such as rules.
    """
    with path.open("x", encoding="utf-8", newline="") as file:
        try:
            file.write(text)
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
