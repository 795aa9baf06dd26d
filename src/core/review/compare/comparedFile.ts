/** The changes of one file of the format, with the lines that each accounts for. */
import type { Change, ChangedLines } from '../change';
import type { FilePair, RevisionFile } from '../revisions';
import type { Hunk } from './hunks';
import { rangesOf, type LineSpan } from './lines';

/** A change as it is put together, before it is known which lines are its own. */
export type Draft<C extends Change = Change> = C extends Change
  ? Omit<C, 'lines' | 'path' | 'pathBefore'>
  : never;

/** Lines that differ; every hunk belongs to one change. */
export interface OwnedHunk {
  readonly key: string;
  readonly before: LineSpan;
  readonly after: LineSpan;
}

export interface ComparedFile {
  readonly pair: FilePair;
  /** In document order. */
  readonly changes: readonly Change[];
  /** In the order in which both sides can be read side by side. */
  readonly hunks: readonly OwnedHunk[];
}

/** Says which change it is among all of a comparison. */
export function keyOf(kind: Change['kind'], path: string, id?: string): string {
  return id === undefined ? `${kind} ${path}` : `${kind} ${path} ${id}`;
}

/** Where the file is called: in the newer revision that has it. */
export function pathOf({ before, after }: FilePair): string {
  return after?.path ?? before?.path ?? '';
}

/** A pair with `path`s that differ. */
function pathsOf(pair: FilePair): { readonly path: string; readonly pathBefore?: string } {
  const path = pathOf(pair);
  const old = pair.before?.path;
  return old === undefined || old === path ? { path } : { path, pathBefore: old };
}

/**
 * Gives every hunk to a change: the owner's where `owners` knows one, otherwise to the formatting of
 * the file.
 */
export function accountedFor(
  pair: FilePair,
  drafts: readonly Draft[],
  hunks: readonly Hunk[],
  keyFor: (owner: string) => string | undefined,
): ComparedFile {
  const formatting = keyOf('formatting', pathOf(pair));
  const owned = hunks.map(({ owner, before, after }): OwnedHunk => {
    const key = owner === undefined ? undefined : keyFor(owner);
    return { key: key ?? formatting, before, after };
  });
  const all = owned.some(({ key }) => key === formatting)
    ? [...drafts, formattingDraft(formatting)]
    : drafts;
  return { pair, changes: withLines(pair, all, owned), hunks: owned };
}

function formattingDraft(key: string): Draft {
  return { kind: 'formatting', key, action: 'changed', aspects: [] };
}

function withLines(
  pair: FilePair,
  drafts: readonly Draft[],
  hunks: readonly OwnedHunk[],
): readonly Change[] {
  const own = new Map<string, OwnedHunk[]>();
  for (const hunk of hunks) {
    const known = own.get(hunk.key);
    if (known === undefined) own.set(hunk.key, [hunk]);
    else known.push(hunk);
  }
  const paths = pathsOf(pair);
  return drafts.map((draft): Change => ({
    ...draft,
    ...paths,
    lines: linesOfHunks(own.get(draft.key) ?? []),
  }));
}

function linesOfHunks(hunks: readonly OwnedHunk[]): ChangedLines {
  return {
    before: rangesOf(hunks.map(({ before }) => before)),
    after: rangesOf(hunks.map(({ after }) => after)),
  };
}

/** One hunk with all lines of a file that only one side has. */
export function wholeHunk(
  owner: string | undefined,
  sides: { readonly before?: RevisionFile | undefined; readonly after?: RevisionFile | undefined },
  countOf: (file: RevisionFile) => number,
): Hunk {
  const spanOf = (file: RevisionFile | undefined): LineSpan => ({
    first: 0,
    end: file === undefined ? 0 : countOf(file),
  });
  return { owner, before: spanOf(sides.before), after: spanOf(sides.after) };
}
