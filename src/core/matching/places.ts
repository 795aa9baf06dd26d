/** Where an event happens, as the text says. */
import { sentencesAround } from '../text/sentences';
import { contains, type Span } from '../text/span';
import type { Mention } from './nearby';

const IN = /\b(?:in|at|near|outside|inside|aboard)\s+(?:the\s+)?$/i;
const REACH = 16;

/** Whether a name follows a preposition like `in`. */
export function followsIn(text: string, { start }: Span): boolean {
  return IN.test(text.slice(Math.max(0, start - REACH), start));
}

/**
 * The place that follows a preposition like `in` in the passage, or else in its sentence; of several the
 * first. `mentions` are those of places. `undefined` when there is none.
 */
export function likelyPlace(
  text: string,
  passage: Span,
  mentions: readonly Mention[],
): string | undefined {
  const located = mentions.filter(({ span }) => followsIn(text, span));
  for (const zone of [passage, sentencesAround(text, passage)]) {
    const found = located.find(({ span }) => contains(zone, span));
    if (found !== undefined) return found.entity;
  }
  return undefined;
}
