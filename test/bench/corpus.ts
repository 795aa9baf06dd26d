/**
 * Synthetic workspaces of any size, made from the texts of `corpora/litbank` and `seeds/` with the
 * passages that people annotated there. The same seed gives the same workspace.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation, Target } from '../../src/core/model/annotation';
import type { Entity, EventRecord } from '../../src/core/model/records';
import { newAnnotationFile, newEntityFile, newEventFile } from '../../src/core/storage/editFile';
import {
  annotationFields,
  entityFields,
  eventFields,
  sourceFields,
} from '../../src/core/storage/fields';
import { annotationPath, entityPath, eventPath } from '../../src/core/storage/paths';
import { describe } from '../../src/core/text/describe';
import { SourceText } from '../../src/core/text/sourceText';
import { compareSpans, type Span } from '../../src/core/text/span';

const LITBANK = join('test', 'bench', 'corpora', 'litbank');
const SEEDS = 'seeds';

/** What brat calls its types, and what they are called here. */
const ENTITY_TYPES: Readonly<Record<string, string>> = {
  PER: 'person',
  ORG: 'organisation',
  GPE: 'place',
  LOC: 'place',
  FAC: 'facility',
  VEH: 'product',
};

/** A passage of a text that somebody annotated: UTF-16 offsets; without a type it is of an event. */
interface Passage extends Span {
  readonly type: string | undefined;
}

/** A text with its annotated passages, in the order of the text. */
export interface AnnotatedText {
  readonly source: SourceText;
  readonly passages: readonly Passage[];
}

export interface Sizes {
  readonly sources: number;
  /** Over all sources together. */
  readonly annotations: number;
  readonly entities: number;
  readonly events: number;
  readonly seed: number;
  /** Mentions of the first entity, over all sources; none more than chance gives when absent. */
  readonly mentionsOfFirst?: number;
}

/** One file of a workspace, and what it says as JSON with the same keys. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
  readonly json: string;
}

/** Numbers in `[0, 1)` after Mulberry32 (Tommy Ettinger, public domain): the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The texts of LitBank with their entities and events, then the seeds with their capitalised words. */
export function annotatedTexts(): readonly AnnotatedText[] {
  const names = readdirSync(join(LITBANK, 'entities')).filter((name) => name.endsWith('.txt'));
  const litbank = names.sort().map((name) => {
    const source = SourceText.of(readFileSync(join(LITBANK, 'entities', name), 'utf8'));
    const ann = name.replace(/txt$/, 'ann');
    const passages = ['entities', 'events'].flatMap((kind) =>
      readBrat(readFileSync(join(LITBANK, kind, ann), 'utf8'), source),
    );
    return { source, passages: passages.sort(compareSpans) };
  });
  const seeds = readdirSync(SEEDS)
    .sort()
    .map((name) => {
      const source = SourceText.of(readFileSync(join(SEEDS, name), 'utf8'));
      return { source, passages: capitalised(source.text) };
    });
  return [...litbank, ...seeds];
}

/** Lines `T1<tab>PER 182 192<tab>her sister` of brat standoff; offsets are code points. */
function readBrat(ann: string, { codePoints }: SourceText): readonly Passage[] {
  return ann.split('\n').flatMap((line): readonly Passage[] => {
    const [, type, start, end] = /^T\d+\t(\w+) (\d+) (\d+)\t/.exec(line) ?? [];
    if (type === undefined) return [];
    const span = { start: codePoints.toUtf16(Number(start)), end: codePoints.toUtf16(Number(end)) };
    return [{ ...span, type: type === 'EVENT' ? undefined : (ENTITY_TYPES[type] ?? 'other') }];
  });
}

function capitalised(text: string): readonly Passage[] {
  return [...text.matchAll(/\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/gu)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    type: 'person',
  }));
}

/** The files of a workspace, one after the other: entities, events, then the sources' annotations. */
export function* corpusFiles(sizes: Sizes, texts = annotatedTexts()): Generator<CorpusFile> {
  for (let index = 0; index < sizes.entities; index++) yield entityFile(entityOf(index));
  for (let index = 0; index < sizes.events; index++) yield eventFile(eventOf(index, sizes));
  const random = numbers(sizes.seed);
  const described = texts.map((text) => text.passages.map((each) => describe(text.source, each)));
  const counter = { next: 0, first: 0 };
  for (let index = 0; index < sizes.sources; index++) {
    const at = index % texts.length;
    const text = texts[at];
    if (text === undefined) return;
    const from = Math.floor((index * sizes.annotations) / sizes.sources);
    const many = Math.floor(((index + 1) * sizes.annotations) / sizes.sources) - from;
    const chosen = choose(text.passages.length, many, random);
    const annotations = chosen.flatMap((place): readonly Annotation[] => {
      const [target, passage] = [described[at]?.[place], text.passages[place]];
      if (target === undefined || passage === undefined) return [];
      return [annotationOf(target, passage, sizes, counter, random)];
    });
    yield annotationFile(sourcePath(index), text.source.blob, annotations);
  }
}

