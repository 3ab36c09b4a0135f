"""The activity log as people read it: what the pages and the API record, the page, its filter, its files."""
