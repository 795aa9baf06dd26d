/** What the text at the cursor says of a relation: the entities there, and the passage that evidences it. */
import * as vscode from 'vscode';
import { nearbyEntities } from '../../core/matching/nearby';
import { codePointsOf } from '../../core/operations/compositions';
import type { Operation } from '../../core/operations/operation';
import { contains, type Span } from '../../core/text/span';
import { trimmed } from '../../core/text/sentences';
import type { SourceText } from '../../core/text/sourceText';
import { tell } from '../adapters/failures';
import { newAnnotationId } from '../adapters/ids';
import { offsetOf, rangeOf, spanOf } from '../adapters/ranges';
import type { Services } from '../services';
import { signature } from './saving';
import { mentionsAround } from './surroundings';

/** Of the active source. */
export interface Here {
  readonly path: string;
  readonly text: SourceText;
  readonly editor: vscode.TextEditor;
  readonly version: number;
  /** The selection without the space around it, or an empty span at the caret. */
  readonly span: Span;
  /** Live entities that are mentioned in the selection, or at the caret, in the order of the text. */
  readonly entities: readonly string[];
  /** Live entities around, the nearest first. */
  readonly nearby: readonly string[];
}

/** Absent when the active editor shows no source of the folder. */
export function hereOf(services: Services): Here | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !services.sources.isSourceDocument(editor.document)) return undefined;
  if (editor.document.uri.scheme !== services.folder.uri?.scheme) return undefined;
  const path = services.sources.pathOf(editor.document.uri);
  if (path === undefined) return undefined;
  const text = services.sources.textOf(editor.document);
  const caret = offsetOf(text, editor.selection.active);
  const span = editor.selection.isEmpty
    ? { start: caret, end: caret }
    : trimmed(text.text, spanOf(text, editor.selection));
  const { version } = editor.document;
  const target = { editor, path, text, version, spans: [span] } as const;
  const mentions = mentionsAround(services, target);
  const nearby = nearbyEntities(text.text, span, mentions).map(({ entity }) => entity);
  return {
    path,
    text,
    editor,
    version,
    span,
    entities: entitiesAt(services, editor, span),
    nearby,
  };
}

/** Whether the text is still the one that this was read from; the person is told when it is not. */
export function isCurrent({ editor, version }: Here): boolean {
  if (editor.document.version === version) return true;
  tell('The text was changed in the meantime, so nothing was saved. Do it again.');
  return false;
}

/** The id of the annotation that is the evidence, and the operation that makes it when there is none yet. */
export interface Evidence {
  readonly id: string;
  readonly creation?: Operation;
}

/**
 * With a selection the annotation of exactly these words, or else a new one with the note; without one the
 * innermost annotation at the caret. Absent where there is none.
 */
export function evidenceAt(services: Services, here: Here, note: string): Evidence | undefined {
  const { editor, span, path, text } = here;
  if (span.start === span.end) {
    const [innermost] = services.passages.at(editor.document, rangeOf(text, span).start);
    return innermost && { id: innermost.record.annotation.id };
  }
  const same = services.passages.of(editor.document).find(({ spans: [first, ...more] }) => {
    return first?.start === span.start && first.end === span.end && more.length === 0;
  });
  if (same !== undefined) return { id: same.record.annotation.id };
  const id = unusedId(services);
  const place = codePointsOf(text, span);
  return { id, creation: { op: 'annotate', source: path, id, ...place, note, ...signature() } };
}

function entitiesAt(
  services: Services,
  { document, selection }: vscode.TextEditor,
  span: Span,
): readonly string[] {
  const { indexes } = services.store;
  const live = (id: string | undefined): readonly string[] => {
    const entity = indexes.entity(id ?? '');
    return entity === undefined ? [] : [entity.id];
  };
  if (selection.isEmpty) {
    const found = services.passages
      .at(document, selection.active)
      .flatMap(({ record }) => live(record.annotation.entity));
    return found.slice(0, 1);
  }
  const inside = services.passages
    .of(document)
    .filter(({ spans }) => spans.some((each) => contains(span, each)))
    .flatMap(({ record }) => live(record.annotation.entity));
  return [...new Set(inside)];
}

function unusedId({ store }: Services): string {
  for (;;) {
    const id = newAnnotationId();
    if (store.indexes.annotationsWithId(id).length === 0) return id;
  }
}
