"""The promises of docs/design: properties of every pack, case and day."""
