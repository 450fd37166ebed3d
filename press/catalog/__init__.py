"""What is said, how it looks and what it is set in: read here, and checked."""
