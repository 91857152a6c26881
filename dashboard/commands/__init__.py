"""Orders: check, change, record; one function each."""
