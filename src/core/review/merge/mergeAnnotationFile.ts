/** An annotation file in three versions: its records by their ids, all else by its keys. */
import { SOURCE_KEYS } from '../../storage/fields';
import { lineEnd } from '../../storage/editMap';
import type { MapNode } from '../../storage/node';
import { REJECTED } from '../../storage/rejections';
import { ANNOTATIONS, RECORD_COLUMNS, type AnnotationView } from './annotationView';
import { NO_CHOICES, type Choices } from './bodyChoice';
import { asIs } from './declared';
import { columnBelow } from './heads';
import { mergedLines, mergeParts, type Sides, type Three } from './mergeParts';
import { zipped, type GapOrder } from './order';
import { NO_PARTS, type Located, type Parts } from './parts';
import { pieceOf, settled, type Piece } from './pieces';
import { mergeLines, mergeRecord } from './records';
import { blobChange, type BlobChange } from './targetChoice';
import { byLines, byRank, fieldDecision } from './values';
import { agreed, type Versions } from './versions';

const TOP_KEYS = ['format', 'source', ANNOTATIONS, REJECTED];

export interface AnnotationViews {
  readonly base: AnnotationView | undefined;
  readonly ours: AnnotationView;
  readonly theirs: AnnotationView;
}

/** What in a file is in conflict whatever else is known: both versions of it stay as they are. */
export type Declared = ReadonlySet<string>;

/** `source` is the path of the source, which stands for what is said of it in conflicts. */
export function mergeAnnotationFile(
  { base, ours, theirs }: AnnotationViews,
  source: string,
  declared: Declared,
): readonly Piece[] {
  const blob = blobChange(base?.blob, ours.blob, theirs.blob);
  const sections = new Map<string, readonly Piece[]>();
  const section = (key: string, sides: Sides): Versions | undefined => {
    const records = (view: AnnotationView | undefined): Parts => view?.records.get(key) ?? NO_PARTS;
    const three = { base: records(base), ours: records(ours), theirs: records(theirs) };
    const pieces = mergeSection(key, three, blob, declared);
    const isEmpty = !pieces.some(hasRecord);
    if (isEmpty && (byLines(sides)?.ours === '' || key === REJECTED)) return undefined;
    sections.set(key, [settled(sectionHead(key, sides, isEmpty)), ...pieces]);
    return agreed(key);
  };
  const byKey = fieldDecision((key) => ({ path: key, column: 0 }));
  const top = mergeParts(
    { base: base?.top ?? NO_PARTS, ours: ours.top, theirs: theirs.top },
    (key, sides) => {
      if (key === ANNOTATIONS || key === REJECTED) return section(key, sides);
      if (declared.has(key)) return asIs(key, sides, RECORD_COLUMNS.id);
      return key === 'source' ? mergeSource(sides, blob) : byKey(key, sides);
    },
    () => byRank(TOP_KEYS),
  );
  const pieces = top.parts.flatMap(({ key, loose, versions }): readonly Piece[] => {
    const own = sections.get(key);
    const kind = key === 'source' ? 'source' : 'other';
    const each = own ?? [pieceOf(kind, key === 'source' ? source : key, versions)];
    return [settled(loose), ...each];
  });
  return [...pieces, settled(top.tail)];
}

function mergeSection(
  key: string,
  three: Three<Parts>,
  blob: BlobChange,
  declared: Declared,
): readonly Piece[] {
  const merged = mergeParts(
    three,
    (id, sides) =>
      declared.has(id)
        ? asIs('', sides, RECORD_COLUMNS.fields)
        : mergeRecord(sides, RECORD_COLUMNS, blob),
    documentOrder,
  );
  const kind = key === REJECTED ? 'rejection' : 'annotation';
  const pieces = merged.parts.flatMap(({ key: id, loose, versions }) => [
    settled(loose),
    pieceOf(kind, id, versions),
  ]);
  return [...pieces, settled(merged.tail)];
}

/** Whether it is more than comments. */
function hasRecord(piece: Piece): boolean {
  return piece.kind === 'conflict' || /^ *[^#\s]/m.test(piece.text);
}

/** By where the records start, then by id, as they are written. */
function documentOrder(sides: ReadonlyMap<string, Sides>): GapOrder {
  const hint = (id: string): number => {
    const each = sides.get(id);
    return (each?.ours ?? each?.theirs)?.hint ?? 0;
  };
  return zipped((a, b) => hint(a) < hint(b) || (hint(a) === hint(b) && a < b));
}

/** The line with the key of a section, which says `{}` where no record is below it. */
function sectionHead(key: string, { base, ours, theirs }: Sides, isEmpty: boolean): string {
  const comment = (side: Sides['ours']): string | undefined => {
    const line = side?.text.slice(0, lineEnd(side.text, 0));
    return line === undefined ? undefined : (/\s#.*$/m.exec(line)?.[0] ?? '');
  };
  const [before, one, other] = [comment(base), comment(ours), comment(theirs)];
  const words = mergedLines(before, one ?? other ?? '', other ?? one ?? '').replaceAll('\n', '');
  return `${key}:${isEmpty ? ' {}' : ''}${words}\n`;
}

/** What both sides said of the source. The hash and the ranges go with the text that was taken. */
function mergeSource(sides: Sides, blob: BlobChange): Versions | undefined {
  const known = byLines(sides);
  if (known !== undefined) return known.ours === '' ? undefined : known;
  const located = {
    base: sides.base?.located(),
    ours: sides.ours?.located(),
    theirs: sides.theirs?.located(),
  };
  const { base, ours, theirs } = located;
  const areMaps = [base, ours, theirs].every((each) => each === undefined || isMap(each));
  if (!areMaps || ours === undefined || theirs === undefined) {
    return fieldDecision((key) => ({ path: key, column: 0 }))('source', sides);
  }
  const column = columnBelow({ path: '', column: 0 }, located, mapOf);
  const taken = blob.ours && blob.theirs ? ['blob', 'body'] : [];
  const choices: Choices = {
    ...NO_CHOICES,
    from: new Map(taken.map((key) => [key, blob.taken] as const)),
  };
  return mergeLines(located, { id: 0, fields: column }, SOURCE_KEYS, choices);
}

function mapOf({ entry }: Located): MapNode | undefined {
  return entry.value.kind === 'map' ? entry.value : undefined;
}

function isMap(located: Located): boolean {
  return mapOf(located) !== undefined;
}
