"""Reference tables: activities, places, joint committees."""
