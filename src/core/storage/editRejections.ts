/** Rejected suggestions of an annotation file, put in, changed and taken out as the smallest edits. */
import type { Rejection } from '../model/rejection';
import { editMap } from './editMap';
import { insertRecord, removeRecords, type NewRecord } from './editSection';
import { mapAt } from './node';
import { REJECTED, REJECTION_KEYS, rejectionFields } from './rejections';
import { mapPlace, rewritten, type FieldChanges } from './rewritten';
import type { Sections } from './sections';

export function newRejection(rejection: Rejection): NewRecord {
  const { id, target } = rejection;
  return { id, start: target.start, fields: rejectionFields(rejection) };
}

/** The text with one more rejected suggestion, in document order; `undefined` also when the id is there. */
export function insertRejection(
  text: string,
  rejection: Rejection,
  known?: Sections,
): string | undefined {
  const record = newRejection(rejection);
  return rewritten(text, near(known), (place) => insertRecord(place, REJECTED, record));
}

/** The text with fields of one rejected suggestion changed. */
export function updateRejection(
  text: string,
  id: string,
  changes: FieldChanges,
  known?: Sections,
): string | undefined {
  return rewritten(text, near(known), (place) => {
    const map = mapAt(mapAt(place.root, REJECTED), id);
    return map && editMap(mapPlace(place, map, REJECTION_KEYS), changes);
  });
}

/** The text without these rejected suggestions; a section that then has nothing goes too. */
export function removeRejections(
  text: string,
  ids: ReadonlySet<string>,
  known?: Sections,
): string | undefined {
  return rewritten(text, near(known), (place) => removeRecords(place, REJECTED, ids, 'remove'));
}

/** A section that is made goes behind the last annotation. */
function near(known: Sections | undefined): Parameters<typeof rewritten>[1] {
  if (known === undefined) return {};
  const last = known.blocks.length;
  return { known, near: { first: last - 1, last } };
}
