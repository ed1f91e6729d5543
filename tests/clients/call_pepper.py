"""Calls methods of one pepper.Pepper.

Its arguments are the first argument, each line of the input is a call, and each line of the output
what came of it, all as JSON.
"""

import contextlib
import json
import sys

from pepper import Pepper

api = Pepper(**json.loads(sys.argv[1]))

for line in sys.stdin:
    call = json.loads(line)
    # It prints some of its errors.
    with contextlib.redirect_stdout(sys.stderr):
        try:
            method = getattr(api, call["method"])
            outcome = {"returned": method(*call["args"], **call["kwargs"])}
        except Exception as error:
            outcome = {"raised": f"{type(error).__name__}: {error}"}
    print(json.dumps(outcome), flush=True)
