/** The records that a command is about: selected nodes, a given id, or what the caret is on. */
import * as vscode from 'vscode';
import type { Entity, EventRecord } from '../../core/model/records';
import { count, shorten } from '../../core/outline/words';
import { fileKind, recordId } from '../../core/storage/paths';
import type { AnnotationRecord } from '../../core/store/store';
import { tell } from '../adapters/failures';
import { idInYaml } from '../providers/references';
import { passagesOf, recordIdOf } from '../providers/places';
import type { Services } from '../services';
import { annotationAtCaret, subjectOf } from '../subject';
import { givenText } from './given';

const LONGEST = 40;

/** A record that stands for itself. */
export type RecordRef =
  | { readonly kind: 'entity'; readonly record: Entity }
  | { readonly kind: 'event'; readonly record: EventRecord };

/** The entity or event of this id, or the one that it was merged into. */
export function recordOf({ store }: Services, id: string): RecordRef | undefined {
  const entity = store.indexes.entity(id);
  if (entity !== undefined) return { kind: 'entity', record: entity };
  const event = store.indexes.event(id);
  return event && { kind: 'event', record: event };
}

export function nameOf(ref: RecordRef): string {
  return ref.kind === 'entity' ? ref.record.name : ref.record.title;
}

/** One by its name, several by their number. */
export function whatOf(refs: readonly RecordRef[]): string {
  const [only, ...more] = refs;
  if (only === undefined || more.length > 0) return count(refs.length, 'record');
  return `“${shorten(nameOf(only), LONGEST)}”`;
}

export function idOf({ record }: RecordRef): string {
  return record.id;
}

/** The mentions of an entity, or the passages that report an event. */
export function mentionsOf(services: Services, { record }: RecordRef): readonly AnnotationRecord[] {
  return passagesOf(services, record.id);
}

/** What an annotation of this kind of record is called. */
export function nounOf({ kind }: RecordRef): 'mention' | 'passage' {
  return kind === 'entity' ? 'mention' : 'passage';
}

/**
 * The records that the arguments name: the selected nodes, or `{ id }`; each once. Absent when they name none,
 * so that the caret decides. `{ focused: VIEW }` means what is selected in that view.
 */
export async function recordsGiven(
  services: Services,
  node: unknown,
  nodes: unknown,
): Promise<readonly RecordRef[] | undefined> {
  const view = givenText(node, 'focused');
  const focused = view === undefined ? undefined : await services.sidebar.selected(view);
  const listed: readonly unknown[] =
    focused ?? (Array.isArray(nodes) && nodes.length > 0 ? nodes : [node]);
  const ids = listed.flatMap((each) => idGiven(services, each) ?? []);
  if (ids.length === 0) {
    if (focused === undefined) return undefined;
    tell('Go to an entity or event in the list first.');
    return [];
  }
  const records = ids.flatMap((id) => recordOf(services, id) ?? []);
  if (records.length === 0) tell('This entity or event is no longer there.');
  const found = new Map(records.map((ref) => [ref.record.id, ref]));
  return [...found.values()];
}

/** The records that the arguments name, or the one that the caret is on; none when the person was told. */
export async function someRecords(
  services: Services,
  node: unknown,
  nodes: unknown,
): Promise<readonly RecordRef[]> {
  const given = await recordsGiven(services, node, nodes);
  if (given !== undefined) return given;
  const ref = (await recordAtCaret(services))?.ref;
  return ref === undefined ? [] : [ref];
}

/** The one record that the argument names, or that the caret is on; otherwise the person is told. */
export async function oneRecord(services: Services, node: unknown): Promise<RecordRef | undefined> {
  return (await someRecords(services, node, undefined))[0];
}

/** In a source the record of the annotation at the caret; in the YAML that of the id, or of the file. */
export async function recordAtCaret(
  services: Services,
): Promise<{ readonly ref: RecordRef; readonly annotation?: AnnotationRecord } | undefined> {
  const inYaml = recordInYaml(services);
  if (inYaml !== undefined) return { ref: inYaml };
  const located = await annotationAtCaret(services, { ask: true });
  if (located === undefined) return undefined;
  const ref = recordOf(services, recordIdOf(located.record) ?? '');
  if (ref === undefined) tell('This annotation names no entity or event.');
  return ref && { ref, annotation: located.record };
}

function recordInYaml(services: Services): RecordRef | undefined {
  const editor = vscode.window.activeTextEditor;
  const path = editor && services.folder.pathOf(editor.document.uri);
  const kind = path === undefined ? undefined : fileKind(path);
  if (editor === undefined || path === undefined || kind === undefined) return undefined;
  const id = idInYaml(services, editor.document, editor.selection.active);
  const here = id === undefined ? undefined : recordOf(services, id);
  if (here !== undefined) return here;
  return kind === 'entity' || kind === 'event' ? recordOf(services, recordId(path)) : undefined;
}

function idGiven({ store }: Services, argument: unknown): string | undefined {
  const subject = subjectOf(argument);
  if (subject?.kind === 'entity' || subject?.kind === 'event') return subject.id;
  if (subject?.kind === 'annotation') {
    const record = store.indexes
      .annotationsWithId(subject.id)
      .find(({ source }) => source === subject.source);
    return record && recordIdOf(record);
  }
  return subject === undefined ? givenText(argument, 'id') : undefined;
}
