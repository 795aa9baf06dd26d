/**
 * What a time expression of an English text means, seen from the date of the text: a proposal that the
 * analyst accepts or changes. Texts tell what has happened, so a bare weekday or day lies behind.
 */
import { checkEdtf } from './edtf';
import { EXPRESSION_RULES } from './expressions';
import { referenceOf, type Reference } from './reckoning';

const LONGEST = 80;

/** EDTF itself, if it begins with a whole year: `20` in a text is not the twenty-first century. */
const WRITTEN_AS_EDTF = /^(?:-?\d[\dX]{3}|Y|[[{])/;

/** Words that place a date in a text or make it a little less precise, and leave it the same date. */
const BEFORE =
  /^(?:(?:in|on|at|of|by|during|within|the|this past|early|earlier|late|later|mid|(?:the )?(?:beginning|start|middle|end) of)[ -])+/;
const AFTER = /(?:,? \(?(?:morning|afternoon|evening|night|local time)\)?)+$/;

const QUALIFIED =
  /^(?<qualifier>about|around|circa|roughly|since|from|after|until|till|before) (?<rest>.+)$/;

/**
 * EDTF for an English time expression, e.g. `last month`, `the 24th`, `April 26, 2023`, `on Wednesday`,
 * `since February`. The whole expression is read, so select no more than the date.
 *
 * `reference` is the date of the source in EDTF; without it, or when it is less precise than the
 * expression needs, relative expressions have no value. Nor has what the table does not know, and what
 * only the text around it can date (`two days later`). Never throws; a value is always valid EDTF.
 */
export function suggestDate(expression: string, reference: string | undefined): string | undefined {
  const written = expression.trim();
  if (written.length > LONGEST) return undefined;
  if (WRITTEN_AS_EDTF.test(written) && checkEdtf(written).ok) return written;
  const value = valueOf(
    normalised(written),
    reference === undefined ? undefined : referenceOf(reference),
  );
  return value !== undefined && checkEdtf(value).ok ? value : undefined;
}

function valueOf(words: string, reference: Reference | undefined): string | undefined {
  const { qualifier, rest } = QUALIFIED.exec(words)?.groups ?? {};
  if (qualifier !== undefined && rest !== undefined) {
    const value = unqualified(rest, reference);
    return value === undefined ? undefined : applied(qualifier, value);
  }
  return unqualified(words, reference);
}

function unqualified(words: string, reference: Reference | undefined): string | undefined {
  for (const candidate of [words, words.replace(AFTER, '').replace(BEFORE, '')]) {
    for (const { pattern, value } of EXPRESSION_RULES) {
      const match = pattern.exec(candidate);
      if (match !== null) return value(match.groups ?? {}, reference);
    }
  }
  return undefined;
}

function applied(qualifier: string, value: string): string | undefined {
  if (/[/~X]/.test(value)) return undefined;
  switch (qualifier) {
    case 'since':
    case 'from':
    case 'after':
      return `${value}/..`;
    case 'until':
    case 'till':
    case 'before':
      return `../${value}`;
    default:
      return `${value}~`;
  }
}

function normalised(expression: string): string {
  return expression
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll(/^[\s,;:("'“‘]+|[\s,;:."'”’]+$/g, '');
}
