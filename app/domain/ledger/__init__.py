"""改: from a weak spot found at home to its measures, monthly reports, closing on paper and looking back."""
