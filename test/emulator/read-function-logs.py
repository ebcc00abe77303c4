"""Prints what the deployed functions logged, oldest first: `read-function-logs.py <endpoint>`, credentials from outside."""

import sys

import botocore.session

logs = botocore.session.get_session().create_client("logs", endpoint_url=sys.argv[1])
lines = []
for group in logs.describe_log_groups()["logGroups"]:
    name = group["logGroupName"]
    for page in logs.get_paginator("filter_log_events").paginate(logGroupName=name):
        lines += [(event["timestamp"], name.rpartition("/")[2], event["message"].rstrip()) for event in page["events"]]
for line in sorted(lines):
    if not line[2].startswith(("START ", "END ", "REPORT ")):
        print(*line)
