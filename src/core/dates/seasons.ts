/** The parts of a year that EDTF numbers from 21 to 41, in months and in words. */

export interface YearPart {
  /** First month, from 1; the part may run on into the next year. */
  readonly from: number;
  readonly months: number;
  readonly words: string;
}

/** Seasons are those of meteorology: three whole months, spring of the north beginning in March. */
const NORTH = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;
const SOUTH = { spring: 9, summer: 12, autumn: 3, winter: 6 } as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

const YEAR_PARTS: readonly YearPart[] = [
  ...seasons(NORTH, ''),
  ...seasons(NORTH, ' (north)'),
  ...seasons(SOUTH, ' (south)'),
  ...divisions(4, 'quarter of'),
  ...divisions(3, 'four months of'),
  ...divisions(2, 'half of'),
];

const FIRST_CODE = 21;

/** The part with the EDTF code 21 to 41. Codes 21 to 24 leave the hemisphere open: the north is assumed. */
export function yearPartOf(code: number): YearPart | undefined {
  return YEAR_PARTS[code - FIRST_CODE];
}

/** The code of a northern or unstated season (`fall` is `autumn`), for words in lower case. */
export function seasonCodeOf(word: string): number | undefined {
  const name = word === 'fall' ? 'autumn' : word;
  const at = Object.keys(NORTH).indexOf(name);
  return at < 0 ? undefined : FIRST_CODE + at;
}

function seasons(starts: Readonly<Record<string, number>>, side: string): readonly YearPart[] {
  return Object.entries(starts).map(([name, from]) => ({ from, months: 3, words: name + side }));
}

function divisions(count: number, words: string): readonly YearPart[] {
  const months = 12 / count;
  return ORDINALS.slice(0, count).map((ordinal, at) => ({
    from: 1 + at * months,
    months,
    words: `${ordinal} ${words}`,
  }));
}
