/** A file as a merge left it → what is settled in it, and the records in conflict. */
import { DEFAULT_LABELS, type Labels } from '../merge/markers';
import { plainText, type TextForm } from '../merge/fileText';
import { mergeTexts, type MergedTexts, type PlainTexts } from '../merge/mergeTexts';
import { textOfPieces, type Piece } from '../merge/pieces';
import { fileKind, recordId, sourceOfPath } from '../../storage/paths';
import { markerTree } from '../../storage/markerTree';
import { attributed } from './attributed';
import { torn } from './torn';
import { withOpenSections } from './tornLists';
import { readConflicted, withoutMarkers, type Conflicted } from './sides';

export interface ConflictedPieces {
  readonly pieces: readonly Piece[];
  readonly form: TextForm;
  readonly labels: Labels;
}

/**
 * Merges by record what git merged by line. `base` is the version of the file that both sides started
 * from, where it is known. Absent for a file that can be read, and for one of which nothing can be made.
 */
export function conflictedPieces(
  path: string,
  text: string,
  base?: string,
): ConflictedPieces | undefined {
  const { text: plain, form } = plainText(text);
  const before = base === undefined || base.trim() === '' ? undefined : plainBase(base);
  const conflicted = readConflicted(plain);
  if (conflicted === undefined) {
    const pieces = piecesOfTorn(path, plain, before);
    return pieces && { pieces, form, labels: DEFAULT_LABELS };
  }
  const tree = fileKind(path) === 'annotations' ? markerTree(plain) : undefined;
  const texts =
    before === undefined || tree === undefined ? conflicted : attributed(tree, conflicted, before);
  const { ours, theirs } = texts;
  const pieces = piecesOfSides(path, { ...conflicted, ours, theirs }, before);
  return pieces && { pieces, form, labels: conflicted.labels };
}

function plainBase(base: string): string {
  return plainText(withoutMarkers(base)).text;
}

function piecesOfSides(
  path: string,
  conflicted: Conflicted,
  base: string | undefined,
): readonly Piece[] | undefined {
  const { others, declared, labels } = conflicted;
  const ours = withOpenSections(conflicted.ours);
  const theirs = withOpenSections(conflicted.theirs);
  if (ours.trim() === '' || theirs.trim() === '') return [removedFile(path, ours, theirs)];
  let pieces = merged(path, { base: base ?? conflicted.base, ours, theirs }, declared);
  for (const other of others) {
    if (pieces === undefined || pieces.some(({ kind }) => kind === 'conflict')) return undefined;
    const sofar = textOfPieces(pieces, labels);
    pieces = merged(path, { base, ours: sofar, theirs: other }, declared);
  }
  return pieces;
}

/** Sides that cannot be read, as git cut them, are mended first. */
function merged(
  path: string,
  texts: PlainTexts,
  declared: ReadonlySet<string>,
): readonly Piece[] | undefined {
  const { base } = texts;
  let tries: PlainTexts = texts;
  for (let attempt = 0; attempt < 3; attempt++) {
    const result: MergedTexts = mergeTexts(path, tries, declared);
    if (result.kind === 'pieces') return result.pieces;
    if (result.side === 'base') {
      tries = { ...tries, base: undefined };
      continue;
    }
    const mended = mend(path, tries[result.side], base);
    if (mended === undefined || mended === tries[result.side]) return undefined;
    tries = { ...tries, [result.side]: mended };
  }
  return undefined;
}

/** A side by itself, where nothing of it is in conflict with itself. */
function mend(path: string, text: string, base: string | undefined): string | undefined {
  const pieces = piecesOfTorn(path, text, base);
  if (pieces === undefined || pieces.some(({ kind }) => kind === 'conflict')) return undefined;
  return textOfPieces(pieces, DEFAULT_LABELS);
}

function piecesOfTorn(
  path: string,
  text: string,
  base: string | undefined,
): readonly Piece[] | undefined {
  const versions = torn(path, text, base);
  if (versions === undefined) return undefined;
  const result = mergeTexts(path, { base, ...versions }, new Set());
  if (result.kind === 'pieces') return result.pieces;
  if (result.side !== 'base') return undefined;
  const again = mergeTexts(path, { base: undefined, ...versions }, new Set());
  return again.kind === 'pieces' ? again.pieces : undefined;
}

function removedFile(path: string, ours: string, theirs: string): Piece {
  const kind = fileKind(path);
  const isRecord = kind === 'entity' || kind === 'event';
  const id = isRecord ? recordId(path) : sourceOfPath(path);
  const versions = { ours, theirs, conflicts: [{}] };
  return { kind: 'conflict', about: isRecord ? 'record' : 'file', id, versions };
}
