// The Problems panel and the command line find the same, whatever the tests before left in the workspace.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { LOADING_CHECKS } from '../../src/core/rules/parserChecks';
import { extension } from './commands';
import { closeAll } from './editors';
import { eventually } from './eventually';
import { ok, present } from './expect';
import { annotationFileOf, write } from './workspace';

const BROKEN: Readonly<Record<string, string>> = {
  'seeds/same.txt': 'He met Anna and Zoe\u0308. She met Wang Yi in Kyiv.\n',
  [annotationFileOf('seeds/same.txt')]: `format: source-annotations/1
source:
  path: "seeds/same.txt"
  blob: "0000000000000000000000000000000000000000"
  published: "26.04.2023"
annotations:
  a-same00: { exact: "Anna", start: 7, end: 11, entity: nobody-same }
  a-same01: { exact: "Anna", start: 7, end: 11, entity: nobody-same }
  a-same02: { exact: "Zoe", start: 16, end: 19, type: persn }
  a-same03: { exact: "Nowhere to be found", start: 16, end: 35, note: "n" }
  a-same04: { exact: "Wang Yi", start: 30, end: 37, entity: wang-yi, type: place }
  a-same05: { exact: "Kyiv", start: 41, end: 45, entity: beijing, status: maybe }
  a-same06:
`,
  'annotations/entities/same-one.yaml':
    'format: entity/1\nid: same-two\ntype: person\nname: "The Same"\n',
  'annotations/entities/same-two.yaml':
    'format: entity/1\nid: same-two\ntype: person\nname: "THE SAME"\nmergedInto: same-three\n',
  'annotations/entities/same-three.yaml':
    'format: entity/1\nid: same-three\ntype: person\nname: "the same"\nmergedInto: same-two\n',
  'annotations/entities/same-four.yaml':
    'format: entity/1\nid: same-four\ntype: persn\nname: "The same"\n',
  'annotations/events/same.yaml':
    'format: event/1\nid: same\ntype: consult\ntitle: "S"\nmode: flight\ndate: soon\nparticipants: [{ role: boss, entity: nobody-same }]\n',
  'annotations/events/same-conflict.yaml': 'format: event/1\n<<<<<<< a\n=======\n>>>>>>> b\n',
};

const LOADING = new Set(LOADING_CHECKS.map(({ code }) => code));

describe('the Problems panel and the command line', () => {
  before(async () => {
    await extension().activate();
    await extension().exports.ready();
  });

  it('find the same problems in the same places', async () => {
    await closeAll();
    for (const [path, text] of Object.entries(BROKEN)) await write(path, text);
    await extension().exports.ready();
    let onCommandLine: readonly string[] = [];
    await eventually('the same problems on both', async () => {
      const inEditor = problemsInEditor();
      onCommandLine = await problemsOnCommandLine();
      const only = [
        ...onCommandLine.filter((each) => !inEditor.includes(each)).map((each) => `- ${each}`),
        ...inEditor.filter((each) => !onCommandLine.includes(each)).map((each) => `+ ${each}`),
      ];
      if (only.length > 0) throw new Error(only.join('\n'));
      return true;
    });
    for (const code of ['hash-stale', 'orphaned', 'alias-shared', 'conflict-marker']) {
      ok(
        onCommandLine.some((each) => each.includes(` ${code} `)),
        `${code} is among them`,
      );
    }
  });
});

function problemsInEditor(): readonly string[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => {
    const path = vscode.workspace.asRelativePath(uri, false);
    if (!path.endsWith('.yaml')) return [];
    return diagnostics.flatMap(({ source, code, message, range, severity }) => {
      if (source !== 'Source Annotator' || typeof code !== 'object') return [];
      const { line, character } = range.start;
      const level = ['error', 'warning', 'information'][severity] ?? '';
      return [`${path}:${line + 1}:${character + 1} ${String(code.value)} ${level} ${message}`];
    });
  });
}

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

async function problemsOnCommandLine(): Promise<readonly string[]> {
  const folder = present(vscode.workspace.workspaceFolders?.[0], 'workspace folder').uri.fsPath;
  const program = join(extension().extensionPath, 'dist', 'cli.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '-C', folder, 'check', '--format', 'json'],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 64_000_000 },
  ).catch((error: unknown) => error as { stdout: string });
  const { problems } = JSON.parse(stdout) as { problems: readonly Row[] };
  return problems
    .filter(({ code }) => !LOADING.has(code))
    .map(
      ({ path, line, column, code, severity, message }) =>
        `${path}:${line}:${column} ${code} ${severity} ${message}`,
    );
}
