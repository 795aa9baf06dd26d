/** Which ids stand where in the YAML files: what definition, references and hover work on there. */
import type { Span } from '../text/span';
import { readDocument } from './document';
import { mapAt, type MapNode, type YamlNode } from './node';
import { fileKind, recordId, type FileKind } from './paths';
import { REJECTED } from './rejections';

/**
 * An id in a file. `record` names an entity or event, `annotation` an annotation of that file; `either`
 * may be both; `evidence` names an annotation of any file.
 */
export interface IdReference {
  readonly kind: 'record' | 'annotation' | 'either' | 'evidence';
  readonly id: string;
  readonly span: Span;
  /** Whether this is where the record or annotation itself stands. */
  readonly isDeclaration: boolean;
}

const RECORD_KEYS = new Set(['entity', 'event', 'mergedInto', 'place']);

/** Every id in the file, in order. A file that cannot be read has none. */
export function referencesIn(path: string, text: string): readonly IdReference[] {
  const kind = fileKind(path);
  const root = readDocument(text).root;
  if (kind === undefined || kind === 'schema' || root === undefined) return [];
  const found: IdReference[] = [];
  if (kind === 'annotations') collectAnnotations(root, found);
  else collectRecord(root, path, kind, found);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The id at an offset of the file, its edges included. */
export function referenceAt(path: string, text: string, offset: number): IdReference | undefined {
  return referencesIn(path, text).find(({ span }) => offset >= span.start && offset <= span.end);
}

function collectAnnotations(root: MapNode, found: IdReference[]): void {
  for (const { key, keySpan, value } of mapAt(root, 'annotations')?.entries ?? []) {
    found.push({ kind: 'annotation', id: key, span: keySpan, isDeclaration: true });
    if (value.kind === 'map') collectValues(value, found);
  }
  for (const { value } of mapAt(root, REJECTED)?.entries ?? []) {
    if (value.kind === 'map') collectValues(value, found);
  }
}

function collectRecord(root: MapNode, path: string, kind: FileKind, found: IdReference[]): void {
  for (const { key, value } of root.entries) {
    if (key === 'id' && isText(value)) {
      found.push({ kind: 'record', id: recordId(path), span: spanOf(value), isDeclaration: true });
    }
  }
  if (kind === 'event') collectValues(root, found);
  else
    collectValues({ ...root, entries: root.entries.filter(({ key }) => key !== 'place') }, found);
}

function collectValues(map: MapNode, found: IdReference[]): void {
  for (const { key, value } of map.entries) {
    if (isText(value) && (RECORD_KEYS.has(key) || key === 'target')) {
      const kind = key === 'target' ? 'either' : 'record';
      found.push({ kind, id: String(value.value), span: spanOf(value), isDeclaration: false });
    }
    if (value.kind === 'seq') {
      for (const item of value.items) {
        if (item.kind === 'map') collectValues(item, found);
        else if (key === 'evidence') collectIds('evidence', item, found);
        else if (key === 'distinctFrom') collectIds('record', item, found);
      }
    }
  }
}

function collectIds(kind: IdReference['kind'], item: YamlNode, found: IdReference[]): void {
  if (!isText(item)) return;
  found.push({ kind, id: String(item.value), span: spanOf(item), isDeclaration: false });
}

function isText(node: YamlNode): node is Extract<YamlNode, { kind: 'scalar' }> {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
