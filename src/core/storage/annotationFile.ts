/** `<source>.ann.yaml` → what it says of its source, and its annotations. */
import {
  CERTAINTIES,
  POLARITIES,
  STATUSES,
  type Annotation,
  type AttributeValue,
  type Target,
} from '../model/annotation';
import { RELIABILITIES, SOURCE_STATES, type SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import type { Span } from '../text/span';
import type { Sections } from './sections';
import { type Findings, isNull, MapReader, present } from './decode';
import { entryOf, type Entry, type MapNode, type YamlNode } from './node';
import { isSafePath, sourceOfPath } from './paths';
import { decodeRejections } from './rejections';
import { decodeTarget } from './target';
import { decodeThread } from './threads';

export interface AnnotationFile {
  readonly kind: 'annotations';
  readonly source: SourceMetadata;
  /** In the order of the file. A record that lacks its quote is left out here, and stays in the file. */
  readonly annotations: readonly Annotation[];
  /** Suggestions that were turned down, in the order of the file. */
  readonly rejected: readonly Rejection[];
  /** Where the id of each annotation stands in the file, as UTF-16 offsets; damaged ones included. */
  readonly places: ReadonlyMap<string, Span>;
}

export function decodeAnnotationFile(
  root: MapNode,
  path: string,
  findings: Findings,
): AnnotationFile {
  const reader = new MapReader(root, findings);
  const annotations: Annotation[] = [];
  const places = new Map<string, Span>();
  for (const entry of reader.map('annotations')?.entries ?? []) {
    places.set(entry.key, entry.keySpan);
    const annotation = decodeAnnotation(entry, findings);
    if (annotation !== undefined) annotations.push(annotation);
  }
  const source = decodeSource(root, path, findings);
  const rejected = decodeRejections(root, findings);
  return { kind: 'annotations', source, annotations, rejected, places };
}

/** The same from the records of `sections`, which were decoded when they were read. */
export function annotationFileOf(
  sections: Sections,
  { source, rejected }: Pick<AnnotationFile, 'source' | 'rejected'>,
): AnnotationFile {
  const annotations: Annotation[] = [];
  for (const { annotation } of sections.blocks) {
    if (annotation !== undefined) annotations.push(annotation);
  }
  let places: ReadonlyMap<string, Span> | undefined;
  return {
    kind: 'annotations',
    source,
    annotations,
    rejected,
    get places() {
      return (places ??= placesOf(sections));
    },
  };
}

function placesOf({ first, blocks }: Sections): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  let at = first;
  for (const { id, idLength, length } of blocks) {
    places.set(id, { start: at + 2, end: at + 2 + idLength });
    at += length;
  }
  return places;
}

/** What the file says of its source; the path by its place where it says nothing. */
export function decodeSource(root: MapNode, path: string, findings: Findings): SourceMetadata {
  const map = new MapReader(root, findings).map('source');
  const byPlace = sourceOfPath(path);
  if (map === undefined) return { path: byPlace };
  const reader = new MapReader(map, findings);
  return {
    path: sourcePath(reader, byPlace, findings),
    ...present({
      blob: reader.string('blob'),
      title: reader.string('title'),
      publisher: reader.string('publisher'),
      published: reader.string('published'),
      language: reader.string('language'),
      url: reader.string('url'),
      reliability: reader.oneOf('reliability', RELIABILITIES),
      body: decodeRanges(reader, findings),
      state: reader.oneOf('state', SOURCE_STATES),
      reviewedBy: withoutRepeats(reader.words('reviewedBy')),
      thread: decodeThread(reader, findings),
    }),
  };
}

/** A merge may have brought the same name from both sides. */
function withoutRepeats(words: readonly string[] | undefined): readonly string[] | undefined {
  return words && [...new Set(words)];
}

function sourcePath(reader: MapReader, byPlace: string, findings: Findings): string {
  const stated = reader.string('path');
  const place = reader.entry('path')?.value;
  if (stated === undefined || place === undefined) return byPlace;
  if (!isSafePath(stated)) {
    const message = `The path “${stated}” leaves the workspace or is not a POSIX path.`;
    findings.add('path-outside', message, place);
    return byPlace;
  }
  if (stated !== byPlace) {
    const message = `This file stands where the annotations of “${byPlace}” belong, and names “${stated}”.`;
    findings.add('source-path-mismatch', message, place, 'warning');
  }
  return stated;
}

