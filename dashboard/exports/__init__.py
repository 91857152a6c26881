"""Files that a client's figures leave the product in: slides, sheets, lines of text, pages."""
