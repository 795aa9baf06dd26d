/** The settings of the repository that name the program: never those of the person or the machine. */
import type { GitFailure } from '../git/failure';
import { inRepository, lineOf, type Repository } from '../git/repository';
import { fieldsOf } from '../git/run';
import { mergeDriver, textConversion, type Program } from './program';

/**
 * What git puts behind the place of a change: the annotation, by its id or its passage, or the key at
 * the top of the file. See “Defining a custom hunk-header” of gitattributes.
 */
const HUNK_HEADER = [
  '^  (a-[0-9a-z]+[: ].*)$',
  '^    exact: (.*)$',
  '^([A-Za-z][A-Za-z0-9]*:.*)$',
].join('\n');

type Settings = readonly (readonly [name: string, value: string])[];

const SECTIONS = ['merge.source-annotator', 'diff.source-annotator'] as const;

export function settingsFor(program: Program, workspaces: readonly string[]): Settings {
  return [
    ['merge.source-annotator.name', 'Source Annotator: annotations record by record'],
    ['merge.source-annotator.driver', mergeDriver(program)],
    ['diff.source-annotator.textconv', textConversion(program, workspaces)],
    ['diff.source-annotator.xfuncname', HUNK_HEADER],
  ];
}

/** Writes those that are others; gives whether there were any, or why it could not. */
export async function writeSettings(
  repository: Repository,
  settings: Settings,
): Promise<boolean | GitFailure> {
  let isChanged = false;
  for (const [name, value] of settings) {
    const now = await inRepository(repository, ['config', '--local', '--get', name], ABSENT);
    if (lineOf(now) === value) continue;
    const written = await inRepository(repository, [
      'config',
      '--local',
      '--replace-all',
      name,
      value,
    ]);
    if (!written.ok) return written.failure;
    isChanged = true;
  }
  return isChanged;
}

/** Removes all of them; gives whether there were any, or why it could not. */
export async function removeSettings(repository: Repository): Promise<boolean | GitFailure> {
  let isChanged = false;
  for (const section of SECTIONS) {
    const own = `^${section.replaceAll('.', '\\.')}\\.`;
    const args = ['config', '--local', '--name-only', '--get-regexp', own];
    const found = await inRepository(repository, args, ABSENT);
    if (lineOf(found) === '') continue;
    const removed = await inRepository(repository, [
      'config',
      '--local',
      '--remove-section',
      section,
    ]);
    if (!removed.ok) return removed.failure;
    isChanged = true;
  }
  return isChanged;
}

/**
 * The folder in which git looks for hooks, as the settings say it; absent where they do not. The setting
 * on the command line of every git that runs here is not counted.
 */
export async function hooksPath(repository: Repository): Promise<string | undefined> {
  const args = ['config', '--null', '--show-scope', '--type=path', '--get-all', 'core.hooksPath'];
  const found = await inRepository(repository, args, ABSENT);
  const fields = found.ok ? fieldsOf(found.stdout) : [];
  const said = fields.filter((_, at) => at % 2 === 1 && fields[at - 1] !== 'command');
  return said.at(-1);
}

/** 1 where there is no such setting. */
const ABSENT = { answers: [1] };
