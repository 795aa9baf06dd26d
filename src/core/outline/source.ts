/** The outline of one source: what is known of it, then its annotations in the order of the text. */
import { formatEdtf } from '../dates/edtf';
import { foldName } from '../matching/fold';
import { kindOf, type Annotation } from '../model/annotation';
import type { SourceMetadata } from '../model/records';
import { sourceProgress } from '../review/progress';
import { entityTypeOf, eventTypeOf } from '../schema/lookup';
import type { LocatedAnnotation } from '../store/locate';
import type { Store } from '../store/store';
import { isFiltering, NO_FILTER, Sieve, type OutlineFilter } from './filter';
import { annotationIcon, NOT_FOUND_ICON, sourceIcon } from './icons';
import { childId, type Outline, type OutlineNode, type OutlineSubject } from './node';
import { targetName } from './participants';
import { annotationKey, shortQuote, sourceTitle, judged } from './passages';
import { progressDetails, progressOfSource } from './progress';
import { splitNodes } from './split';
import { count, dotted, oneLine, sentence, shorten } from './words';

/** A source as an editor shows it. */
export interface ShownSource {
  readonly path: string;
  /** Those without a certain place last. */
  readonly located: readonly LocatedAnnotation[];
}

export class SourceOutline implements Outline {
  readonly #store: Store;
  #source: ShownSource | undefined;
  #filter = NO_FILTER;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Without a source the outline is empty. */
  show(source: ShownSource | undefined, filter: OutlineFilter): void {
    this.#source = source;
    this.#filter = filter;
  }

  get path(): string | undefined {
    return this.#source?.path;
  }

  roots(): readonly OutlineNode[] {
    if (this.#source === undefined) return [];
    const { path } = this.#source;
    const located = this.#filtered(this.#source.located);
    const found = located.filter(isFound);
    const lost = located.filter((each) => !isFound(each));
    return [
      this.#sourceNode(path),
      ...splitNodes(found, path, (each, under) => this.#annotationNode(each, under)),
      ...(lost.length === 0 ? [] : [this.#lostNode(lost, childId(path, 'not found'))]),
    ];
  }

  /** The subject itself, when it is the source or one of its annotations. */
  chainTo(subject: OutlineSubject): readonly OutlineSubject[] {
    const path = this.#source?.path;
    if (subject.kind === 'source') return subject.path === path ? [subject] : [];
    return subject.kind === 'annotation' && subject.source === path ? [subject] : [];
  }

  #filtered(located: readonly LocatedAnnotation[]): readonly LocatedAnnotation[] {
    if (!isFiltering(this.#filter)) return located;
    const sieve = new Sieve(this.#filter, this.#store.schema, this.#store.indexes);
    return located.filter(({ record }) => sieve.annotation(record.annotation));
  }

  #sourceNode(path: string): OutlineNode {
    const source = this.#store.indexes.source(path) ?? { path };
    const id = childId(path, 'source');
    const label = sourceTitle(this.#store, path);
    const published = source.published === undefined ? undefined : formatEdtf(source.published);
    const total = this.#store.indexes.annotationsOf(path).length;
    const annotations = total === 0 ? 'no annotations yet' : count(total, 'annotation');
    const progress = progressOfSource(this.#store, path);
    return {
      id,
      kind: 'source',
      label,
      description: dotted([source.publisher, published, annotations, ...progress]),
      icon: sourceIcon(sourceProgress(source, total)),
      spoken: sentence([label, source.publisher, published, annotations, ...progress]),
      subject: { kind: 'source', path },
      children: () => detailNodes(this.#store, source, id),
    };
  }

  #lostNode(lost: readonly LocatedAnnotation[], id: string): OutlineNode {
    return {
      id,
      kind: 'group',
      label: 'Not found in the text',
      description: String(lost.length),
      icon: NOT_FOUND_ICON,
      spoken: `Not found in the text, ${count(lost.length, 'annotation')}`,
      children: () =>
        splitNodes(lost, id, (each, under) => this.#annotationNode(each, under, lossOf(each))),
    };
  }

  #annotationNode({ record }: LocatedAnnotation, parent: string, loss?: string): OutlineNode {
    const { annotation, source } = record;
    const label = shortQuote(annotation);
    const words = [loss, this.#meaning(annotation, source), ...judged(annotation)];
    return {
      id: childId(parent, annotationKey(record)),
      kind: 'annotation',
      label,
      description: dotted(words),
      icon: annotationIcon(this.#store.schema, this.#store.indexes, annotation),
      spoken: sentence([this.#typeOf(annotation), label, ...words]),
      subject: { kind: 'annotation', source, id: annotation.id },
    };
  }

  /** What the annotation says beyond its words. */
  #meaning(annotation: Annotation, source: string): string {
    const { indexes } = this.#store;
    const { entity = '', event = '', type = '', value, note } = annotation;
    switch (kindOf(annotation)) {
      case 'mention': {
        const name = indexes.entity(entity)?.name ?? entity;
        return foldName(name) === foldName(shortQuote(annotation)) ? '' : name;
      }
      case 'evidence':
        return indexes.event(event)?.title ?? event;
      case 'statement': {
        const speakers = annotation.roles
          .filter(({ role }) => role === 'speaker')
          .map(({ target }) => targetName(this.#store, source, target));
        return speakers.join(' and ');
      }
      case 'time':
        return value === undefined ? '' : formatEdtf(value);
      case 'note':
        return shorten(note ?? '', 80);
      case 'typed':
        return dotted([type, value]);
    }
  }

  #typeOf(annotation: Annotation): string {
    const { schema, indexes } = this.#store;
    const { entity = '', event = '', type = '' } = annotation;
    switch (kindOf(annotation)) {
      case 'mention':
        return entityTypeOf(schema, indexes.entity(entity)?.type ?? 'entity').label;
      case 'evidence':
        return `Event, ${eventTypeOf(schema, indexes.event(event)?.type ?? 'unknown').label}`;
      case 'statement':
        return 'Statement';
      case 'time':
        return 'Time';
      case 'note':
        return 'Note';
      case 'typed':
        return type;
    }
  }
}

function isFound({ spans }: LocatedAnnotation): boolean {
  return spans.length > 0;
}

/** Why an annotation has no certain place. */
function lossOf({ anchorings }: LocatedAnnotation): string {
  if (anchorings.some(({ kind }) => kind === 'similar')) return 'the words changed';
  return anchorings.some(({ kind }) => kind === 'ambiguous') ? 'several places fit' : 'gone';
}

function detailNodes(store: Store, source: SourceMetadata, parent: string): readonly OutlineNode[] {
  const { title, publisher, published, language, url, reliability, path } = source;
  const details = [
    ['Title', title],
    ['Publisher', publisher],
    ['Published', published === undefined ? undefined : formatEdtf(published)],
    ['Language', language],
    ['Reliability', reliability],
    ['Address', url],
    ['File', path],
    ...progressDetails(store, path),
  ] as const;
  return details.map(([name, value]) => {
    const said = value === undefined ? 'not known' : oneLine(value);
    return {
      id: childId(parent, name),
      kind: 'detail',
      label: name,
      description: said,
      spoken: `${name}: ${said}`,
    };
  });
}
