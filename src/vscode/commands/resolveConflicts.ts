/** Deciding what two sides changed each in its own way, record by record, in a file with conflict markers. */
import * as vscode from 'vscode';
import { conflictWords } from '../../core/review/conflictWords';
import type { Choice } from '../../core/review/conflicted/choice';
import type { RecordConflict } from '../../core/review/conflicted/recordConflict';
import { conflictsOf, repaired, resolve, resolveAll } from '../../core/review/conflicted/resolve';
import { readConflicted } from '../../core/review/conflicted/sides';
import { DEFAULT_LABELS } from '../../core/review/merge/markers';
import { count } from '../../core/outline/words';
import { annotationPath, fileKind } from '../../core/storage/paths';
import {
  commonVersion,
  conflictedPaths,
  isConflicted,
  offerToStage,
  textNow,
} from '../adapters/conflicts';
import { remark, tell } from '../adapters/failures';
import { newAnnotationId } from '../adapters/ids';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Command } from './command';
import { askAbout, type ConflictAnswer } from './conflictQuestion';
import { given } from './given';
import { Preview } from './preview';

/** A file while its conflicts are decided. */
interface Resolving {
  readonly services: Services;
  readonly path: string;
  readonly base: string | undefined;
  text: string;
}

/**
 * Takes a file, or `{ path, at, choices }`: where to begin as an offset in its text, and what to do without
 * asking, about all (`ours`, `theirs`) or about which record (those or `both`, by id). Settles first what is no true conflict.
 * What was decided stays when the person leaves. Gives how many conflicts are left.
 */
export const resolveConflicts: Command = async (services, file, options) => {
  const known = given(options ?? file);
  const resolving = await start(services, file, known);
  if (resolving === undefined) return undefined;
  const { path, base } = resolving;
  if (!(await repair(resolving))) return undefined;
  const { choices } = known;
  if (choices === 'ours' || choices === 'theirs') {
    await decideAll(resolving, choices);
  } else if (typeof choices === 'object' && choices !== null) {
    for (const conflict of conflictsOf(path, resolving.text, base)) {
      const choice = choiceNamed(Reflect.get(choices, conflict.id));
      if (choice !== undefined) await decide(resolving, conflict, choice);
    }
  } else {
    await walk(resolving, typeof known['at'] === 'number' ? known['at'] : 0);
  }
  const left = conflictsOf(path, resolving.text, base).length;
  if (left === 0) offerToStage(services, path);
  else remark(`${count(left, 'conflict')} left in ${path}`);
  return left;
};

/** Settles all that is no true conflict, in one step of undo. Gives how many conflicts are left. */
export const repairConflicts: Command = async (services, file) => {
  const resolving = await start(services, file, given(file));
  if (resolving === undefined || !(await repair(resolving))) return undefined;
  const { path, base, text } = resolving;
  const left = conflictsOf(path, text, base).length;
  if (left === 0) offerToStage(services, path);
  else tell(`${count(left, 'conflict')} in ${path} can only be decided by you.`);
  return left;
};

async function start(
  services: Services,
  file: unknown,
  { path: named }: Readonly<Record<string, unknown>>,
): Promise<Resolving | undefined> {
  const path = typeof named === 'string' ? named : await chooseFile(services, file);
  const text = path === undefined ? undefined : await textNow(services, path);
  if (path === undefined || text === undefined) return undefined;
  return { services, path, text, base: await commonVersion(services, path) };
}

