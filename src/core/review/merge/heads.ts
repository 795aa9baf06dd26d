/** What stands around the value of a key: the key itself, its column, and the comments behind it. */
import { lineEnd, lineStart, scalarEnd } from '../../storage/editMap';
import type { MapNode, SeqNode } from '../../storage/node';
import { mergedLines } from './mergeParts';
import type { Located } from './parts';

/** A key in three versions, of which ours or theirs is there. */
export interface SomeLocated {
  readonly base: Located | undefined;
  readonly ours: Located | undefined;
  readonly theirs: Located | undefined;
}

/** What a field is called in conflicts, and how far in its key stands. */
export interface FieldPlace {
  readonly path: string;
  readonly column: number;
}

/** The key as it is written. */
export function headKey({ ours, theirs }: SomeLocated): string {
  const located = ours ?? theirs;
  if (located === undefined) return '';
  const { keySpan } = located.entry;
  return located.doc.slice(keySpan.start, keySpan.end);
}

/** The lines of an entry up to the end of its value. */
export function headOf({ doc, entry, start }: Located): string {
  return doc.slice(start, scalarEnd(doc, entry.value));
}

/** The comment behind a value and those below it; both where both sides wrote one. */
export function mergedComment({ base, ours, theirs }: SomeLocated): string {
  const rest = (located: Located | undefined): string | undefined =>
    located?.doc.slice(scalarEnd(located.doc, located.entry.value), located.end);
  const before = rest(base);
  const one = rest(ours) ?? rest(theirs) ?? '\n';
  const other = rest(theirs) ?? one;
  if (one === other || before === other) return one;
  if (before === one) return other;
  const cut = (text: string): readonly [string, string] => {
    const feed = lineEnd(text, 0);
    return [text.slice(0, feed).trim(), text.slice(feed)];
  };
  const [first, more] = cut(one);
  const [second, others] = cut(other);
  const words = together(first, second);
  const below = mergedLines(before === undefined ? undefined : cut(before)[1], more, others);
  return `${words === '' ? '' : ` ${words}`}\n${below}`;
}

/** The line of a key whose value stands below it. */
export function mergedHeader(sides: SomeLocated, column: number): string {
  const { base, ours, theirs } = sides;
  const before = commentOfHeader(base);
  const one = commentOfHeader(ours) ?? '';
  const other = commentOfHeader(theirs) ?? '';
  const words = before === other ? one : before === one ? other : together(one, other);
  return `${' '.repeat(column)}${headKey(sides)}:${words === '' ? '' : ` ${words}`}\n`;
}

function commentOfHeader(located: Located | undefined): string | undefined {
  if (located === undefined) return undefined;
  const { doc, entry } = located;
  if (entry.value.kind === 'scalar' || entry.value.flow) return '';
  const colon = doc.indexOf(':', entry.keySpan.end) + 1;
  return doc.slice(colon, lineEnd(doc, entry.keySpan.end)).trim();
}

function together(one: string, other: string): string {
  const each = [...new Set([one, other])].filter((words) => words !== '');
  return each.sort().join(' ');
}

/** How far in the lines below a key stand: as on the side that changed it. */
export function columnBelow(
  { column }: FieldPlace,
  { base, ours, theirs }: SomeLocated,
  linesOf: (located: Located) => MapNode | SeqNode | undefined,
): number {
  const own = (located: Located | undefined): number | undefined => {
    const lines = located && linesOf(located);
    if (located === undefined || lines === undefined || lines.flow) return undefined;
    return lines.start - lineStart(located.doc, lines.start);
  };
  return mergedColumn(own(base), own(ours), own(theirs)) ?? column + 2;
}

function mergedColumn(
  base: number | undefined,
  ours: number | undefined,
  theirs: number | undefined,
): number | undefined {
  if (ours === undefined || theirs === undefined || ours === theirs) return ours ?? theirs;
  if (base === ours) return theirs;
  return base === theirs ? ours : Math.min(ours, theirs);
}
