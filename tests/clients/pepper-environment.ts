/** The environment of a program with a home of its own, and nothing that a developer has set for others. */
export function bareEnvironment(
  home: string,
  more: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: home, ...more };
}
