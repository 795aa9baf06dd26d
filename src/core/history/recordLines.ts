/** Putting a record back with the lines that it had, comments and unknown keys included. */
import type { Annotation } from '../model/annotation';
import type { Span } from '../text/span';
import { insertAnnotation, removeAnnotation } from '../storage/editFile';
import { readDocument } from '../storage/document';
import { commonEnds } from '../text/edits';
import { isSame } from './mergeFields';

/**
 * The text with one more annotation, written as in `goal` where that has it. Absent when the text
 * has one with its id or cannot be edited.
 */
export function insertWithLines(
  text: string,
  annotation: Annotation,
  goal: string | undefined,
): string | undefined {
  const inserted = insertAnnotation(text, annotation);
  const without = goal === undefined ? undefined : removeAnnotation(goal, annotation.id);
  if (inserted === undefined || goal === undefined || without === undefined) return inserted;
  const place = linesOnlyIn(inserted, text);
  const source = linesOnlyIn(goal, without);
  if (place === undefined || source === undefined) return inserted;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = goal.slice(source.start, source.end).replaceAll(/\r?\n/g, eol);
  const result = inserted.slice(0, place.start) + lines + inserted.slice(place.end);
  return hasSameKeys(result, inserted) ? result : inserted;
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
function hasSameKeys(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => {
    const { root, findings } = readDocument(text);
    const section = root?.entries.find(({ key }) => key === 'annotations')?.value;
    const keys = section?.kind === 'map' ? section.entries.map(({ key }) => key) : undefined;
    return findings.length > 0 ? undefined : keys;
  });
  return first !== undefined && isSame(first, second);
}
