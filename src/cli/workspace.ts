/** A workspace folder, loaded: its files in a store, its sources, and what could not be read. */
import { randomInt } from 'node:crypto';
import type { Problem } from '../core/model/problem';
import type { Surroundings } from '../core/operations/draft';
import { sourceMatcher } from '../core/schema/sources';
import { fileKind } from '../core/storage/paths';
import { locate, type LocatedAnnotation } from '../core/store/locate';
import { annotatedSources, findMoves } from '../core/store/moves';
import { Store } from '../core/store/store';
import { isBinary } from '../core/text/normalise';
import { SourceText } from '../core/text/sourceText';
import { decodeSource, decodeUtf8, isExactly } from '../node/decodeText';
import { listFiles, readFiles, reasonOf, type FileReading, type Unreadable } from '../node/folder';
import { loadOldTexts, type OldTexts } from './oldTexts';

export interface Workspace extends Surroundings {
  /** Absolute path. */
  readonly folder: string;
  readonly store: Store;
  /** By path, sorted: what the globs of the schema name, and what has an annotation file. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** The annotations of a source with their places, found together; empty when the source is not there. */
  readonly located: (source: string) => readonly LocatedAnnotation[];
  /** The text that an annotation file was written for, when its source has another one now. */
  readonly oldText: OldTexts;
  /** Files that could not be read at all; what a file that was read says wrong is not among them. */
  readonly unreadable: readonly Problem[];
}

export type Loaded =
  | { readonly ok: true; readonly workspace: Workspace }
  | { readonly ok: false; readonly message: string };

/** What a workspace is read from: a folder on disk, or what git keeps of one. */
export interface WorkspaceFiles {
  /** POSIX and relative to the folder, sorted. */
  readonly paths: readonly string[];
  readonly unreadable: readonly Unreadable[];
  readonly read: (paths: readonly string[]) => Promise<readonly FileReading[]>;
}

/** `files` in the place of those that are in the folder now. */
export async function loadWorkspace(folder: string, files?: WorkspaceFiles): Promise<Loaded> {
  try {
    return { ok: true, workspace: await load(folder, files ?? (await filesIn(folder))) };
  } catch (error) {
    return { ok: false, message: `Cannot read the folder ${folder}: ${reasonOf(error)}.` };
  }
}

async function filesIn(folder: string): Promise<WorkspaceFiles> {
  return { ...(await listFiles(folder)), read: (paths) => readFiles(folder, paths) };
}

async function load(folder: string, listing: WorkspaceFiles): Promise<Workspace> {
  const store = new Store();
  const unreadable = listing.unreadable.map(unreadableProblem);

  const files = listing.paths.filter((path) => fileKind(path) !== undefined);
  for (const reading of await listing.read(files)) {
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
  for (const reading of await listing.read(sourcePaths)) {
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
  const listed = new Set(listing.paths);
  const missing = annotatedSources(store).filter(({ path }) => !listed.has(path));
  const others = [...sources].filter(([path]) => !named.has(path));
  store.setMoves(findMoves(missing, others));
  const sourceText = (path: string): SourceText | undefined => sources.get(path);
  const oldText = await loadOldTexts(folder, store, sourceText);
  const located = locator(store, sourceText, oldText);
  return { folder, store, sources, unreadable, sourceText, oldText, located, newAnnotationId };
}

/** Each source is looked at once, when it is asked for. */
function locator(
  { indexes }: Store,
  sourceText: (path: string) => SourceText | undefined,
  oldText: OldTexts,
): Workspace['located'] {
  const known = new Map<string, readonly LocatedAnnotation[]>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const text = sourceText(source);
    const blob = indexes.source(source)?.blob;
    const old = blob === undefined || blob === text?.blob ? undefined : oldText(blob);
    const places = text === undefined ? [] : locate(text, indexes.annotationsOf(source), old);
    known.set(source, places);
    return places;
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
