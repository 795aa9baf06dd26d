/** Two versions of one file of the format → its changes. */
import { fileKind, type FileKind } from '../../storage/paths';
import type { FilePair, RevisionFile } from '../revisions';
import { compareAnnotationFiles } from './annotationFiles';
import {
  accountedFor,
  keyOf,
  pathOf,
  wholeHunk,
  type ComparedFile,
  type Draft,
} from './comparedFile';
import type { Hunk } from './hunks';
import { diffLines } from './lineDiff';
import { linesOf, plainText } from './lines';
import { compareRecordFiles } from './recordFiles';
import { compareSchemaFiles } from './schemaFiles';
import { isInConflict, readSide, type Side } from './side';
import type { SourceTexts } from './sourceTexts';

/** Paths of one kind; at least one of the sides is there. */
export function compareFile(pair: FilePair, texts: SourceTexts): ComparedFile {
  const path = pathOf(pair);
  const kind = fileKind(path);
  const [old, now] = [plain(pair.before), plain(pair.after)];
  if (
    old !== undefined &&
    now !== undefined &&
    old === now &&
    pair.before?.path === pair.after?.path
  ) {
    return unspoken(pair);
  }
  if (kind === undefined) return unreadable(pair, 'both');
  const before = sideOf(kind, pair.before, old);
  const after = sideOf(kind, pair.after, now, before);
  const isLost = {
    before: old !== undefined && before === undefined,
    after: now !== undefined && after === undefined,
  };
  if (isLost.before || isLost.after) {
    return unreadable(pair, isLost.before ? (isLost.after ? 'both' : 'before') : 'after');
  }
  switch (kind) {
    case 'annotations':
      return compareAnnotationFiles(pair, before, after, texts);
    case 'entity':
    case 'event':
      return compareRecordFiles(pair, before, after);
    case 'schema':
      return compareSchemaFiles(pair, before, after);
  }
}

function sideOf(
  kind: FileKind,
  file: RevisionFile | undefined,
  text: string | undefined,
  other?: Side,
): Side | undefined {
  return file === undefined || text === undefined
    ? undefined
    : readSide(kind, file.path, text, other);
}

function plain(file: RevisionFile | undefined): string | undefined {
  return file && plainText(file.text);
}

/** The same lines, which end otherwise. */
function unspoken(pair: FilePair): ComparedFile {
  if (pair.before?.text === pair.after?.text) return { pair, changes: [], hunks: [] };
  const hunk = wholeHunk(undefined, pair, lineCount);
  return accountedFor(pair, [], [hunk], () => undefined);
}

function lineCount({ text }: RevisionFile): number {
  return linesOf(plainText(text)).length;
}

function unreadable(pair: FilePair, side: 'before' | 'after' | 'both'): ComparedFile {
  const key = keyOf('unreadable', pathOf(pair));
  const { before, after } = pair;
  const action = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const lost = { before: [before], after: [after], both: [before, after] }[side];
  const isConflicted = lost.every((file) => file === undefined || isInConflict(file.text));
  const draft: Draft = { kind: 'unreadable', key, action, aspects: [], side, isConflicted };
  const changes = diffLines(linesOf(plain(before) ?? ''), linesOf(plain(after) ?? ''));
  const hunks = changes.map((change): Hunk => ({ owner: key, ...change }));
  return accountedFor(pair, [draft], hunks, () => key);
}
