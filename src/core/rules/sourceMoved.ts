/** Annotation files whose source is at another path now. */
import { byOperations } from './fix';
import type { Rule } from './rule';

export const sourceMoved: Rule = {
  code: 'source-moved',
  severity: 'warning',
  description: 'Every annotation file is where its source is now.',
  *check({ move }) {
    if (move === undefined) return;
    const { from, to, certain } = move;
    yield {
      message: certain
        ? `The source “${from}” is now “${to}”; its annotations are still where it was.`
        : `The source “${from}” is not there; it may be “${to}” now.`,
      at: ['source', 'path'],
      fixes: () => [
        byOperations(
          `Move the annotations along to “${to}”`,
          [{ op: 'moveSource', from, to }],
          certain,
        ),
      ],
    };
  },
};
