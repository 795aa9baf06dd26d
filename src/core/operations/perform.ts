/** Operations → changes of files: all of them or none. The table of operations is here. */
import type { Store } from '../store/store';
import { annotate, remove, update } from './annotations';
import { addComment, deleteComment, editComment } from './comments';
import { Draft, type FileChange, type Surroundings } from './draft';
import { deleteRecord } from './deleteRecord';
import { merge } from './merge';
import { moveMentions } from './moveMentions';
import type { Operation, OperationError, Outcome } from './operation';
import { moveSource } from './moveSource';
import { reanchor } from './reanchor';
import { createEntity, createEvent, setSource, updateEntity, updateEvent } from './records';
import { reject, unreject } from './rejections';
import { relate, unrelate } from './relations';
import { split } from './split';

export type Performed =
  | {
      readonly ok: true;
      readonly changes: readonly FileChange[];
      /** For each operation, the id of what it made or changed. */
      readonly ids: readonly string[];
    }
  | {
      readonly ok: false;
      /** Which operation failed, counted from 0. */
      readonly index: number;
      readonly error: OperationError;
    };

/** Each operation sees what those before it did. Nothing is written: the host does that. */
export function perform(
  store: Store,
  around: Surroundings,
  operations: readonly Operation[],
): Performed {
  const draft = new Draft(store);
  const ids: string[] = [];
  for (const [index, operation] of operations.entries()) {
    const outcome = performOne(draft, around, operation);
    if (!outcome.ok) return { ok: false, index, error: outcome.error };
    ids.push(outcome.id);
  }
  draft.announce();
  return { ok: true, changes: draft.changes(), ids };
}

function performOne(draft: Draft, around: Surroundings, operation: Operation): Outcome {
  switch (operation.op) {
    case 'annotate':
      return annotate(draft, around, operation);
    case 'addEvidence':
      return annotate(draft, around, { ...operation, op: 'annotate' });
    case 'update':
      return update(draft, around, operation);
    case 'delete':
      return remove(draft, around, operation);
    case 'createEntity':
      return createEntity(draft, around, operation);
    case 'updateEntity':
      return updateEntity(draft, around, operation);
    case 'createEvent':
      return createEvent(draft, around, operation);
    case 'updateEvent':
      return updateEvent(draft, around, operation);
    case 'relate':
      return relate(draft, around, operation);
    case 'unrelate':
      return unrelate(draft, around, operation);
    case 'setSource':
      return setSource(draft, around, operation);
    case 'reanchor':
      return reanchor(draft, around, operation);
    case 'moveSource':
      return moveSource(draft, around, operation);
    case 'merge':
      return merge(draft, around, operation);
    case 'split':
      return split(draft, around, operation);
    case 'deleteRecord':
      return deleteRecord(draft, around, operation);
    case 'moveMentions':
      return moveMentions(draft, around, operation);
    case 'reject':
      return reject(draft, around, operation);
    case 'unreject':
      return unreject(draft, around, operation);
    case 'comment':
      return addComment(draft, around, operation);
    case 'editComment':
      return editComment(draft, around, operation);
    case 'deleteComment':
      return deleteComment(draft, around, operation);
  }
}
