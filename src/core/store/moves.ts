/** Sources that were renamed or moved without their annotation files, recognised by their content. */
import type { Target } from '../model/annotation';
import type { SourceText } from '../text/sourceText';
import type { Store } from './store';

/** Where a source is now. */
export interface Move {
  readonly to: string;
  /** The text there is the one that the annotations were written for; otherwise it is much like it. */
  readonly certain: boolean;
}

/** By the path that annotation files name. */
export type Moves = ReadonlyMap<string, Move>;

/** What the annotation files of one source say that helps to recognise it. */
export interface AnnotatedSource {
  /** As it is written in them. */
  readonly path: string;
  /** Blob ids of the texts that they were written for. */
  readonly blobs: readonly string[];
  readonly targets: readonly Target[];
}

/** Every source that an annotation file names, sorted by path. */
export function annotatedSources(store: Store): readonly AnnotatedSource[] {
  const sources = new Map<string, { path: string; blobs: string[]; targets: Target[] }>();
  for (const { path: file, content } of store.files()) {
    const path = store.writtenSource(file);
    if (path === undefined || content?.kind !== 'annotations') continue;
    const source = sources.get(path) ?? { path, blobs: [], targets: [] };
    sources.set(path, source);
    if (content.source.blob !== undefined) source.blobs.push(content.source.blob);
    for (const { targets } of content.annotations) source.targets.push(...targets);
  }
  return [...sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** This share of the passages has to stand in a text for it to be taken for an edited source. */
const LIKELY_SHARE = 0.8;
/** No other text may have as many less than this. */
const CLEAR_LEAD = 0.3;
/** A quote with its context that is shorter stands in many texts. */
const TELLING_LENGTH = 16;
/** As many passages, spread over the source, speak for all. */
const MOST_PASSAGES = 40;
/** More sources than this are looked for by their blob ids alone: looking for passages takes time. */
const MOST_BY_PASSAGES = 100;

interface Missing {
  readonly path: string;
  readonly passages: readonly string[];
  readonly same: string[];
  readonly similar: { readonly path: string; readonly share: number }[];
}

/**
 * Takes one by one the sources that have no annotations, and says which of the missing ones they
 * are. Which of several equal texts is meant, the file name says; where it does not, nothing is said.
 */
export class MoveSearch {
  readonly #missing: readonly Missing[];
  readonly #byBlob = new Map<string, Missing[]>();

  constructor(missing: readonly AnnotatedSource[]) {
    this.#missing = missing.map(({ path, blobs, targets }, index) => {
      const passages = index < MOST_BY_PASSAGES ? tellingPassages(targets) : [];
      const each: Missing = { path, passages, same: [], similar: [] };
      for (const blob of new Set(blobs)) {
        this.#byBlob.set(blob, [...(this.#byBlob.get(blob) ?? []), each]);
      }
      return each;
    });
  }

  consider(path: string, source: SourceText): void {
    const same = this.#byBlob.get(source.blob) ?? [];
    for (const each of same) each.same.push(path);
    if (same.length > 0) return;
    for (const each of this.#missing) {
      if (each.same.length > 0) continue;
      const share = shareIn(source.text, each.passages);
      if (share > 0) each.similar.push({ path, share });
    }
  }

  /** The answer for all that was considered so far. */
  moves(): Moves {
    const found = this.#missing.flatMap((missing) => {
      const move = sameOf(missing) ?? similarOf(missing);
      return move === undefined ? [] : [[missing.path, move] as const];
    });
    // A text that two sources could be is neither.
    const claims = new Map<string, number>();
    for (const [, { to }] of found) claims.set(to, (claims.get(to) ?? 0) + 1);
    return new Map(found.filter(([, { to }]) => claims.get(to) === 1));
  }
}

/** The moves of missing sources to some of `candidates`, which have no annotations. */
export function findMoves(
  missing: readonly AnnotatedSource[],
  candidates: Iterable<readonly [path: string, text: SourceText]>,
): Moves {
  if (missing.length === 0) return new Map();
  const search = new MoveSearch(missing);
  for (const [path, text] of candidates) search.consider(path, text);
  return search.moves();
}

function sameOf({ path, same }: Missing): Move | undefined {
  const named = same.filter((each) => nameOf(each) === nameOf(path));
  const [only, ...others] = same.length === 1 ? same : named;
  return only === undefined || others.length > 0 ? undefined : { to: only, certain: true };
}

function similarOf({ same, similar }: Missing): Move | undefined {
  if (same.length > 0) return undefined;
  const [best, second] = [...similar].sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < LIKELY_SHARE) return undefined;
  if (best.share - (second?.share ?? 0) < CLEAR_LEAD) return undefined;
  return { to: best.path, certain: false };
}

/** Quotes with their context, as they stood in the text. */
function tellingPassages(targets: readonly Target[]): readonly string[] {
  const passages = targets
    .map(({ prefix, exact, suffix }) => prefix + exact + suffix)
    .filter((passage) => passage.length >= TELLING_LENGTH);
  const all = [...new Set(passages)];
  const step = Math.max(1, all.length / MOST_PASSAGES);
  return Array.from(
    { length: Math.min(all.length, MOST_PASSAGES) },
    (_, index) => all[Math.floor(index * step)] ?? '',
  );
}

/** 0 as soon as so many are missing that the share cannot count any more, even as a second. */
function shareIn(text: string, passages: readonly string[]): number {
  const least = LIKELY_SHARE - CLEAR_LEAD;
  let left = passages.length * (1 - least);
  let found = 0;
  for (const passage of passages) {
    if (text.includes(passage)) found++;
    else if (--left < 0) return 0;
  }
  return passages.length === 0 ? 0 : found / passages.length;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
