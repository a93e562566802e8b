"""Data in: from an export as it was sent to a version of the database. See leveringen.py."""
