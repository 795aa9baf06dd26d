/** What happened to the passages of annotations whose places or words differ. */
import type { Annotation, Target } from '../../model/annotation';
import { anchorAll } from '../../text/anchorAll';
import type { Anchoring } from '../../text/anchor';
import { similarity } from '../../text/similarity';
import type { SourceText } from '../../text/sourceText';
import { areSameTargets } from '../../text/standing';
import type { Span } from '../../text/span';
import type { TextPair } from './sourceTexts';

type Targets = Annotation['targets'];

/** `context`: the same words at the same place, described otherwise. */
export type TargetAspect = 'resized' | 'replaced' | 'moved' | 'reworded' | 'context';

/** The passages of one annotation on both sides. */
export interface TargetPair {
  readonly before: Targets;
  readonly after: Targets;
}

/** Below this, words are others and not the same ones changed. */
const ALIKE = 0.5;

/** One for each pair; absent where both sides say the same. */
export function targetAspects(
  pairs: readonly TargetPair[],
  texts: TextPair,
): readonly (TargetAspect | undefined)[] {
  const isOther = pairs.map(({ before, after }) => !areSameTargets(before, after));
  if (!isOther.includes(true)) return pairs.map(() => undefined);
  const { before, after } =
    texts.kind === 'different' ? texts : { before: undefined, after: undefined };
  if (before === undefined || after === undefined) {
    const isSameText = texts.kind === 'same';
    return pairs.map((pair, index) =>
      isOther[index] === true ? aspectAlone(pair, isSameText) : undefined,
    );
  }
  const asked = pairs.filter((_, index) => isOther[index] === true);
  const targets = asked.flatMap((pair) => pair.before);
  const places = anchorAll(after, targets, { source: before }).values();
  return pairs.map((pair, index) => {
    if (isOther[index] !== true) return undefined;
    const own = pair.before.flatMap(() => places.next().value ?? []);
    return aspectIn(pair, own, after);
  });
}

/** Without texts: of the same text, or of one that is not known. */
function aspectAlone({ before, after }: TargetPair, isSameText: boolean): TargetAspect {
  const sameWords = haveSameWords(before, after);
  const isSamePlace =
    spanOf(before).start === spanOf(after).start && spanOf(before).end === spanOf(after).end;
  if (sameWords && isSamePlace) return 'context';
  if (!isSameText) {
    if (sameWords) return 'moved';
    return areAlike(before, after) ? 'reworded' : 'replaced';
  }
  if (sameWords && haveSameContext(before, after)) return 'moved';
  if (isSamePlace && before.length === after.length) return 'reworded';
  return overlap(spanOf(before), spanOf(after)) ? 'resized' : 'replaced';
}

/** `places` is where the old passages are in the new text, as far as that can be said. */
function aspectIn(
  { before, after }: TargetPair,
  places: readonly Anchoring[],
  text: SourceText,
): TargetAspect {
  const sameWords = haveSameWords(before, after);
  const certain = places.flatMap((place) =>
    place.kind === 'exact' || place.kind === 'moved' ? [place.span] : [],
  );
  const own = after.map(({ start, end }) => ({
    start: text.codePoints.toUtf16(start),
    end: text.codePoints.toUtf16(end),
  }));
  const isKnown = certain.length === before.length;
  if (isKnown && sameWords && certain.every((span, index) => span.start === own[index]?.start)) {
    return 'moved';
  }
  if (isKnown) return meet(certain, own) ? (sameWords ? 'moved' : 'resized') : 'replaced';
  if (sameWords) return 'moved';
  const likely = places.flatMap((place) => ('span' in place ? [place.span] : []));
  if (meet(likely, own)) return 'reworded';
  return areAlike(before, after) ? 'reworded' : 'replaced';
}

function meet(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some((one) => others.some((other) => overlap(one, other)));
}

function overlap(one: Span, other: Span): boolean {
  if (one.start === one.end || other.start === other.end) {
    return one.start <= other.end && other.start <= one.end;
  }
  return one.start < other.end && other.start < one.end;
}

function spanOf(targets: Targets): Span {
  return { start: targets[0].start, end: targets.at(-1)?.end ?? targets[0].end };
}

function haveSameWords(before: Targets, after: Targets): boolean {
  return sameIn(before, after, ({ exact }) => exact);
}

function haveSameContext(before: Targets, after: Targets): boolean {
  return sameIn(before, after, ({ prefix, suffix }) => JSON.stringify([prefix, suffix]));
}

function sameIn(before: Targets, after: Targets, say: (target: Target) => string): boolean {
  return (
    before.length === after.length &&
    before.every((target, index) => {
      const other = after[index];
      return other !== undefined && say(target) === say(other);
    })
  );
}

function areAlike(before: Targets, after: Targets): boolean {
  const words = (targets: Targets): string => targets.map(({ exact }) => exact).join(' ');
  return similarity(words(before), words(after)) >= ALIKE;
}
