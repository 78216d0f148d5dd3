"""改: putting things right at home, from the self-check to looking back."""
