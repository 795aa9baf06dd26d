/**
 * A file of the format cut into parts that each say one thing: a record, the section about the
 * source, another key, the line above a list of records. Every line belongs to one part.
 */
import { lineStart } from '../../storage/editMap';
import { entryOf, type Entry, type MapNode } from '../../storage/node';
import { REJECTED } from '../../storage/rejections';
import type { Block, Sections } from '../../storage/sections';

type PartKind = 'annotation' | 'rejection' | 'key' | 'header';

/** Some lines of a file, `text.slice(start, end)`. */
export interface Part {
  readonly kind: PartKind;
  /** Of the record; otherwise the key at the top of the file. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** In code points, what records are sorted by; 0 for other parts. */
  readonly place: number;
  /** As it was read, where a fast reading gave it. */
  readonly block?: Block;
}

type Begun = Omit<Part, 'end'>;

/** Of an annotation file that was cut into its records already. */
export function partsOfSections(sections: Sections): readonly Part[] {
  const { text, from, first, blocks, to, rest } = sections;
  const shift = to - from;
  const begun: Begun[] = [];
  for (const entry of rest.entries) {
    const isAbove = entry.keySpan.start < from;
    const moved = isAbove ? 0 : shift;
    begun.push(...begunBy(text, entry, moved));
    if (entry.key !== 'annotations') continue;
    let start = first;
    for (const block of blocks) {
      begun.push({ kind: 'annotation', id: block.id, start, place: block.start, block });
      start += block.length;
    }
  }
  return closed(begun, text.length);
}

/** Of any file that can be read. */
export function partsOfRoot(text: string, root: MapNode): readonly Part[] {
  if (root.flow) return [{ kind: 'key', id: '', start: 0, end: text.length, place: 0 }];
  const begun = root.entries.flatMap((entry) => [
    ...begunBy(text, entry, 0),
    ...(entry.key === 'annotations' ? recordsOf(text, entry, 'annotation', 0) : []),
  ]);
  return closed(begun, text.length);
}

/** The entry itself, and rejected suggestions that have lines of their own. */
function begunBy(text: string, entry: Entry, shift: number): readonly Begun[] {
  const start = lineStart(text, entry.keySpan.start + shift);
  const isHeader = entry.key === 'annotations' || entry.key === REJECTED;
  const own = { kind: isHeader ? 'header' : 'key', id: entry.key, start, place: 0 } as const;
  if (entry.key !== REJECTED) return [own];
  return [own, ...recordsOf(text, entry, 'rejection', shift)];
}

function recordsOf(
  text: string,
  { value }: Entry,
  kind: 'annotation' | 'rejection',
  shift: number,
): readonly Begun[] {
  if (value.kind !== 'map' || value.flow) return [];
  return value.entries.map((record) => ({
    kind,
    id: record.key,
    start: lineStart(text, record.keySpan.start + shift),
    place: placeOf(record),
  }));
}

function placeOf({ value }: Entry): number {
  const map = value.kind === 'map' ? value : undefined;
  const fragments = entryOf(map, 'fragments')?.value;
  const first = fragments?.kind === 'seq' ? fragments.items[0] : undefined;
  const target = first?.kind === 'map' ? first : map;
  const hint = entryOf(target, 'start')?.value;
  return hint?.kind === 'scalar' && typeof hint.value === 'number' ? hint.value : 0;
}

/** Each part up to the next one; what stands above all belongs to the first. */
function closed(begun: readonly Begun[], end: number): readonly Part[] {
  return begun.flatMap((part, index) => {
    const next = begun[index + 1]?.start ?? end;
    const start = index === 0 ? 0 : part.start;
    return next > start ? [{ ...part, start, end: next }] : [];
  });
}
