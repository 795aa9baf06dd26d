/** Whether what a file says of a place is still so. */
import type { Target } from '../model/annotation';
import type { SourceText } from '../text/sourceText';

export function isSameTarget(a: Target, b: Target): boolean {
  return (
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.start === b.start &&
    a.end === b.end
  );
}

/** Whether quote and context stand in the text where the offsets say. */
export function standsIn({ text, codePoints }: SourceText, target: Target): boolean {
  const { exact, prefix, suffix, start, end } = target;
  if (!Number.isInteger(start) || start < 0 || start > codePoints.length) return false;
  const from = codePoints.toUtf16(start);
  return (
    from >= prefix.length &&
    text.startsWith(prefix + exact + suffix, from - prefix.length) &&
    codePoints.fromUtf16(from + exact.length) === end
  );
}
