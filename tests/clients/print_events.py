"""Logs in with pepper.Pepper and prints the lines of /events as they come.

The arguments are the URL, and what login() is given, as JSON.
"""

import json
import sys

from pepper import Pepper

api = Pepper(sys.argv[1])
api.login(**json.loads(sys.argv[2]))
for line in api.req_stream("/events").iter_lines(decode_unicode=True):
    print(line, flush=True)
