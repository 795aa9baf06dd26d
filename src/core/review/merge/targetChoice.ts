/** Whose passage an annotation has that was given another place on both sides. The quote is the authority. */
import type { TARGET_KEYS } from '../../storage/fields';
import { entryOf, mapAt, textOf, type MapNode, type YamlNode } from '../../storage/node';
import { fieldConflict, type FieldConflict } from './versions';

export type Side = 'ours' | 'theirs';

/** Which of the sides has another `source.blob` than the base, and whose the merged file has. */
export interface BlobChange {
  readonly ours: boolean;
  readonly theirs: boolean;
  readonly taken: Side;
}

export type TargetChoice =
  | { readonly kind: 'side'; readonly side: Side }
  | { readonly kind: 'conflict'; readonly conflict: FieldConflict };

/** A record in three versions; absent where it is not there, or is no map. */
export interface RecordMaps {
  readonly base: MapNode | undefined;
  readonly ours: MapNode;
  readonly theirs: MapNode;
}

/**
 * All keys of the target come from one side, so that they fit together. A conflict only where both
 * sides quote other words, or went to different occurrences of the same words in the same text.
 */
export function targetChoice({ base, ours, theirs }: RecordMaps, blob: BlobChange): TargetChoice {
  const side = (each: Side): TargetChoice => ({ kind: 'side', side: each });
  const one = readTarget(ours);
  const other = readTarget(theirs);
  const before = base && readTarget(base);
  if (one.all === other.all || other.all === before?.all) return side('ours');
  if (one.all === before?.all) return side('theirs');
  if (one.quote !== other.quote) {
    if (other.quote === before?.quote) return side('ours');
    if (one.quote === before?.quote) return side('theirs');
    return conflict('exact', ours, theirs);
  }
  if (one.context !== other.context) {
    if (other.context === before?.context) return side('ours');
    if (one.context === before?.context) return side('theirs');
    if (blob.ours !== blob.theirs) return side(blob.ours ? 'theirs' : 'ours');
    if (!blob.ours && before !== undefined && one.starts !== other.starts) {
      return conflict('start', ours, theirs);
    }
  }
  if (blob.ours || blob.theirs) return side(blob.taken);
  return side(one.all < other.all ? 'ours' : 'theirs');
}

/** Whether two versions of a record quote the same words and differ in their places at most. */
export function quotesSame(one: MapNode, other: MapNode): boolean {
  return readTarget(one).quote === readTarget(other).quote;
}

interface TargetTexts {
  readonly all: string;
  readonly quote: string;
  readonly context: string;
  readonly starts: string;
}

function readTarget(map: MapNode): TargetTexts {
  const fragments = entryOf(map, 'fragments')?.value;
  const nodes: readonly YamlNode[] = fragments?.kind === 'seq' ? fragments.items : [map];
  const maps = nodes.flatMap((node) => (node.kind === 'map' ? [node] : []));
  const of = (...keys: readonly (typeof TARGET_KEYS)[number][]): string =>
    JSON.stringify(maps.map((each) => keys.map((key) => textOf(entryOf(each, key)?.value) ?? '')));
  return {
    all: of('exact', 'prefix', 'suffix', 'start', 'end'),
    quote: of('exact'),
    context: of('prefix', 'suffix'),
    starts: of('start'),
  };
}

function conflict(field: 'exact' | 'start', ours: MapNode, theirs: MapNode): TargetChoice {
  const node = (map: MapNode): YamlNode | undefined =>
    entryOf(map, 'fragments')?.value ?? entryOf(map, field)?.value;
  return { kind: 'conflict', conflict: fieldConflict(field, node(ours), node(theirs)) };
}

/** What the file says its offsets were written for. */
export function blobOf(root: MapNode | undefined): string | undefined {
  return textOf(entryOf(mapAt(root, 'source'), 'blob')?.value);
}

export function blobChange(
  base: string | undefined,
  ours: string | undefined,
  theirs: string | undefined,
): BlobChange {
  const [one, other] = [ours !== base, theirs !== base];
  const isOurs = one === other ? (ours ?? '') <= (theirs ?? '') : one;
  return { ours: one, theirs: other, taken: isOurs ? 'ours' : 'theirs' };
}
