"""Writes what Salt makes of YAML documents and texts to fixtures/python/, for the tests beside this file.

    SALT_VENV/bin/python tests/python/yaml_vectors.py fixtures/python

The files come out the same with Salt 3006.28, 3007.15 and 3008.3. A list or dict that appears again is
{"!alias": n}, its first appearance {"!anchor": n, "value": ...}; a dict whose keys JSON has no form for is
{"!dict": [[key, value], ...]}.
"""

import argparse
import json
import pathlib
import random

import salt.utils.args
import salt.utils.yaml
import yaml_corpus
import yaml_random


class NoJson(Exception):
    """A value of a type that neither JSON nor the simulator has: bytes, a set, a tuple, a list within itself."""


def encode(value):
    repeats = {}
    count(value, repeats, ())
    return encoded(value, repeats, {})


def count(value, repeats, path):
    if not isinstance(value, (list, dict)):
        return
    if id(value) in path:
        raise NoJson
    repeats[id(value)] = repeats.get(id(value), 0) + 1
    if repeats[id(value)] == 1:
        for item in value.values() if isinstance(value, dict) else value:
            count(item, repeats, (*path, id(value)))


def encoded(value, repeats, numbers):
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if not isinstance(value, (list, dict)):
        raise NoJson
    if id(value) in numbers:
        return {"!alias": numbers[id(value)]}
    if repeats[id(value)] > 1:
        numbers[id(value)] = len(numbers) + 1
        return {"!anchor": numbers[id(value)], "value": contents(value, repeats, numbers)}
    return contents(value, repeats, numbers)


def contents(value, repeats, numbers):
    if isinstance(value, list):
        return [encoded(item, repeats, numbers) for item in value]
    if any(not isinstance(key, (str, bool, int, float, type(None))) for key in value):
        raise NoJson
    pairs = [[key, encoded(item, repeats, numbers)] for key, item in value.items()]
    if all(isinstance(key, str) and not key.startswith("!") for key in value):
        return dict(pairs)
    return {"!dict": pairs}


def dump_vector(value):
    return {"value": encode(value), "yaml": salt.utils.yaml.safe_dump(value, default_flow_style=False)}


def load_vector(text):
    try:
        value = salt.utils.yaml.safe_load(text)
    except Exception:  # what Salt raises is not always a YAMLError
        return {"text": text, "refused": True}
    return {"text": text, "value": encode(value)}


def argument_vector(text):
    return {"text": text, "value": encode(salt.utils.args.yamlify_arg(text))}


def kwarg_vector(text):
    return {"text": text, "pair": list(salt.utils.args.parse_kwarg(text))}


def vectors(groups, vector):
    """The vectors of each group, without those that have no JSON form."""
    made = {}
    for group, sources in groups.items():
        made[group] = []
        for source in sources:
            try:
                made[group].append(vector(source))
            except NoJson:
                continue
    return made


def write(path, groups):
    lines = []
    for group, items in groups.items():
        body = ",\n".join("    " + json.dumps(item) for item in items)
        lines.append(f"  {json.dumps(group)}: [\n{body}\n  ]")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Write what Salt makes of YAML documents and texts.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=140, help="random documents beside the hand-picked ones")
    parser.add_argument("--texts", type=int, default=40, help="random texts and arguments beside the hand-picked ones")
    options = parser.parse_args()
    chance = random.Random(options.seed)

    def some(count, make):
        return [make(chance) for _ in range(count)]

    documents = {**yaml_corpus.DOCUMENTS, "random documents": some(options.documents, yaml_random.document)}
    texts = {
        **yaml_corpus.TEXTS,
        "random documents, some with a slip": some(options.texts, yaml_random.plausible_text),
        "pieces of YAML in no order": some(options.texts, yaml_random.line_noise),
    }
    arguments = {**yaml_corpus.ARGUMENTS, "random arguments": some(options.texts, yaml_random.argument)}
    write(options.folder / "yaml-dump.json", vectors(documents, dump_vector))
    write(options.folder / "yaml-load.json", vectors(texts, load_vector))
    write(options.folder / "yamlify-arg.json", vectors(arguments, argument_vector))
    write(options.folder / "split-kwarg.json", vectors({"name=value texts": yaml_corpus.KWARGS}, kwarg_vector))


if __name__ == "__main__":
    main()
