/** One annotation or rejected suggestion in three versions. */
import { ANNOTATION_KEYS, TARGET_KEYS } from '../../storage/fields';
import type { MapNode } from '../../storage/node';
import { bodyChoices, decisionChoices, NO_CHOICES, together, type Choices } from './bodyChoice';
import { mergedHeader, type SomeLocated } from './heads';
import type { Decision, Sides } from './mergeParts';
import { childMap, NO_PARTS, type Located, type Part, type Parts } from './parts';
import { quotesSame, targetChoice, type BlobChange } from './targetChoice';
import { byLines, fieldDecision, mergeField, mergeFields } from './values';
import { agreed, eachSide, type Versions } from './versions';

/** Where the ids of records stand, and their fields. */
export interface RecordColumns {
  readonly id: number;
  readonly fields: number;
}

/** What becomes of a record. No side has it afterwards where the result is absent. */
export function mergeRecord(
  sides: Sides,
  columns: RecordColumns,
  blob: BlobChange,
): Versions | undefined {
  const known = byLines(sides);
  if (known !== undefined) return known.ours === '' ? undefined : known;
  const { base, ours, theirs } = sides;
  if (ours !== undefined && theirs !== undefined) return mergeBoth(sides, columns, blob);
  const left = ours ?? theirs;
  if (left === undefined || (base !== undefined && isOnlyMoved(base, left, columns))) {
    return undefined;
  }
  return { ours: ours?.text ?? '', theirs: theirs?.text ?? '', conflicts: [{}] };
}

/** Whether nothing but its place in the text is another, which counts little against a removal. */
function isOnlyMoved(before: Part, now: Part, { fields }: RecordColumns): boolean {
  const [one, other] = [before.located(), now.located()];
  const maps = [one, other].map(mapOf);
  const [first, second] = maps;
  if (one === undefined || other === undefined || first === undefined || second === undefined) {
    return false;
  }
  const rest = (located: Located): string =>
    childMap(located, fields)
      .parts.filter(({ key }) => !isTargetKey(key))
      .map(({ loose, text }) => loose + text)
      .join('');
  return quotesSame(first, second) && rest(one) === rest(other);
}

function mergeBoth(
  { base, ours, theirs }: Sides,
  columns: RecordColumns,
  blob: BlobChange,
): Versions {
  const sides = { base: base?.located(), ours: ours?.located(), theirs: theirs?.located() };
  const [before, one, other] = [sides.base, sides.ours, sides.theirs].map(mapOf);
  if (one === undefined || other === undefined) {
    // A record that says nothing was torn by a merge: the other side still has it.
    if (one !== undefined && ours !== undefined) return agreed(ours.text);
    if (other !== undefined && theirs !== undefined) return agreed(theirs.text);
    return mergeField({ path: '', column: columns.id }, sides);
  }
  const maps = { base: before, ours: one, theirs: other };
  const target = targetChoice(maps, blob);
  const choices = together(
    target.kind === 'side'
      ? { ...NO_CHOICES, from: new Map(TARGET_KEYS.map((key) => [key, target.side])) }
      : { ...NO_CHOICES, own: new Set(TARGET_KEYS), conflicts: [target.conflict] },
    bodyChoices(maps),
    decisionChoices(maps),
  );
  const merged = mergeLines(sides, columns, ANNOTATION_KEYS, choices);
  return { ...merged, conflicts: [...choices.conflicts, ...merged.conflicts] };
}

/** The lines of a map with its key above them; `choices` go before what the lines of a key say. */
export function mergeLines(
  sides: SomeLocated,
  { id, fields }: RecordColumns,
  order: readonly string[],
  choices: Choices,
): Versions {
  const cut = (located: Located | undefined): Parts =>
    located === undefined ? NO_PARTS : childMap(located, fields);
  const three = { base: cut(sides.base), ours: cut(sides.ours), theirs: cut(sides.theirs) };
  const byKey = fieldDecision((key) => ({ path: key, column: fields }));
  const decide: Decision = (key, each) => {
    const { ours, theirs } = each;
    if (choices.own.has(key)) {
      return { ours: ours?.text ?? '', theirs: theirs?.text ?? '', conflicts: [] };
    }
    const side = choices.from.get(key);
    if (side === undefined) return byKey(key, each);
    const chosen = each[side];
    return chosen && agreed(chosen.text);
  };
  const header = mergedHeader(sides, id);
  return eachSide(mergeFields(three, order, decide), (text) => header + text);
}

function mapOf(located: Located | undefined): MapNode | undefined {
  const value = located?.entry.value;
  return value?.kind === 'map' ? value : undefined;
}

function isTargetKey(key: string): boolean {
  return TARGET_KEYS.some((each) => each === key);
}
