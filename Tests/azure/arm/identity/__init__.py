"""Tokens: the authority, the metadata endpoint, and the check of what they gave out."""
