"""Orders: check, change, record; one module for each screen's orders."""
