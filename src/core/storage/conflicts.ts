/** The conflict markers that git leaves in a file that it could not merge. */
import type { Span } from '../text/span';

/** One conflict, in whole lines; the spans leave the markers out, and may be empty. */
export interface Conflict extends Span {
  readonly ours: Span;
  readonly theirs: Span;
  /** The line of the first marker, without its line break. */
  readonly marker: Span;
}

/** A marker that belongs to no conflict, as its line without the line break. */
export type StrayMarker = Span;

const MARKER = /^(?:<{7}(?= |\r?$)|\|{7}(?= |\r?$)|={7}(?=\r?$)|>{7}(?= |\r?$)).*$/gm;

/**
 * The conflicts of a text in order, those in the style of diff3 too, and the markers left over. See
 * https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.
 */
export function conflictsIn(text: string): {
  readonly conflicts: readonly Conflict[];
  readonly strays: readonly StrayMarker[];
} {
  const conflicts: Conflict[] = [];
  const strays: StrayMarker[] = [];
  let open: Span[] = [];
  for (const match of text.matchAll(MARKER)) {
    const line = match[0].endsWith('\r') ? match[0].slice(0, -1) : match[0];
    const marker = { start: match.index, end: match.index + line.length };
    const kinds = open.map((each) => text.charAt(each.start)).join('') + line.charAt(0);
    if (kinds === '<=>' || kinds === '<|=>') {
      conflicts.push(conflictOf(text, [...open, marker]));
      open = [];
    } else if ('<|=>'.startsWith(kinds) || kinds === '<=') {
      open.push(marker);
    } else {
      strays.push(...open);
      open = [];
      if (line.startsWith('<')) open.push(marker);
      else strays.push(marker);
    }
  }
  strays.push(...open);
  return { conflicts, strays };
}

function conflictOf(text: string, markers: readonly Span[]): Conflict {
  const [first = { start: 0, end: 0 }, second = first] = markers;
  const middle = markers.at(-2) ?? first;
  const last = markers.at(-1) ?? first;
  return {
    start: first.start,
    end: lineAfter(text, last.end),
    ours: { start: lineAfter(text, first.end), end: second.start },
    theirs: { start: lineAfter(text, middle.end), end: last.start },
    marker: first,
  };
}

function lineAfter(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}
