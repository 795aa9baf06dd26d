/** `source-annotator apply`: operations from JSON lines, all of them or none. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileChange } from '../../core/operations/draft';
import { decodeOperation } from '../../core/operations/decode';
import type { Operation, OperationError } from '../../core/operations/operation';
import { perform } from '../../core/operations/perform';
import { wordsOfChange } from '../../core/operations/preview';
import { usageError, type Command, type ExitStatus, type Invocation } from '../command';
import { reasonOf } from '../../node/folder';
import { plural, writeJson, type Terminal } from '../terminal';
import { loadingComplaints, loadWorkspace } from '../workspace';
import { performAndWrite } from '../writeFiles';

/** `before` and `after` are the whole texts; `null` for a file that is not there. */
interface ChangeRow {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface AppliedJson {
  /** How many operations were done; 0 when one of them could not be. */
  readonly applied: number;
  readonly changes: readonly ChangeRow[];
  /** For each operation, the id of what it made or changed. */
  readonly ids: readonly string[];
  /** Only when nothing was applied: the line of the input, from 1, and what is wrong with it. */
  readonly error?: {
    readonly line: number;
    readonly code: OperationError['code'] | 'input-invalid';
    readonly message: string;
  };
}

interface Line {
  /** From 1. */
  readonly number: number;
  readonly operation: Operation;
}

type Lines =
  | { readonly ok: true; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly number: number; readonly message: string };

export const apply: Command = {
  summary: 'Do operations from a file of JSON lines, all of them or none.',
  usage: 'apply FILE.jsonl|- [--dry-run]',
  help: [
    'One operation on a line, - for standard input: {"op":"annotate","source":…,"start":…,"end":…,',
    '"entity":…}, or "exact" with "occurrence" for the place; addEvidence, update, delete,',
    'createEntity, updateEntity, createEvent, updateEvent, merge, split, deleteRecord, moveMentions,',
    'relate, unrelate, reject, unreject, comment, editComment, deleteComment, setSource, reanchor,',
    'moveSource. With --dry-run nothing is written, and the text says of each file what would change.',
    'JSON: { "applied": n, "changes": [{ path, before, after }], "ids": […], "error"?: { line, code,',
    'message } }. An operation that cannot be done: exit status 1; a line that is none: 2.',
  ],
  formats: ['text', 'json'],
  options: { 'dry-run': { type: 'boolean' } },
  async run(invocation) {
    const { terminal, args } = invocation;
    const [file, ...others] = args;
    if (file === undefined || others.length > 0) {
      return usageError(terminal, 'apply takes one file of JSON lines, or - for standard input.');
    }
    const input = await readInput(file, terminal);
    if (input === undefined) return 2;
    const read = readLines(input);
    if (!read.ok) return refuse(invocation, 2, read.number, 'input-invalid', read.message);
    return applyLines(invocation, read.lines);
  },
};

async function applyLines(invocation: Invocation, lines: readonly Line[]): Promise<ExitStatus> {
  const { terminal, folder, options } = invocation;
  const loaded = await loadWorkspace(folder);
  if (!loaded.ok) return usageError(terminal, loaded.message);
  for (const complaint of loadingComplaints(loaded.workspace)) terminal.complain(complaint);
  const operations = lines.map(({ operation }) => operation);
  const outcome =
    options['dry-run'] === true
      ? {
          ok: true as const,
          performed: perform(loaded.workspace.store, loaded.workspace, operations),
        }
      : await performAndWrite(loaded.workspace, operations);
  if (!outcome.ok) return usageError(terminal, outcome.message);
  const { performed } = outcome;
  if (!performed.ok) {
    const line = lines[performed.index]?.number ?? 0;
    return refuse(invocation, 1, line, performed.error.code, performed.error.message);
  }
  report(invocation, performed.changes, performed.ids);
  return 0;
}

async function readInput(file: string, terminal: Terminal): Promise<string | undefined> {
  if (file === '-') return terminal.readInput();
  try {
    return await readFile(path.resolve(terminal.currentFolder, file), 'utf8');
  } catch (error) {
    terminal.complain(`Cannot read ${file}: ${reasonOf(error)}.`);
    return undefined;
  }
}

/** Blank lines are skipped, and counted. */
function readLines(input: string): Lines {
  const lines: Line[] = [];
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const number = index + 1;
    const json = parseJson(line);
    if (!json.ok) return { ok: false, number, message: `This is no JSON: ${json.message}.` };
    const decoded = decodeOperation(json.value);
    if (!decoded.ok) return { ok: false, number, message: decoded.message };
    lines.push({ number, operation: decoded.operation });
  }
  return { ok: true, lines };
}

function parseJson(line: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(line) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function refuse(
  { terminal, format, args }: Invocation,
  status: ExitStatus,
  line: number,
  code: OperationError['code'] | 'input-invalid',
  message: string,
): ExitStatus {
  terminal.complain(`${args[0] ?? '-'}:${line}: ${message} Nothing was changed.`);
  if (format === 'json') {
    const refused: AppliedJson = {
      applied: 0,
      changes: [],
      ids: [],
      error: { line, code, message },
    };
    writeJson(terminal, refused);
  }
  return status;
}

function report(
  { terminal, format, options }: Invocation,
  changes: readonly FileChange[],
  ids: readonly string[],
): void {
  if (format === 'json') {
    const rows = changes.map((change) => ({
      path: change.path,
      before: change.before ?? null,
      after: change.after ?? null,
    }));
    const done: AppliedJson = { applied: ids.length, changes: rows, ids };
    writeJson(terminal, done);
    return;
  }
  const isDry = options['dry-run'] === true;
  const verb = isDry ? 'would change' : 'changed';
  const operations = plural(ids.length, 'operation');
  terminal.write(`${operations} ${verb} ${plural(changes.length, 'file')}.\n`);
  for (const change of changes) {
    const sign = change.before === undefined ? '+' : change.after === undefined ? '-' : '~';
    const words = isDry ? `: ${wordsOfChange(change).join('; ')}` : '';
    terminal.write(`${sign} ${change.path}${words}\n`);
  }
}
