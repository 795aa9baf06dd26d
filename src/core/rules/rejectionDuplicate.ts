/** Suggestions that are remembered as rejected more than once. */
import { isSameRejection } from '../operations/rejections';
import { quoted } from '../outline/words';
import type { Rejection } from '../model/rejection';
import { byOperations } from './fix';
import type { Rule } from './rule';

export const rejectionDuplicate: Rule = {
  code: 'rejection-duplicate',
  severity: 'information',
  description: 'No suggestion is remembered as rejected twice.',
  *check({ rejected, metadata }) {
    const known = new Map<string, Rejection[]>();
    for (const rejection of rejected) {
      const { exact, start } = rejection.target;
      const key = `${start} ${exact}`;
      const others = known.get(key) ?? [];
      const twin = others.find((each) => isSameRejection(each, rejection));
      known.set(key, [...others, rejection]);
      if (twin === undefined) continue;
      const { id } = rejection;
      yield {
        message: `The suggestion ${quoted(exact)} is rejected twice: “${twin.id}” says the same.`,
        at: ['rejected', id],
        fixes: () =>
          metadata === undefined
            ? []
            : [
                byOperations(
                  `Remove “${id}”`,
                  [{ op: 'unreject', source: metadata.path, id }],
                  rejection.note === undefined || rejection.note === twin.note,
                ),
              ],
      };
    }
  },
};
