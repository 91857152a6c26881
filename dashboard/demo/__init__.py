"""The invented world: employers, firms' lists and five years of facts."""
