/** Dates that are not EDTF. */
import { checkEdtf } from '../dates/edtf';
import type { Finding, Rule } from './rule';

export const dateInvalid: Rule = {
  code: 'date-invalid',
  severity: 'error',
  description: 'Every date is written in EDTF, and exists in the calendar.',
  *check({ annotations, event, metadata }) {
    yield* invalid(metadata?.published, ['source', 'published']);
    yield* invalid(event?.date, ['date']);
    for (const { id, type, value } of annotations) {
      if (type === 'time') yield* invalid(value, ['annotations', id, 'value']);
    }
  },
};

function* invalid(value: string | undefined, at: Finding['at']): Iterable<Finding> {
  const result = value === undefined ? undefined : checkEdtf(value);
  if (result?.ok === false) yield { message: result.message, at };
}
