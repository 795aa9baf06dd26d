/** The executable: hands the process to `run`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { run } from './run';

/** The bundle stands one folder below `package.json`. */
function productVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8'),
  );
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}

/** See https://no-color.org. */
function showsColours(): boolean {
  const { NO_COLOR = '', TERM } = process.env;
  return process.stdout.isTTY && NO_COLOR === '' && TERM !== 'dumb';
}

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv.slice(2), {
  currentFolder: process.cwd(),
  version: productVersion(),
  documentation: pathToFileURL(path.join(__dirname, '..', 'docs', path.sep)).href,
  program: { node: process.execPath, script: path.join(__dirname, 'cli.js') },
  colours: showsColours(),
  readInput: () => text(process.stdin),
  write: (output) => {
    process.stdout.write(output);
  },
  complain: (message) => {
    process.stderr.write(`source-annotator: ${message}\n`);
  },
}).then((status) => {
  process.exitCode = status;
});
