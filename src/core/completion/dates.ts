/** Dates in EDTF that may be meant where one is written. */
import { checkEdtf, formatEdtf } from '../dates/edtf';
import { edtfSuggestions } from '../dates/suggestions';

export interface DateOffer {
  readonly value: string;
  /** How it reads. */
  readonly words: string;
}

/**
 * From what was typed so far, the words that are dated (`last month`) and the date of the source, the
 * likeliest first.
 */
export function dateOffers(
  typed: string,
  words: string | undefined,
  reference: string | undefined,
): readonly DateOffer[] {
  const written = typed.trim();
  const own = checkEdtf(written).ok ? [written, ...variants(written)] : [];
  const read = written === '' ? [] : edtfSuggestions(written, reference);
  const meant = words === undefined ? [] : edtfSuggestions(words, reference);
  const around = reference === undefined ? [] : [reference, ...coarser(reference)];
  const all = [...own, ...read, ...meant, ...around].filter((value) => checkEdtf(value).ok);
  return [...new Set(all)].map((value) => ({ value, words: formatEdtf(value) }));
}

/** The same less surely, and as the start of a time without an end. */
function variants(value: string): readonly string[] {
  return /^\d{4}(?:-\d\d){0,2}$/.test(value)
    ? [`${value}~`, `${value}?`, `${value}/..`, `../${value}`, ...coarser(value)]
    : [];
}

function coarser(value: string): readonly string[] {
  const match = /^(\d{4})(?:-(\d\d)(?:-\d\d)?)?$/.exec(value);
  const [, year, month] = match ?? [];
  if (year === undefined) return [];
  return [...(month === undefined || value.length === 7 ? [] : [`${year}-${month}`]), year].filter(
    (each) => each !== value,
  );
}
