"""The figures: one module per question, all of them functions of (Database, Filter)."""
