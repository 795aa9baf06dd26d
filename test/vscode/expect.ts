// Assertions that work in Node and in a web worker, which has no `node:assert`.

/** Deeply equal as JSON: properties that are undefined do not count, their order does not either. */
export function equal(actual: unknown, expected: unknown, what = 'The value'): void {
  const [found, wanted] = [show(actual), show(expected)];
  if (found !== wanted) throw new Error(`${what} is\n${found}\nand should be\n${wanted}`);
}

export function ok(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`It is not so that ${what}.`);
}

/** The value, which must be there. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`There is no ${what}.`);
  return value;
}

function show(value: unknown): string {
  // For what JSON cannot say there is no text, whatever the declaration promises.
  const text = JSON.stringify(value, sorted, 2) as string | undefined;
  return text ?? 'undefined';
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
