"""Files and standard input: what is refused, and how little of it is read."""

import io
import os
import socket
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.reading import InputError, parse_json, parse_yaml, read_file, read_text
from kansrijk.reading.limits import MAX_BYTES


def refusal(path: Path | str) -> str:
    with pytest.raises(InputError) as caught:
        read_file(path)
    return str(caught.value)


class Input(io.BytesIO):
    """A standard input that keeps count."""

    def read(self, size: int | None = -1) -> bytes:
        self.asked = size
        return super().read(size)


def give(monkeypatch: pytest.MonkeyPatch, content: bytes) -> Input:
    stream = Input(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return stream


def test_reads_yaml_and_json(tmp_path: Path) -> None:
    for name, text in (("a.yaml", "a: é\r\n"), ("a.json", '\ufeff{"a": "é"}')):
        path = tmp_path / name
        path.write_bytes(text.encode())
        assert read_file(path).value == read_file(str(path)).value == {"a": "é"}
        assert read_file(path).file == str(path)


def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"a: 1\n")
    document = read_file("-")
    assert (document.file, document.value) == ("-", {"a": 1})


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = give(monkeypatch, b"a" * (2 * MAX_BYTES))
    assert refusal(Path("-")) == (
        "-: this is larger than 1048576 bytes\n  help: divide it over more files"
    )
    assert stream.asked == MAX_BYTES + 1


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-").startswith("-: this file cannot be read")


def test_what_is_not_a_file(tmp_path: Path) -> None:
    missing = tmp_path / "x.yaml"
    words = "this file does not exist\n  help: check the name and the folder"
    assert refusal(missing) == f"{missing}: {words}"
    file = tmp_path / "file"
    file.touch()
    assert refusal(file / "below") == f"{file / 'below'}: {words}"
    assert refusal("a\0b") == f"a?b: {words}"
    assert refusal(tmp_path) == (
        f"{tmp_path}: this is a folder, not a file\n  help: give the name of a file in it"
    )
    assert refusal("a" * 5000) == (
        f"{'a' * 5000}: this file cannot be read\n  help: check that you have permission to read it"
    )


def test_pipes_and_devices_do_not_hang(tmp_path: Path) -> None:
    words = "this is not an ordinary file\n  help: give an ordinary file, or `-` for standard input"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe) == f"{pipe}: {words}"
    assert refusal("/dev/zero") == f"/dev/zero: {words}"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert words in refusal(tmp_path / "s")


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"a: 1\nb\xc3\xa9: \xff", "2:5"), ("a: 1".encode("utf-16"), "1:1"), (b"\xed\xa0\x80", "1:1")],
)
def test_other_encodings(content: bytes, place: str, tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(content)
    assert refusal(path) == (
        f"{path}:{place}: this is not UTF-8 text\n  help: save the file with the encoding UTF-8"
    )


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text("a: 1\n" + "#" * (MAX_BYTES - 5), encoding="utf-8")
    assert read_file(path).value == {"a": 1}
    with path.open("a", encoding="utf-8") as file:
        file.write("#")
    assert "larger than" in refusal(path)
    # In bytes, not in characters.
    with pytest.raises(InputError, match="larger than"):
        read_text("a: 1\n#" + "é" * (MAX_BYTES // 2), "f")


def test_a_very_large_file_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "f"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    tracemalloc.start()
    assert "larger than" in refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * MAX_BYTES


@pytest.mark.parametrize("opening", ["[", "{a: ", '{"a":', '[{"a":', "- ", "? ", "a:\n"])
def test_very_deep_nesting_is_refused_at_once(opening: str, any_parser: str) -> None:
    tracemalloc.start()
    for read in (parse_yaml, parse_json):
        with pytest.raises(InputError):
            read(opening * 100_000, "f")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 * MAX_BYTES


def test_a_bomb_of_aliases_is_refused(any_parser: str) -> None:
    levels = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    with pytest.raises(InputError) as caught:
        parse_yaml("\n".join(["a0: &a0 x", *levels]), "f")
    assert {found.code for found in caught.value.problems} == {"alias", "anchor"}


@given(content=st.binary())
def test_no_bytes_give_another_error(content: bytes) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        give(monkeypatch, content)
        try:
            assert isinstance(read_file("-").value, dict)
        except InputError as error:
            assert error.problems
