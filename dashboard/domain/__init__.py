"""The rules: standard library and stdnum only."""
