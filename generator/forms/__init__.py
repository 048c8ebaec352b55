"""What a form is: models, values, profiles, scoring, findings, checks.  Knows no spreadsheet."""
