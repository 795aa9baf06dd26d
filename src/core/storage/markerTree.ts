/** The conflicts that git left in a text as a tree: conflicts within a side of another one included. */

/** A piece of the text without markers, or one conflict. */
export type Stretch = string | MarkedConflict;

export interface MarkedConflict {
  /** UTF-16 offsets of the whole, markers included. */
  readonly start: number;
  readonly end: number;
  /** The lines of the first and the last marker, without the line break. */
  readonly opening: string;
  readonly closing: string;
  readonly ours: readonly Stretch[];
  /** In the styles diff3 and zdiff3. */
  readonly base: readonly Stretch[] | undefined;
  readonly theirs: readonly Stretch[];
}

/** Seven characters, or more where the attribute `conflict-marker-size` or git itself says so. */
const MARKER = /^(?:(<{7,}|\|{7,}|>{7,})(?: .*)?|(={7,}))\r?$/gm;

interface Open {
  readonly size: number;
  readonly start: number;
  readonly opening: string;
  readonly ours: Stretch[];
  base: Stretch[] | undefined;
  theirs: Stretch[] | undefined;
}

/** Absent where the text has no markers, or markers that do not belong together. */
export function markerTree(text: string): readonly Stretch[] | undefined {
  const top: Stretch[] = [];
  const open: Open[] = [];
  let at = 0;
  const target = (): Stretch[] => {
    const last = open.at(-1);
    return last === undefined ? top : (last.theirs ?? last.base ?? last.ours);
  };
  for (const match of text.matchAll(MARKER)) {
    const marker = match[1] ?? match[2] ?? '';
    const line = match[0].replace(/\r$/, '');
    if (match.index > at) target().push(text.slice(at, match.index));
    at = Math.min(match.index + match[0].length + 1, text.length);
    const last = open.at(-1);
    if (marker.startsWith('<')) {
      const size = marker.length;
      open.push({
        size,
        start: match.index,
        opening: line,
        ours: [],
        base: undefined,
        theirs: undefined,
      });
      continue;
    }
    if (last?.size !== marker.length) return undefined;
    if (marker.startsWith('|') && last.base === undefined && last.theirs === undefined) {
      last.base = [];
    } else if (marker.startsWith('=') && last.theirs === undefined) {
      last.theirs = [];
    } else if (marker.startsWith('>') && last.theirs !== undefined) {
      open.pop();
      const { start, opening, ours, base, theirs } = last;
      target().push({ start, end: at, opening, closing: line, ours, base, theirs });
    } else {
      return undefined;
    }
  }
  if (open.length > 0 || !top.some((stretch) => typeof stretch !== 'string')) return undefined;
  if (at < text.length) top.push(text.slice(at));
  return top;
}
