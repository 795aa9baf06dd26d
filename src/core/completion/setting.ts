/** What is around a place in a file: which event or type it is about, which source, which date. */
import { recordId, sourceOfPath, type FileKind } from '../storage/paths';
import type { Store } from '../store/store';
import type { YamlPlace } from './place';

export interface Setting {
  readonly store: Store;
  readonly path: string;
  readonly kind: FileKind;
  readonly place: YamlPlace;
}

/** In an annotation file the steps are `annotations`, the id, and so on. */
const RECORD_DEPTH = 2;

/** What the annotation around the place says by one of its keys. */
export function inAnnotation({ place }: Setting, key: string): string | undefined {
  return said(place.scope(RECORD_DEPTH).get(key));
}

/** What the top of the file says by a key. */
function atTop({ place }: Setting, key: string): string | undefined {
  return said(place.scope(0).get(key));
}

/** The type of the event or statement whose roles or mode stand at the place. */
export function eventTypeAround(setting: Setting): string | undefined {
  const { store, kind } = setting;
  if (kind === 'event') return atTop(setting, 'type');
  if (kind !== 'annotations') return undefined;
  const event = inAnnotation(setting, 'event');
  const record = event === undefined ? undefined : store.indexes.event(event);
  return record?.type ?? inAnnotation(setting, 'type');
}

/** The date from which expressions such as “last month” are reckoned at the place. */
export function referenceDate(setting: Setting): string | undefined {
  const { store, path, kind, place } = setting;
  if (kind === 'annotations') {
    if (place.steps[0] === 'source') return undefined;
    return store.indexes.source(sourceOf(setting))?.published;
  }
  const [first] = kind === 'event' ? store.indexes.evidenceOf(recordId(path)) : [];
  return first === undefined ? undefined : store.indexes.source(first.source)?.published;
}

/** The source of an annotation file, wherever it is now. */
export function sourceOf({ store, path }: Setting): string {
  const content = store.file(path)?.content;
  return content?.kind === 'annotations' ? content.source.path : sourceOfPath(path);
}

function said(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
