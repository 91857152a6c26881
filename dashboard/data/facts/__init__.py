"""Stage 1: facts of workers to figures of employers."""
