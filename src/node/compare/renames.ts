/** Which of the files that are gone on one side are files that are new on the other. */
import { annotationPath, sourceOfPath } from '../../core/storage/paths';

export interface OneSided {
  readonly path: string;
  readonly text: string;
}

/** By the path that is gone: the new one. */
export type Renames = ReadonlyMap<string, string>;

/** This share of a text has to be in the other one, as in git. */
const SIMILAR_SHARE = 0.5;
/** More files than this on a side are compared for equal texts alone. */
const MOST_COMPARED = 200;

export interface Gone {
  readonly sources: readonly OneSided[];
  readonly annotations: readonly OneSided[];
}

/**
 * Sources with equal texts, then with similar ones; annotation files go with their sources, and lead to
 * them where the source itself is too different. Each file is paired once.
 */
export function findRenames(before: Gone, after: Gone): Renames {
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  const rename = (from: string, to: string): void => {
    if (renames.has(from) || taken.has(to)) return;
    renames.set(from, to);
    taken.add(to);
  };
  const open = (gone: Gone, kind: keyof Gone): readonly OneSided[] =>
    gone[kind].filter(({ path }) => !renames.has(path) && !taken.has(path));
  for (const find of [sameTexts, similarTexts]) {
    for (const kind of ['sources', 'annotations'] as const) {
      for (const [from, to] of find(open(before, kind), open(after, kind))) rename(from, to);
      for (const [from, to] of implied(kind, renames, before, after)) rename(from, to);
    }
  }
  return renames;
}

type Pairs = readonly (readonly [from: string, to: string])[];

/** Where the one of source and annotation file went, the other is expected. */
function implied(kind: keyof Gone, renames: Renames, before: Gone, after: Gone): Pairs {
  if (kind === 'annotations') {
    const there = new Set(after.sources.map(({ path }) => path));
    const gone = new Set(before.sources.map(({ path }) => path));
    return before.annotations.flatMap(({ path }) => {
      const to = renames.get(path);
      if (to === undefined || !gone.has(sourceOfPath(path)) || !there.has(sourceOfPath(to)))
        return [];
      return [[sourceOfPath(path), sourceOfPath(to)] as const];
    });
  }
  const there = new Set(after.annotations.map(({ path }) => path));
  return before.annotations.flatMap(({ path }) => {
    const source = sourceOfPath(path);
    // With another layout the annotation file alone moves.
    const to = renames.get(source) ?? source;
    const at = LAYOUTS.map((layout) => annotationPath(to, layout)).find((each) => there.has(each));
    return at === undefined ? [] : [[path, at] as const];
  });
}

const LAYOUTS = ['folder', 'beside'] as const;

function sameTexts(gone: readonly OneSided[], added: readonly OneSided[]): Pairs {
  const byText = new Map<string, string[]>();
  for (const { path, text } of added) {
    if (text.trim() === '') continue;
    const paths = byText.get(text) ?? [];
    byText.set(text, paths);
    paths.push(path);
  }
  return gone.flatMap(({ path, text }) => {
    const paths = byText.get(text) ?? [];
    const named = paths.findIndex((each) => nameOf(each) === nameOf(path));
    const [to] = paths.splice(Math.max(0, named), 1);
    return to === undefined ? [] : [[path, to] as const];
  });
}

/** The likeliest pairs first. */
function similarTexts(gone: readonly OneSided[], added: readonly OneSided[]): Pairs {
  if (gone.length > MOST_COMPARED || added.length > MOST_COMPARED) return [];
  const others = added.map(({ path, text }) => ({ path, length: text.length, parts: parts(text) }));
  return gone
    .flatMap(({ path, text }) => {
      const own = parts(text);
      return others.flatMap((other) => {
        const share = shareOf(own, text.length, other.parts, other.length);
        return share < SIMILAR_SHARE ? [] : [{ path, to: other.path, share }];
      });
    })
    .sort((a, b) => b.share - a.share)
    .map(({ path, to }) => [path, to] as const);
}

/** Sentences and lines, and how many characters each has, all of its kind together. */
function parts(text: string): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const part of text.split(/(?<=[\n.!?。！？])/)) {
    lengths.set(part, (lengths.get(part) ?? 0) + part.length);
  }
  return lengths;
}

function shareOf(
  one: ReadonlyMap<string, number>,
  oneLength: number,
  other: ReadonlyMap<string, number>,
  otherLength: number,
): number {
  const longest = Math.max(oneLength, otherLength);
  if (longest === 0 || Math.min(oneLength, otherLength) < longest * SIMILAR_SHARE) return 0;
  let common = 0;
  for (const [part, length] of one) common += Math.min(length, other.get(part) ?? 0);
  return common / longest;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
