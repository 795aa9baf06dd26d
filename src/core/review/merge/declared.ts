/** What a merge before this one left in conflict: both versions stay, whatever the base says. */
import type { Sides } from './mergeParts';
import { childMap, meaning, type Part } from './parts';
import { fieldConflict, type FieldConflict, type Versions } from './versions';

/** `path` is what the key is called in conflicts, empty for a record; `column` that of its fields. */
export function asIs(path: string, { ours, theirs }: Sides, column: number): Versions | undefined {
  if (ours === undefined && theirs === undefined) return undefined;
  const versions = { ours: ours?.text ?? '', theirs: theirs?.text ?? '' };
  if (versions.ours === versions.theirs) return { ...versions, conflicts: [] };
  return { ...versions, conflicts: differences(path, ours, theirs, column) };
}

/** The fields in which two versions of a record differ; one without a name where one is not there. */
function differences(
  path: string,
  ours: Part | undefined,
  theirs: Part | undefined,
  column: number,
): readonly FieldConflict[] {
  const [one, other] = [ours?.located(), theirs?.located()];
  if (one?.entry.value.kind !== 'map' || other?.entry.value.kind !== 'map') {
    if (path === '') return [{}];
    return [fieldConflict(path, one?.entry.value, other?.entry.value)];
  }
  return fieldDifferences(path, childMap(one, column).parts, childMap(other, column).parts);
}

export function fieldDifferences(
  path: string,
  ours: readonly Part[],
  theirs: readonly Part[],
): readonly FieldConflict[] {
  const [one, other] = [ours, theirs].map(
    (parts) => new Map(parts.map((part) => [part.key, part])),
  );
  const keys = new Set([...ours, ...theirs].map(({ key }) => key));
  const found = [...keys].flatMap((key): readonly FieldConflict[] => {
    const [mine, their] = [one?.get(key), other?.get(key)];
    if (mine?.text === their?.text) return [];
    const [value, rival] = [mine?.located()?.entry.value, their?.located()?.entry.value];
    const isSame = value !== undefined && rival !== undefined && meaning(value) === meaning(rival);
    return isSame ? [] : [fieldConflict(path === '' ? key : `${path}.${key}`, value, rival)];
  });
  return found.length > 0 ? found : [{}];
}
