"""The command: parse, call the library, print, give an exit code. Each command is one call."""
