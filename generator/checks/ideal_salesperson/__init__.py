"""What can be wrong with ideal salesperson."""
