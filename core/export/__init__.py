"""Protected tables as files: the same cells as on screen, with their source."""
