"""Measurements of the product: its speed, its size, how well it reads, and how its code reads."""
