/** How far the annotation of a source is, who has reviewed it, and the status of annotations. */
import { STATUSES, type AnnotationStatus } from '../../core/model/annotation';
import { type SourceState } from '../../core/model/records';
import type { Operation } from '../../core/operations/operation';
import { spaced } from '../../core/outline/words';
import { statusOf } from '../../core/review/progress';
import { tell, tellWithButton } from '../adapters/failures';
import { openSetting } from '../views/settings';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { activeSource, subjectOf } from '../subject';
import type { Command } from './command';
import { given, givenText } from './given';
import { idLabel } from '../pickers/pickType';
import { save, saveUndoable } from './saving';
import { someAnnotations, whichOf } from './subjects';

type Ids = readonly string[] | undefined;

const STEPS = ['not-started', 'in-progress', 'done', 'reviewed', 'not-reviewed'] as const;
/** `not-reviewed` takes the person's own review back. */
type Step = (typeof STEPS)[number];

/**
 * Asks how far the active source is, or that of the node or of `{ path }`; with `state`, one of `not-started`,
 * `in-progress`, `done`, `reviewed` and `not-reviewed`, nothing is asked.
 */
export const setSourceState: Command = async (services, argument) => {
  const subject = subjectOf(argument);
  const path =
    subject?.kind === 'source'
      ? subject.path
      : subject?.kind === 'annotation'
        ? subject.source
        : (givenText(argument, 'path') ?? activeSource(services)?.path);
  if (path === undefined) return undefined;
  const me = await services.author.name();
  const asked = givenText(argument, 'state');
  const step =
    asked === undefined ? await ask(services, path, me) : STEPS.find((each) => each === asked);
  return step === undefined ? undefined : await take(services, path, step, me);
};

async function ask(
  services: Services,
  path: string,
  me: string | undefined,
): Promise<Step | undefined> {
  const { progress, reviewedBy } = statusOf(services.store.indexes, path);
  const isMine = me !== undefined && reviewedBy.includes(me);
  const now = progress === 'reviewed' ? 'done' : progress;
  const reviewers = reviewedBy.join(', ');
  const choice = (
    value: Step,
    label: string,
    icon: string,
    description?: string,
  ): Choice<Step> => ({
    value,
    label,
    ...(description === undefined ? {} : { description }),
    iconPath: themeIcon({ name: icon }),
  });
  const asNow = (value: Step): string | undefined => (value === now ? 'as now' : undefined);
  const done = reviewers === '' ? asNow('done') : `reviewed by ${reviewers}`;
  const choices = [
    choice('not-started', 'Not Started', 'circle-outline', asNow('not-started')),
    choice('in-progress', 'In Progress', 'pencil', asNow('in-progress')),
    choice('done', 'Done', 'pass', done),
    isMine
      ? choice('not-reviewed', 'No Longer Reviewed by Me', 'discard', me)
      : choice('reviewed', 'Done, and Reviewed by Me', 'verified', me),
  ];
  const answer = await pickFrom({
    title: `Review state of ${path}`,
    placeholder: `Now ${reviewers === '' ? spaced(now) : `done, and reviewed by ${reviewers}`}`,
    choices,
    active: STEPS.indexOf(now),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function take(
  services: Services,
  path: string,
  step: Step,
  me: string | undefined,
): Promise<Ids> {
  const { reviewedBy = [] } = services.store.indexes.source(path) ?? {};
  const set = (state: SourceState | null, by: readonly string[]): Operation => ({
    op: 'setSource',
    source: path,
    state,
    reviewedBy: by.length === 0 ? null : by,
  });
  switch (step) {
    case 'not-started':
      return await save(services, `${path} is not started`, [set(null, [])]);
    case 'in-progress':
      return await save(services, `${path} is in progress`, [set('in-progress', [])]);
    case 'done':
      return await save(services, `${path} is done`, [set('done', reviewedBy)]);
    case 'reviewed':
    case 'not-reviewed': {
      if (me === undefined) {
        tellUnnamed();
        return undefined;
      }
      const others = reviewedBy.filter((each) => each !== me);
      const isReviewed = step === 'reviewed';
      const label = isReviewed
        ? `${path} is reviewed by ${me}`
        : `${path} is not reviewed by ${me}`;
      return await save(services, label, [set('done', isReviewed ? [...others, me] : others)]);
    }
  }
}

function tellUnnamed(): void {
  tellWithButton(
    'Say who you are first: in the setting Source Annotator: Annotator, or as user.name of git.',
    'Open Settings',
    () => void openSetting('sourceAnnotator.annotator'),
  );
}

/**
 * Asks for the status of the annotations of the selected nodes, or of the one at the caret; with
 * `{ status }` nothing is asked.
 */
export const setStatus: Command = async (services, node, nodes) => {
  const records = await someAnnotations(services, node, nodes);
  const [first] = records;
  if (first === undefined) return undefined;
  const what = whichOf(records);
  const asked = given(node)['status'];
  const status =
    asked === undefined
      ? await askStatus(what, first.annotation.status)
      : STATUSES.find((each) => each === asked);
  if (status === undefined) return undefined;
  const changed = records.filter(({ annotation }) => annotation.status !== status);
  if (changed.length === 0) {
    tell(`${what} ${records.length === 1 ? 'is' : 'are'} ${status} already.`);
    return undefined;
  }
  const operations = changed.map(({ source, annotation: { id } }): Operation => ({
    op: 'update',
    source,
    id,
    status: status === 'accepted' ? null : status,
  }));
  return await saveUndoable(services, `${idLabel(status)}: ${what}`, operations);
};

async function askStatus(
  what: string,
  before: AnnotationStatus,
): Promise<AnnotationStatus | undefined> {
  const answer = await pickFrom({
    title: `Status of ${what}`,
    placeholder: `Now ${before}`,
    choices: STATUSES.map((value): Choice<AnnotationStatus> => ({
      value,
      label: idLabel(value),
      key: value.charAt(0),
      ...(value === before ? { description: 'as now' } : {}),
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}
