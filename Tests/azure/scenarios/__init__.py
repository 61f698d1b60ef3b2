"""Whole commands of slipway against the loopback Azure."""
