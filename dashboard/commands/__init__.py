"""What people order: each command checks, changes and records."""
