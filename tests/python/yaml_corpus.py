"""Hand-picked documents and texts on which YAML implementations part ways, by what they are about."""

LONG_WORDS = " ".join("word%d" % n for n in range(40))
LONG_KEY = "k" * 128

shared_list = ["a", {"b": 1}]
shared_dict = {"jid": "20260101000000000000", "fun": "test.ping"}
inner = {"x": 1}
outer = {"first": inner, "second": [inner, inner]}

DOCUMENTS = {
    "scalars at the top": [
        None, True, False, 0, -1, 2**53, 2**64, -(10**30), 0.5, 1.0, -0.0, 1e16, 1e15, 1e-5, 1.5e-7,
        1e300, 123456789.125, 0.0001, float("inf"), float("-inf"), float("nan"), "", "text", [], {},
    ],
    "texts that look like something else": [
        "null", "Null", "~", "NULL", "nUll", "true", "Yes", "no", "on", "OFF", "y", "n", "1", "-1", "+1", "017", "0o17",
        "0x1f", "0b1", "1_000", "1:30", "1:99", "190:20:30", "1.5", "1.", ".5", "1e3", "1.0e3", "1.0e+3", ".inf", "-.INF",
        ".nan", "1:30.5", "2026-01-01", "2026-1-1", "2026-01-01 10:00:00", "2026-01-01T10:00:00.5Z", "<<", "=", "!", "&",
        "*", "08", "0_", "_1", "20260101000000000000", "10.0.0.1", "1.2.3", "0.0.0.0/0", "12:34:56:78:9a:bc", "٣",
    ],
    "texts with characters that mean something": [
        "-", "- a", "-a", "--", "---", "--- a", "...", "....", "?", "? a", "?a", ":", ": a", ":a", "a:", "a: b", "a:b", "a :b",
        "#", "# a", "a #b", "a# b", "a#b", ",", "a, b", "[", "]", "[a]", "{", "}", "{a: b}", "&a", "*a", "*", "!a", "|", ">",
        "'", '"', "it's", 'say "x"', "'a'", '"a"', "%", "%a", "@", "@a", "`a`", "\\", "a\\b", "G@os:Linux and *", "a:\tb",
    ],
    "white space, line breaks and control characters": [
        " ", "  ", " a", "a ", " a ", "a  b", "\t", "\ta", "a\t", "a\tb", "\n", "\n\n", "a\n", "a\nb", "a\n\nb", "\na", "a\n b",
        "a \nb", "a\n\n\n", "line one\nline two\n", "a: b\n- c\n", "\r", "a\r\nb", "a\rb", "\x00", "\x07\x08\x1b", "\x7f", "\x85",
        "a\x85b", "\xa0", "a\u2028b", "\u2029", "\ufeff", "a\ufeffb", "\x0b\x0c",
    ],
    "unicode": [
        "é", "ünïcode", "日本語", "😀", "a😀b", "\U0010ffff", "\ue000", "\ufffd", "\uffff", "\u200b", "\u0301", "\xad", "Ω: 1",
        {"ключ": "значение"}, {"😀": "😀"}, ["日本語"] * 2, "日" * 60 + " " + "本" * 60, "é " * 60,
    ],
    "texts that are folded": [
        LONG_WORDS, LONG_WORDS + " ", " " + LONG_WORDS, LONG_WORDS.replace(" ", "  "), LONG_WORDS.replace(" ", "\n"), LONG_WORDS + "\n",
        LONG_WORDS + ": x", "# " + LONG_WORDS, LONG_WORDS + "\t" + LONG_WORDS, LONG_WORDS + "😀", LONG_WORDS + "\x1b",
        {"key": LONG_WORDS}, {"key": {"inner": [LONG_WORDS, "'" + LONG_WORDS]}}, [LONG_WORDS + "😀  " + LONG_WORDS], "x" * 200,
        "a" * 79 + " b c", "a" * 80 + " b c", "a" * 81 + " b c", "a" * 81 + "  b c", "'" + "a" * 81 + " b c", "\t" + "a" * 81 + "  b c ",
    ],
    "keys": [
        {LONG_KEY: 1}, {LONG_KEY + "k": 1}, {LONG_KEY + "k": [1, 2]}, {LONG_KEY + "k": {"a": 1}}, {"é" * 64: 1}, {"é" * 65: 1},
        {LONG_KEY + " " + LONG_KEY: "x"}, {"a\nb": 1}, {"a\nb": {"c": []}}, {" a": 1}, {"": 1}, {"a: b": 1}, {"# a": 1}, {"- a": 1},
        {"null": 1}, {"1": 1, "10": 2, "2": 3}, {"b": 1, "a": 2, "B": 3, "_": 4, "é": 5, "😀": 6, "\uffff": 7}, {"\x07": 1}, {"?": 1},
        {LONG_KEY + "\n": {"k" * 129: {"k" * 130: [None]}}}, [{LONG_KEY + "k": [{}]}], {"<<": 1, "=": 2},
    ],
    "keys that are not texts": [
        {None: 1}, {True: 1, False: 2}, {1: "a", 10: "b", 2: "c"}, {1.5: 1, 1.0: 2}, {2**70: 1, 3: 2, 0.25: 3, False: 4},
        {1: 1, "1": 2}, {"b": 1, 1: 2, "a": 3}, {None: 1, "a": 2}, {float("inf"): 1, -1: 2}, {1: {2: {3: [4]}}}, {1e20: 1, 10**20 + 1: 2},
    ],
    "lists and dicts within each other": [
        [[]], [{}], {"a": []}, {"a": {}}, [[1, 2], [3]], [[[1]], []], [[[]]], [{"a": 1, "b": 2}], [{"a": [1, 2]}], {"a": [1, 2], "b": {"c": [3]}},
        {"a": [[1, 2], [3, [4]]]}, {"a": [{"b": [{"c": 1}]}]}, [[{"a": [[]]}]], {"a": {"b": {"c": {"d": {}}}}}, [None, True, 1, 1.5, "x", [], {}],
        {"return": [{"web1": True, "web2": {"a": "1"}}]},
    ],
    "the same list or dict twice": [
        [shared_list, shared_list], {"a": shared_dict, "b": shared_dict}, [outer, inner], [outer, outer, inner, shared_list, shared_list],
        {"b": shared_list, "a": [shared_dict, shared_list], "c": shared_dict}, {"return": [{"jerry": inner}], "info": [{"Result": {"jerry": inner}}]},
        {"z": inner, "a": {"z": inner}, LONG_KEY + "k": inner}, [[], []], [shared_list[1], [shared_list, {"k": shared_list}]],
        (lambda empty: [empty, empty])([]), (lambda empty: {"a": empty, "b": [empty]})({}), (lambda a: [a, [a, a], {"x": a}])([[1]]),
        (lambda a: {"x": a, "y": {"z": a}})([1, 2]), (lambda a: [[a], [a]])({"k": "v"}), {None: inner, "k": inner},
    ],
}

