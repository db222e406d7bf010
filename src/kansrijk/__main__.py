"""`python -m kansrijk` is the command `kansrijk`."""

from kansrijk.cli.main import main

main()
