/** Model → canonical YAML text, the one form in which the product writes. Lines carry no line ends. */

export type FieldValue = string | number | boolean | FieldMap | readonly FieldValue[];
export interface FieldMap {
  readonly [key: string]: FieldValue | undefined;
}

/** Keys whose values are ids and codes; every other string is free text and quoted. */
const WORD_KEYS = new Set(
  'format id type mode status entity event role target certainty polarity reliability language by place mergedInto distinctFrom evidence wikidata state reviewedBy decision'.split(
    ' ',
  ),
);

const BARE = /^[A-Za-z][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*$/;
/** Words that some reader of YAML 1.1 or 1.2 takes for a boolean, a number or nothing. */
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n|e[0-9]+)$/i;
const INVISIBLE =
  /[\u007f-\u00a0\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A double-quoted scalar on one line; invisible and control characters are escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function scalar(key: string, value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const bare = WORD_KEYS.has(key) && BARE.test(value) && !RESERVED.test(value);
  return bare ? value : quoted(value);
}

/** The value on one line: scalars, `[a, b]` and `{ key: value }`. */
export function flow(key: string, value: FieldValue): string {
  if (typeof value !== 'object') return scalar(key, value);
  if (isList(value)) return `[${value.map((item) => flow(key, item)).join(', ')}]`;
  const fields = fieldsOf(value).map(([name, each]) => flowPair(name, each));
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** `key: value` on one line. */
export function flowPair(key: string, value: FieldValue): string {
  return `${keyText(key)}: ${flow(key, value)}`;
}

/**
 * `key: value` as block lines at `indent` columns. Lists of maps and texts take a line an item;
 * lists of numbers and the items themselves stay on one line; maps take a line a key.
 */
export function field(key: string, value: FieldValue, indent: number): readonly string[] {
  const head = `${' '.repeat(indent)}${keyText(key)}:`;
  if (typeof value !== 'object') return [`${head} ${scalar(key, value)}`];
  if (isList(value)) {
    if (value.length === 0 || value.every(isNumberList)) return [`${head} ${flow(key, value)}`];
    const dash = `${' '.repeat(indent + 2)}- `;
    return [head, ...value.map((item) => `${dash}${flow(key, item)}`)];
  }
  const fields = fieldsOf(value);
  if (fields.length === 0) return [`${head} {}`];
  if (isFlatMap(key)) return [`${head} ${flow(key, value)}`];
  return [head, ...fields.flatMap(([name, each]) => field(name, each, indent + 2))];
}

/** The present fields of a map in its order. */
export function fieldsOf(map: FieldMap): readonly (readonly [string, FieldValue])[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}

export function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

function isNumberList(value: FieldValue): boolean {
  return typeof value === 'object' && isList(value) && value.every((n) => typeof n === 'number');
}

function isFlatMap(key: string): boolean {
  return key === 'links' || key === 'attributes';
}

function keyText(key: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) && !RESERVED.test(key) ? key : quoted(key);
}