PLAIN = [
    "", " ", "~", "null", "Null", "NULL", "nUll", "true", "True", "TRUE", "tRue", "yes", "No", "on", "OFF", "y", "n", "0", "-0", "+0", "1", "-1", "+1",
    "017", "-017", "+017", "08", "-08", "0o17", "00", "0000", "0x1F", "-0x1f", "0xg", "0b101", "-0b1", "0b2", "0_", "0b_", "1_000", "1_", "_1",
    "1__0", "9007199254740993", "-9007199254740993", "20260101000000000000", "1:30", "-1:30", "1:60", "190:20:30", "01:30", "1.5", "-1.5", "+1.5",
    "1.", ".5", "-.5", ".", "..", "1e3", "1.0e3", "1.0e+3", "1.0E-3", "1.e+3", "1_0.5_0", ".inf", "-.inf", "+.INF", ".Inf", ".iNf", ".nan", ".NaN", "-.nan",
    "nan", "inf", "1:30.5", "-1:30.5", "190:20:30.15", "2026-01-01", "2026-01-01T10:00:00Z", "2026-01-01 10:00:00.5 +2", "1.2.3", "10.0.0.1", "=", "<<",
    "text", "two words", "a:b", "http://host:80/a?b#c", "a#b", "a'b", 'a"b', "it's", "a,b", "a]b", "٣", "é", "😀", "日本語", "-a", "--", "?a", ":a", "a:", "a::b",
    "G@os:Linux and *", "*", "&", "!", "|", ">", "%", "@", "`", ",", "[", "]", "{", "}", "#", "'", '"', "-", "?", ":", "---", "...", "None", "1 2", "1,2",
    "0.0.0.0/0", "12:34:56:78:9a:bc", "1e400", "1.0e+400", "0x", "0b", "0:0", "0:30", "1_0:30",
]

