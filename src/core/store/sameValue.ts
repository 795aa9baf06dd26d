/** Whether two plain values, such as JSON has them, say the same; the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameValue(item, b[index]));
  }
  const [one, two] = [new Map(Object.entries(a)), Object.entries(b)];
  return (
    one.size === two.length &&
    two.every(([key, value]) => one.has(key) && sameValue(one.get(key), value))
  );
}
