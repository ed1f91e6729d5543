/** The renderers that the minions of every line have (seen on 3006.28 to 3008.3). */
export const RENDERERS: ReadonlyMap<string, string> = new Map([
  ['gpg', 'Reads what is encrypted in other data.'],
  ['jinja', 'Renders templates of Jinja.'],
  ['json', 'Reads JSON.'],
  ['mako', 'Renders templates of Mako.'],
  ['msgpack', 'Reads MessagePack.'],
  ['nacl', 'Reads what is encrypted in other data.'],
  ['py', 'Runs Python.'],
  ['pyobjects', 'Runs Python that describes states by objects.'],
  ['stateconf', 'Reads states that configure themselves.'],
  ['yaml', 'Reads YAML.'],
  ['yamlex', 'Reads YAML that is laid over other YAML.'],
]);
