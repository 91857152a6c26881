"""Portefeuille: the client portfolio of an accounting firm."""
