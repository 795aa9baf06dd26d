/** What a date that is no EDTF would be in EDTF. */
import { daysInMonth } from './calendar';
import { checkEdtf } from './edtf';
import { suggestDate } from './relative';

type Reading = (parts: readonly string[]) => readonly string[];

/** The forms that people write dates in, each with what they may mean. */
const FORMS: readonly (readonly [RegExp, Reading])[] = [
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([day, month, year]) => days(year, month, day)],
  [
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/,
    ([one, two, year]) => [...days(year, two, one), ...days(year, one, two)],
  ],
  [
    /^(\d{4})[./‐‑‒–—−-](\d{1,2})[./‐‑‒–—−-](\d{1,2})$/,
    ([year, month, day]) => days(year, month, day),
  ],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year, month, day]) => days(year, month, day)],
  [/^(\d{4})[./‐‑‒–—−-](\d{1,2})$/, ([year, month]) => months(year, month)],
  [/^(\d{1,2})[./](\d{4})$/, ([month, year]) => months(year, month)],
  [/^(\d{4})-?[Qq]([1-4])$/, ([year = '', quarter]) => [`${year}-${32 + Number(quarter)}`]],
  [/^(\d{4})-?[Hh]([12])$/, ([year = '', half]) => [`${year}-${39 + Number(half)}`]],
  [/^(\d{3})0s$/, ([decade = '']) => [`${decade}X`]],
  [/^(\d{5,7}|\d{9,})$/, ([year = '']) => [`Y${year}`]],
  [/^([^/]+)\/([^/]+)$/, ([start = '', end = '']) => [`${end}/${start}`]],
];

/**
 * Valid EDTF values that may be meant, the likeliest first; none when the value looks like no date.
 * `reference` is the date of the source, for expressions such as `last month`.
 */
export function edtfSuggestions(value: string, reference?: string): readonly string[] {
  const written = value.trim();
  const read = FORMS.flatMap(([pattern, reading]) => {
    const match = pattern.exec(written);
    return match === null ? [] : reading(match.slice(1));
  });
  const phrase = suggestDate(written, reference);
  const all = [written, ...read, ...(phrase === undefined ? [] : [phrase])];
  return [...new Set(all)].filter((each) => each !== value && checkEdtf(each).ok);
}

function days(year = '', month = '', day = ''): readonly string[] {
  const [monthOfYear, dayOfMonth] = [Number(month), Number(day)];
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(Number(year), monthOfYear)) return [];
  return [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
}

function months(year = '', month = ''): readonly string[] {
  return Number(month) < 1 || Number(month) > 12 ? [] : [`${year}-${month.padStart(2, '0')}`];
}
