/** Numbers in a text with what they count: `12-point`, `more than 50 countries`, `nearly an hour`. */
import type { Span } from '../text/span';
import type { Range } from './account';

export interface Counted extends Span {
  /** What is counted, in the singular, with what happened to it: `country`, `person killed`. */
  readonly unit: string;
  readonly range: Range;
}

const DIGITS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
const MORE_DIGITS = 'sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const VALUES: ReadonlyMap<string, number> = new Map([
  ...`${DIGITS} ${MORE_DIGITS}`.split(' ').map((word, at) => [word, at + 2] as const),
  ...TENS.split(' ').map((word, at) => [word, 20 + 10 * at] as const),
  ['one', 1],
  ['a', 1],
  ['an', 1],
  ['half a', 0.5],
  ['half an', 0.5],
]);
const WORD = [...VALUES.keys()].filter((word) => !/^(?:half )?an?$/.test(word)).join('|');
const TIME_UNIT = 'minute|hour|day|week|month|year|decade';
const TIME_UNITS = new Set(TIME_UNIT.split('|'));
/** What may be one of its kind: `one civilian`; of other things “one” is a pronoun too often. */
const SINGLE = new Set([...TIME_UNITS, 'person', 'soldier', 'civilian', 'child']);
const IN_FIGURES = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const SCALE = Object.keys(SCALES).join('|');
/** A number that ends a name, a decimal or a larger number is none of its own. */
const BEFORE = '(?<![\\p{L}\\p{N}.,/:-])';

const NUMBER = new RegExp(
  `${BEFORE}(?<currency>[$€£¥])?(?<number>${IN_FIGURES}|(?:${WORD})(?:-(?:${WORD}))?)(?:[ -](?<scale>${SCALE})s?)?(?![\\p{N}]|(?:st|nd|rd|th)\\b)` +
    `|${BEFORE}(?<article>half an?|an?) (?:(?<dozen>dozen|hundred|thousand|million|billion)|(?<time>${TIME_UNIT}))\\b` +
    `|${BEFORE}(?<long>${TIME_UNIT})-long\\b`,
  'giu',
);
const MEASURE = /^-(\p{L}{3,}(?:-old)?)\b/u;
const PERCENT = /^\s?(?:%|per ?cent\b)/i;
/** Up to two words may stand between a number and what it counts: `50 former Russian soldiers`. */
const COUNTED = [0, 1, 2].map(
  (words) => new RegExp(`^\\s(?:[\\p{L}’'-]+\\s){${words}}([\\p{L}-]{2,})`, 'u'),
);
const PLURAL_OF: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['troops', 'soldier'],
  ['police', 'police officer'],
]);
const NO_UNIT = new Set(
  `is was has does this its his hers theirs ours as us plus minus versus times others sides says
   discusses discuss always perhaps thus yes across towards besides ones`.split(/\s+/),
);
const FATES: readonly (readonly [string, RegExp])[] = [
  ['killed', /^(?:kill(?:ed|ing|s)|dead|died|deaths?)$/i],
  ['wounded', /^(?:wound(?:ed|ing|s)|injur(?:ed|ing|ies)|hurt)$/i],
  ['arrested', /^(?:arrest(?:ed|ing|s)|detain(?:ed|ing))$/i],
  ['missing', /^missing$/i],
  ['displaced', /^displac(?:ed|ing)$/i],
  ['captured', /^captur(?:ed|ing)$/i],
];
const FATE_AFTER = /^\s(?:(?:were|was|are|is|have been|had been|reported|left)\s)?(\p{L}+)/u;
const FATE_BEFORE =
  /(\p{L}+)\s(?:(?:at least|about|around|some|more than|over|nearly|almost|up to|as many as)\s)?$/u;
const ABOUT = /\b(?:about|around|roughly|approximately|some|an estimated|circa|or so)\s$/i;
const NEARLY = /\b(?:nearly|almost|close to|just under)\s$/i;
const LEAST = /\b(?:more than|over|at least|no fewer than|no less than|upwards of)\s(?:the\s)?$/i;
const MOST = /\b(?:fewer than|less than|under|up to|at most|no more than|as many as)\s$/i;
/** “The two countries” counts nothing that was not named before. */
const DEFINITE = /\b(?:the|both|these|those|all)\s$/i;
/** Of a time that is reckoned from another one, not of how long something takes. */
const RECKONED = /^\s(?:later|earlier|before|after|afterwards|ago|on|since)\b/i;
const TOLERANCE = 0.2;
const REACH = 80;
/** What is said in one of two units is compared in the other. */
const IN_OTHER_UNIT: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['minute', ['hour', 1 / 60]],
  ['week', ['day', 7]],
]);

/** In the order of the text, none overlapping another; ordinals, years and times of day are none. */
export function numbersIn(text: string): readonly Counted[] {
  const line = text.replaceAll(/\s/g, ' ');
  const found: Counted[] = [];
  for (const match of line.matchAll(NUMBER)) {
    const start = match.index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const counted = countedAt(line, start, match);
    if (counted !== undefined) found.push(comparable(counted));
  }
  return found;
}

