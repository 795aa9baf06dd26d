/** Fields of an annotation that only make sense together: what it names, and what was decided of it. */
import { entryOf, type MapNode } from '../../storage/node';
import { meaning } from './parts';
import type { RecordMaps, Side } from './targetChoice';
import { fieldConflict, type FieldConflict } from './versions';

/** What becomes of some keys of a record; a key that is not there is merged by itself. */
export interface Choices {
  /** Keys whose values each version has from its own side. */
  readonly own: ReadonlySet<string>;
  readonly conflicts: readonly FieldConflict[];
  /** Keys that one side decides. */
  readonly from: ReadonlyMap<string, Side>;
}

export const NO_CHOICES: Choices = { own: new Set(), conflicts: [], from: new Map() };

export function together(...each: readonly Choices[]): Choices {
  return {
    own: new Set(each.flatMap(({ own }) => [...own])),
    conflicts: each.flatMap(({ conflicts }) => conflicts),
    from: new Map(each.flatMap(({ from }) => [...from])),
  };
}

const BODY = ['entity', 'event', 'type'] as const;

/** An annotation is about an entity or an event, never both: in conflict each version has its own. */
export function bodyChoices(maps: RecordMaps): Choices {
  const isDivided = (...keys: readonly string[]): boolean => {
    const [before, one, other] = [maps.base, maps.ours, maps.theirs].map((map) => says(map, keys));
    return one !== other && one !== before && other !== before;
  };
  const record = isDivided('entity', 'event');
  if (!record && !isDivided('type')) return NO_CHOICES;
  const keys = record ? BODY : (['type'] as const);
  const conflicts = keys
    .filter((key) => says(maps.ours, [key]) !== says(maps.theirs, [key]))
    .map((key) => conflictOf(key, maps));
  return { ...NO_CHOICES, own: new Set(BODY), conflicts };
}

/**
 * A decision stands against a status that says nothing of it, so that no merge opens again what was
 * decided. Two decisions are a conflict.
 */
export function decisionChoices(maps: RecordMaps): Choices {
  const [before, one, other] = [maps.base, maps.ours, maps.theirs].map((map) =>
    says(map, ['decision']),
  );
  if (one === other) return NO_CHOICES;
  if (other === before) return { ...NO_CHOICES, from: statusFrom(maps, 'ours') };
  if (one === before) return { ...NO_CHOICES, from: statusFrom(maps, 'theirs') };
  const conflicts = [conflictOf('decision', maps)];
  return { ...NO_CHOICES, own: new Set(['decision', 'status']), conflicts };
}

/** Only where that side says what status follows from its decision. */
function statusFrom(maps: RecordMaps, side: Side): ReadonlyMap<string, Side> {
  const isChanged = says(maps[side], ['status']) !== says(maps.base, ['status']);
  const isDecided = entryOf(maps[side], 'decision') !== undefined;
  return new Map(isChanged || isDecided ? [['status', side]] : []);
}

function conflictOf(key: string, { ours, theirs }: RecordMaps): FieldConflict {
  return fieldConflict(key, entryOf(ours, key)?.value, entryOf(theirs, key)?.value);
}

function says(map: MapNode | undefined, keys: readonly string[]): string {
  const values = keys.map((key) => entryOf(map, key)?.value);
  return values.map((value) => (value === undefined ? '' : meaning(value))).join('\n');
}
