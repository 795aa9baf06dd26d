/** Which files of the older revision are which of the newer one: those that moved with their sources. */
import { fileKind, sourceOfPath } from '../../storage/paths';
import type { FilePair, RevisionFile } from '../revisions';
import { pathOf } from './comparedFile';
import type { SourceTexts } from './sourceTexts';

const IDS = /^ {2}(a-[0-9a-z]{6,}):/gm;
/** Of the annotations of either file, so that the one is taken for the other. */
const SHARED = 0.5;

/**
 * Each file once, sorted by path. Annotation files that are on one side only are put together where
 * the source was renamed, or where they share at least half of the annotations of either; records are
 * what their paths say and are taken apart.
 */
export function pairedFiles(files: readonly FilePair[], texts: SourceTexts): readonly FilePair[] {
  const whole: FilePair[] = [];
  const gone = new Map<string, RevisionFile>();
  const come = new Map<string, RevisionFile>();
  for (const pair of files) {
    if (isOneFile(pair)) {
      whole.push(pair);
      continue;
    }
    if (pair.before !== undefined) gone.set(pair.before.path, pair.before);
    if (pair.after !== undefined) come.set(pair.after.path, pair.after);
  }
  const take = (before: RevisionFile, after: RevisionFile): void => {
    whole.push({ before, after });
    gone.delete(before.path);
    come.delete(after.path);
  };
  for (const [path, before] of [...gone]) {
    const same = come.get(path) ?? renamedWithSource(before, come, texts);
    if (same !== undefined) take(before, same);
  }
  for (const [before, after] of alike([...gone.values()], [...come.values()])) take(before, after);
  whole.push(...[...gone.values()].map((before) => ({ before })));
  whole.push(...[...come.values()].map((after) => ({ after })));
  return whole.sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
}

function isOneFile({ before, after }: FilePair): boolean {
  if (before === undefined || after === undefined) return false;
  if (before.path === after.path) return true;
  return isAnnotations(before) && isAnnotations(after);
}

function isAnnotations({ path }: RevisionFile): boolean {
  return fileKind(path) === 'annotations';
}

function renamedWithSource(
  before: RevisionFile,
  come: ReadonlyMap<string, RevisionFile>,
  texts: SourceTexts,
): RevisionFile | undefined {
  if (!isAnnotations(before)) return undefined;
  const now = texts.renamed(sourceOfPath(before.path));
  if (now === undefined) return undefined;
  return [...come.values()].find((file) => isAnnotations(file) && sourceOfPath(file.path) === now);
}

/** The pairs that share most come first; each file is in one of them. */
function alike(
  gone: readonly RevisionFile[],
  come: readonly RevisionFile[],
): readonly (readonly [RevisionFile, RevisionFile])[] {
  const [old, now] = [gone.filter(isAnnotations), come.filter(isAnnotations)];
  if (old.length === 0 || now.length === 0) return [];
  const owners = new Map<string, RevisionFile>();
  const counts = new Map(old.map((file) => [file, new Map<RevisionFile, number>()]));
  const sizes = new Map<RevisionFile, number>();
  for (const file of now) {
    const ids = idsIn(file);
    sizes.set(file, ids.length);
    for (const id of ids) owners.set(id, file);
  }
  for (const [file, shared] of counts) {
    const ids = idsIn(file);
    sizes.set(file, ids.length);
    for (const id of ids) {
      const owner = owners.get(id);
      if (owner !== undefined) shared.set(owner, (shared.get(owner) ?? 0) + 1);
    }
  }
  const all = [...counts].flatMap(([before, shared]) =>
    [...shared].map(([after, count]) => ({ before, after, count })),
  );
  const taken = new Set<RevisionFile>();
  return all
    .filter(({ before, after, count }) => {
      const smaller = Math.min(sizes.get(before) ?? 0, sizes.get(after) ?? 0);
      return count >= SHARED * smaller;
    })
    .sort((one, other) => other.count - one.count)
    .flatMap(({ before, after }) => {
      if (taken.has(before) || taken.has(after)) return [];
      taken.add(before).add(after);
      return [[before, after] as const];
    });
}

function idsIn({ text }: RevisionFile): readonly string[] {
  return [...text.matchAll(IDS)].flatMap(([, id]) => id ?? []);
}
