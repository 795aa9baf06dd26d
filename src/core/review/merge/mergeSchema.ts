/** The schema file in three versions: types and rules by their ids, all else by its keys. */
import { SCHEMA_KEYS } from '../../storage/editSchema';
import type { MapNode } from '../../storage/node';
import { asIs } from './declared';
import { columnBelow, mergedHeader, type SomeLocated } from './heads';
import type { Declared } from './mergeAnnotationFile';
import { mergeParts, type Sides, type Three } from './mergeParts';
import { childMap, NO_PARTS, type Located, type Parts } from './parts';
import { pieceOf, settled, type Piece } from './pieces';
import { byLines, byRank, fieldDecision } from './values';
import { agreed, type Versions } from './versions';

export function mergeSchema(tops: Three<Parts>, declared: Declared): readonly Piece[] {
  const sections = new Map<string, readonly Piece[]>();
  const byKey = fieldDecision((key) => ({ path: key, column: 0 }));
  const decide = (key: string, sides: Sides): Versions | undefined => {
    if (declared.has(key)) return asIs(key, sides, 2);
    const known = byLines(sides);
    if (known !== undefined) return known.ours === '' ? undefined : known;
    const pieces = mergeSection(key, sides, declared);
    if (pieces === undefined) return byKey(key, sides);
    sections.set(key, pieces);
    return pieces.length === 0 ? undefined : agreed(key);
  };
  const top = mergeParts(tops, decide, () => byRank(SCHEMA_KEYS));
  const pieces = top.parts.flatMap(({ key, loose, versions }) => [
    settled(loose),
    ...(sections.get(key) ?? [pieceOf('other', key, versions)]),
  ]);
  return [...pieces, settled(top.tail)];
}

/** A map in lines, such as `entityTypes:`, entry by entry; absent for any other value. */
function mergeSection(
  key: string,
  { base, ours, theirs }: Sides,
  declared: Declared,
): readonly Piece[] | undefined {
  const sides = { base: base?.located(), ours: ours?.located(), theirs: theirs?.located() };
  const there = [sides.base, sides.ours, sides.theirs].filter((each) => each !== undefined);
  if (!there.every(isBlockMap) || sides.ours === undefined || sides.theirs === undefined) {
    return undefined;
  }
  const column = columnBelow({ path: key, column: 0 }, sides, mapOf);
  const byKey = fieldDecision((id) => ({ path: `${key}.${id}`, column }));
  const merged = mergeParts(
    threeOf(sides, column),
    (id, each) =>
      declared.has(`${key}.${id}`) ? asIs(`${key}.${id}`, each, 2 * column) : byKey(id, each),
    () => byRank([]),
  );
  if (merged.parts.length === 0) return [];
  const lines = merged.parts.flatMap(({ key: id, loose, versions }) => [
    settled(loose),
    pieceOf('other', `${key}.${id}`, versions),
  ]);
  return [settled(mergedHeader(sides, 0)), ...lines, settled(merged.tail)];
}

function threeOf(sides: SomeLocated, column: number): Three<Parts> {
  const cut = (located: Located | undefined): Parts =>
    located === undefined ? NO_PARTS : childMap(located, column);
  return { base: cut(sides.base), ours: cut(sides.ours), theirs: cut(sides.theirs) };
}

function mapOf({ entry }: Located): MapNode | undefined {
  return entry.value.kind === 'map' ? entry.value : undefined;
}

function isBlockMap(located: Located): boolean {
  return mapOf(located)?.flow === false;
}
