"""The figures of a period beside those of earlier ones: the year so far, a quarter, one service."""
