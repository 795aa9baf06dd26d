/** `rejected:` of an annotation file: suggestions that were turned down. */
import type { Rejection, RejectedReading } from '../model/rejection';
import { type Findings, isNull, MapReader, present } from './decode';
import type { FieldMap } from './emit';
import { TARGET_KEYS } from './fields';
import type { Entry, MapNode } from './node';
import { decodeTarget } from './target';

/** The section that has them, by their ids. */
export const REJECTED = 'rejected';

/** In the order in which they are written. */
export const REJECTION_KEYS = [...TARGET_KEYS, 'entity', 'type', 'note', 'by'] as const;

/** What can be read of the section, in its order; the rest is reported where it stands. */
export function decodeRejections(root: MapNode, findings: Findings): readonly Rejection[] {
  const section = new MapReader(root, findings).map(REJECTED);
  return (section?.entries ?? []).flatMap((entry) => decodeRejection(entry, findings) ?? []);
}

function decodeRejection(
  { key, keySpan, value }: Entry,
  findings: Findings,
): Rejection | undefined {
  if (value.kind !== 'map') {
    const message = isNull(value)
      ? `The rejected suggestion “${key}” is empty; a merge may have torn it.`
      : `The rejected suggestion “${key}” must be a map of keys.`;
    findings.add('record-null', message, keySpan);
    return undefined;
  }
  const reader = new MapReader(value, findings);
  const target = decodeTarget(reader);
  if (target === undefined) {
    const message = `The rejected suggestion “${key}” has no “exact” words.`;
    findings.add('annotation-incomplete', message, keySpan);
  }
  const reading = decodeReading(reader, key, findings);
  const more = present({ note: reader.string('note'), by: reader.string('by') });
  if (target === undefined || reading === undefined) return undefined;
  return { id: key, target, reading, ...more };
}

function decodeReading(
  reader: MapReader,
  id: string,
  findings: Findings,
): RejectedReading | undefined {
  const entity = reader.string('entity');
  const type = reader.string('type');
  const place = reader.entry('type')?.value;
  if (type === undefined || place === undefined) {
    return entity === undefined ? { kind: 'name' } : { kind: 'entity', entity };
  }
  if (entity !== undefined) {
    const message = `“${id}” rejects an entity or a time, not both.`;
    findings.add('value-invalid', message, place);
    return undefined;
  }
  if (type === 'time') return { kind: 'time' };
  findings.add('value-invalid', 'The “type” of a rejected suggestion can only be time.', place);
  return undefined;
}

/** The fields in their order; what a rejection does not have is `undefined`. */
export function rejectionFields({ target, reading, note, by }: Rejection): FieldMap {
  const { exact, prefix, suffix, start, end } = target;
  const entity = reading.kind === 'entity' ? reading.entity : undefined;
  const type = reading.kind === 'time' ? 'time' : undefined;
  return { exact, prefix, suffix, start, end, entity, type, note, by };
}
