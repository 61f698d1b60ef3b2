"""Microsoft's Python SDK against the loopback Azure: the server is right for reasons other than our own reading."""
