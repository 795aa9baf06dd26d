/** Where in a text with markers the records in conflict are. */
import type { Span } from '../../text/span';
import { markerName, type ConflictPiece } from '../merge/pieces';
import { idInMarker } from '../merge/markers';
import { markerTree, type MarkedConflict } from '../../storage/markerTree';

/** For each record the first conflict that is about it; the one that names it, or has its lines. */
export function spansOf(
  text: string,
  pieces: readonly ConflictPiece[],
): readonly (Span | undefined)[] {
  const conflicts = (markerTree(text) ?? []).filter((each) => typeof each !== 'string');
  const named = new Map<string, MarkedConflict>();
  const places = new Map<string, MarkedConflict>();
  for (const conflict of conflicts) {
    const id = idInMarker(conflict.opening);
    if (id !== undefined && !named.has(id)) named.set(id, conflict);
    for (const key of keysIn(text.slice(conflict.start, conflict.end))) {
      if (!places.has(key)) places.set(key, conflict);
    }
  }
  for (const { key, conflict } of keysAbove(text, conflicts)) {
    if (!places.has(key)) places.set(key, conflict);
  }
  return pieces.map((piece) => {
    const name = markerName(piece);
    const found = named.get(name) ?? places.get(name) ?? places.get(name.split('.')[0] ?? '');
    const conflict = found ?? (piece.about === 'record' ? conflicts[0] : undefined);
    return conflict && { start: conflict.start, end: conflict.end };
  });
}

/** Keys of the top level and the one below it. */
function keysIn(lines: string): readonly string[] {
  return [...lines.matchAll(/^(?: {2})?"?([^\s"#:<>=|]+)"?:/gm)].map((match) => match[1] ?? '');
}

/** The record and section that the first lines of each conflict are in. */
function keysAbove(
  text: string,
  conflicts: readonly MarkedConflict[],
): readonly { readonly key: string; readonly conflict: MarkedConflict }[] {
  let at = 0;
  let [section, record] = ['', ''];
  return conflicts.flatMap((conflict) => {
    for (const match of text.slice(at, conflict.end).matchAll(/^( {2})?([^\s#:<>=|]+):/gm)) {
      if (at + match.index >= conflict.start) break;
      if (match[1] === undefined) [section, record] = [match[2] ?? '', ''];
      else record = match[2] ?? '';
    }
    at = conflict.end;
    return [record, section].filter((key) => key !== '').map((key) => ({ key, conflict }));
  });
}
