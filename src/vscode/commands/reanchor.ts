/** Re-anchoring: writing anew where annotations are, after showing what moves where. */
import { count } from '../../core/outline/words';
import { remark, tell } from '../adapters/failures';
import { rangeOf } from '../adapters/ranges';
import { patiently } from '../adapters/patience';
import { pickMany } from '../pickers/pickMany';
import type { Services } from '../services';
import { activeSource, subjectOf } from '../subject';
import type { Command } from './command';
import { given, givenText } from './given';
import { Preview } from './preview';
import { groupsOf, operationsOf, type Choosable } from './reanchorChoices';
import { planSources, type SourcePlan } from './reanchorPlans';
import { saveUndoable } from './saving';

/**
 * Re-anchors the active source, or that of the node, of `{ kind: 'source', path }` or of `{ path }`.
 * With `{ accept: 'certain' }` beside it nothing is asked, and what is certain is written. Gives the
 * paths of the sources whose annotations were rewritten.
 */
export const reanchorSource: Command = async (services, argument) => {
  const path = pathOf(services, argument);
  if (path === undefined) return undefined;
  return await reanchor(services, [path], `Re-anchor ${path}`, argument);
};

/** Re-anchors every source of the folder that has annotations; `{ accept: 'certain' }` as above. */
export const reanchorAll: Command = async (services, argument) => {
  const { store, sources } = services;
  const paths = store.indexes.sourcePaths().filter((path) => sources.isSource(path));
  return await reanchor(services, paths.sort(), 'Re-anchor all sources', argument);
};

function pathOf(services: Services, argument: unknown): string | undefined {
  const subject = subjectOf(argument);
  if (subject?.kind === 'source') return subject.path;
  if (subject?.kind === 'annotation') return subject.source;
  return givenText(argument, 'path') ?? activeSource(services)?.path;
}

async function reanchor(
  services: Services,
  paths: readonly string[],
  title: string,
  argument: unknown,
): Promise<readonly string[] | undefined> {
  const plans = await patiently(title, paths.length, (watch) =>
    planSources(services, paths, watch),
  );
  if (plans === undefined) return undefined;
  const groups = groupsOf(services, plans);
  if (groups.every(({ choices }) => choices.length === 0)) {
    remark('Every annotation is where its file says: nothing to re-anchor.');
    return [];
  }
  const chosen =
    given(argument)['accept'] === 'certain'
      ? groups
          .filter(({ isPicked }) => isPicked === true)
          .flatMap(({ choices }) => choices.map(valueOf))
      : await choose(services, title, groups);
  if (chosen === undefined) return undefined;
  const operations = operationsOf(chosen);
  if (operations.length === 0) {
    remark('Nothing was re-anchored.');
    return [];
  }
  if (!(await areCurrent(services, plans))) {
    tell('A text was changed in the meantime, so nothing was re-anchored. Do it again.');
    return undefined;
  }
  const annotations = operations.reduce((sum, { places }) => sum + places.length, 0);
  const label = `Re-anchored ${count(annotations, 'annotation')}`;
  return await saveUndoable(services, label, operations);
}

async function choose(
  services: Services,
  title: string,
  groups: ReturnType<typeof groupsOf>,
): Promise<readonly Choosable[] | undefined> {
  const preview = new Preview(services);
  const answer = await pickMany({
    title,
    placeholder: 'Enter rewrites what is picked',
    groups,
    onActive: (entry) => show(preview, entry),
  });
  if (answer.kind === 'answer') return answer.value;
  await preview.goBack();
  return undefined;
}

function show(preview: Preview, { path, text, places }: Choosable): void {
  if (text === undefined) return;
  const [span] = places[0]?.place.spans ?? [];
  preview.show({ path, rangeIn: () => span && rangeOf(text, span) });
}

function valueOf({ value }: { readonly value: Choosable }): Choosable {
  return value;
}

/** Whether the texts are still those that the plans are about. */
async function areCurrent(services: Services, plans: readonly SourcePlan[]): Promise<boolean> {
  const planned = plans.filter((plan) => plan.kind === 'planned');
  const texts = await Promise.all(planned.map(({ path }) => services.sources.read(path)));
  return planned.every(({ text }, index) => texts[index]?.text === text.text);
}
