/** Two versions of one annotation file → its changes. */
import type { Annotation } from '../../model/annotation';
import type { SourceMetadata } from '../../model/records';
import { SOURCE_KEYS, sourceFields } from '../../storage/fields';
import { mapAt } from '../../storage/node';
import { REJECTED } from '../../storage/rejections';
import type { Action, AnnotationAspect, FieldAspect } from '../change';
import type { FilePair } from '../revisions';
import { annotationAspects, rejectionAspects, type Version } from './annotationChanges';
import { accountedFor, keyOf, pathOf, type ComparedFile, type Draft } from './comparedFile';
import { fieldAspects } from './fieldAspects';
import { foreignFields } from './foreign';
import { hunksOf, partKey, type Hunk } from './hunks';
import { PartLines } from './partLines';
import type { Part } from './parts';
import {
  annotationAt,
  annotationEntry,
  isCanonical,
  recordsIn,
  rejectionEntry,
  rejectionsOf,
  sourceOf,
  type Side,
} from './side';
import type { SourceTexts, TextPair } from './sourceTexts';
import { targetAspects } from './targetAspect';

/** The sections of an annotation file; all else at its top is foreign. */
const SECTIONS = ['format', 'source', 'annotations', REJECTED];

const WHOLE = partKey({ kind: 'key', id: '' });
const SOURCE = partKey({ kind: 'key', id: 'source' });
const REJECTED_HEADER = partKey({ kind: 'header', id: REJECTED });

/** A side is absent where the file is not there. */
export function compareAnnotationFiles(
  pair: FilePair,
  before: Side | undefined,
  after: Side | undefined,
  texts: SourceTexts,
): ComparedFile {
  const sources = { before: before && sourceOf(before), after: after && sourceOf(after) };
  const named = namedBy(sources.before, sources.after);
  const path = pathOf(pair);
  const metadata = metadataDraft(path, before, after, sources);
  const drafts: Draft[] = [
    ...(metadata === undefined ? [] : [metadata]),
    ...annotationDrafts(path, before, after, named, texts),
    ...rejectionDrafts(path, before, after, named),
  ];
  const keys = new Map(drafts.map((draft) => [ownerOf(draft), draft.key]));
  if (before === undefined || after === undefined) {
    const hunks = wholeFile(before, after);
    return accountedFor(pair, drafts, hunks, (owner) => keys.get(owner) ?? metadata?.key);
  }
  return accountedFor(pair, drafts, hunksOf(before, after), (owner) =>
    keyOfPart(owner, keys, drafts),
  );
}

/** The line above the records belongs to the first of them, and other keys to what is said of the source. */
function keyOfPart(
  owner: string,
  keys: ReadonlyMap<string, string>,
  drafts: readonly Draft[],
): string | undefined {
  const own = keys.get(owner);
  if (own !== undefined) return own;
  if (owner === WHOLE) return drafts[0]?.key;
  if (owner.startsWith('key ')) return keys.get(SOURCE);
  const kind = owner === REJECTED_HEADER ? 'rejection' : 'annotation';
  return drafts.find((draft) => draft.kind === kind && owner.startsWith('header '))?.key;
}

interface Named {
  readonly source: string;
  readonly sourceBefore?: string;
}

function namedBy(before: SourceMetadata | undefined, after: SourceMetadata | undefined): Named {
  const source = after?.path ?? before?.path ?? '';
  const old = before?.path;
  return old === undefined || old === source ? { source } : { source, sourceBefore: old };
}

function ownerOf(draft: Draft): string {
  if (draft.kind === 'annotation' || draft.kind === 'rejection') {
    return partKey({ kind: draft.kind, id: draft.id });
  }
  return SOURCE;
}

function metadataDraft(
  path: string,
  before: Side | undefined,
  after: Side | undefined,
  sources: {
    readonly before: SourceMetadata | undefined;
    readonly after: SourceMetadata | undefined;
  },
): Draft | undefined {
  const action = actionOf(before, after);
  const aspects =
    action === 'changed' ? metadataAspects(before, after, sources.before, sources.after) : [];
  if (action === 'changed' && aspects.length === 0) return undefined;
  return {
    kind: 'metadata',
    key: keyOf('metadata', path),
    action,
    aspects,
    ...namedBy(sources.before, sources.after),
    ...sidesOf(sources.before, sources.after),
  };
}

function metadataAspects(
  before: Side | undefined,
  after: Side | undefined,
  one: SourceMetadata | undefined,
  other: SourceMetadata | undefined,
): readonly FieldAspect[] {
  if (one === undefined || other === undefined) return [];
  return [
    ...fieldAspects(sourceFields(one), sourceFields(other)),
    ...fieldAspects(
      foreignFields(mapAt(before?.root, 'source'), SOURCE_KEYS),
      foreignFields(mapAt(after?.root, 'source'), SOURCE_KEYS),
    ),
    ...fieldAspects(foreignFields(before?.root, SECTIONS), foreignFields(after?.root, SECTIONS)),
  ];
}

