/** `entities/<id>.yaml` and `events/<id>.yaml` → the record; the file name is its id. */
import { EVENT_STATUSES, type Alias, type Entity, type EventRecord } from '../model/records';
import type { Span } from '../text/span';
import { type Findings, MapReader, present } from './decode';
import { textOf, type MapNode, type YamlNode } from './node';
import { isRecordId, recordId } from './paths';
import { decodeRelations } from './relations';
import { decodeThread } from './threads';

export interface EntityFile {
  readonly kind: 'entity';
  readonly entity: Entity;
}

export interface EventFile {
  readonly kind: 'event';
  readonly event: EventRecord;
}

const START: Span = { start: 0, end: 0 };

export function decodeEntityFile(root: MapNode, path: string, findings: Findings): EntityFile {
  const reader = new MapReader(root, findings);
  const id = checkedId(reader, path, findings);
  const mergedInto = reader.string('mergedInto');
  if (mergedInto === undefined) require(reader, ['type', 'name'], id, findings);
  const entity: Entity = {
    id,
    type: reader.string('type') ?? 'other',
    name: reader.string('name') ?? id,
    aliases: reader.items('aliases').flatMap((item) => decodeAlias(item, findings)),
    links: reader.strings('links'),
    ...present({
      relations: decodeRelations(reader, findings),
      note: reader.string('note'),
      distinctFrom: reader.words('distinctFrom'),
      mergedInto,
      thread: decodeThread(reader, findings),
    }),
  };
  return { kind: 'entity', entity };
}

export function decodeEventFile(root: MapNode, path: string, findings: Findings): EventFile {
  const reader = new MapReader(root, findings);
  const id = checkedId(reader, path, findings);
  const mergedInto = reader.string('mergedInto');
  if (mergedInto === undefined) require(reader, ['type', 'title'], id, findings);
  const participants = reader.pairs('participants', 'role', 'entity');
  const event: EventRecord = {
    id,
    type: reader.string('type') ?? 'other',
    title: reader.string('title') ?? id,
    participants: participants.map(([role, entity]) => ({ role, entity })),
    ...present({
      mode: reader.string('mode'),
      date: reader.string('date'),
      place: reader.string('place'),
      status: reader.oneOf('status', EVENT_STATUSES),
      note: reader.string('note'),
      distinctFrom: reader.words('distinctFrom'),
      mergedInto,
      thread: decodeThread(reader, findings),
    }),
  };
  return { kind: 'event', event };
}

function checkedId(reader: MapReader, path: string, findings: Findings): string {
  const id = recordId(path);
  const stated = reader.string('id');
  const place = reader.entry('id')?.value;
  if (stated !== undefined && stated !== id && place !== undefined) {
    const message = `The file name says “${id}”, the record “${stated}”; the file name counts.`;
    findings.add('id-mismatch', message, place);
  }
  if (!isRecordId(id)) {
    const message = `“${id}” is no record id: use lower-case letters, digits and dashes.`;
    findings.add('id-invalid', message, place ?? START);
  }
  return id;
}

function require(reader: MapReader, keys: readonly string[], id: string, findings: Findings): void {
  for (const key of keys) {
    if (reader.entry(key) !== undefined) continue;
    findings.add('record-incomplete', `The record “${id}” has no “${key}”.`, START);
  }
}

function decodeAlias(item: YamlNode, findings: Findings): readonly Alias[] {
  const plain = textOf(item);
  if (plain !== undefined) return [{ text: plain }];
  const reader = item.kind === 'map' ? new MapReader(item, findings) : undefined;
  const text = reader?.string('text');
  if (text === undefined) {
    findings.add('value-invalid', 'An alias is a text, or { text, language }.', item);
    return [];
  }
  return [{ text, ...present({ language: reader?.string('language') }) }];
}
