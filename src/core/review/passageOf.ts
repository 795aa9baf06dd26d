/** Where in a source a change is: what editors mark and reports quote. */
import type { Target } from '../model/annotation';
import { anchorAll } from '../text/anchorAll';
import { certainSpan } from '../text/certainty';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { heldAt } from '../text/standing';
import type { Action, Change, LineRange } from './change';

/** The passages of one change on both sides; a side is absent where there is none. */
export interface ChangedPassage {
  readonly action: Action;
  readonly before?: PassageSide;
  readonly after?: PassageSide;
}

export interface PassageSide {
  /** The path of the source in that revision. */
  readonly source: string;
  /** Of an annotation or rejection, in document order; empty for changes of the text itself. */
  readonly targets: readonly Target[];
  /** Of a change of the text: lines of the source, one-based. */
  readonly lines?: readonly LineRange[];
}

/** Absent for changes that are about no passage: of records, the schema, what is said of a source. */
export function passageOf(change: Change): ChangedPassage | undefined {
  const { action } = change;
  switch (change.kind) {
    case 'annotation': {
      const { before, after } = change;
      return passage(change, before?.targets, after?.targets);
    }
    case 'rejection': {
      const { before, after } = change;
      return passage(change, before && [before.target], after && [after.target]);
    }
    case 'text': {
      const { source, renamedFrom = source, lines } = change;
      const side = (path: string, own: readonly LineRange[]): PassageSide => ({
        source: path,
        targets: [],
        lines: own,
      });
      return {
        action,
        ...(action === 'added' ? {} : { before: side(renamedFrom, lines.before) }),
        ...(action === 'removed' ? {} : { after: side(source, lines.after) }),
      };
    }
    case 'metadata':
    case 'entity':
    case 'event':
    case 'schema':
    case 'formatting':
    case 'unreadable':
      return undefined;
  }
}

function passage(
  { action, source, sourceBefore = source }: Extract<Change, { kind: 'annotation' | 'rejection' }>,
  before: readonly Target[] | undefined,
  after: readonly Target[] | undefined,
): ChangedPassage | undefined {
  if (before === undefined && after === undefined) return undefined;
  return {
    action,
    ...(before && { before: { source: sourceBefore, targets: before } }),
    ...(after && { after: { source, targets: after } }),
  };
}

/**
 * Where the targets are in a text, in UTF-16; those that have no certain place are left out. The text
 * should be the one of their own side.
 */
export function spansOf(source: SourceText, targets: readonly Target[]): readonly Span[] {
  const held = targets.map((target) => heldAt(source, target));
  if (held.every((start) => start !== undefined)) {
    return targets.flatMap((target, index): Span[] => {
      const start = held[index];
      return start === undefined ? [] : [{ start, end: start + target.exact.length }];
    });
  }
  return anchorAll(source, targets).flatMap((anchoring) => certainSpan(anchoring) ?? []);
}
