"""`python -m dashboard` is the command `portefeuille`."""

from dashboard.cli import main

main(prog_name="portefeuille")
