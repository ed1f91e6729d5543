#!/usr/bin/env python3
"""A client of RaaS in one file, with nothing but what comes with Python.

    python3 raas_client.py http://127.0.0.1:8000 root salt

As a library:

    raas = Raas("http://127.0.0.1:8000", "root", "salt")
    raas.api.test.echo("hello")
    raas.batch([("test", "echo", {"message": "a"}), ("test", "error", {})])
"""

import http.cookiejar
import json
import sys
import urllib.error
import urllib.request


class RPCError(Exception):
    """A call that was answered with an error."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]
        self.detail = error.get("detail")


class Raas:
    """Signs in, learns what there is to call, and calls it: raas.api.RESOURCE.METHOD(...)."""

    def __init__(self, server, username, password, config_name="internal"):
        self.server = server.rstrip("/")
        self.credentials = {
            "username": username,
            "password": password,
            "config_name": config_name,
            "token_type": "jwt",
        }
        self.riq = 0
        self.version = None
        self.login()
        self.versions = self.call("api", "get_versions")
        found = self.call("api", "discover")
        self.version = found["constants"].get("rpc-api-version")
        self.errors = {int(code): name for code, name in found["errors"]["errorcode"].items()}
        self.api = Resources(self, found["api"])

    def login(self):
        """Gets an XSRF token, then a JWT for the credentials."""
        self.fetch_xsrf()
        self.jwt = None
        answer = self.post("/account/login", self.credentials)
        if answer["attributes"]["username"] != self.credentials["username"]:
            raise RPCError({"code": 0, "message": "somebody else was logged in"})
        self.jwt = answer["jwt"]

    def fetch_xsrf(self):
        """Gets an XSRF token: the cookie is kept in the jar, the header beside it."""
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            # Only the server itself is spoken to, and without a proxy.
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(self.cookies),
        )
        with self.opener.open(self.server + "/account/login", timeout=60) as reply:
            # Where the server gives none it does not check them.
            self.xsrf = reply.headers.get("X-Xsrftoken")

    def post(self, path, body):
        """Posts JSON, and gives the JSON that is answered."""
        headers = {"X-XSRFToken": self.xsrf} if self.xsrf else {}
        if self.jwt:
            headers["Authorization"] = "JWT " + self.jwt
        if self.version:
            headers["X-RaaS-RPC-Version"] = self.version
        request = urllib.request.Request(
            self.server + path, json.dumps(body).encode(), headers, method="POST"
        )
        with self.opener.open(request, timeout=60) as reply:
            return json.load(reply)

    def rpc(self, body):
        """Posts calls. What has expired is got anew and the calls are made again, once."""
        try:
            return self.post("/rpc", body)
        except urllib.error.HTTPError as error:
            # A 403 that is marked is for the XSRF token; any other one is final.
            is_xsrf = error.code == 403 and "X-XSRFToken-Missing" in error.headers
            if error.code != 401 and not is_xsrf:
                raise
        self.login()
        return self.post("/rpc", body)

    def request(self, resource, method, args=(), kwargs=None):
        """The body of a call."""
        self.riq += 1
        return {
            "riq": self.riq,
            "resource": resource,
            "method": method,
            "args": list(args),
            "kwarg": kwargs or {},
        }

    def call(self, resource, method, /, *args, **kwargs):
        """Makes a call and gives what it returns."""
        answer = self.rpc(self.request(resource, method, args, kwargs))
        if answer["error"] is not None:
            raise RPCError(answer["error"])
        return answer["ret"]

    def batch(self, calls):
        """Makes calls in one request: an answer each, in their order, with its own ret and error."""
        body = [self.request(resource, method, (), kwargs) for resource, method, kwargs in calls]
        return self.rpc(body)["ret"]


class Resources:
    """What was discovered, as attributes: api.test.echo."""

    def __init__(self, client, discovered):
        for resource, methods in discovered.items():
            names = [name for name in methods if name != "__doc__"]
            setattr(self, resource, Methods(client, resource, names))


class Methods:
    """The methods of a resource."""

    def __init__(self, client, resource, names):
        for name in names:
            setattr(self, name, self.caller(client, resource, name))

    @staticmethod
    def caller(client, resource, name):
        return lambda *args, **kwargs: client.call(resource, name, *args, **kwargs)


if __name__ == "__main__":
    raas = Raas(*sys.argv[1:])
    print(raas.api.test.echo("hello from RaaS " + raas.versions["raas"]["raas"]))
    for row in raas.api.master.get_master_details()["results"]:
        print(row["master_id"], row["state"], row["presence_status"])
    for row in raas.api.minions.get_minion_presence(limit=0)["results"]:
        print(row["minion"], "of", row["master"], "is", row["status"])
