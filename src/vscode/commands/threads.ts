/** Discussions: beginning one, answering, settling and opening it again, changing and deleting comments. */
import * as vscode from 'vscode';
import type { Subject, Comment } from '../../core/model/thread';
import { isOpenThread } from '../../core/model/thread';
import type { Operation } from '../../core/operations/operation';
import { topicOf } from '../../core/outline/threads';
import { fileOf, threadOf } from '../../core/review/threads';
import { annotationPath } from '../../core/storage/paths';
import { tell } from '../adapters/failures';
import type { Services } from '../services';
import { ShownComment } from '../views/shownComment';
import type { Command } from './command';
import { isReply, subjectGiven, subjectToDiscuss } from './discussed';
import { given, givenText } from './given';
import { save, saveUndoable } from './saving';

type Ids = readonly string[] | undefined;

const REOPENED = 'Reopened.';

/**
 * Opens the discussion of a node, of what is given, or of what the caret is on, with the keyboard in the box for a
 * new comment. With `{ …subject, text, resolved }` the comment is saved and nothing is shown.
 */
export const comment: Command = async (services, argument) => {
  const subject = await subjectToDiscuss(services, argument);
  if (subject === undefined) return undefined;
  const text = givenText(argument, 'text');
  const resolved = given(argument)['resolved'] === true;
  if (text !== undefined) return await say(services, subject, { text, resolved });
  const shown = await services.threads.write(subject, pathFor(services, subject));
  if (!shown)
    tell(`There is no place to show a discussion of ${topicOf(services.store, subject)}.`);
  return undefined;
};

/** Says what was typed into the box of a thread, or what is given as `text`. */
export const reply: Command = (services, argument) => answer(services, argument, false);

/** The same, and settles the thread. */
export const replyAndResolve: Command = (services, argument) => answer(services, argument, true);

export const resolveThread: Command = async (services, argument) => {
  const subject = discussed(services, argument);
  if (subject === undefined) return undefined;
  if (!isOpenThread(threadOf(services.store, subject)?.thread)) {
    tell(`There is no open discussion of ${topicOf(services.store, subject)}.`);
    return undefined;
  }
  return await say(services, subject, { resolved: true });
};

/** Says that it is open again: what was said before stays as it is. */
export const reopenThread: Command = async (services, argument) => {
  const subject = discussed(services, argument);
  if (subject === undefined) return undefined;
  const thread = threadOf(services.store, subject)?.thread;
  if (thread === undefined || isOpenThread(thread)) {
    tell(`There is no resolved discussion of ${topicOf(services.store, subject)}.`);
    return undefined;
  }
  return await say(services, subject, { text: REOPENED });
};

/** Lets a comment be changed in its place. With `{ …subject, index, text }` its words are changed at once. */
export const editComment: Command = async (services, argument) => {
  if (argument instanceof ShownComment) {
    services.threads.edit(argument);
    return undefined;
  }
  return await change(services, argument);
};

/** Saves what was typed into a comment; takes what `editComment` takes. */
export const saveComment: Command = async (services, argument) => {
  if (!(argument instanceof ShownComment)) return await change(services, argument);
  const { subject, index, body, written } = argument;
  if (written === undefined) return await answer(services, argument, false);
  if (body.trim() === '') {
    tell('A comment needs words. To take it away, delete it.');
    return undefined;
  }
  if (body === written.text) {
    services.threads.stop(argument);
    return undefined;
  }
  if (!isStill(services, subject, index, written)) return undefined;
  const ids = await changeTo(services, subject, index, body);
  if (ids !== undefined) services.threads.stop(argument);
  return ids;
};

/** Ends writing in a comment, and shows again what was there; in every comment where none is given. */
export const cancelComment: Command = async (services, argument) => {
  const left = argument instanceof ShownComment ? argument : undefined;
  services.threads.leave(left);
  if (left?.written === undefined) {
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  }
};

/** Deletes a comment, or that of `{ …subject, index }`. Nothing is asked: one key brings it back. */
export const deleteComment: Command = async (services, argument) => {
  const at = commentGiven(services, argument);
  if (at === undefined) return undefined;
  const { subject, index } = at;
  if (argument instanceof ShownComment && argument.written !== undefined) {
    if (!isStill(services, subject, index, argument.written)) return undefined;
  }
  const label = `Deleted a comment on ${topicOf(services.store, subject)}`;
  return await saveUndoable(services, label, [{ op: 'deleteComment', on: subject, index }]);
};

async function answer(services: Services, argument: unknown, resolved: boolean): Promise<Ids> {
  const subject = discussed(services, argument);
  if (subject === undefined) return undefined;
  const draft = argument instanceof ShownComment ? argument : undefined;
  const typed = isReply(argument) ? argument.text : (draft?.body ?? givenText(argument, 'text'));
  const text = typed?.trim() ?? '';
  if (text === '' && !resolved) {
    tell('Write something first.');
    return undefined;
  }
  const ids = await say(services, subject, { ...(text === '' ? {} : { text }), resolved });
  if (ids !== undefined && draft !== undefined) services.threads.stop(draft);
  return ids;
}

async function say(
  services: Services,
  subject: Subject,
  { text, resolved }: Comment,
): Promise<Ids> {
  const by = await services.author.name();
  const operation: Operation = {
    op: 'comment',
    on: subject,
    ...(text === undefined ? {} : { text }),
    ...(by === undefined ? {} : { by }),
    ...(resolved === true ? { resolved } : {}),
  };
  const topic = topicOf(services.store, subject);
  const did = resolved === true ? 'Resolved the discussion of' : 'Commented on';
  const ids = await save(services, `${did} ${topic}`, [operation]);
  if (ids !== undefined) await services.threads.settle(subject);
  return ids;
}

async function change(services: Services, argument: unknown): Promise<Ids> {
  const at = commentGiven(services, argument);
  const text = givenText(argument, 'text');
  if (at === undefined || text === undefined) return undefined;
  return await changeTo(services, at.subject, at.index, text);
}

async function changeTo(
  services: Services,
  subject: Subject,
  index: number,
  text: string,
): Promise<Ids> {
  const label = `Changed a comment on ${topicOf(services.store, subject)}`;
  return await save(services, label, [{ op: 'editComment', on: subject, index, text }]);
}

/** Whether the file still has the comment that is shown; otherwise the person is told. */
function isStill(services: Services, subject: Subject, index: number, written: Comment): boolean {
  const now = threadOf(services.store, subject)?.thread[index];
  if (now?.by === written.by && now?.text === written.text) return true;
  tell('This comment was changed in the meantime. Look at it again.');
  return false;
}

function discussed(services: Services, argument: unknown): Subject | undefined {
  const subject = subjectGiven(services, argument);
  if (subject === undefined) tell('What this discussion is about is no longer there.');
  return subject;
}

function commentGiven(
  services: Services,
  argument: unknown,
): { readonly subject: Subject; readonly index: number } | undefined {
  const subject = discussed(services, argument);
  if (subject === undefined) return undefined;
  const index = argument instanceof ShownComment ? argument.index : given(argument)['index'];
  return typeof index === 'number' ? { subject, index } : undefined;
}

/** The file that the thread is in, or will be. */
function pathFor({ store }: Services, subject: Subject): string {
  const known = fileOf(store, subject);
  if (known !== undefined) return known;
  return subject.kind === 'source' ? annotationPath(subject.path, store.schema.layout) : '';
}
