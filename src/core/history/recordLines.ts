/** Putting a record back with the lines that it had, comments and unknown keys included. */
import type { Span } from '../text/span';
import { readDocument } from '../storage/document';
import { commonEnds } from '../text/edits';
import { isSame } from './isSame';

interface Insertion {
  readonly text: string;
  /** A text that may have the record as people have written it. */
  readonly goal: string | undefined;
  readonly section: 'annotations' | 'rejected';
}

/**
 * The text with one more record, written as in `goal` where that has it. Absent when the text has one
 * with its id or cannot be edited.
 */
export function insertWithLines(
  { text, goal, section }: Insertion,
  insert: (text: string) => string | undefined,
  remove: (text: string) => string | undefined,
): string | undefined {
  const inserted = insert(text);
  const without = goal === undefined ? undefined : remove(goal);
  if (inserted === undefined || goal === undefined || without === undefined) return inserted;
  const place = linesOnlyIn(inserted, text);
  const source = linesOnlyIn(goal, without);
  if (place === undefined || source === undefined) return inserted;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = goal.slice(source.start, source.end).replaceAll(/\r?\n/g, eol);
  const result = inserted.slice(0, place.start) + lines + inserted.slice(place.end);
  return hasSameKeys(result, inserted, section) ? result : inserted;
}

/** The whole lines that `longer` has and `shorter` has not; absent when that is not all. */
function linesOnlyIn(longer: string, shorter: string): Span | undefined {
  const length = longer.length - shorter.length;
  const { prefix, suffix } = commonEnds(longer, shorter);
  if (length <= 0 || prefix + suffix !== shorter.length) return undefined;
  // The same text has gone wherever the two ends of the gap repeat each other.
  let start = prefix;
  while (
    start > 0 &&
    longer[start - 1] !== '\n' &&
    longer[start - 1] === longer[start + length - 1]
  ) {
    start--;
  }
  const isLine = start === 0 || longer[start - 1] === '\n';
  return isLine ? { start, end: start + length } : undefined;
}

/** Whether both parse, and have the same records in the same order. */
function hasSameKeys(a: string, b: string, name: Insertion['section']): boolean {
  const [first, second] = [a, b].map((text) => {
    const { root, findings } = readDocument(text);
    const section = root?.entries.find(({ key }) => key === name)?.value;
    const keys = section?.kind === 'map' ? section.entries.map(({ key }) => key) : undefined;
    return findings.length > 0 ? undefined : keys;
  });
  return first !== undefined && isSame(first, second);
}
