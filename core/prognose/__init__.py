"""What a year is going to cost: declared, still to be declared, and the months to come."""
