/**
 * The fields of a record that `merge=union` wrote: where both sides changed lines, it put the lines of
 * ours and behind them those of theirs. Fields are written in a fixed order, so a field that should
 * stand above the one before it is where the lines of theirs begin.
 */

/** One key of a map with its lines, and the lines that are indented deeper below it. */
export interface Field {
  readonly key: string;
  readonly text: string;
}

export interface FieldsOfSides {
  readonly ours: readonly Field[];
  readonly theirs: readonly Field[];
}

/** Whether some key is there twice. */
export function hasDoubles(fields: readonly Field[]): boolean {
  return new Set(fields.map(({ key }) => key)).size < fields.length;
}

interface Sided extends Field {
  side: 'both' | 'ours' | 'theirs';
}

/**
 * Whose each field is. A key that is there twice was changed by both: from its first place on the lines
 * are ours, and from where the `order` of the format starts anew to its second place theirs. All else is
 * of both.
 */
export function sidesOfFields(fields: readonly Field[], order: readonly string[]): FieldsOfSides {
  const sided: readonly Sided[] = fields.map((field) => ({ ...field, side: 'both' }));
  const seen = new Map<string, number>();
  let boundary = 0;
  for (const [at, { key }] of sided.entries()) {
    const first = seen.get(key);
    seen.set(key, at);
    if (first === undefined) continue;
    if (sided[first]?.side !== 'ours') {
      boundary = stepBack(sided, first, at, order);
      for (const each of sided.slice(first, boundary)) each.side = 'ours';
    }
    for (const each of sided.slice(boundary, at + 1)) each.side = 'theirs';
  }
  const of = (side: 'ours' | 'theirs'): readonly Field[] =>
    sided.filter((each) => each.side === side || each.side === 'both');
  return { ours: of('ours'), theirs: of('theirs') };
}

/**
 * Behind `from`, at `to` at the latest: the first field that the format has above the one before it. At
 * `to` where the same keys go on behind both.
 */
function stepBack(
  fields: readonly Field[],
  from: number,
  to: number,
  order: readonly string[],
): number {
  const isParallel = from + 1 < to && fields[from + 1]?.key === fields[to + 1]?.key;
  if (isParallel) return to;
  for (let at = from + 1; at < to; at++) {
    const [before, own] = [fields[at - 1], fields[at]].map((field) =>
      order.indexOf(field?.key ?? ''),
    );
    if (before !== undefined && own !== undefined && own !== -1 && own < before) return at;
  }
  return to;
}
