/** Checks of the fields of operations, held by the compiler against the types of the fields. */

/** The value of a field, `T`, checked in a way that the compiler can compare with the operation. */
export interface Check<T> {
  readonly expected: string;
  readonly accepts: (value: unknown) => value is T;
}

export const text: Check<string> = {
  expected: 'text',
  accepts: (value) => typeof value === 'string',
};

export const wholeNumber: Check<number> = {
  expected: 'a whole number',
  accepts: (value): value is number => Number.isSafeInteger(value),
};

export const counted: Check<number> = {
  expected: 'a whole number from 1',
  accepts: (value): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 1,
};

export const index: Check<number> = {
  expected: 'a whole number from 0',
  accepts: (value): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
};

export const yesOrNo: Check<boolean> = {
  expected: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

export const texts = listOf(text, 'a list of texts');
export const textMap = mapOf(text, 'a map of texts');
export const attributeMap = mapOf<string | number | boolean>(
  {
    expected: 'text, a number or a boolean',
    accepts: (value): value is string | number | boolean =>
      typeof value === 'string' || Number.isFinite(value) || typeof value === 'boolean',
  },
  'a map of texts, numbers or booleans',
);

/** Whether the value is an object of JSON: no list, not `null`. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf<T>(item: Check<T>, expected: string): Check<readonly T[]> {
  return {
    expected,
    accepts: (value): value is readonly T[] => Array.isArray(value) && value.every(item.accepts),
  };
}

function mapOf<T>(item: Check<T>, expected: string): Check<Readonly<Record<string, T>>> {
  return {
    expected,
    accepts: (value): value is Readonly<Record<string, T>> =>
      isJsonObject(value) && Object.values(value).every(item.accepts),
  };
}

/** Two texts, and nothing else. */
export function pair<A extends string, B extends string>(
  first: A,
  second: B,
): Check<Readonly<Record<A | B, string>>> {
  const isText = (value: unknown): boolean => typeof value === 'string';
  return {
    expected: `{ ${first}, ${second} }`,
    accepts: (value): value is Readonly<Record<A | B, string>> =>
      isJsonObject(value) &&
      Object.keys(value).length === 2 &&
      isText(value[first]) &&
      isText(value[second]),
  };
}

export function oneOf<T extends string>(allowed: readonly T[]): Check<T> {
  return {
    expected: `one of ${allowed.join(', ')}`,
    accepts: (value): value is T => allowed.some((each) => each === value),
  };
}