/** The file that is named, or shown, or the only one; otherwise the person says which. */
async function chooseFile(services: Services, file: unknown): Promise<string | undefined> {
  const given = uriIn(file);
  const uri = given ?? vscode.window.activeTextEditor?.document.uri;
  const shown = uri && services.folder.pathOf(uri);
  if (shown !== undefined && given !== undefined) return shown;
  const own = shown === undefined ? undefined : await conflictedBehind(services, shown);
  const paths = own === undefined ? await allConflicted(services) : [own];
  if (paths.length === 0) tell('No annotation file has conflicts.');
  if (paths.length < 2) return paths[0];
  const answer = await pickFrom({
    title: `${count(paths.length, 'file')} with conflicts`,
    placeholder: 'Which one?',
    choices: paths.map((path) => ({ value: path, label: path })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/** Of a file, or of an entry of the Source Control view. */
function uriIn(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument !== 'object' || argument === null) return undefined;
  const uri: unknown = Reflect.get(argument, 'resourceUri');
  return uri instanceof vscode.Uri ? uri : undefined;
}

/** The file itself, or an annotation file of the source that it is. */
async function conflictedBehind(services: Services, shown: string): Promise<string | undefined> {
  const isFile = fileKind(shown) !== undefined;
  for (const path of isFile ? [shown] : filesFor(services, shown)) {
    await textNow(services, path);
    if (isConflicted(services, path)) return path;
  }
  return undefined;
}

/** Before it is said that there is none, the files are read again. */
async function allConflicted(services: Services): Promise<readonly string[]> {
  const known = conflictedPaths(services);
  if (known.length > 0) return known;
  await services.loader.scan();
  return conflictedPaths(services);
}

/** The annotation files of a source, by what they say or by their places: one in conflict may say nothing yet. */
function filesFor({ store: { indexes } }: Services, source: string): readonly string[] {
  const said = indexes.sourceFiles(source).map(({ path }) => path);
  return [...said, annotationPath(source, 'folder'), annotationPath(source, 'beside')];
}

/** False, with a message, when nothing can be made of the file or it cannot be written. */
async function repair(resolving: Resolving): Promise<boolean> {
  const { services, path, text, base } = resolving;
  const result = repaired(path, text, base);
  if (result === undefined) {
    if (isConflicted(services, path)) {
      tell(`The markers in ${path} do not belong together: edit it by hand.`);
    } else {
      tell(`${path} needs no repair.`);
    }
    return false;
  }
  return result.text === text || save(resolving, 'Repair annotation file', result.text);
}

async function walk(resolving: Resolving, at: number): Promise<void> {
  const { services, path, base } = resolving;
  const preview = new Preview(services);
  const first = conflictsOf(path, resolving.text, base);
  let index = Math.max(
    0,
    first.findIndex(({ span }) => span !== undefined && span.end > at),
  );
  for (;;) {
    const conflicts = conflictsOf(path, resolving.text, base);
    const conflict = conflicts[Math.min(index, conflicts.length - 1)];
    if (conflict === undefined) return;
    index = conflicts.indexOf(conflict);
    const answer: ConflictAnswer = await askAbout(services, path, conflict, preview, {
      number: index + 1,
      total: conflicts.length,
      labels: readConflicted(resolving.text)?.labels ?? DEFAULT_LABELS,
    });
    switch (answer.kind) {
      case 'next':
        index = (index + 1) % conflicts.length;
        break;
      case 'previous':
        index = (index + conflicts.length - 1) % conflicts.length;
        break;
      case 'decided':
        if (!(await decide(resolving, conflict, answer.choice))) return;
        break;
      case 'all':
        await decideAll(resolving, answer.side);
        return;
      case 'edit':
        return openAt(resolving, conflict);
      case 'cancelled':
        return;
    }
  }
}

async function decide(
  resolving: Resolving,
  conflict: RecordConflict,
  choice: Choice,
): Promise<boolean> {
  const { path, text, base } = resolving;
  const after = resolve(path, text, conflict.key, choice, base);
  if (after === undefined) {
    tell('This cannot be decided so: edit it by hand.');
    return false;
  }
  const { title } = conflictWords(conflict, () => undefined);
  return save(resolving, `Keep ${choice.kind} of ${title}`, after);
}

/** In one step of undo. */
async function decideAll(resolving: Resolving, side: 'ours' | 'theirs'): Promise<void> {
  const { path, text, base } = resolving;
  const after = resolveAll(path, text, { kind: side }, base);
  if (after !== undefined) await save(resolving, `Keep ${side} of all conflicts`, after);
}

async function save(resolving: Resolving, label: string, after: string): Promise<boolean> {
  const { services, path, text } = resolving;
  const change = { path, before: text, after: after === '' ? undefined : after };
  if (!(await services.editing.rewrite(label, change))) return false;
  resolving.text = after;
  return true;
}

async function openAt({ services, path }: Resolving, { span }: RecordConflict): Promise<void> {
  const uri = services.folder.uriOf(path);
  if (uri === undefined) return;
  const editor = await vscode.window.showTextDocument(uri);
  const place = editor.document.positionAt(span?.start ?? 0);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
}

function choiceNamed(name: unknown): Choice | undefined {
  if (name === 'ours' || name === 'theirs') return { kind: name };
  return name === 'both' ? { kind: 'both', newId: newAnnotationId() } : undefined;
}
