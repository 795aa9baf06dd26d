/** Two versions of the file of an entity or event → what happened to the record. */
import type { Entity, EventRecord } from '../../model/records';
import { Findings } from '../../storage/decode';
import { ENTITY_KEYS, entityFields, EVENT_KEYS, eventFields } from '../../storage/fields';
import type { FieldMap } from '../../storage/emit';
import { fileKind, recordId } from '../../storage/paths';
import { decodeEntityFile, decodeEventFile } from '../../storage/recordFiles';
import type { RecordAspect } from '../change';
import type { FilePair } from '../revisions';
import { accountedFor, keyOf, pathOf, type ComparedFile, type Draft } from './comparedFile';
import { fieldAspects } from './fieldAspects';
import { foreignFields } from './foreign';
import { hunksOf, partKey, type Hunk } from './hunks';
import { linesOf } from './lines';
import type { Side } from './side';

/** A side is absent where the file is not there. */
export function compareRecordFiles(
  pair: FilePair,
  before: Side | undefined,
  after: Side | undefined,
): ComparedFile {
  const draft = draftOf(pathOf(pair), before, after);
  if (draft === undefined) return accountedFor(pair, [], allHunks(before, after), () => undefined);
  return accountedFor(pair, [draft], allHunks(before, after), () => draft.key);
}

/** The lines that differ; all of them where the file is on one side only. */
export function allHunks(before: Side | undefined, after: Side | undefined): readonly Hunk[] {
  if (before !== undefined && after !== undefined) return hunksOf(before, after);
  const span = (side: Side | undefined): Hunk['before'] => ({
    first: 0,
    end: linesOf(side?.text ?? '').length,
  });
  const owner = partKey({ kind: 'key', id: '' });
  return [{ owner, before: span(before), after: span(after) }];
}

function draftOf(
  path: string,
  before: Side | undefined,
  after: Side | undefined,
): Draft | undefined {
  const action = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const id = recordId(path);
  if (fileKind(path) === 'entity') {
    const [one, other] = [entityOf(before), entityOf(after)];
    const aspects = [
      ...recordAspects(one && entityFields(one), other && entityFields(other), 'name'),
      ...foreignAspects(before, after, ENTITY_KEYS),
    ];
    if (action === 'changed' && aspects.length === 0) return undefined;
    const sides = { ...(one && { before: one }), ...(other && { after: other }) };
    const merged = mergedInto(one, other);
    const key = keyOf('entity', path);
    const own = action === 'changed' ? aspects : [];
    return { kind: 'entity', key, action, aspects: own, id, ...sides, ...merged };
  }
  const [one, other] = [eventOf(before), eventOf(after)];
  const aspects = [
    ...recordAspects(one && eventFields(one), other && eventFields(other), 'title'),
    ...foreignAspects(before, after, EVENT_KEYS),
  ];
  if (action === 'changed' && aspects.length === 0) return undefined;
  const sides = { ...(one && { before: one }), ...(other && { after: other }) };
  const merged = mergedInto(one, other);
  const key = keyOf('event', path);
  const own = action === 'changed' ? aspects : [];
  return { kind: 'event', key, action, aspects: own, id, ...sides, ...merged };
}

function entityOf(side: Side | undefined): Entity | undefined {
  return side && decodeEntityFile(side.root, side.path, new Findings('', '')).entity;
}

function eventOf(side: Side | undefined): EventRecord | undefined {
  return side && decodeEventFile(side.root, side.path, new Findings('', '')).event;
}

function recordAspects(
  before: FieldMap | undefined,
  after: FieldMap | undefined,
  nameField: 'name' | 'title',
): readonly RecordAspect[] {
  if (before === undefined || after === undefined) return [];
  const isMerged = after['mergedInto'] !== undefined && before['mergedInto'] === undefined;
  const isRenamed = before[nameField] !== after[nameField];
  const isRetyped = before['type'] !== after['type'];
  const isSaid = (field: string): boolean =>
    field === nameField || field === 'type' || (isMerged && field === 'mergedInto');
  return [
    ...(isMerged ? ['merged' as const] : []),
    ...(isRenamed ? ['renamed' as const] : []),
    ...(isRetyped ? ['retyped' as const] : []),
    ...fieldAspects(before, after, isSaid),
  ];
}

function foreignAspects(
  before: Side | undefined,
  after: Side | undefined,
  keys: readonly string[],
): readonly RecordAspect[] {
  if (before === undefined || after === undefined) return [];
  return fieldAspects(foreignFields(before.root, keys), foreignFields(after.root, keys));
}

function mergedInto(
  before: { readonly mergedInto?: string } | undefined,
  after: { readonly mergedInto?: string } | undefined,
): { readonly other?: string } {
  const other = after?.mergedInto;
  return other === undefined || before?.mergedInto === other ? {} : { other };
}
