/** What the simulators of this process tell from now on of mistakes in themselves; it fills as they do. */
export function watchDefects(): readonly string[] {
  const defects: string[] = [];
  process.on('warning', ({ name, message, ...rest }) => {
    if (name !== 'SimulatorDefect') return;
    defects.push(`${message}\n${'detail' in rest ? String(rest.detail) : ''}`);
  });
  return defects;
}
