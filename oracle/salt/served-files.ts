import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** When all of them were changed last, so that Last-Modified is the same everywhere; too long ago to be told from now. */
const MODIFIED = new Date('2020-05-06T07:08:09Z');

/** Below `static` what a salt-api serves as a directory, beside it a page and an icon. */
const FILES: Readonly<Record<string, string>> = {
  'app.html': '<html>app</html>\n',
  'favicon.ico': 'ICO',
  'static/a.css': 'body{}\n',
  'static/big.js': 'let x;\n'.repeat(430),
  'static/sub/b.txt': 'hello\n',
  'static/sub/index.html': '<p>i</p>\n',
  'static/no ext': 'what am I?\n',
};

/** Writes the files that a salt-api or a simulator is to serve below a directory. */
export function writeServedFiles(directory: string): void {
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, MODIFIED, MODIFIED);
  }
}
