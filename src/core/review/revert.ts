/** Taking one change back: the texts of the newer revision without it, everything else as it is. */
import type { Change } from './change';
import { compareFile } from './compare/compareFile';
import { keyOf, type ComparedFile } from './compare/comparedFile';
import { plainText } from './compare/lines';
import { annotationIds, readSide, recordsIn, type Side } from './compare/side';
import { SourceTexts } from './compare/sourceTexts';
import { editedBack, withBareSource, withOnly } from './revert/byRecord';
import { withOldLines } from './revert/textual';
import type { FilePair } from './revisions';

export type Reverted =
  | { readonly kind: 'text'; readonly text: string }
  /** The file goes. */
  | { readonly kind: 'removed' }
  /** In words for the person. */
  | { readonly kind: 'impossible'; readonly why: string };

/**
 * What becomes of the file at `change.path` when the change is taken back. `before` is the text of
 * the older revision at `pathBefore`, or at `path` where that is absent; `after` that of the newer
 * one; each absent where the file is not there. A record that went to another file is none of this:
 * see `reversalOf`, which also gives a renamed file its path back. A file that came with new records
 * stays until all of them are gone, with nothing said of its source.
 */
export function reverted(
  change: Change,
  before: string | undefined,
  after: string | undefined,
): Reverted {
  switch (change.kind) {
    case 'text':
    case 'unreadable':
      return whole(before);
    case 'entity':
    case 'event':
    case 'schema':
      return change.action === 'changed' ? inFile(change, before, after) : whole(before);
    case 'annotation':
    case 'rejection':
      if (change.movedFrom !== undefined) {
        return impossible('It was in another file, which has to get it back.');
      }
      return inFile(change, before, after);
    case 'metadata':
    case 'formatting':
      return inFile(change, before, after);
  }
}

function whole(text: string | undefined): Reverted {
  return text === undefined ? { kind: 'removed' } : { kind: 'text', text };
}

function impossible(why: string): Reverted {
  return { kind: 'impossible', why };
}

/** Files as they are to be; a text is absent for a file that goes. */
export type Reversal =
  | {
      readonly kind: 'files';
      readonly files: readonly { readonly path: string; readonly text: string | undefined }[];
    }
  | { readonly kind: 'impossible'; readonly why: string };

/**
 * The same for any change: of one that concerns two files both, and of a file that was renamed both
 * paths. `textOf` gives the text of a file in either revision.
 */
export function reversalOf(
  change: Change,
  textOf: (side: 'before' | 'after', path: string) => string | undefined,
): Reversal {
  const { path, pathBefore = path } = change;
  if (
    (change.kind === 'annotation' || change.kind === 'rejection') &&
    change.movedFrom !== undefined
  ) {
    const { movedFrom, kind, id } = change;
    const out = inFile(
      { ...change, pathBefore: path },
      textOf('before', path),
      textOf('after', path),
    );
    const old = { ...change, path: movedFrom, key: keyOf(kind, movedFrom, id) };
    const back = inFile(old, textOf('before', pathBefore), textOf('after', movedFrom));
    return together([path, out], [movedFrom, back]);
  }
  const result = reverted(change, textOf('before', pathBefore), textOf('after', path));
  const isRenamed = change.kind === 'metadata' || change.kind === 'text';
  if (path === pathBefore || !isRenamed) return together([path, result]);
  return together([path, { kind: 'removed' }], [pathBefore, result]);
}

function together(...results: readonly (readonly [path: string, result: Reverted])[]): Reversal {
  const files: { readonly path: string; readonly text: string | undefined }[] = [];
  for (const [path, result] of results) {
    if (result.kind === 'impossible') return result;
    files.push({ path, text: result.kind === 'text' ? result.text : undefined });
  }
  return { kind: 'files', files };
}

