/** Making `annotations/schema.yaml`: a starting point, which files are sources, and where annotations go. */
import * as vscode from 'vscode';
import { count } from '../../core/outline/words';
import { sourceChoices, TEXT_EXTENSIONS } from '../../core/schema/sourceChoices';
import { schemaText, TEMPLATES, type Template } from '../../core/schema/templates';
import type { Layout } from '../../core/model/schema';
import { SCHEMA_PATH } from '../../core/storage/paths';
import { tell } from '../adapters/failures';
import { EXCLUDED } from '../adapters/sources';
import { answered, mapAnswer, type Answer, type Prompt } from '../pickers/answer';
import { askText, required } from '../pickers/askText';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Command } from './command';
import { given } from './given';

const TITLE = 'Set Up Annotation Folder';
/** More files are not counted. */
const MOST_FILES = 20_000;

/** Of a glob, the folder that all of its files are in. */
const FOLDER = /^[^*?{[!]*\//;

const LAYOUTS = ['folder', 'beside'] as const satisfies readonly Layout[];

interface Choices {
  readonly template: Template;
  readonly sources: readonly string[];
  readonly layout: Layout;
}

/**
 * Asks for what `{ template, sources, layout }` does not say, writes the schema and opens it. One that is
 * there already is only opened. Gives whether one was written.
 */
export const setUp: Command = async (services, argument) => {
  const uri = services.folder.uriOf(SCHEMA_PATH);
  if (uri === undefined) {
    tell('Open the folder that holds the sources first: annotations are saved in it.');
    return false;
  }
  if (await services.folder.isFile(SCHEMA_PATH)) {
    tell(`${SCHEMA_PATH} is there already, and is left as it is.`);
    await vscode.window.showTextDocument(uri);
    return false;
  }
  const choices = await choose(services, given(argument));
  if (choices === undefined) return false;
  const after = schemaText(choices.template, choices);
  const change = { path: SCHEMA_PATH, before: undefined, after };
  const isWritten = await services.editing.rewrite('Set up annotation folder', change);
  if (isWritten) await vscode.window.showTextDocument(uri);
  return isWritten;
};

interface Draft {
  template?: Template | undefined;
  sources?: readonly string[] | undefined;
  layout?: Layout | undefined;
}

/** Absent when the person gives up. Going back forgets the answer before. */
async function choose(
  services: Services,
  known: Readonly<Record<string, unknown>>,
): Promise<Choices | undefined> {
  const draft = draftOf(known);
  for (;;) {
    const { template, sources, layout } = draft;
    if (template === undefined) {
      const answer = await pickTemplate(prompt(1));
      if (answer.kind !== 'answer') return undefined;
      draft.template = answer.value;
    } else if (sources === undefined) {
      const answer = await pickSources(services, prompt(2));
      if (answer.kind === 'cancelled') return undefined;
      if (answer.kind === 'back') draft.template = undefined;
      else draft.sources = answer.value;
    } else if (layout === undefined) {
      const answer = await pickLayout(sources, prompt(3));
      if (answer.kind === 'cancelled') return undefined;
      if (answer.kind === 'back') draft.sources = undefined;
      else draft.layout = answer.value;
    } else {
      return { template, sources, layout };
    }
  }
}

function draftOf({ template, sources, layout }: Readonly<Record<string, unknown>>): Draft {
  return {
    template: TEMPLATES.find(({ id }) => id === template),
    sources: globsIn(sources),
    layout: LAYOUTS.find((each) => each === layout),
  };
}

function prompt(number: number): Prompt {
  return { title: TITLE, step: { number, total: 3 }, canGoBack: number > 1 };
}

function globsIn(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const globs = value.filter((each): each is string => typeof each === 'string' && each !== '');
  return globs.length === 0 ? undefined : globs;
}

function pickTemplate(asking: Prompt): Promise<Answer<Template>> {
  const choices = TEMPLATES.map((template) => ({
    value: template,
    label: template.label,
    detail: template.detail,
  }));
  return pickFrom({
    ...asking,
    placeholder: 'Which types to start from? All can be changed',
    choices,
  });
}

async function pickSources(services: Services, asking: Prompt): Promise<Answer<readonly string[]>> {
  const found = sourceChoices(await textsOf(services));
  const listed: readonly Choice<readonly string[] | undefined>[] = [
    ...found.map(({ globs, count: number, examples }) => ({
      value: globs,
      label: globs.join(', '),
      description: count(number, 'file'),
      detail: examples.join(', '),
    })),
    { value: undefined, label: 'Other Files…', detail: 'Write globs yourself.' },
  ];
  const answer = await pickFrom({
    ...asking,
    placeholder: found.length === 0 ? 'No texts are here yet' : 'Which files are sources?',
    choices: listed,
  });
  if (answer.kind !== 'answer') return answer;
  return answer.value === undefined ? askGlobs(asking) : answered(answer.value);
}

async function askGlobs(asking: Prompt): Promise<Answer<readonly string[]>> {
  const answer = await askText({
    ...asking,
    prompt: 'Globs of the sources, with commas between them; one with ! in front takes files away.',
    value: '**/*.{txt,md}',
    remark: required('A glob'),
  });
  return mapAnswer(answer, splitGlobs);
}

/** At commas outside of braces. */
function splitGlobs(text: string): readonly string[] {
  return text
    .split(/,(?![^{]*\})/)
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '');
}

/** The paths of texts in the folder. */
async function textsOf({ folder }: Services): Promise<readonly string[]> {
  if (folder.uri === undefined) return [];
  const glob = `**/*.{${TEXT_EXTENSIONS.join(',')}}`;
  const pattern = new vscode.RelativePattern(folder.uri, glob);
  const uris = await vscode.workspace.findFiles(pattern, EXCLUDED, MOST_FILES);
  return uris.flatMap((uri) => folder.pathOf(uri) ?? []);
}

function pickLayout(sources: readonly string[], asking: Prompt): Promise<Answer<Layout>> {
  const [first = ''] = sources;
  const example = `${FOLDER.exec(first)?.[0] ?? ''}report.txt`;
  const choices: readonly Choice<Layout>[] = [
    {
      value: 'folder',
      label: 'In the Folder annotations/',
      detail: `annotations/${example}.ann.yaml: the sources stay among themselves.`,
    },
    {
      value: 'beside',
      label: 'Beside Each Source',
      detail: `${example}.ann.yaml: a source and its annotations move together.`,
    },
  ];
  return pickFrom({ ...asking, placeholder: 'Where do the annotations go?', choices });
}