function comparable(counted: Counted): Counted {
  const [unit, factor] = IN_OTHER_UNIT.get(counted.unit) ?? [counted.unit, 1];
  const { least, most } = counted.range;
  return { ...counted, unit, range: { least: least * factor, most: most * factor } };
}

function countedAt(line: string, start: number, match: RegExpExecArray): Counted | undefined {
  const end = start + match[0].length;
  const { currency, number, scale, article, dozen, time, long } = match.groups ?? {};
  const before = justBefore(line, start);
  if (long !== undefined) return { start, end, unit: long.toLowerCase(), range: roughly(1) };
  const value =
    (valueOf(number ?? article ?? '') ?? NaN) * (SCALES[(scale ?? dozen ?? '').toLowerCase()] ?? 1);
  if (Number.isNaN(value)) return undefined;
  const range = rangeOf(value, before);
  if (currency !== undefined) return { start, end, unit: currency, range };
  if (time !== undefined) {
    const isReckoned = RECKONED.test(line.slice(end));
    if (isReckoned) return undefined;
    // “An hour” is said of 55 minutes too.
    const isPlain = range.least === range.most;
    return { start, end, unit: time.toLowerCase(), range: isPlain ? roughly(value) : range };
  }
  return unitAfter(line, { start, end }, range, number?.toLowerCase() === 'one');
}

/** What the words behind a number say that it counts; nothing when they name no plural. */
function unitAfter(
  line: string,
  { start, end }: Span,
  range: Range,
  isOne: boolean,
): Counted | undefined {
  const rest = line.slice(end);
  const measure = MEASURE.exec(rest);
  if (measure !== null) {
    return { start, end: end + measure[0].length, unit: (measure[1] ?? '').toLowerCase(), range };
  }
  const percent = PERCENT.exec(rest);
  if (percent !== null) return { start, end: end + percent[0].length, unit: 'per cent', range };
  const [, first = ''] = /^\s(\p{L}+)/u.exec(rest) ?? [];
  const fate = fateOf(first);
  if (fate !== undefined) {
    return { start, end: end + 1 + first.length, unit: `person ${fate}`, range };
  }
  const noun = DEFINITE.test(justBefore(line, start)) ? undefined : nounAfter(rest, isOne);
  if (noun === undefined) return undefined;
  const until = end + noun.length;
  if (TIME_UNITS.has(noun.unit) && RECKONED.test(line.slice(until))) return undefined;
  const after = FATE_AFTER.exec(line.slice(until))?.[1] ?? '';
  const verb = FATE_BEFORE.exec(justBefore(line, start))?.[1] ?? '';
  const happened = fateOf(after) ?? fateOf(verb);
  const unit = happened === undefined ? noun.unit : `${noun.unit} ${happened}`;
  return { start, end: until, unit, range };
}

/** As much of what stands in front as the words that are looked for there are long. */
function justBefore(line: string, start: number): string {
  return line.slice(Math.max(0, start - REACH), start);
}

function nounAfter(
  rest: string,
  isOne: boolean,
): { readonly unit: string; readonly length: number } | undefined {
  for (const pattern of COUNTED) {
    const match = pattern.exec(rest);
    if (match === null) return undefined;
    const word = (match[1] ?? '').toLowerCase();
    if (isOne) return SINGLE.has(word) ? { unit: word, length: match[0].length } : undefined;
    const unit = singularOf(word);
    if (unit !== undefined) return { unit, length: match[0].length };
  }
  return undefined;
}

function singularOf(word: string): string | undefined {
  const irregular = PLURAL_OF.get(word);
  if (irregular !== undefined) return irregular;
  if (NO_UNIT.has(word) || !/[^su]s$/.test(word)) return undefined;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function fateOf(word: string): string | undefined {
  return FATES.find(([, pattern]) => pattern.test(word))?.[0];
}

function valueOf(number: string): number | undefined {
  if (/^\d/.test(number)) return Number(number.replaceAll(',', ''));
  const words = number.toLowerCase();
  const whole = VALUES.get(words);
  if (whole !== undefined) return whole;
  const [tens = '', ones = ''] = words.split('-');
  const [ten, one] = [VALUES.get(tens), VALUES.get(ones)];
  return ten === undefined || one === undefined || ten < 20 || one > 9 ? undefined : ten + one;
}

function rangeOf(value: number, before: string): Range {
  if (LEAST.test(before)) return { least: value, most: Infinity };
  if (MOST.test(before)) return { least: 0, most: value };
  if (NEARLY.test(before)) return { least: value * (1 - TOLERANCE), most: value };
  return ABOUT.test(before) ? roughly(value) : { least: value, most: value };
}

function roughly(value: number): Range {
  return { least: value * (1 - TOLERANCE), most: value * (1 + TOLERANCE) };
}
