"""How fast the product is, as ratios to a callback that does nothing."""
