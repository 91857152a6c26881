"""What each screen shows, as frozen data, and the function that fills it."""
