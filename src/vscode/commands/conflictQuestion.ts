/** One conflict as a question, with what differs in words and the passage shown in its source. */
import * as vscode from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { conflictWords } from '../../core/review/conflictWords';
import type { Choice } from '../../core/review/conflicted/choice';
import type { RecordConflict } from '../../core/review/conflicted/recordConflict';
import { sourceOfPath } from '../../core/storage/paths';
import { extentOf, locate } from '../../core/store/locate';
import { newAnnotationId } from '../adapters/ids';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice as Entry } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Preview } from './preview';

export type ConflictAnswer =
  | { readonly kind: 'decided'; readonly choice: Choice }
  /** This side of all conflicts that are left. */
  | { readonly kind: 'all'; readonly side: 'ours' | 'theirs' }
  /** The person wants to write the record. */
  | { readonly kind: 'edit' | 'next' | 'previous' | 'cancelled' };

export interface ConflictQuestion {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  /** What the sides are called, e.g. the names of the branches. */
  readonly labels: { readonly ours: string; readonly theirs: string };
}

export async function askAbout(
  services: Services,
  path: string,
  conflict: RecordConflict,
  preview: Preview,
  { number, total, labels }: ConflictQuestion,
): Promise<ConflictAnswer> {
  const words = conflictWords(conflict, (id) => nameOf(services, id));
  showPlace(services, path, conflict, preview);
  const both: Entry<ConflictAnswer> = {
    value: { kind: 'decided', choice: { kind: 'both', newId: newAnnotationId() } },
    label: 'Both',
    description: 'as two annotations',
    iconPath: themeIcon({ name: 'add' }),
  };
  const others: readonly Entry<ConflictAnswer>[] = [
    {
      value: { kind: 'edit' },
      label: 'Edit…',
      description: 'opens the file at this record',
      iconPath: themeIcon({ name: 'edit' }),
    },
    ...(total < 2 ? [] : forSeveral(total)),
  ];
  const answer = await pickFrom<ConflictAnswer>({
    title: `Conflict ${number} of ${total}: ${words.title}`,
    placeholder: 'Which version stays? Escape leaves; what was decided stays',
    canGoBack: total > 1,
    choices: [
      {
        value: { kind: 'decided', choice: { kind: 'ours' } },
        label: 'Ours',
        description: labels.ours,
        detail: words.ours,
        iconPath: themeIcon({ name: 'arrow-left' }),
      },
      {
        value: { kind: 'decided', choice: { kind: 'theirs' } },
        label: 'Theirs',
        description: labels.theirs,
        detail: words.theirs,
        iconPath: themeIcon({ name: 'arrow-right' }),
      },
      ...(conflict.canKeepBoth ? [both] : []),
      ...others,
    ],
  });
  if (answer.kind === 'answer') return answer.value;
  if (answer.kind === 'back') return { kind: 'previous' };
  await preview.goBack();
  return { kind: 'cancelled' };
}

function forSeveral(total: number): readonly Entry<ConflictAnswer>[] {
  return [
    {
      value: { kind: 'next' },
      label: 'Next Conflict',
      description: 'decide this one later',
      iconPath: themeIcon({ name: 'arrow-down' }),
    },
    { value: { kind: 'all', side: 'ours' }, label: `Ours for All ${total}` },
    { value: { kind: 'all', side: 'theirs' }, label: `Theirs for All ${total}` },
  ];
}

function nameOf({ store: { indexes } }: Services, id: string): string | undefined {
  return indexes.entity(id)?.name ?? indexes.event(id)?.title;
}

/** The passage in its source, as our side or else theirs has it; for anything else its lines in the file. */
function showPlace(
  services: Services,
  path: string,
  conflict: RecordConflict,
  preview: Preview,
): void {
  const value = conflict.ours?.value ?? conflict.theirs?.value;
  if (value?.kind === 'annotation') {
    const { annotation } = value;
    const content = services.store.file(path)?.content;
    const source = content?.kind === 'annotations' ? content.source.path : sourceOfPath(path);
    preview.show({
      path: source,
      rangeIn: (editor) => rangeOf(services, editor, annotation, source),
    });
    return;
  }
  const { span } = conflict;
  if (span === undefined) return;
  preview.show({
    path,
    rangeIn: ({ document }) =>
      new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)),
  });
}

function rangeOf(
  { sources, passages }: Services,
  { document }: vscode.TextEditor,
  annotation: Annotation,
  source: string,
): vscode.Range | undefined {
  const record = { kind: 'annotation', annotation, source, path: source } as const;
  const [located] = locate(sources.textOf(document), [record]);
  const extent = located && extentOf(located);
  return extent && passages.rangeOf(document, extent);
}
