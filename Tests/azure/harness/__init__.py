"""What the tests share: a server in the test's own process, and the judge of its recording."""
