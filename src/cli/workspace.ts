/** A workspace folder, loaded: its files in a store, its sources, and what could not be read. */
import { randomInt } from 'node:crypto';
import type { Problem } from '../core/model/problem';
import type { Surroundings } from '../core/operations/draft';
import { sourceMatcher } from '../core/schema/sources';
import { fileKind } from '../core/storage/paths';
import { Store } from '../core/store/store';
import { isBinary } from '../core/text/normalise';
import { SourceText } from '../core/text/sourceText';
import { decodeSource, decodeUtf8, isExactly } from './decodeText';
import { listFiles, readFiles, reasonOf, type Unreadable } from './folder';

export interface Workspace extends Surroundings {
  /** Absolute path. */
  readonly folder: string;
  readonly store: Store;
  /** By path, sorted: what the globs of the schema name, and what has an annotation file. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Files that could not be read at all; what a file that was read says wrong is not among them. */
  readonly unreadable: readonly Problem[];
}

export type Loaded =
  | { readonly ok: true; readonly workspace: Workspace }
  | { readonly ok: false; readonly message: string };

export async function loadWorkspace(folder: string): Promise<Loaded> {
  try {
    return { ok: true, workspace: await load(folder) };
  } catch (error) {
    return { ok: false, message: `Cannot read the folder ${folder}: ${reasonOf(error)}.` };
  }
}

async function load(folder: string): Promise<Workspace> {
  const listing = await listFiles(folder);
  const store = new Store();
  const unreadable = listing.unreadable.map(unreadableProblem);

  const files = listing.paths.filter((path) => fileKind(path) !== undefined);
  for (const reading of await readFiles(folder, files)) {
    if (reading.kind === 'unreadable') {
      unreadable.push(unreadableProblem(reading));
      continue;
    }
    const text = decodeUtf8(reading.bytes);
    store.replaceFile(reading.path, text);
    if (!isExactly(reading.bytes, text)) {
      const message =
        'This file is not UTF-8. It is shown as far as it can be read, and not written.';
      unreadable.push(problem('file-encoding', 'error', reading.path, message));
    }
  }

  const isSource = sourceMatcher(store.schema);
  const named = new Set(store.indexes.sourcePaths());
  const sources = new Map<string, SourceText>();
  const sourcePaths = listing.paths.filter((path) => isSource(path) || named.has(path));
  for (const reading of await readFiles(folder, sourcePaths)) {
    if (reading.kind === 'unreadable') {
      unreadable.push(unreadableProblem(reading));
      continue;
    }
    const text = decodeSource(reading.bytes);
    if (isBinary(text)) {
      const message = 'This file is no text, so it is no source.';
      unreadable.push(problem('source-binary', 'warning', reading.path, message));
    } else {
      sources.set(reading.path, SourceText.of(text));
    }
  }
  return {
    folder,
    store,
    sources,
    unreadable,
    sourceText: (path) => sources.get(path),
    newAnnotationId,
  };
}

function unreadableProblem({ path, message }: Unreadable): Problem {
  return problem('file-unreadable', 'error', path, `This cannot be read: ${message}.`);
}

function problem(
  code: string,
  severity: Problem['severity'],
  path: string,
  message: string,
): Problem {
  return { code, severity, message, path, span: { start: 0, end: 0 }, line: 1, column: 1 };
}

const ID_CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 6;

/** `a-` and six random characters of `0-9a-z`. */
export function newAnnotationId(): string {
  let id = 'a-';
  for (let length = 0; length < ID_LENGTH; length++) {
    id += ID_CHARACTERS.charAt(randomInt(ID_CHARACTERS.length));
  }
  return id;
}

/** One line for each file that is not, or not wholly, part of what was loaded. */
export function loadingComplaints({ store, unreadable }: Workspace): readonly string[] {
  const broken = [...store.files()].filter((file) => !file.readable);
  const problems = [...unreadable, ...broken.flatMap((file) => file.problems.slice(0, 1))];
  return problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`);
}
