/** Asking who is compared with whom: annotators of the project, branches, or a branch with the files. */
import * as vscode from 'vscode';
import { count } from '../../core/outline/words';
import { UNNAMED } from '../../core/review/layers';
import { tell } from '../adapters/failures';
import { gitPath } from '../adapters/gitExtension';
import { WORKING_FILES, type CompareAsk } from '../adapters/compareAnswers';
import { readRevisions } from '../adapters/reviewGit.node';
import type { Answer } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { choiceOfRevision } from './reviewBase';

const TITLE = 'Compare Annotators';
const REVISION = 'A branch, tag or commit…';

type First = { readonly kind: 'annotator'; readonly name: string } | { readonly kind: 'revision' };

/** Absent when the person gave it up. */
export async function askWhatToCompare(services: Services): Promise<CompareAsk | undefined> {
  const annotators = annotatorsIn(services);
  for (;;) {
    const first = await askFirst(annotators);
    if (first.kind !== 'answer') return undefined;
    const { value } = first;
    const ask =
      value.kind === 'annotator'
        ? await askSecond(annotators, value.name)
        : await askRevisions(services);
    if (ask.kind === 'answer') return ask.value;
    if (ask.kind === 'cancelled') return undefined;
  }
}

interface Annotator {
  readonly name: string;
  readonly annotations: number;
  readonly sources: number;
}

/** Everybody whom the files name, also while others' annotations are hidden; who names nobody comes last. */
function annotatorsIn({ whole }: Services): readonly Annotator[] {
  const { indexes } = whole;
  const found = new Map<string, { annotations: number; sources: Set<string> }>();
  for (const source of indexes.sourcePaths()) {
    for (const { annotation } of indexes.annotationsOf(source)) {
      const name = annotation.by ?? UNNAMED;
      const own = found.get(name) ?? { annotations: 0, sources: new Set() };
      found.set(name, own);
      own.annotations++;
      own.sources.add(source);
    }
  }
  const isUnnamed = (name: string): number => Number(name === UNNAMED);
  return [...found]
    .map(([name, { annotations, sources }]) => ({ name, annotations, sources: sources.size }))
    .sort((a, b) => {
      const order = isUnnamed(a.name) - isUnnamed(b.name);
      return order === 0 ? (a.name < b.name ? -1 : 1) : order;
    });
}

function askFirst(annotators: readonly Annotator[]): Promise<Answer<First>> {
  // One alone can be compared with nobody here.
  const listed = annotators.length > 1 ? annotators : [];
  const choices: Choice<First>[] = listed.map((each) => ({
    ...choiceOfAnnotator(each),
    value: { kind: 'annotator', name: each.name },
  }));
  choices.push({
    value: { kind: 'revision' },
    label: REVISION,
    description: 'compared with the working files or another one',
    iconPath: themeIcon({ name: 'git-branch' }),
  });
  return pickFrom({ title: TITLE, placeholder: 'Compare whom?', choices });
}

async function askSecond(annotators: readonly Annotator[], a: string): Promise<Answer<CompareAsk>> {
  return await pickFrom({
    title: TITLE,
    placeholder: `Compare ${a} with whom?`,
    canGoBack: true,
    choices: annotators
      .filter(({ name }) => name !== a)
      .map((each) => ({
        ...choiceOfAnnotator(each),
        value: { kind: 'annotators' as const, a, b: each.name },
      })),
  });
}

async function askRevisions({ folder }: Services): Promise<Answer<CompareAsk>> {
  const none: Answer<CompareAsk> = { kind: 'cancelled' };
  if (folder.uri === undefined || !vscode.workspace.isTrusted) {
    tell('Branches are read from git, in a folder of a trusted workspace.');
    return none;
  }
  const found = await readRevisions(folder.uri, await gitPath());
  if (!found.ok) {
    tell(found.failure.message);
    return none;
  }
  const choices = found.value.revisions.map((each) => choiceOfRevision(each));
  for (;;) {
    const first = await pickFrom({
      title: TITLE,
      placeholder: 'Compare which branch, tag or commit?',
      canGoBack: true,
      choices,
    });
    if (first.kind !== 'answer') return first;
    const a = first.value;
    const working: Choice<string | undefined> = {
      value: undefined,
      label: `With the ${WORKING_FILES}`,
      description: 'what is checked out, saved or not',
      iconPath: themeIcon({ name: 'files' }),
    };
    const others = choices.filter(({ value }) => value !== a);
    const second = await pickFrom<string | undefined>({
      title: TITLE,
      placeholder: `Compare ${a} with which?`,
      canGoBack: true,
      choices: [working, ...others],
    });
    if (second.kind === 'cancelled') return second;
    if (second.kind === 'back') continue;
    const b = second.value;
    const ask: CompareAsk = { kind: 'revisions', a, ...(b === undefined ? {} : { b }) };
    return { kind: 'answer', value: ask };
  }
}

function choiceOfAnnotator({
  name,
  annotations,
  sources,
}: Annotator): Pick<Choice<unknown>, 'label' | 'description' | 'iconPath'> {
  return {
    label: name,
    description: `${count(annotations, 'annotation')} in ${count(sources, 'source')}`,
    iconPath: themeIcon({ name: 'person' }),
  };
}
