"""What has gone out and what has come back: the ledger of issues, several returns of one form,
returns of an issue that was withdrawn, and forms still outstanding.
"""
