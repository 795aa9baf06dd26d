/** Files that a merge left in conflict: what is in conflict, decided one by one or all that decides itself. */
import { written } from '../merge/fileText';
import {
  conflictsOfPieces,
  settled,
  textOfPieces,
  type ConflictPiece,
  type Piece,
} from '../merge/pieces';
import type { MergeConflict } from '../merged';
import { chosenText, type Choice } from './choice';
import { conflictedPieces, type ConflictedPieces } from './conflictedPieces';
import { spansOf } from './places';
import { keyOfPiece, recordConflict, type RecordConflict } from './recordConflict';

export interface Repaired {
  /** With markers around whole records only, and only around those in `conflicts`. */
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * The file with everything settled that is no true conflict: what only one side has is kept, what both
 * have is merged by record and field, three-way where the `base` is given or the markers say it. Records
 * that `merge=union` tore or doubled are put together. Absent for a file that needs no repair, and for
 * one of which nothing can be made.
 */
export function repaired(path: string, text: string, base?: string): Repaired | undefined {
  const read = conflictedPieces(path, text, base);
  if (read === undefined) return undefined;
  const after = textOf(read, read.pieces);
  return after === text && !read.pieces.some(isConflict)
    ? undefined
    : { text: after, conflicts: conflictsOfPieces(read.pieces) };
}

/** What is left for a person to decide, in the order of the file; nothing where it needs no repair. */
export function conflictsOf(path: string, text: string, base?: string): readonly RecordConflict[] {
  const pieces = conflictedPieces(path, text, base)?.pieces.filter(isConflict) ?? [];
  const spans = spansOf(text, pieces);
  return pieces.map((piece, index) => recordConflict(path, piece, spans[index]));
}

/**
 * The file with one of its conflicts decided, and with everything settled that decides itself. `key` is
 * that of a `RecordConflict`. Absent where there is no such conflict, or the choice cannot be made.
 */
export function resolve(
  path: string,
  text: string,
  key: string,
  choice: Choice,
  base?: string,
): string | undefined {
  const read = conflictedPieces(path, text, base);
  const piece = read?.pieces.find((each) => isConflict(each) && keyOfPiece(each) === key);
  if (read === undefined || piece?.kind !== 'conflict') return undefined;
  const chosen = chosenText(path, piece, choice);
  if (chosen === undefined) return undefined;
  const pieces = read.pieces.map((each) => (each === piece ? settled(chosen) : each));
  return textOf(read, pieces);
}

/** The same choice for every conflict that is left. */
export function resolveAll(
  path: string,
  text: string,
  choice: Extract<Choice, { kind: 'ours' | 'theirs' }>,
  base?: string,
): string | undefined {
  const read = conflictedPieces(path, text, base);
  if (read === undefined) return undefined;
  const pieces = read.pieces.map((each) =>
    isConflict(each) ? settled(each.versions[choice.kind]) : each,
  );
  return textOf(read, pieces);
}

function isConflict(piece: Piece): piece is ConflictPiece {
  return piece.kind === 'conflict';
}

/** Empty for a file that goes. */
function textOf({ form, labels }: ConflictedPieces, pieces: readonly Piece[]): string {
  const text = textOfPieces(pieces, labels);
  return text.trim() === '' ? '' : written(text.replace(EMPTY_SECTION, '$1: {}'), form);
}

/** A section whose last record went: behind its line, and comments, comes no line that is indented. */
const EMPTY_SECTION =
  /^(annotations|rejected):(?=[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?:[^ \t\n#<]|$(?![^])))/gm;
