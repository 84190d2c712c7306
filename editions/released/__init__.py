"""The public form: what is printed as numbers and relations, what is hidden, and the proof."""
