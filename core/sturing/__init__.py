"""From figures to what people decide: talks and the actions out of them."""
