/** Whether what a file says of a place is still so. */
import type { Target } from '../model/annotation';
import { hintedStart } from './align/alone';
import { standsAt } from './occurrences';
import type { SourceText } from './sourceText';

export function isSameTarget(a: Target, b: Target): boolean {
  return (
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.start === b.start &&
    a.end === b.end
  );
}

/** Whether both say the same of every fragment. */
export function areSameTargets(a: readonly Target[], b: readonly Target[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((target, index) => {
    const other = b[index];
    return other !== undefined && isSameTarget(target, other);
  });
}

/** The UTF-16 offset where the target stands with all of its context, if that is where its `start` says. */
export function heldAt(source: SourceText, target: Target): number | undefined {
  const hint = hintedStart(source, target);
  return hint !== undefined && standsAt(source.text, target, hint) ? hint : undefined;
}

/** Whether quote and context stand in the text where both offsets say. */
export function standsIn(source: SourceText, target: Target): boolean {
  const start = heldAt(source, target);
  if (start === undefined) return false;
  return source.codePoints.fromUtf16(start + target.exact.length) === target.end;
}