TEXTS = {
    "plain scalars": PLAIN,
    "quoted scalars": [
        "''", '""', "'a'", '"a"', "'it''s'", "'a\\n'", '"a\\n"', '"\\x41\\u00e9\\U0001F600"', '"\\ud800"', '"\\q"', '"\\/"', '"\\e\\0\\a\\b\\t\\v\\f\\r\\N\\_\\L\\P"',
        "'a\n b'", "'a\n\n b'", '"a\n  b"', '"a\\\n  b"', '"a \\\n  \\ b"', "'1'", '"null"', "'a' b", "'a", '"a', '"a\tb"', "'a\tb'", "'a' # b", "'a'#b", '"a"b', "'---'",
        "'a\n---\nb'", '"\n"', '"\\x4"', "\"'\"", "'\"'", "'\\''", '"\\\'"',
    ],
    "block scalars": [
        "|\n a\n b\n", ">\n a\n b\n", "a: |\n  x\n   y\n  z\n", "a: |-\n  x\n", "a: |+\n  x\n\n", "a: >-\n  x\n  y\n\n  z\n", "a: |2\n   x\n", "a: >\n  x\n    y\n  z\n",
        "a: |\nb: 1", "- |\n x\n- >\n y\n", "a: | # c\n  x\n", "a: |#c\n  x\n", "a: |x\n  y\n", "a: |\n\tx\n", "a: |0\n  x", "|", ">-", "a: |\n  x\n # c\n", "a: |+\n\n", "|-\n\n a\n",
        "a: |1-\n  x\n", "a: |-1\n  x\n", "a: |\n   x\n  y\n",
    ],
    "block lists and dicts": [
        "a: 1", "a: 1\nb: 2", "a:1", "a:  1", "a:\t1", "a :1", "a : 1", "a:\n  b: 1", "a:\n- 1\n- 2", "a:\n  - 1\n  - 2", "- 1\n- 2", "-\t1", "- - 1\n  - 2\n- 3", "- a: 1\n  b: 2", "- a: 1\n b: 2",
        "-\n- 1", "- 1\n-", "a:\nb:", "a: b: c", "a: - b", "a:\n b: 1\n  c: 2", " a: 1\nb: 2", " a: 1\n b: 2", "\ta: 1", "a: 1\n\tb: 2", "a:\n\tb", "a: x\n y\n z", "a: x\n\n y", "a\nb", "a\nb: 1",
        "? a\n: b", "? a", "? - a\n: b", "?\n: b", ": b", "a: ? b", "a: 1\na: 2", "1: a\n1.0: b", "1: a\ntrue: b", "null: 1", "~: 1", "1.5: a", "a: 1 # c", "# c\na: 1", "a: #c\n  1",
        "a: 1\n...\n", "key with spaces: value", "'a': 1", '"a" : 1', "a: 'x'y", "a: x: y", "a:: 1", "- -", "--- a: 1", "---\na: 1", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2", "a: [1]\nb: {c: 1}",
        "a: 1\n- b", "- a\nb: 1", "a:\n  - 1\n - 2", "2026-01-01: 1", "a: \xa0b", "a: x\u2028b: y", "a: x\x85b: y", "client: local\ntgt: '*'\nfun: test.ping", "- client: local\n  tgt: '*'\n  arg:\n  - 1\n",
        LONG_KEY * 8 + ": 1", LONG_KEY * 7 + ": 1",
    ],
    "flow lists and dicts": [
        "[]", "{}", "[1, 2]", "[1,2]", "[1, 2,]", "[,]", "[1,,2]", "[1 2]", "[[1], {a: 2}]", "[a: 1]", "[a: 1, b: 2]", "[a:1]", "[? a: 1]", "[?a]", "{a: 1}", "{a:1}", '{"a":1}', "{'a':1}", "{a: 1,}", "{a}",
        "{a, b: 1}", "{a: }", "{a:, b}", "{: 1}", "{? a}", "{? a : 1}", "{a: 1, a: 2}", "{[1]: a}", "{{}: a}", "{a: [1, {b: c}]}", "[1", "{a: 1", "[1]]", "{a: 1}}", "[1] x", "{a: 1} # c", "[1]#c", "[\n1,\n2\n]",
        "{\n  a: 1,\n  b: 2\n}", "[\n# c\n1]", "[a\nb]", "a: [1,\n2]", "a: [1,\n  2]", "{a: b: c}", "{'a'b: 1}", "['a'b]", "[-]", "[- 1]", "[-1]", "[a#b]", "[a #b\n]", "{a: 'x', b: \"y\"}", "[http://a/b]",
        "{http://a: 1}", "[!!str 1]", "[&a 1, *a]", "{*a : 1}", "[|]", "[>]", "['a\n\n b']", '{"a"\n: 1}', "{a\n: 1}", '["a" : 1]', "{1: a, 2: b}", "{null: 1, ~: 2}", "[:a]", "[a:]", "[a :b]", "[::]", "{a::b}", "{[]}", "[[]:1]", "[?]", "[?,,]", "[? : a]", "[? :: a]", "[?, a]", "{?}", "{? : a}", "{?, a}",
        "{a?: 1}", "[{]", "(1)", "{'ext_source': 'redis'}", '{"a": [1, 2.0, null, true, "x\\u00e9"]}', '{"a"  :1}', "[1]: a", "{a: 1}: b",
    ],
    "anchors, aliases and merges": [
        "- &a 1\n- *a", "a: &x [1]\nb: *x", "*a", "&a", "&a\nb: 1", "&a b: 1\nc: *a", "- &a x\n- &a y\n- *a", "a: &x\nb: *x", "&a [b", "a: &x {p: 1}\nb:\n  <<: *x\n  q: 2", "a: &x {p: 1}\nb:\n  q: 2\n  <<: *x\n",
        "a: &x {p: 1}\nb:\n  <<: *x\n  p: 2", "a: &x {p: 1}\nb: &y {q: 2}\nc:\n  <<: [*x, *y]", "a: &x {p: 1}\nb: &y {p: 2}\nc:\n  <<: [*x, *y]", "<<: 1", "<<: {a: 1}", "<<: [1]", "<<: {a: 1}\n<<: {b: 2}",
        "a: &x {<<: {p: 1}, q: 2}\nb: {<<: *x, r: 3}", "'<<': {a: 1}", "a: &x {1: p}\nb: {<<: *x, '1': q}", "[<<]", "a: *b", "*a : 1", "&a *b", "&a-b_1 x", "&é x", "a: &x 1\n*x : 2", "&a {<<: *a, b: 1}", "{.nan: 1, .nan: 2}", "=: 1", "[=]", "&a&b c", "a: & b", "- &a\n- *a",
    ],
    "tags": [
        "!!str 1", "!!int '1'", "!!int x", "!!float 1", "!!float x", "!!bool yes", "!!bool maybe", "!!null x", "!!null ''", "!!str", "!!str null", "!!seq [1]", "!!seq a", "!!map {a: 1}", "!!map a", "!!map [1]", "!!seq {a: 1}", "!foo a",
        "! a", "! 1", "! |\n 1\n", "! |\n null\n", "! |\n true\n", "! |\n 0\n", "!", "!!python/unicode a", "!!python/object:os.system x", "!!python/tuple [1]", "!!timestamp 2026-01-01", "!!timestamp x", "!<tag:yaml.org,2002:str> 1", "!<x> 1", "!e!x 1", "%TAG !e! tag:yaml.org,2002:\n---\n!e!str 1",
        "!!str &a 1", "&a !!str 1", "!!str [1]", "!!int [1]", "!!float 1.5", "!!int 1.5", "!!int 017", "!!int '0x1f'", "!!bool 'TRUE'", "!!foo 1", "!!str a: 1", "!!merge <<: {a: 1}", "!!value =", "a: !!str\nb: 1", "!!str, 1", "[!!str, 1]", "!!null [1]", "!!int ' 12'", "!!int +-5", "!!float inf", "!!float NaN", "!!float 1e3", "!<!> 1", "!<!a> 1", "!!st%72 1", "!!%zz 1", "!a!b!c 1", "a: !!str\n- b", "- !!seq\n- b",
    ],
    "documents, comments and white space": [
        "\n", " \n ", "# c", "# c\n", "---", "--- ", "---\n", "---\n---", "--- a\n--- b", "...", "a\n...", "a\n...\nb", "a\n---", "--- # c\na", "---a", "%YAML 1.1\n---\na", "%YAML 1.2\n---\na", "%YAML 2.0\n---\na", "%YAML 1.3\n---\na", "%FOO\n---\na",
        "%YAML 1.1\na", "%a", " %a", "a %b", "\ufeffa", "\ufeff", "\x07", "a\x00b", "\x7f", "\x85", "a\x85", "\u2028", "a # b # c", "a\n# c\nb", "a\n  # c", "\t", "\ta", "a\t", "a\t#c", "  a  ", "\na\n", "\xa0", "\ufffe", "\U0010ffff", "--- |\n a", "--- >\na", "--- [1]", "---\t1", "...\na", "\ufeff\ufeffa", "a: 1\n\ufeffb: 2",
    ],
}

