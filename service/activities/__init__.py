"""What was done, by whom, and what stood there before: the activity log as pages, API and files show it.

    listing     a page of entries, each in a sentence
    words       what every action is called
    sheet       the same as a file

The log itself is kept by `service/store/activity.py`.
"""

from service.activities.listing import Activity, ActivityPage, Difference, activities, all_activities

__all__ = ["Activity", "ActivityPage", "Difference", "activities", "all_activities"]
