"""The national nomenclature: loaded from the spreadsheet that a Bappeda has, and proposed for what units say."""
