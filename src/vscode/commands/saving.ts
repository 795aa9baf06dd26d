/** How the annotating commands save, and what they remember of it. */
import * as vscode from 'vscode';
import type { Operation } from '../../core/operations/operation';
import { isJsonObject } from '../../core/operations/fieldChecks';
import { remark, tell } from '../adapters/failures';
import type { Services } from '../services';
import type { Target } from './target';

const LAST = 'lastAnnotation';

export interface AnnotationKey {
  readonly source: string;
  readonly id: string;
}

/**
 * Saves as one step of undo, says so in the status bar, and remembers the last annotation. Absent when
 * nothing was saved: the person was told why.
 */
export async function save(
  services: Services,
  label: string,
  operations: readonly Operation[],
  said = label,
): Promise<readonly string[] | undefined> {
  const ids = await services.editing.perform(label, operations);
  if (ids === undefined) return undefined;
  remark(said);
  const last = operations.findLastIndex(({ op }) => op === 'annotate' || op === 'addEvidence');
  const operation = operations[last];
  const id = ids[last];
  if (operation !== undefined && 'source' in operation && id !== undefined) {
    touch(services, { source: operation.source ?? '', id });
  }
  return ids;
}

/** `save` for what touches more than is seen, or takes something away: says how to take it back. */
export async function saveUndoable(
  services: Services,
  label: string,
  operations: readonly Operation[],
): Promise<readonly string[] | undefined> {
  return await save(services, label, operations, `${label} — undo with Alt+A Z`);
}

/** `save` for passages: not when the text was changed while the person was choosing. */
export async function saveAt(
  services: Services,
  target: Target,
  label: string,
  operations: readonly Operation[],
): Promise<readonly string[] | undefined> {
  if (target.editor.document.version !== target.version) {
    tell('The text was changed in the meantime, so nothing was annotated. Do it again.');
    return undefined;
  }
  return await save(services, label, operations);
}

/** Remembers the annotation that was made or changed last. */
export function touch({ context }: Services, key: AnnotationKey): void {
  void context.workspaceState.update(LAST, key);
}

/** The annotation that was made or changed last; it may have been deleted since. */
export function lastTouched({ context }: Services): AnnotationKey | undefined {
  const key = context.workspaceState.get<unknown>(LAST);
  if (!isJsonObject(key)) return undefined;
  const { source, id } = key;
  return typeof source === 'string' && typeof id === 'string' ? { source, id } : undefined;
}

/** What new annotations say of who made them: nothing unless the setting names somebody. */
export function signature(): { readonly by?: string } {
  const by = vscode.workspace.getConfiguration('sourceAnnotator').get<string>('annotator', '');
  return by.trim() === '' ? {} : { by: by.trim() };
}
