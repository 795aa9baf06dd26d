/** Whether a merge kept what each side did, by facts, and whether its conflicts are true ones. */
import type { MergeConflict } from '../../../../src/core/review/merged';
import { REPEATED, type Facts } from './facts';

export interface MergedFacts {
  readonly base: Facts;
  readonly ours: Facts;
  readonly theirs: Facts;
  /** Every conflict decided for our side, and for theirs. */
  readonly forOurs: Facts;
  readonly forTheirs: Facts;
  readonly conflicts: readonly MergeConflict[];
}

/** Facts that are not what the three versions make them, in words for a failing test. */
export function losses(merged: MergedFacts): readonly string[] {
  const { base, ours, theirs, forOurs, forTheirs } = merged;
  const keys = new Set([
    ...base.keys(),
    ...ours.keys(),
    ...theirs.keys(),
    ...forOurs.keys(),
    ...forTheirs.keys(),
  ]);
  return [...keys].flatMap((key) => {
    const [b, o, t] = [base.get(key), ours.get(key), theirs.get(key)];
    const [mo, mt] = [forOurs.get(key), forTheirs.get(key)];
    const expected = o === t || t === b ? [o, o] : o === b ? [t, t] : [o, t];
    if (mo === expected[0] && mt === expected[1]) return [];
    if (isExcepted(key, merged)) return [];
    return [
      `${key}: base ${b ?? '-'}, ours ${o ?? '-'}, theirs ${t ?? '-'}; merged ${mo ?? '-'} / ${mt ?? '-'}`,
    ];
  });
}

/** What is decided by more than the fact itself. */
function isExcepted(
  key: string,
  { base, ours, theirs, forOurs, forTheirs, conflicts }: MergedFacts,
): boolean {
  const changed = (at: string): boolean =>
    ours.get(at) !== base.get(at) &&
    theirs.get(at) !== base.get(at) &&
    ours.get(at) !== theirs.get(at);
  const [section = '', id = '', field = ''] = key.split('/');
  const record = `${section}/${id}`;
  const isRecord = section === 'annotations' || section === 'rejected';
  // Which of several alike the other side changed or took away only their places say.
  const isRepeated = ours.get(key) === REPEATED || theirs.get(key) === REPEATED;
  if (isRepeated && forOurs.has(key) && forTheirs.has(key)) return true;
  if (key.endsWith('/@place')) {
    // Both went elsewhere with the same words: one of the places is taken, or with the quote that wins.
    const places = [ours.get(key), theirs.get(key)];
    return places.includes(forOurs.get(key)) && places.includes(forTheirs.get(key));
  }
  const inConflict = conflicts.filter((each) => each.id === id || !isRecord);
  if (isRecord) {
    if (inConflict.some((each) => each.field === undefined)) return true;
    const gone =
      base.has(record) &&
      (!ours.has(record) || !theirs.has(record)) &&
      !forOurs.has(record) &&
      !forTheirs.has(record);
    // Removed on one side, and nothing but its place changed on the other.
    if (gone) return true;
    const fields = new Set(inConflict.map((each) => each.field?.split('.')[0]));
    if (
      ['entity', 'event', 'type'].includes(field) &&
      ['entity', 'event', 'type'].some((each) => fields.has(each))
    )
      return true;
    if (field === '@quote') return fields.has('exact');
    if (field === 'status')
      return (
        changed(`${record}/decision`) ||
        ours.get(`${record}/decision`) !== theirs.get(`${record}/decision`)
      );
    if (fields.has(field)) return true;
  }
  if (key === 'source/blob' || key.startsWith('source/body')) return changed('source/blob');
  if (
    !isRecord &&
    inConflict.some(
      (each) => each.field !== undefined && key.startsWith(each.field.replaceAll('.', '/')),
    )
  )
    return true;
  if (conflicts.some((each) => each.field === undefined)) return true;
  // An item that one side took away and the other changed stays.
  const item = /^(.*\/?(?:relations|aliases)\/[^\]]*\])/.exec(key)?.[1];
  if (item !== undefined) {
    const of = (facts: Facts): string =>
      JSON.stringify([...facts].filter(([at]) => at.startsWith(item)));
    return of(ours) !== of(base) && of(theirs) !== of(base);
  }
  return false;
}

/** Conflicts about what not both sides changed. */
export function falseConflicts({ base, ours, theirs, conflicts }: MergedFacts): readonly string[] {
  return conflicts.flatMap(({ id, field }) => {
    const [one, other, before] = [ours, theirs, base].map((facts) => about(facts, id, field));
    const isTrue = one !== other && one !== before && other !== before;
    return isTrue
      ? []
      : [`${id} ${field ?? 'removed'}: ${before ?? ''} | ${one ?? ''} | ${other ?? ''}`];
  });
}

function about(facts: Facts, id: string, field: string | undefined): string {
  const own = [...facts].filter(([key]) => {
    const [section = '', record = '', name = ''] = key.split('/');
    const isRecord = section === 'annotations' || section === 'rejected';
    if (isRecord) {
      if (record !== id) return false;
      if (field === undefined) return name !== '@place';
      if (field === 'exact') return name === '@quote';
      if (field === 'start') return name === '@place';
      if (['entity', 'event', 'type'].includes(field))
        return ['entity', 'event', 'type'].includes(name);
      return `${key.split('/').slice(2).join('/')}/`.startsWith(`${field.replaceAll('.', '/')}/`);
    }
    if (field === undefined) return true;
    const at = id.endsWith('.txt') ? `source/${field}` : field;
    return `${key}/`.startsWith(`${at.replaceAll('.', '/')}/`);
  });
  return JSON.stringify(own);
}
