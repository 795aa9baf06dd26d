/** Comparing what fields say. */

/** Whether two values of fields say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
