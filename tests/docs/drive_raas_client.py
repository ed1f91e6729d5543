"""Drives docs/raas_client.py through what it promises: python3 drive_raas_client.py DOCS URL CONTROL.

Prints a JSON object of what came of each step.
"""

import json
import sys
import urllib.request

docs, url, control = sys.argv[1:]
sys.path.insert(0, docs)
sys.dont_write_bytecode = True
from raas_client import RPCError, Raas  # noqa: E402

done = {}
raas = Raas(url, "root", "salt")
done["by position"] = raas.api.test.echo("a")
done["by keyword"] = raas.api.test.echo(message="b")

first = raas.jwt
hours = json.dumps({"advance": 7200}).encode()
urllib.request.urlopen(urllib.request.Request(control + "/clock", hours)).read()
done["after the JWT expired"] = raas.api.test.echo("c")
done["another JWT"] = raas.jwt != first

raas.cookies.clear()
raas.xsrf = None
done["after the XSRF token was lost"] = raas.api.test.echo("d")

answers = raas.batch(
    [("test", "echo", {"message": "e"}), ("test", "error", {}), ("test", "echo", {"message": "f"})]
)
done["batch"] = [answer["ret"] for answer in answers]
done["batch errors"] = [raas.errors.get((answer["error"] or {}).get("code")) for answer in answers]

try:
    raas.api.test.error()
except RPCError as error:
    done["error"] = error.code

try:
    Raas(url, "root", "wrong")
except urllib.error.HTTPError as error:
    done["wrong password"] = error.code

print(json.dumps(done))
