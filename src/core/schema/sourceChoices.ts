/** Which files of a folder can be its sources: what is offered when a project is set up. */
import { fileKind } from '../storage/paths';
import { isSkippedFolder } from './sources';

export interface SourceChoice {
  readonly globs: readonly string[];
  /** How many of the files they take. */
  readonly count: number;
  /** A path or two as an example. */
  readonly examples: readonly string[];
}

/** What a folder is searched for, without the dot. */
export const TEXT_EXTENSIONS = [
  'txt',
  'md',
  'text',
  'markdown',
  'rst',
  'org',
  'adoc',
  'html',
  'srt',
  'vtt',
] as const;

/** Files about a project, as a rule not what it is about. */
const ABOUT = /(?:^|\/)(?:readme|changelog|contributing|license|notice)[^/]*$/i;

const MOST = 12;
const EXAMPLES = 2;

/**
 * The likeliest choice first: every text of the folder, those of each folder that has some, those of each
 * extension. `paths` are POSIX and relative to the workspace folder.
 */
export function sourceChoices(paths: readonly string[]): readonly SourceChoice[] {
  const texts = paths.filter(isCandidate).sort();
  const found = new Map<string, string[]>();
  const add = (glob: string, paths: readonly string[]): void => {
    found.set(glob, [...(found.get(glob) ?? []), ...paths]);
  };
  const folders = groupBy(texts, folderOf);
  const extensions = groupBy(texts, extensionOf);
  if (texts.length > 0) add(globFor('', extensions.keys()), texts);
  for (const [folder, inside] of folders) {
    if (folder === '') continue;
    add(globFor(`${folder}/`, groupBy(inside, extensionOf).keys()), inside);
  }
  if (extensions.size > 1) {
    for (const [extension, those] of extensions) add(globFor('', [extension]), those);
  }
  const choices = [...found].map(([glob, those]) => ({
    globs: [glob],
    count: those.length,
    examples: those.slice(0, EXAMPLES),
  }));
  const [all, ...others] = choices;
  if (all === undefined) return [];
  // One folder with everything says more than the whole workspace.
  const only = others.find(({ count }) => count === all.count);
  const rest = others.filter((each) => each !== only).sort((a, b) => b.count - a.count);
  return [...(only === undefined ? [] : [only]), all, ...rest].slice(0, MOST);
}

function isCandidate(path: string): boolean {
  const parts = path.split('/');
  const isHidden = parts.some((part) => part.startsWith('.') || isSkippedFolder(part));
  const isText = TEXT_EXTENSIONS.some((each) => each === extensionOf(path));
  return isText && !isHidden && !ABOUT.test(path) && fileKind(path) === undefined;
}

function globFor(prefix: string, extensions: Iterable<string>): string {
  const names = [...extensions].sort();
  const ending = names.length === 1 ? (names[0] ?? '') : `{${names.join(',')}}`;
  return `${escaped(prefix)}**/*.${ending}`;
}

/** A folder whose name has signs of globs in it is still meant as it is called. */
function escaped(path: string): string {
  return path.replaceAll(/[\\*?[\]{}()!]/g, '?');
}

function folderOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

function groupBy(
  paths: readonly string[],
  keyOf: (path: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = groups.get(key) ?? [];
    group.push(path);
    groups.set(key, group);
  }
  return groups;
}
