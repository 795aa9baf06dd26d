/** EDTF values in English. */
import { MONTHS } from './calendar';
import type { DateParts, EdtfParts, IntervalParts, Moment, Qualifier, SetParts } from './parts';
import { yearPartOf } from './seasons';

/** `parts` in words; `raw` where English has none. */
export function wordsOf(parts: EdtfParts, raw: string): string {
  return spoken(parts) ?? raw;
}

function spoken(parts: EdtfParts): string | undefined {
  switch (parts.kind) {
    case 'interval':
      return interval(parts);
    case 'set':
      return set(parts);
    default:
      return moment(parts);
  }
}

function interval({ start, end }: IntervalParts): string | undefined {
  const from = typeof start === 'string' ? start : moment(start);
  const to = typeof end === 'string' ? end : moment(end);
  if (from === undefined || to === undefined) return undefined;
  if (typeof start === 'string' && typeof end === 'string') return undefined;
  if (start === 'open') return `until ${to}`;
  if (start === 'unknown') return `until ${to}, start unknown`;
  if (end === 'open') return `from ${from} on`;
  if (end === 'unknown') return `from ${from}, end unknown`;
  return from === to ? from : `${shortened(start, end) ?? from} to ${to}`;
}

/** The start without what it shares with the end: `24` of 24 to 26 April 2023. */
function shortened(start: Moment, end: Moment): string | undefined {
  if (!isPlain(start) || !isPlain(end) || start.year !== end.year) return undefined;
  if (start.month === undefined || end.month === undefined) return undefined;
  if ((start.day === undefined) !== (end.day === undefined)) return undefined;
  const month = nameOfMonth(start.month);
  if (start.day === undefined || month === undefined) return month;
  return start.month === end.month ? String(Number(start.day)) : `${Number(start.day)} ${month}`;
}

function isPlain(moment: Moment): moment is DateParts {
  return (
    moment.kind === 'date' &&
    moment.time === undefined &&
    moment.qualifier === '' &&
    ![moment.year, moment.month, moment.day].some((part) => part?.includes('X') === true)
  );
}

function set({ all, members }: SetParts): string | undefined {
  const phrases = members.map(({ first, last }) => {
    const from = first === undefined ? undefined : moment(first);
    const to = last === undefined ? undefined : moment(last);
    if (first === last) return from;
    if (first === undefined) return to === undefined ? undefined : `${to} or earlier`;
    if (last === undefined) return from === undefined ? undefined : `${from} or later`;
    return from === undefined || to === undefined ? undefined : `${from} to ${to}`;
  });
  if (!phrases.every((phrase) => phrase !== undefined)) return undefined;
  const start = phrases.slice(0, -1).join(', ');
  const end = phrases.at(-1) ?? '';
  return start === '' ? end : `${start} ${all ? 'and' : 'or'} ${end}`;
}

function moment(parts: Moment): string | undefined {
  switch (parts.kind) {
    case 'years':
      if (!Number.isSafeInteger(parts.first)) return undefined;
      return parts.first === parts.last
        ? String(parts.first)
        : `between ${parts.first} and ${parts.last}`;
    case 'season': {
      const part = yearPartOf(parts.code);
      return part === undefined ? undefined : `${part.words} ${eraYear(parts.year)}`;
    }
    case 'date': {
      const words = date(parts);
      return words === undefined ? undefined : qualified(words, parts.qualifier);
    }
  }
}

function qualified(words: string, qualifier: Qualifier): string {
  switch (qualifier) {
    case '':
      return words;
    case '?':
      return `perhaps ${words}`;
    case '~':
      return `about ${words}`;
    case '%':
      return `perhaps about ${words}`;
    case 'part':
      return `${words} (partly uncertain)`;
  }
}

function date({ year, month, day, time, zone }: DateParts): string | undefined {
  if (year === 'XXXX') return recurring(month, day);
  const inYear = yearWords(year);
  if (inYear === undefined || month === undefined) return inYear;
  const ofYear = year.includes('X') ? `of ${inYear}` : inYear;
  if (month === 'XX') {
    if (day === undefined) return `some month of ${inYear}`;
    return day === 'XX' ? `some day of ${inYear}` : undefined;
  }
  const name = nameOfMonth(month);
  if (name === undefined) return undefined;
  if (day === undefined) return `${name} ${ofYear}`;
  if (day === 'XX') return `some day in ${name} ${ofYear}`;
  if (day.includes('X')) return undefined;
  const words = `${Number(day)} ${name} ${ofYear}`;
  return time === undefined ? words : `${words}, ${time}${zoneWords(zone)}`;
}

/** A day or month of an unknown year. */
function recurring(month: string | undefined, day: string | undefined): string | undefined {
  if (month === undefined) return 'some year';
  const name = nameOfMonth(month);
  if (name === undefined || day?.includes('X') === true) return undefined;
  return `${day === undefined ? '' : `${Number(day)} `}${name} of some year`;
}

function yearWords(year: string): string | undefined {
  if (!year.includes('X')) return eraYear(Number(year));
  if (year.startsWith('-')) return undefined;
  if (/^\d{3}X$/.test(year)) return `the ${Number(year.slice(0, 3))}0s`;
  if (!/^\d+X+$/.test(year)) return undefined;
  return `between ${Number(year.replaceAll('X', '0'))} and ${Number(year.replaceAll('X', '9'))}`;
}

/** EDTF counts astronomically: the year 0 is 1 BC. */
function eraYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function nameOfMonth(month: string): string | undefined {
  return month.includes('X') ? undefined : MONTHS[Number(month) - 1];
}

function zoneWords(zone: string | undefined): string {
  if (zone === undefined) return '';
  return zone === 'Z' ? ' UTC' : ` UTC${zone}`;
}
