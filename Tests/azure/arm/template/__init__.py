"""The template language: expressions, loops, nested templates."""
