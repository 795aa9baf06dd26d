/** Choosing what the files are compared with. */
import * as vscode from 'vscode';
import { shorten } from '../../core/outline/words';
import { remark, tell } from '../adapters/failures';
import { gitPath } from '../adapters/gitExtension';
import type { ListedRevision, ReviewBase, Revisions } from '../adapters/reviewAnswers';
import { readRevisions } from '../adapters/reviewGit.node';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Command } from './command';
import { givenText } from './given';

const LONGEST_SUBJECT = 72;
const SHORT = 7;

/**
 * Asks for the base, or takes `{ base: name }`: `HEAD`, `merge-base` for where the branch left the main
 * branch, or any branch, tag or commit. Gives how the base is called.
 */
export const chooseReviewBase: Command = async (services, argument) => {
  const { review, folder } = services;
  const named = givenText(argument, 'base');
  let base = named === undefined ? undefined : baseNamed(named);
  if (base === undefined) {
    if (folder.uri === undefined || !vscode.workspace.isTrusted) {
      tell('Changes are read from git, in a folder of a trusted workspace.');
      return undefined;
    }
    const revisions = await readRevisions(folder.uri, await gitPath());
    if (!revisions.ok) {
      tell(revisions.failure.message);
      return undefined;
    }
    const answer = await pickFrom({
      title: 'Review Base',
      placeholder: 'Compare the files with which revision?',
      choices: choicesOf(revisions.value, review.base),
    });
    if (answer.kind !== 'answer') return undefined;
    base = answer.value;
  }
  review.base = base;
  const state = await review.current();
  if (state.kind === 'failed') tell(state.failure.message);
  if (state.kind !== 'compared') return undefined;
  remark(`Reviewing what changed since ${state.compared.label}.`);
  return state.compared.label;
};

function baseNamed(name: string): ReviewBase {
  if (name === 'HEAD') return { kind: 'head' };
  return name === 'merge-base' ? { kind: 'merge-base' } : { kind: 'revision', name };
}

function choicesOf(
  { main, revisions }: Revisions,
  base: ReviewBase,
): readonly Choice<ReviewBase>[] {
  const now = (choice: ReviewBase): string =>
    JSON.stringify(choice) === JSON.stringify(base) ? ' · now' : '';
  const head: ReviewBase = { kind: 'head' };
  const mergeBase: ReviewBase = { kind: 'merge-base' };
  const whole: Choice<ReviewBase>[] = [
    {
      value: head,
      label: 'HEAD',
      description: `what is not committed${now(head)}`,
      iconPath: themeIcon({ name: 'git-commit' }),
    },
  ];
  if (main !== undefined) {
    whole.push({
      value: mergeBase,
      label: `Merge Base with ${main}`,
      description: `everything of this branch${now(mergeBase)}`,
      iconPath: themeIcon({ name: 'git-merge' }),
    });
  }
  const own = revisions.map((each) => choiceOf(each, now));
  return [...whole, ...own];
}

function choiceOf(listed: ListedRevision, now: (base: ReviewBase) => string): Choice<ReviewBase> {
  const choice = choiceOfRevision(listed);
  const value: ReviewBase = { kind: 'revision', name: choice.value };
  return { ...choice, value, description: `${choice.description ?? ''}${now(value)}` };
}

/** One to be chosen by its name. */
export function choiceOfRevision({
  kind,
  name,
  commit,
  subject,
  author,
}: ListedRevision): Choice<string> {
  const short = commit.slice(0, SHORT);
  const words = shorten(subject, LONGEST_SUBJECT);
  return {
    value: name,
    label: kind === 'commit' ? short : name,
    description: `${kind === 'commit' ? '' : `${short} · `}${words}${author === '' ? '' : ` · ${author}`}`,
    iconPath: themeIcon({ name: ICONS[kind] }),
  };
}

const ICONS: Readonly<Record<ListedRevision['kind'], string>> = {
  branch: 'git-branch',
  remote: 'cloud',
  tag: 'tag',
  commit: 'git-commit',
};
