"""What in a text does not go with the figures: found and shown, never changed by itself."""
