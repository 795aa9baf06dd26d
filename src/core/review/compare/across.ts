/** What only shows when all files are seen together: records that went to another file, merges and splits. */
import type {
  AnnotationChange,
  Change,
  ChangedLines,
  EntityChange,
  EventChange,
  FieldAspect,
  LineRange,
  RejectionChange,
} from '../change';
import { rejectionAspects } from './annotationChanges';
import { aspectsOf } from './annotationFiles';
import { keyOf } from './comparedFile';
import type { SourceTexts } from './sourceTexts';

export function acrossFiles(changes: readonly Change[], texts: SourceTexts): readonly Change[] {
  const joined = withMoves(changes, texts);
  return withOthers(joined);
}

type Placed = AnnotationChange | RejectionChange;

/** An id that went from one file and came to another is one change. */
function withMoves(changes: readonly Change[], texts: SourceTexts): readonly Change[] {
  const gone = onlyOnes(changes, 'removed');
  const come = onlyOnes(changes, 'added');
  const result: Change[] = [];
  const left: Left[] = [];
  for (const change of changes) {
    if (change.kind !== 'annotation' && change.kind !== 'rejection') {
      result.push(change);
      continue;
    }
    const id = `${change.kind} ${change.id}`;
    const [from, to] = [gone.get(id), come.get(id)];
    if (from === undefined || to === undefined) {
      result.push(change);
    } else if (change === to) {
      result.push(moved(from, to, texts));
      left.push({ of: to, lines: { before: to.lines.before, after: [] } });
    } else if (change === from) {
      left.push({ of: from, lines: { before: [], after: from.lines.after } });
    } else {
      result.push(change);
    }
  }
  const some = left.filter(({ lines }) => lines.before.length + lines.after.length > 0);
  return some.reduce(withLeft, result);
}

/** Lines that belong to no record: those above the section that one came to or went from. */
interface Left {
  readonly of: Placed;
  readonly lines: ChangedLines;
}

function withLeft(changes: readonly Change[], { of, lines }: Left): Change[] {
  const { path, pathBefore } = of;
  const key = keyOf('formatting', path);
  const old = changes.find((change) => change.key === key);
  if (old === undefined) {
    const paths = pathBefore === undefined ? { path } : { path, pathBefore };
    return [
      ...changes,
      { kind: 'formatting', key, ...paths, action: 'changed', aspects: [], lines },
    ];
  }
  const all = {
    before: byLine([...old.lines.before, ...lines.before]),
    after: byLine([...old.lines.after, ...lines.after]),
  };
  return changes.map((change) => (change === old ? { ...old, lines: all } : change));
}

function byLine(ranges: readonly LineRange[]): readonly LineRange[] {
  return [...ranges].sort((one, other) => one.first - other.first);
}

/** By kind and id; those of which there are two are left out. */
function onlyOnes(
  changes: readonly Change[],
  action: Change['action'],
): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed | undefined>();
  for (const change of changes) {
    if (change.kind !== 'annotation' && change.kind !== 'rejection') continue;
    if (change.action !== action) continue;
    const id = `${change.kind} ${change.id}`;
    found.set(id, found.has(id) ? undefined : change);
  }
  return new Map(
    [...found].flatMap(([id, change]) => (change === undefined ? [] : [[id, change]])),
  );
}

function moved(from: Placed, to: Placed, texts: SourceTexts): Placed {
  const lines = { before: from.lines.before, after: to.lines.after };
  const places = {
    pathBefore: from.pathBefore ?? from.path,
    movedFrom: from.path,
    lines,
    action: 'changed' as const,
    ...(from.source === to.source ? {} : { sourceBefore: from.source }),
  };
  const place: FieldAspect =
    from.source === to.source
      ? { field: 'path', before: from.path, after: to.path }
      : { field: 'source', before: from.source, after: to.source };
  if (to.kind === 'annotation') {
    const before = from.kind === 'annotation' ? from.before : undefined;
    const found = {
      before: { value: before, entry: undefined },
      after: { value: to.after, entry: undefined },
    };
    const [aspects = []] = aspectsOf([found], texts.of(from.source, to.source));
    return { ...to, ...places, aspects: [place, ...aspects], ...(before && { before }) };
  }
  const before = from.kind === 'rejection' ? from.before : undefined;
  const aspects = rejectionAspects(
    { value: before, entry: undefined },
    { value: to.after, entry: undefined },
  );
  return { ...to, ...places, aspects: [place, ...aspects], ...(before && { before }) };
}

/** Which record the mentions of which were given to, as often as that happened. */
type Retargets = ReadonlyMap<string, ReadonlyMap<string, number>>;

function withOthers(changes: readonly Change[]): readonly Change[] {
  const [to, from] = retargets(changes);
  const added = new Set(
    changes.flatMap((change) => (isRecord(change) && change.action === 'added' ? [change.id] : [])),
  );
  return changes.map((change): Change => {
    if (!isRecord(change) || change.other !== undefined) return change;
    if (change.action === 'added') return withOther(change, most(from.get(change.id)));
    if (change.action === 'removed') return withOther(change, most(to.get(change.id)));
    const part = most(to.get(change.id), (id) => added.has(id));
    if (part === undefined) return change;
    return change.kind === 'entity'
      ? { ...change, other: part, aspects: ['split', ...change.aspects] }
      : { ...change, other: part, aspects: ['split', ...change.aspects] };
  });
}

function isRecord(change: Change): change is EntityChange | EventChange {
  return change.kind === 'entity' || change.kind === 'event';
}

function withOther(change: EntityChange | EventChange, other: string | undefined): Change {
  return other === undefined ? change : { ...change, other };
}

/** From each record to those that its mentions name now, and from these back. */
function retargets(changes: readonly Change[]): readonly [to: Retargets, from: Retargets] {
  const to = new Map<string, Map<string, number>>();
  const from = new Map<string, Map<string, number>>();
  for (const change of changes) {
    if (change.kind !== 'annotation' || !change.aspects.includes('retargeted')) continue;
    const old = change.before?.entity ?? change.before?.event;
    const now = change.after?.entity ?? change.after?.event;
    if (old === undefined || now === undefined) continue;
    count(to, old, now);
    count(from, now, old);
  }
  return [to, from];
}

function count(counts: Map<string, Map<string, number>>, one: string, other: string): void {
  const own = counts.get(one) ?? new Map<string, number>();
  own.set(other, (own.get(other) ?? 0) + 1);
  counts.set(one, own);
}

function most(
  counts: ReadonlyMap<string, number> | undefined,
  isWanted: (id: string) => boolean = () => true,
): string | undefined {
  const all = [...(counts ?? [])].filter(([id]) => isWanted(id));
  return all.sort((one, other) => other[1] - one[1])[0]?.[0];
}
