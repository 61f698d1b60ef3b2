"""The plugin below a real containerd."""
