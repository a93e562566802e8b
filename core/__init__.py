"""Everything the app computes about youth care; knows no screen."""
