/** Dates that are not EDTF. */
import { checkEdtf } from '../dates/edtf';
import { edtfSuggestions } from '../dates/suggestions';
import { replacing } from './edits';
import { byText } from './fix';
import type { NodePath } from './nodePath';
import type { CheckedFile, Finding, Rule } from './rule';

export const dateInvalid: Rule = {
  code: 'date-invalid',
  severity: 'error',
  description: 'Every date is written in EDTF, and exists in the calendar.',
  *check(file) {
    const { annotations, entity, event, metadata } = file;
    yield* invalid(file, metadata?.published, ['source', 'published']);
    yield* invalid(file, event?.date, ['date']);
    for (const { type, entity: other, date } of entity?.relations ?? []) {
      yield* invalid(file, date, ['relations', { type, entity: other }, 'date']);
    }
    for (const { id, type, value } of annotations) {
      if (type === 'time') yield* invalid(file, value, ['annotations', id, 'value']);
    }
  },
};

function* invalid(file: CheckedFile, value: string | undefined, at: NodePath): Iterable<Finding> {
  const result = value === undefined ? undefined : checkEdtf(value);
  if (value === undefined || result?.ok !== false) return;
  yield {
    message: result.message,
    at,
    fixes: () => {
      const dates = edtfSuggestions(value, file.metadata?.published);
      return dates.flatMap((date) =>
        byText(file, `Write “${date}”`, replacing(file, at, date), dates.length === 1),
      );
    },
  };
}
