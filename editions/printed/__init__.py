"""A printed report held against the records and against itself: each number in it, with the words
around it. Pure: text and figures in, findings out."""
