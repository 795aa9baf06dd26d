/** Finding one's way in the sidebar: show what the caret is on, sort, follow. */
import * as vscode from 'vscode';
import type { Subject } from '../../core/model/thread';
import { ENTITY_SORTS, type EntitySort } from '../../core/outline/entities';
import { remark, tell } from '../adapters/failures';
import { annotationAtCaret, subjectOf } from '../subject';
import type { Services } from '../services';
import { flipSetting } from '../views/settings';
import type { Command } from './command';

const SORTS: Readonly<Record<EntitySort, string>> = {
  name: 'By Name',
  count: 'By Number of Mentions',
};

/** The record or annotation of the argument, or the innermost annotation under the caret. */
export const showInSidebar: Command = async (services, argument) => {
  const subject = subjectOf(argument) ?? (await subjectAtCaret(services));
  if (subject === undefined) return;
  if (!(await services.sidebar.reveal(subject))) {
    tell('The sidebar has nothing to show for this: it has no record.');
  }
};

export const sortEntities: Command = async ({ sidebar }) => {
  const choices = ENTITY_SORTS.map((sort) => ({
    label: SORTS[sort],
    description: sort === sidebar.sort ? 'now' : '',
    sort,
  }));
  const choice = await vscode.window.showQuickPick(choices, { title: 'Sort Entities' });
  if (choice !== undefined) sidebar.sort = choice.sort;
};

export const toggleFollowCursor: Command = async () => {
  const follows = await flipSetting('sourceAnnotator.sidebar.followCursor');
  remark(follows ? 'The sidebar follows the cursor.' : 'The sidebar stays where it is.');
};

export const toggleDecorations: Command = ({ decorations }) => {
  decorations.toggle();
};

async function subjectAtCaret(services: Services): Promise<Subject | undefined> {
  const located = await annotationAtCaret(services);
  if (located === undefined) return undefined;
  const { source, annotation } = located.record;
  return { kind: 'annotation', source, id: annotation.id };
}
