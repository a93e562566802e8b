"""Other inputs than declarations, recognised by their header: one module per kind, listed in register."""
