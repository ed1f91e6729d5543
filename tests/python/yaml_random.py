"""Random documents and texts, the same for the same seed."""

import string

import salt.utils.yaml

WORDS = [
    "a", "key", "value", "web1", "test.ping", "yes", "No", "null", "~", "1", "017", "-1.5", "1e3", "1:30", "2026-01-01", "it's", '"', "#", "a: b", "- x", "a #b",
    "é", "日本", "😀", "\t", "\n", "\x07", "\x85", "\u2028", "\ufeff", "\\", "%", "@", "&", "*", "!", "|", ">", "{", "}", "[", "]", ",", "?", ":", "=", "<<", "---", " ", "  ", "",
]
FRAGMENTS = [
    "a", "b: ", "1", ": ", ":", "- ", "-", "? ", ", ", ",", "[", "]", "{", "}", "'", '"', "#", " #", "\n", "\n  ", "\n    ", "\n- ", " ", "  ", "&a ", "*a", "!!str ", "!", "|", ">", "|\n", ">-\n",
    "null", "yes", "0x1f", "1.5", "---", "...", "\\n", "\\", "é", "%", "@", "`", "<<: ", "=", "a: ", "\t", "x y", "//", "~",
]


def text(random):
    kind = random.random()
    if kind < 0.25:
        return random.choice(WORDS)
    if kind < 0.5:
        return "".join(random.choice(string.ascii_letters + " _-.:") for _ in range(random.randrange(1, 12)))
    glue = random.choice(["", " ", " ", "  ", "\n"])
    return glue.join(random.choice(WORDS) for _ in range(random.choice([2, 3, 5, 30, 60])))


def scalar(random):
    return random.choice([
        lambda: None, lambda: random.random() < 0.5, lambda: random.randrange(-99, 99), lambda: random.randrange(2**80),
        lambda: random.uniform(-9, 9), lambda: float(random.randrange(9)), lambda: 10.0 ** random.randrange(-20, 30) * random.choice([1, 1.5, -2.25]),
        lambda: text(random), lambda: text(random), lambda: text(random), lambda: text(random),
    ])()


def key(random):
    if random.random() < 0.05:
        return text(random) + "k" * random.randrange(100, 140)
    return text(random) if random.random() < 0.9 else scalar(random)


def document(random, depth=4, made=None):
    """A value in which, now and then, a list or dict made earlier appears again."""
    made = [] if made is None else made
    if made and random.random() < 0.1:
        return random.choice(made)
    if depth == 0 or random.random() < 0.35:
        return scalar(random)
    size = random.choice([0, 1, 1, 2, 3, 4])
    if random.random() < 0.4:
        value = [document(random, depth - 1, made) for _ in range(size)]
    else:
        value = {key(random): document(random, depth - 1, made) for _ in range(size)}
    made.append(value)
    return value


def plausible_text(random):
    """What a client could send: a document as some YAML writer writes it, now and then with a slip."""
    written = salt.utils.yaml.safe_dump(
        document(random, depth=3), default_flow_style=random.choice([True, False, None]), sort_keys=False,
        width=random.choice([20, 80, 1000]), default_style=random.choice([None, None, None, "|", '"', "'"]), allow_unicode=random.random() < 0.5,
    )
    return slip(random, written) if random.random() < 0.4 else written


def slip(random, written):
    at = random.randrange(len(written) + 1)
    kind = random.random()
    if kind < 0.4:
        return written[:at] + written[at + 1:]
    return written[:at] + random.choice(FRAGMENTS) + written[at:]


def line_noise(random):
    """Pieces of YAML in no order at all."""
    return "".join(random.choice(FRAGMENTS) for _ in range(random.randrange(1, 9)))


def argument(random):
    """A text on one line, as someone types behind a function's name."""
    kind = random.random()
    if kind < 0.3:
        return text(random)
    if kind < 0.6:
        return "".join(random.choice(FRAGMENTS).strip("\n") for _ in range(random.randrange(1, 7)))
    return salt.utils.yaml.safe_dump(document(random, depth=2), default_flow_style=True, width=10**6).strip()