function inFile(change: Change, before: string | undefined, after: string | undefined): Reverted {
  const { path, pathBefore = path, key } = change;
  const old = before === undefined ? undefined : { path: pathBefore, text: before };
  const pair = {
    ...(old && { before: old }),
    ...(after !== undefined && { after: { path, text: after } }),
  };
  const compared = compareFile(pair, new SourceTexts([]));
  const own = compared.changes.find((each) => each.key === key);
  if (own === undefined) return impossible('It is not there any more.');
  if (after === undefined) return intoNewFile(own, compared, before ?? '');
  if (before === undefined) return outOfNewFile(own, compared, after);
  for (const text of candidates(own, compared, before, after)) {
    if (isWithout(own, compared, text)) return { kind: 'text', text };
  }
  return impossible('Other changes depend on it. Revert those first.');
}

function* candidates(
  change: Change,
  { hunks }: ComparedFile,
  before: string,
  after: string,
): Generator<string, undefined> {
  yield withOldLines(hunks, change.key, before, after);
  switch (change.kind) {
    case 'annotation':
    case 'rejection':
    case 'metadata':
      yield* editedBack(change, before, after);
      return undefined;
    case 'entity':
    case 'event':
    case 'schema':
    case 'formatting':
      yield before;
      return undefined;
    case 'text':
    case 'unreadable':
      return undefined;
  }
}

/** The file is not there: it comes back with the one record, or with what is said of its source. */
function intoNewFile(change: Change, compared: ComparedFile, before: string): Reverted {
  const side = annotationSide(change, before);
  const kept =
    change.kind === 'annotation'
      ? { annotation: change.id }
      : change.kind === 'rejection'
        ? { rejection: change.id }
        : {};
  const text = side && withOnly(before, idsIn(side), kept);
  if (text === undefined || !isWithout(change, compared, text)) {
    return impossible('Its file is not there any more and cannot be made from it alone.');
  }
  return { kind: 'text', text };
}

/** The file was not there: the record goes, or what is said of its source, or the file. */
function outOfNewFile(change: Change, compared: ComparedFile, after: string): Reverted {
  if (change.kind !== 'metadata') {
    const texts =
      change.kind === 'annotation' || change.kind === 'rejection'
        ? editedBack(change, '', after)
        : [];
    const text = texts.find((each) => isWithout(change, compared, each));
    return text === undefined ? impossible('It cannot be taken out.') : { kind: 'text', text };
  }
  if (compared.changes.every(({ key }) => key === change.key)) return { kind: 'removed' };
  const bare = withBareSource(after, change);
  if (bare === undefined) {
    return impossible('The file has annotations that are new, too. Revert those first.');
  }
  return { kind: 'text', text: bare };
}

function annotationSide({ path, pathBefore = path }: Change, text: string): Side | undefined {
  return readSide('annotations', pathBefore, plainText(text));
}

function idsIn(side: Side): { annotations: readonly string[]; rejections: readonly string[] } {
  return {
    annotations: annotationIds(side),
    rejections: recordsIn(side, 'rejection').map(({ id }) => id),
  };
}

/** Whether all other changes are as they were when the newer file has this text, and this one is not there. */
function isWithout(change: Change, { pair, changes }: ComparedFile, text: string): boolean {
  const path = pair.after?.path ?? change.path;
  const next: FilePair = { ...pair, after: { path, text } };
  const left = compareFile(next, new SourceTexts([])).changes;
  if (left.some(({ key }) => key === change.key)) return false;
  const isOther = ({ key, kind }: Change): boolean =>
    key !== change.key &&
    kind !== 'formatting' &&
    // With the file come what is said of its source, too.
    !(kind === 'metadata' && pair.after === undefined);
  return saidBy(left.filter(isOther)) === saidBy(changes.filter(isOther));
}

function saidBy(changes: readonly Change[]): string {
  const said = changes.map((change) => JSON.stringify({ ...change, lines: undefined }));
  return said.sort().join('\n');
}
