/** Records that were merged into one another in a circle, so that none of them is left. */
import { withoutKey } from './edits';
import { byText } from './fix';
import type { CheckedFile, Finding, Rule } from './rule';

export const mergedCycle: Rule = {
  code: 'merged-cycle',
  severity: 'error',
  description: 'No record is merged, over others or directly, into itself.',
  *check(file) {
    const { entity, event, indexes } = file;
    yield* cycle(file, entity, (id) => indexes.entities.get(id)?.entity.mergedInto);
    yield* cycle(file, event, (id) => indexes.events.get(id)?.event.mergedInto);
  },
};

function* cycle(
  file: CheckedFile,
  record: { readonly id: string; readonly mergedInto?: string } | undefined,
  mergedInto: (id: string) => string | undefined,
): Iterable<Finding> {
  if (record === undefined) return;
  const trail: string[] = [];
  for (let id = record.mergedInto; id !== undefined && !trail.includes(id); id = mergedInto(id)) {
    trail.push(id);
    if (id !== record.id) continue;
    const way = [record.id, ...trail].map((each) => `“${each}”`).join(' → ');
    yield {
      message: `Merged in a circle: ${way}. Take “mergedInto” out of one.`,
      at: ['mergedInto'],
      fixes: () =>
        byText(file, `Let “${record.id}” stand for itself`, withoutKey(file, 'mergedInto')),
    };
    return;
  }
}
