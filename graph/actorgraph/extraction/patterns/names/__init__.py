"""Relations between names beside each other, and what is well known about named actors."""
