"""What can always be attained, whatever was done before, and until when."""
