"""Stage 2: figures of employers to released peer figures, and their reader."""
