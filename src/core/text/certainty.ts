/** Which results of anchoring are taken without asking a person. */
import type { Anchoring } from './anchor';
import type { Span } from './span';

const FROM_BAD_TO_GOOD = ['orphaned', 'ambiguous', 'similar', 'moved', 'exact'] as const;

export function isCertain(
  anchoring: Anchoring,
): anchoring is Extract<Anchoring, { readonly kind: 'exact' | 'moved' }> {
  return anchoring.kind === 'exact' || anchoring.kind === 'moved';
}

/** UTF-16; absent while the place is not certain. */
export function certainSpan(anchoring: Anchoring): Span | undefined {
  return isCertain(anchoring) ? anchoring.span : undefined;
}

/** Those of the certain ones, in their order. */
export function certainSpans(anchorings: readonly Anchoring[]): readonly Span[] {
  return anchorings.flatMap((anchoring) => certainSpan(anchoring) ?? []);
}

/** How certain an annotation is: as its least certain target. */
export function leastCertain(anchorings: readonly Anchoring[]): Anchoring['kind'] {
  const kinds = new Set(anchorings.map((anchoring) => anchoring.kind));
  return FROM_BAD_TO_GOOD.find((kind) => kinds.has(kind)) ?? 'orphaned';
}
