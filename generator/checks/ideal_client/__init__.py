"""What can be wrong with ideal client."""
