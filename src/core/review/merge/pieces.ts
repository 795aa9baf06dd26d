/** A merged file in pieces: what is settled, and the records in conflict between that. */
import type { MergeConflict } from '../merged';
import { marked, type Labels } from './markers';
import type { Versions } from './versions';

/** What a conflict is about, as far as that says how its lines are to be read. */
export type ConflictKind = 'annotation' | 'rejection' | 'record' | 'source' | 'file' | 'other';

interface SettledPiece {
  readonly kind: 'settled';
  readonly text: string;
}

export interface ConflictPiece {
  readonly kind: 'conflict';
  readonly about: ConflictKind;
  /** Of the record or source; of anything else its key, those below it behind a dot. */
  readonly id: string;
  readonly versions: Versions;
}

export type Piece = SettledPiece | ConflictPiece;

export function settled(text: string): Piece {
  return { kind: 'settled', text };
}

/** The lines, in conflict or not. */
export function pieceOf(about: ConflictKind, id: string, versions: Versions): Piece {
  return versions.conflicts.length === 0
    ? settled(versions.ours)
    : { kind: 'conflict', about, id, versions };
}

export function textOfPieces(pieces: readonly Piece[], labels: Labels): string {
  const texts = pieces.map((piece) =>
    piece.kind === 'settled' ? piece.text : marked(piece.versions, markerName(piece), labels),
  );
  return texts.join('');
}

export function conflictsOfPieces(pieces: readonly Piece[]): readonly MergeConflict[] {
  return pieces.flatMap((piece) => (piece.kind === 'settled' ? [] : conflictsOfPiece(piece)));
}

export function conflictsOfPiece({ id, versions }: ConflictPiece): readonly MergeConflict[] {
  return versions.conflicts.map(({ field, ...words }) => ({
    id,
    ...(field === undefined ? {} : { field }),
    ...words,
  }));
}

/** What the markers call it: a source has one place in its file, whatever its path. */
export function markerName({ about, id }: ConflictPiece): string {
  return about === 'source' ? 'source' : id;
}
