"""The only folder that reads and writes what is kept."""
