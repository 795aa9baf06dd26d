/** From the selectors of all annotations of a source to their places: each speaks for its neighbours. */
import type { Target } from '../model/annotation';
import { align } from './align/align';
import { Finder } from './align/finder';
import { layersOf, placesOf } from './align/islands';
import { placeOf, type Placed } from './align/place';
import { Vocabulary, type Tokens } from './align/tokens';
import { verdictOf } from './align/verdict';
import type { Anchoring } from './anchor';
import { certainSpan } from './certainty';
import type { SourceText } from './sourceText';
import type { Span } from './span';
import { heldAt } from './standing';

/** A text that the targets were in, as git or an editor still has it. */
export interface OldText {
  readonly source: SourceText;
  /** Where the targets were in it, one for each, where that is known for certain. */
  readonly spans?: readonly (Span | undefined)[];
}

/**
 * One result for each target, in their order, whatever that order is.
 *
 * Where the old text is known, each target that stands in it is followed through the differences of
 * the two texts, moved blocks included; what was deleted is `orphaned`. Without it, or for targets
 * that are not in it, quotes and contexts together are the old text as far as it is known: what they
 * share with the new text shows where their neighbours belong. `exact` and `moved` are certain:
 * the words of the quote, after folding (see `sameWords`), with enough around them or with
 * neighbours that have gone as far. Never throws, whatever texts and targets hold.
 *
 * When every target stands where its hint says, nothing but that is looked at.
 */
export function anchorAll(
  source: SourceText,
  targets: readonly Target[],
  old?: OldText,
): readonly Anchoring[] {
  const hints = targets.map((target) => heldAt(source, target));
  const before = old === undefined ? [] : oldSpans(source, hints, targets, old);
  if (hints.every((hint, index) => hint !== undefined && before[index] === undefined)) {
    return targets.map((target, index) => exactAt(target, hints[index] ?? 0));
  }
  const vocabulary = new Vocabulary();
  const now = vocabulary.tokens(source.text);
  const placed: (Placed | undefined)[] = targets.map(() => undefined);
  if (old !== undefined && before.some((span) => span !== undefined)) {
    const alignment = align(vocabulary.tokens(old.source.text), now);
    before.forEach((span, index) => {
      if (span !== undefined) placed[index] = placeOf(alignment, span);
    });
  }
  const rest = targets.flatMap((_, index) => (before[index] === undefined ? [index] : []));
  placeByIslands(targets, rest, now, vocabulary, placed);
  const looked = { source, finder: new Finder(source.text), isSingle: targets.length === 1 };
  return targets.map((target, index) => verdictOf(looked, target, hints[index], placed[index]));
}

/** Where the targets were in the old text, as far as that is certain and of any use. */
function oldSpans(
  source: SourceText,
  hints: readonly (number | undefined)[],
  targets: readonly Target[],
  old: OldText,
): readonly (Span | undefined)[] {
  const isSame = old.source.text === source.text;
  const spans = targets.map((target, index) => {
    const known = old.spans?.[index];
    if (known !== undefined) return isSame && known.start === hints[index] ? undefined : known;
    const start = isSame ? undefined : heldAt(old.source, target);
    return start === undefined ? undefined : { start, end: start + target.exact.length };
  });
  const rest = targets.flatMap((target, index) => (spans[index] === undefined ? [target] : []));
  if (isSame || rest.length === 0) return spans;
  const found = anchorAll(old.source, rest).values();
  return spans.map((span) => {
    if (span !== undefined) return span;
    const anchoring = found.next().value;
    return anchoring && certainSpan(anchoring);
  });
}

function placeByIslands(
  targets: readonly Target[],
  indexes: readonly number[],
  now: Tokens,
  vocabulary: Vocabulary,
  placed: (Placed | undefined)[],
): void {
  for (const layer of layersOf(targets, indexes)) {
    const old = vocabulary.tokens(layer.text, layer.islands);
    const alignment = align(old, now, placesOf(layer, old));
    for (const { index, span } of layer.passages) placed[index] = placeOf(alignment, span);
  }
}

function exactAt(target: Target, start: number): Anchoring {
  return { kind: 'exact', span: { start, end: start + target.exact.length } };
}
