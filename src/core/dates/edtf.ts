/** Dates as analysts write them, in EDTF: is it one, when is it, which is first, how does it read. */
import { boundsOf, EARLIEST, LATEST, runsBackwards, type Bounds } from './bounds';
import { complaintOf } from './complaint';
import { readEdtf, type EdtfParts } from './parts';
import { wordsOf } from './words';

export type DateCheck = { readonly ok: true } | { readonly ok: false; readonly message: string };

/**
 * Whether the value is a date in EDTF, levels 0 to 2, that exists in the calendar and does not end before
 * it starts. The message says what is wrong and how it would be written.
 */
export function checkEdtf(value: string): DateCheck {
  return datedParts(value) === undefined
    ? { ok: false, message: complaintOf(value) }
    : { ok: true };
}

/**
 * The first and the last millisecond (UTC, inclusive) that the value may mean; `undefined` when it is not
 * EDTF. Always finite: where there is no bound, or one that a JavaScript date cannot hold, it is the
 * outermost that it can (±8.64e15). Times without a zone count as UTC; approximate and uncertain values
 * have the bounds of the value as written.
 */
export function edtfBounds(value: string): Bounds | undefined {
  const parts = datedParts(value);
  return parts === undefined ? undefined : boundsOf(parts);
}

/**
 * For sorting by date: by the start, or by the end of what has no start, and of two that start together
 * the longer first (2023, then April 2023, then 1 April 2023). What has no date, or none that can be
 * read, comes last.
 */
export function compareEdtf(a: string | undefined, b: string | undefined): number {
  return comparePlaces(edtfPlace(a), edtfPlace(b));
}

/** Where a date stands among others, in milliseconds: its start, or the end of what has no start. */
export interface EdtfPlace {
  readonly at: number;
  readonly until: number;
}

/** What `compareEdtf` compares: for sorting many dates, each of which then is read once. */
export function edtfPlace(value: string | undefined): EdtfPlace | undefined {
  const bounds = value === undefined ? undefined : edtfBounds(value);
  if (bounds === undefined) return undefined;
  const { min, max } = bounds;
  if (min > EARLIEST) return { at: min, until: max };
  return max < LATEST ? { at: max, until: max } : undefined;
}

/** The order of `compareEdtf`. */
export function comparePlaces(a: EdtfPlace | undefined, b: EdtfPlace | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.at === b.at ? b.until - a.until : a.at - b.at;
}

/**
 * The value in English, for hovers and trees: `26 April 2023`, `about 2022`, `from March 2022 on`. A value
 * that is not EDTF stays as it is.
 */
export function formatEdtf(value: string): string {
  const parts = datedParts(value);
  return parts === undefined ? value : wordsOf(parts, value);
}

function datedParts(value: string): EdtfParts | undefined {
  const parts = readEdtf(value);
  return parts === undefined || runsBackwards(parts) ? undefined : parts;
}