export function sourcePath(index: number): string {
  return `texts/${String(Math.floor(index / 100)).padStart(2, '0')}/${String(index).padStart(5, '0')}.txt`;
}

/** One text of about so many characters, of all texts one after the other, again and again. */
export function longText(length: number, texts = annotatedTexts()): AnnotatedText {
  const parts: string[] = [];
  const passages: Passage[] = [];
  let at = 0;
  for (let index = 0; at < length; index++) {
    const each = texts[index % texts.length];
    if (each === undefined) break;
    for (const { start, end, type } of each.passages) {
      passages.push({ start: at + start, end: at + end, type });
    }
    parts.push(each.source.text, '\n\n');
    at += each.source.text.length + 2;
  }
  return { source: SourceText.of(parts.join('')), passages };
}

/** The annotation file of one long source, with so many of its passages. */
export function longFile(
  path: string,
  { source, passages }: AnnotatedText,
  sizes: Omit<Sizes, 'sources'>,
): CorpusFile {
  const random = numbers(sizes.seed);
  const counter = { next: 0, first: 0 };
  const annotations = choose(passages.length, sizes.annotations, random).flatMap((place) => {
    const passage = passages[place];
    if (passage === undefined) return [];
    return [annotationOf(describe(source, passage), passage, sizes, counter, random)];
  });
  return annotationFile(path, source.blob, annotations);
}

/** `many` different numbers below `of` in their order; all of them when there are no more. */
function choose(of: number, many: number, random: () => number): readonly number[] {
  const chosen: number[] = [];
  for (let at = 0; at < of; at++) {
    if (random() < (many - chosen.length) / (of - at)) chosen.push(at);
  }
  return chosen;
}

function annotationOf(
  target: Target,
  { type }: Passage,
  sizes: Pick<Sizes, 'entities' | 'events' | 'mentionsOfFirst'>,
  counter: { next: number; first: number },
  random: () => number,
): Annotation {
  const id = `a-${(counter.next++).toString(36).padStart(6, '0')}`;
  const entity = (): string => entityId(Math.floor(random() * sizes.entities));
  const base = { id, targets: [target], attributes: {}, status: 'accepted' } as const;
  if (type !== undefined || sizes.events === 0) {
    const isFirst = counter.first < (sizes.mentionsOfFirst ?? 0);
    if (isFirst) counter.first++;
    return { ...base, roles: [], entity: isFirst ? entityId(0) : entity() };
  }
  const roles = [
    { role: 'actor', target: entity() },
    { role: 'recipient', target: entity() },
  ];
  return {
    ...base,
    roles,
    event: eventId(Math.floor(random() * sizes.events)),
    certainty: 'certain',
  };
}

function annotationFile(
  path: string,
  blob: string,
  annotations: readonly Annotation[],
): CorpusFile {
  const source = { path, blob, title: `“${path}”`, published: '1865', language: 'en' };
  const records = annotations.map((each) => [each.id, annotationFields(each)] as const);
  return {
    path: annotationPath(path, 'folder'),
    text: newAnnotationFile(source, annotations),
    json: JSON.stringify({
      format: 'source-annotations/1',
      source: sourceFields(source),
      annotations: Object.fromEntries(records),
    }),
  };
}

function entityFile(entity: Entity): CorpusFile {
  return {
    path: entityPath(entity.id),
    text: newEntityFile(entity),
    json: JSON.stringify({ format: 'entity/1', id: entity.id, ...entityFields(entity) }),
  };
}

function eventFile(event: EventRecord): CorpusFile {
  return {
    path: eventPath(event.id),
    text: newEventFile(event),
    json: JSON.stringify({ format: 'event/1', id: event.id, ...eventFields(event) }),
  };
}

function entityId(index: number): string {
  return `person-${index}`;
}

function eventId(index: number): string {
  return `meeting-${index}`;
}

function entityOf(index: number): Entity {
  return {
    id: entityId(index),
    type: ['person', 'organisation', 'place'][index % 3] ?? 'person',
    name: `Anna ${index} Łukasz`,
    aliases: [{ text: `A. ${index}` }, { text: `Анна ${index}`, language: 'uk' }],
    links: { wikidata: `Q${index}` },
    note: `The ${index}th of those who are mentioned.`,
  };
}

function eventOf(index: number, { entities }: Sizes): EventRecord {
  const month = String(1 + (index % 12)).padStart(2, '0');
  const day = String(1 + (index % 28)).padStart(2, '0');
  return {
    id: eventId(index),
    type: 'consult',
    mode: 'visit',
    title: `Meeting ${index}`,
    date: `${1990 + (index % 35)}-${month}-${day}`,
    participants: [
      { role: 'actor', entity: entityId(index % entities) },
      { role: 'recipient', entity: entityId((index * 7) % entities) },
    ],
    status: 'occurred',
  };
}
