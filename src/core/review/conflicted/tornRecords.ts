/** The records of a section that `merge=union` tore or doubled → those of either side. */
import { ANNOTATION_KEYS } from '../../storage/fields';
import { hasDoubles, sidesOfFields, type Field } from './tornFields';
import type { TornRecord } from './tornLines';

export interface SectionOfSides {
  readonly ours: string;
  readonly theirs: string;
}

/** The fields of a record as both sides started from; absent for a record that is new. */
export type BaseFields = (id: string) => readonly Field[] | undefined;

/** `known` is absent where nobody knows what both sides started from. */
export function sidesOfRecords(
  records: readonly TornRecord[],
  known: BaseFields | undefined,
): SectionOfSides {
  const base = (id: string): readonly Field[] | undefined => known?.(id);
  const sides: { ours: TornRecord[]; theirs: TornRecord[] } = { ours: [], theirs: [] };
  for (const [at, record] of records.entries()) {
    const next = records[at + 1];
    if (next !== undefined && known !== undefined && isTwin(record, next, known)) {
      // Both sides annotated the same words, and only the ids of the two differed.
      sides.ours.push({ ...record, fields: next.fields });
      continue;
    }
    if (next !== undefined && isHalf(record, next) && base(record.id) === undefined) {
      const own = sidesOfFields(next.fields, ANNOTATION_KEYS);
      // What both have stands behind the lines of theirs, and so do the ends of ours.
      sides.ours.push({ ...record, fields: continued(record.fields, own.ours) });
      continue;
    }
    const before = records[at - 1];
    const isSecond = before !== undefined && isHalf(before, record);
    const whole = record.fields.length === 0 ? (base(record.id) ?? []) : record.fields;
    if (whole.length === 0) continue;
    const own = hasDoubles(whole)
      ? sidesOfFields(whole, ANNOTATION_KEYS)
      : { ours: whole, theirs: whole };
    if (isSecond && base(before.id) === undefined) {
      sides.theirs.push({ ...record, fields: own.theirs });
      continue;
    }
    sides.ours.push({ ...record, fields: own.ours });
    sides.theirs.push({ ...record, fields: own.theirs });
  }
  return {
    ours: textOf(withoutDoubles(sides.ours, 'first')),
    theirs: textOf(withoutDoubles(sides.theirs, 'last')),
  };
}

/** Whether a record without fields, new as the next one is, has all of its fields in common with it. */
function isTwin({ id, fields }: TornRecord, next: TornRecord, base: BaseFields): boolean {
  const isNew = base(id) === undefined && base(next.id) === undefined;
  return isNew && fields.length === 0 && next.fields.length > 0 && !hasDoubles(next.fields);
}

/** Whether the end of a record is among the lines of the next one, because both sides have these. */
function isHalf({ fields }: TornRecord, next: TornRecord): boolean {
  if (next.fields.length === 0) return false;
  const keys = new Set(fields.map(({ key }) => key));
  const hasPlace = keys.has('fragments') || (keys.has('exact') && keys.has('end'));
  return !hasPlace && hasDoubles(next.fields);
}

/** The fields, and behind them those that belong behind the last of them. */
function continued(fields: readonly Field[], more: readonly Field[]): readonly Field[] {
  const last = fields.at(-1)?.key;
  const order: readonly string[] = ANNOTATION_KEYS;
  const from = last === undefined ? -1 : order.indexOf(last);
  const known = new Set(fields.map(({ key }) => key));
  return [...fields, ...more.filter(({ key }) => !known.has(key) && order.indexOf(key) > from)];
}

/** Of a record that is there more than once, our side has the first, theirs the last. */
function withoutDoubles(
  records: readonly TornRecord[],
  which: 'first' | 'last',
): readonly TornRecord[] {
  const kept = new Map<string, TornRecord>();
  for (const record of records) {
    if (which === 'last' || !kept.has(record.id)) kept.set(record.id, record);
  }
  return records.filter((record) => kept.get(record.id) === record);
}

function textOf(records: readonly TornRecord[]): string {
  return records
    .map(({ loose, head, fields }) => loose + head + fields.map(({ text }) => text).join(''))
    .join('');
}
