"""An Azure VM, its fabric and its pods, made of namespaces; nothing of it survives the process that made it."""
