/** A quote with its context and place, read from the keys of a record or of a fragment. */
import type { Target } from '../model/annotation';
import type { MapReader } from './decode';

/** Absent without a quote. */
export function decodeTarget(reader: MapReader): Target | undefined {
  const exact = reader.string('exact');
  if (exact === undefined) return undefined;
  const start = Math.max(0, reader.integer('start') ?? 0);
  return {
    exact,
    prefix: reader.string('prefix') ?? '',
    suffix: reader.string('suffix') ?? '',
    start,
    end: Math.max(start, reader.integer('end') ?? start),
  };
}
