"""Times in the forms that Azure writes."""
import datetime


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def iso(moment=None):
    """`2026-01-31T12:00:00.1234567Z`."""
    moment = moment or now()
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f") + "0Z"


def duration(start, end=None):
    """ISO 8601 of the seconds between two moments: `PT2.5S`."""
    return f"PT{max(0.0, ((end or now()) - start).total_seconds()):.7f}S"
