"""A stand-in for Azure Resource Manager on 127.0.0.1, for tests of whole programs.

Written from Microsoft's REST specification, not from the client that it tests. `service.Azure` is the whole; a file
answers for one resource provider or one concern.
"""
