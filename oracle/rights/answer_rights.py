"""
Answers what Salt's own code makes of rules and calls: a case as a line of JSON on stdin, a verdict
as a line of JSON on stdout.

Only the matching of minions is replaced: each case says which minions a target names.
"""

import json
import logging
import os
import sys
import tempfile

import salt.auth
import salt.config
import salt.netapi
import salt.utils.minions


class CasesFleet(salt.utils.minions.CkMinions):
    """Salt's checks over the minions of one case."""

    def __init__(self, opts):  # Salt's own opens the master's caches
        self.opts = opts
        self.targets = {}

    def check_minions(self, expr, *_args, **_kwargs):
        return {"minions": list(self.targets.get(expr, [])), "missing": []}


def value_of(tagged):
    """JSON has no keys but texts, and no float that equals an integer: both come in a wrapper."""
    if isinstance(tagged, list):
        return [value_of(item) for item in tagged]
    if not isinstance(tagged, dict):
        return tagged
    if "float" in tagged:
        return float(tagged["float"])
    return {value_of(key): value_of(item) for key, item in tagged["dict"]}


def check(fleet, rules, call):
    """Asks as the master does: for `publish`, `runner` and `wheel`."""
    if call["kind"] == "local":
        return fleet.auth_check(
            rules,
            value_of(call["fun"]),
            value_of(call["arg"]),
            "the call's target",
            "glob",
            minions=call["minions"],
            whitelist=["saltutil.find_job"],
        )
    ask = fleet.runner_check if call["kind"] == "runner" else fleet.wheel_check
    return ask(rules, value_of(call["fun"]), value_of(call["kwarg"]))


def perms_of(token, provider):
    """The perms of a log-in answer; it shows an empty dict where they fail. Salt adds to the provider's own lists."""
    try:
        perms = salt.netapi.sorted_permissions(salt.netapi.sum_permissions(token, provider))
    except Exception:  # pylint: disable=broad-except
        perms = None
    return repr(perms or {})


def verdict(loadauth, case):
    fleet = loadauth.ckminions
    token = {"eauth": "pam", "name": value_of(case["name"])}
    if case["groups"]:
        token["groups"] = case["groups"]
    loadauth.opts["external_auth"] = {"pam": value_of(case["provider"])}
    loadauth.opts["permissive_acl"] = case["permissive"]
    fleet.targets = {key: ids for key, ids in case["targets"]}
    perms = perms_of(token, value_of(case["provider"]))
    try:
        rules = loadauth.get_auth_list({"token": "any"}, token=token)
        shown = repr(rules)
        answer = check(fleet, rules, case["call"])
    except Exception as error:  # pylint: disable=broad-except
        return {"perms": perms, "outcome": "exception", "why": repr(error)}
    if isinstance(answer, dict):
        return {"perms": perms, "rules": shown, "outcome": answer["error"]["name"]}
    return {"perms": perms, "rules": shown, "outcome": "allowed" if answer else "refused"}


def main():
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as directory:
        opts = salt.config.master_config(os.devnull)
        opts["cachedir"] = directory
        opts["extension_modules"] = os.path.join(directory, "extmods")
        loadauth = salt.auth.LoadAuth(opts, CasesFleet(opts))
        for line in sys.stdin:
            print(json.dumps(verdict(loadauth, json.loads(line))), flush=True)


main()