function actionOf(before: unknown, after: unknown): Action {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

function sidesOf<T>(
  before: T | undefined,
  after: T | undefined,
): { readonly before?: T; readonly after?: T } {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

type Both<T> = readonly [id: string, before: T | undefined, after: T | undefined];

/** Records that differ or are on one side only, in document order. */
function differing(
  before: Side | undefined,
  after: Side | undefined,
  kind: 'annotation' | 'rejection',
): readonly Both<Part>[] {
  const old = recordsIn(before, kind);
  const now = recordsIn(after, kind);
  const byId = new Map(old.map((part) => [part.id, part]));
  const has = new Set(now.map(({ id }) => id));
  const result: Both<Part>[] = [];
  let at = 0;
  const goOn = (end: number): void => {
    for (; at < end; at++) {
      const part = old[at];
      if (part !== undefined && !has.has(part.id)) result.push([part.id, part, undefined]);
    }
  };
  /** Behind those next to come that are on this side only and stand before a place. */
  const wentBefore = (place: number): number => {
    let end = at;
    for (let next = old[end]; next !== undefined; next = old[++end]) {
      if (has.has(next.id) || next.place > place) break;
    }
    return end;
  };
  const places = new Map(old.map((part, index) => [part.id, index]));
  for (const part of now) {
    const other = byId.get(part.id);
    if (other === undefined) {
      goOn(wentBefore(part.place));
      result.push([part.id, undefined, part]);
      continue;
    }
    goOn((places.get(part.id) ?? -1) + 1);
    if (!isSameText(before, other, after, part)) result.push([part.id, other, part]);
  }
  goOn(old.length);
  return result;
}

function isSameText(
  before: Side | undefined,
  one: Part,
  after: Side | undefined,
  other: Part,
): boolean {
  if (one.block !== undefined && one.block === other.block) return true;
  return before?.text.slice(one.start, one.end) === after?.text.slice(other.start, other.end);
}

function annotationDrafts(
  path: string,
  before: Side | undefined,
  after: Side | undefined,
  named: Named,
  texts: SourceTexts,
): readonly Draft[] {
  const found = differing(before, after, 'annotation').map(([id, one, other]) => ({
    id,
    before: versionOf(before, one),
    after: versionOf(after, other),
  }));
  const aspects = aspectsOf(found, texts.of(named.sourceBefore ?? named.source, named.source));
  return found.flatMap(({ id, ...sides }, index): readonly AnnotationDraft[] => {
    const action = actionOf(sides.before, sides.after);
    const own = aspects[index] ?? [];
    if (action === 'changed' && own.length === 0) return [];
    return [
      {
        kind: 'annotation',
        key: keyOf('annotation', path, id),
        action,
        aspects: own,
        ...named,
        id,
        ...sidesOf(sides.before?.value, sides.after?.value),
      },
    ];
  });
}

type AnnotationDraft = Extract<Draft, { kind: 'annotation' }>;

function versionOf(
  side: Side | undefined,
  part: Part | undefined,
): Version<Annotation> | undefined {
  if (side === undefined || part === undefined) return undefined;
  return {
    value: annotationAt(side, part),
    isPlain: isCanonical(side, part),
    get entry() {
      return annotationEntry(side, part);
    },
  };
}

interface Found {
  readonly before: Version<Annotation> | undefined;
  readonly after: Version<Annotation> | undefined;
}

/** One list for each; empty for what is on one side only. */
export function aspectsOf(
  found: readonly Found[],
  texts: TextPair,
): readonly (readonly AnnotationAspect[])[] {
  const pairs = found.flatMap(({ before, after }) =>
    before?.value === undefined || after?.value === undefined
      ? []
      : [{ before: before.value.targets, after: after.value.targets }],
  );
  const places = targetAspects(pairs, texts).values();
  return found.map(({ before, after }) => {
    if (before === undefined || after === undefined) return [];
    const hasPlaces = before.value !== undefined && after.value !== undefined;
    return annotationAspects(before, after, hasPlaces ? places.next().value : undefined);
  });
}

function rejectionDrafts(
  path: string,
  before: Side | undefined,
  after: Side | undefined,
  named: Named,
): readonly Draft[] {
  const old = before && rejectionsOf(before);
  const now = after && rejectionsOf(after);
  return differing(before, after, 'rejection').flatMap(([id, one, other]): readonly Draft[] => {
    const action = actionOf(one, other);
    const sides = { before: old?.get(id), after: now?.get(id) };
    const aspects =
      before === undefined || after === undefined || action !== 'changed'
        ? []
        : rejectionAspects(
            { value: sides.before, entry: rejectionEntry(before, id) },
            { value: sides.after, entry: rejectionEntry(after, id) },
          );
    if (action === 'changed' && aspects.length === 0) return [];
    const key = keyOf('rejection', path, id);
    const models = sidesOf(sides.before, sides.after);
    return [{ kind: 'rejection', key, action, aspects, ...named, id, ...models }];
  });
}

/** All lines of a file that only one side has, each part its own. */
function wholeFile(before: Side | undefined, after: Side | undefined): readonly Hunk[] {
  const side = before ?? after;
  if (side === undefined) return [];
  const lines = new PartLines(side);
  return side.parts.flatMap((part, index) => {
    const span = { first: lines.first(index), end: lines.first(index + 1) };
    const none = { first: 0, end: 0 };
    const owner = partKey(part);
    return before === undefined
      ? [{ owner, before: none, after: span }]
      : [{ owner, before: span, after: none }];
  });
}