ARGUMENTS = {
    "scalars": PLAIN,
    "texts that must stay": [
        "1_000", "_", "__", " 1_0 ", "1 _0", "a_b", "12_", "\t", "a\tb", "1\n", "\n", "a\n", "\r1", "[1,\n2]", "{a: 1}\n", "a: 1", "a:", "a: [1]", "- 1", "- a", "? a", "a #b", "# a", "#", " # a", "1 # a", "[1] # a", "{a: 1} #b", "true #", "null # a", "'a' # b",
        "a#b", "1#2", "[1#2]", "[a, #b", "!", "! ", "!!", "|", "| ", ">", "|-", "!!str", "!!null x", "None", " None", "none", "~", "~ ", "null", "--- a", "--- 1", "---", " --- ", "...", " ...", "--- [1]", "\ufeff", "\ufeff1", "\x85", "\x1c", "\xa0", "\x0b", "\u20281",
    ],
    "lists and dicts": [
        "[]", "{}", "[1, 2]", " [1]", "[1] ", "{a: 1}", " {a: 1}", "{a: 1} ", "{'a': 'b'}", '{"a": 1.0}', "{a}", "{1: 2}", "[a: 1]", "[1", "{a: 1", "{a: 1}}", "[1] x", "&a [1]", "!!seq [1]", "!!map {a: 1}", "[!!str 1]", "{a: 1, a: 2}", "{a: &x [1], b: *x}", "{<<: {a: 1}}", "{a: 2026-01-01}",
        "[0x1f, 017, 1:30, yes]", "[None]", "['']", "[~]", "[[], {}]",
    ],
    "tags and quotes": [
        "'1'", '"1"', "''", '""', "'a", '"a', "'a' b", "!!int 1", "!!int x", "!!str 1", "!!bool x", "!foo a", "!!set {a, b}", "!!binary YWJj", "!!omap [a: 1]", "!!pairs [a: 1]", "!!timestamp 2026-01-01", "&a 1", "*a", "&a", '"\\x41"', '"\\q"', "'it''s'", "'#'", '"# a"', "=", "<<", "@a", "`a`", "%a",
    ],
}

KWARGS = [
    "a=1", "a=", "a==1", "a= =1", "=1", "1a=1", "_a=1", "a1=1", "a.b=1", "a-b=1", "a b=1", " a=1", "a =1", "a= 1", "a=1\n", "a=1\n\n", "a=1\nb", "a=\n", "\na=1", "a", "", "=", "a=b=c", "a=b==c", "é=1", "日本=1", "a٣=1", "٣=1", "²=1", "a²=1", "Ⅷ=1", "½=1", "a:b=1", "a/b=1", "-a=1", ".a=1",
    "a-=1", "a\u0301=1", "a\xaa=1", "ª=1", "a=\r", "a=\u2028", "a=x\u2028y", "a\u200d=1", "😀=1", "__kwarg__=True", "pillar={a: 1}", "timeout=5", "http://a/?b=c", "name=a=b", "a\x00=1", "a_=1", "ˀ=1", "一=1", "a\u203fb=1", "٠a=1", "a=\x85", "a\t=1", "Σ.-_=1",
]