function decodeRanges(reader: MapReader, findings: Findings): [number, number][] | undefined {
  if (reader.entry('body') === undefined) return undefined;
  return reader.items('body').flatMap((item): [number, number][] => {
    const range = rangeOf(item);
    if (range !== undefined) return [range];
    findings.add('value-invalid', 'Each range of “body” is [start, end].', item);
    return [];
  });
}

function rangeOf(node: YamlNode): [number, number] | undefined {
  const items: readonly YamlNode[] = node.kind === 'seq' ? node.items : [];
  const [first, second] = items;
  if (first === undefined || second === undefined || items.length > 2) return undefined;
  const start = integerOf(first);
  const end = integerOf(second);
  if (start === undefined || end === undefined || start > end) return undefined;
  return [start, end];
}

function integerOf(node: YamlNode): number | undefined {
  const value = node.kind === 'scalar' ? node.value : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** One record; absent, with a problem, when it has no target that could be found in a text. */
export function decodeAnnotation(entry: Entry, findings: Findings): Annotation | undefined {
  const map = entry.value;
  if (map.kind !== 'map') {
    const message = isNull(map)
      ? `The annotation “${entry.key}” is empty; a merge may have torn it.`
      : `The annotation “${entry.key}” must be a map of keys.`;
    findings.add('record-null', message, entry.keySpan);
    return undefined;
  }
  const reader = new MapReader(map, findings);
  const targets = decodeTargets(map, reader, findings);
  const first = targets[0];
  if (first === undefined) {
    const message = `The annotation “${entry.key}” has no “exact” words.`;
    findings.add('annotation-incomplete', message, entry.keySpan);
    return undefined;
  }
  return {
    id: entry.key,
    targets: [first, ...targets.slice(1)],
    roles: reader.pairs('roles', 'role', 'target').map(([role, target]) => ({ role, target })),
    attributes: decodeAttributes(reader.map('attributes'), findings),
    status: reader.oneOf('status', STATUSES) ?? 'accepted',
    ...decodeBody(entry, reader, findings),
  };
}

function decodeBody(entry: Entry, reader: MapReader, findings: Findings): Partial<Annotation> {
  const body = present({
    entity: reader.string('entity'),
    event: reader.string('event'),
    type: reader.string('type'),
    value: reader.string('value'),
    note: reader.string('note'),
    certainty: reader.oneOf('certainty', CERTAINTIES),
    polarity: reader.oneOf('polarity', POLARITIES),
    credibility: reader.integer('credibility'),
    by: reader.string('by'),
    decision: reader.string('decision'),
    thread: decodeThread(reader, findings),
  });
  if (body.entity !== undefined && body.event !== undefined) {
    const message = `The annotation “${entry.key}” names both an entity and an event; it can be about one.`;
    findings.add('body-ambiguous', message, entry.keySpan);
  }
  return body;
}

function decodeTargets(map: MapNode, reader: MapReader, findings: Findings): Target[] {
  const fragments = reader.items('fragments').flatMap((item) => {
    const target = item.kind === 'map' ? decodeTarget(new MapReader(item, findings)) : undefined;
    if (target === undefined) {
      findings.add('value-invalid', 'Each fragment needs its “exact” words.', item);
    }
    return target === undefined ? [] : [target];
  });
  if (fragments.length > 0) return fragments;
  const target = entryOf(map, 'exact') === undefined ? undefined : decodeTarget(reader);
  return target === undefined ? [] : [target];
}

function decodeAttributes(
  map: MapNode | undefined,
  findings: Findings,
): Readonly<Record<string, AttributeValue>> {
  const attributes: [string, AttributeValue][] = [];
  for (const { key, value } of map?.entries ?? []) {
    if (value.kind === 'scalar' && value.value !== null) attributes.push([key, value.value]);
    else findings.add('value-invalid', `The attribute “${key}” must have one value.`, value);
  }
  return Object.fromEntries(attributes);
}
