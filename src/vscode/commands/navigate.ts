/** Moving through annotations, mentions and sources from the keyboard. */
import * as vscode from 'vscode';
import { extentOf } from '../../core/store/locate';
import { byPlace } from '../../core/store/groups';
import type { AnnotationRecord } from '../../core/store/store';
import { remark, tell } from '../adapters/failures';
import { offsetOf } from '../adapters/ranges';
import { passagesOf, recordIdOf } from '../providers/places';
import type { Services } from '../services';
import { activeSource, annotationAtCaret, labelOf, subjectOf } from '../subject';
import type { Command } from './command';

export const nextAnnotation: Command = (services) => stepAnnotation(services, 1);
export const previousAnnotation: Command = (services) => stepAnnotation(services, -1);
export const nextMention: Command = (services, node) => stepMention(services, 1, node);
export const previousMention: Command = (services, node) => stepMention(services, -1, node);
export const nextSource: Command = (services) => stepSource(services, 1);
export const previousSource: Command = (services) => stepSource(services, -1);

/** Opens the passage of the annotation that the argument names. */
export const openPassage: Command = async (services, argument) => {
  const subject = subjectOf(argument);
  if (subject?.kind !== 'annotation') return;
  await services.passages.open(subject.source, subject.id);
};

/** Reads every annotation file anew. */
export const reload: Command = async (services) => {
  await services.loader.scan();
  remark('Annotations were read again.');
};

/** To the next or previous annotation of the active source, from its end on to its start. */
function stepAnnotation(services: Services, step: 1 | -1): void {
  const active = activeSource(services);
  if (active === undefined) return;
  const { editor, text } = active;
  const located = services.passages
    .of(editor.document)
    .filter((each) => extentOf(each) !== undefined);
  if (located.length === 0) {
    tell('This source has no annotations yet.');
    return;
  }
  const caret = offsetOf(text, editor.selection.start);
  const starts = located.map((each) => extentOf(each)?.start ?? 0);
  const end = offsetOf(text, editor.selection.end);
  // Of annotations that start together, the one that is selected now is where the step begins.
  const current = located.findIndex((each) => {
    const extent = extentOf(each);
    return extent?.start === caret && extent.end === end;
  });
  const index =
    current !== -1
      ? current + step
      : step === 1
        ? starts.findIndex((start) => start > caret)
        : starts.findLastIndex((start) => start < caret);
  const target = located.at(index >= located.length || (step === 1 && index === -1) ? 0 : index);
  const range = target && services.passages.extentOf(editor.document, target);
  if (target === undefined || range === undefined) return;
  select(editor, range);
  remark(`${labelOf(services, target)} (${target.record.annotation.id})`);
}

/** To the next or previous passage about the same record, across sources. */
async function stepMention(services: Services, step: 1 | -1, node: unknown): Promise<void> {
  const subject = subjectOf(node);
  const isRecord = subject?.kind === 'entity' || subject?.kind === 'event';
  const here = isRecord ? undefined : await annotationAtCaret(services);
  const id = isRecord ? subject.id : here && recordIdOf(here.record);
  if (id === undefined) {
    if (here !== undefined) tell('This annotation names no entity or event.');
    return;
  }
  const records = [...passagesOf(services, id)].sort(byPlace);
  const target = records[nextIndex(services, records, step, here?.record)];
  if (target === undefined) {
    tell('Nothing mentions this record yet.');
    return;
  }
  await services.passages.open(target.source, target.annotation.id);
  remark(`${records.indexOf(target) + 1} of ${records.length}`);
}

function nextIndex(
  services: Services,
  records: readonly AnnotationRecord[],
  step: 1 | -1,
  here: AnnotationRecord | undefined,
): number {
  const key = (record: AnnotationRecord): string => `${record.path}#${record.annotation.id}`;
  const wrap = (index: number): number => (index + records.length) % records.length;
  const current = here && records.findIndex((record) => key(record) === key(here));
  if (current !== undefined && current !== -1) return wrap(current + step);
  // From a tree node: the first one behind the caret, or the last one before it.
  const editor = vscode.window.activeTextEditor;
  const path = editor && services.sources.pathOf(editor.document.uri);
  if (editor === undefined || path === undefined) return step === 1 ? 0 : wrap(-1);
  const text = services.sources.textOf(editor.document);
  const caret = text.codePoints.fromUtf16(offsetOf(text, editor.selection.start));
  const isBehind = ({ source, annotation }: AnnotationRecord): boolean =>
    source > path || (source === path && annotation.targets[0].start > caret);
  const behind = records.findIndex(isBehind);
  if (step === 1) return Math.max(behind, 0);
  const before = records.findLastIndex(
    ({ source, annotation }) =>
      source < path || (source === path && annotation.targets[0].start < caret),
  );
  return before === -1 ? wrap(-1) : before;
}

async function stepSource(services: Services, step: 1 | -1): Promise<void> {
  const sources = await services.sources.list();
  if (sources.length === 0) {
    const globs = services.store.schema.sources.join(', ');
    tell(`There are no sources in this folder: sources are ${globs}.`);
    return;
  }
  const uri = vscode.window.activeTextEditor?.document.uri;
  const path = uri && services.sources.pathOf(uri);
  const current = path === undefined ? -1 : sources.indexOf(path);
  const index = current === -1 ? (step === 1 ? 0 : -1) : (current + step) % sources.length;
  const target = sources.at(index);
  if (target !== undefined) await services.passages.openSource(target);
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
