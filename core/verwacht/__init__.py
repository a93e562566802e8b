"""Expected use (*verwacht*): what the population of an area leads one to expect, beside what is."""
