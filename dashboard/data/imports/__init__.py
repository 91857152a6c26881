"""One module per source: read, check, stage, commit."""
