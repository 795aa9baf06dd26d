/** Taking the changes of one source into the index of git. */
import * as vscode from 'vscode';
import { count, quoted } from '../../core/outline/words';
import { sourceTitle } from '../../core/outline/passages';
import type { AnnotationChange, Change } from '../../core/review/change';
import { fileKind } from '../../core/storage/paths';
import { remark, tell } from '../adapters/failures';
import { gitPath } from '../adapters/gitExtension';
import type { Compared } from '../adapters/review';
import { stageFiles } from '../adapters/reviewGit.node';
import type { Services } from '../services';
import { subjectOf } from '../subject';
import type { Command } from './command';
import { changesGiven, comparedNow } from './reviewAt';

/**
 * Stages the annotation files of the source of the node, of `{ kind: 'source', path }` or of the active editor,
 * with the new records that its annotations name. The text of the source stays as it is. Gives the paths.
 */
export const stageSource: Command = async (services, node) => {
  const compared = await comparedNow(services);
  const root = services.folder.uri;
  if (compared === undefined || root === undefined) return undefined;
  const source = sourceOf(services, compared, node);
  if (source === undefined) {
    tell('Open the source whose changes are to be staged.');
    return undefined;
  }
  const own = compared.changes.filter((change) => isOf(change, source));
  const files = new Set(own.flatMap((change) => pathsOf(compared, change)));
  if (files.size === 0) {
    tell(`No annotation of ${source} changed since ${compared.label}.`);
    return undefined;
  }
  const records = newRecordsOf(compared, own);
  const paths = [...files, ...records];
  if (!(await areSaved(services, paths))) return undefined;
  const staged = await stageFiles(root, paths, await gitPath());
  if (!staged.ok) {
    tell(staged.failure.message);
    return undefined;
  }
  const title = quoted(sourceTitle(services.store, source));
  const more = records.length === 0 ? '' : ` and ${count(records.length, 'new record')}`;
  remark(`Staged: the annotations of ${title}${more}.`);
  return paths;
};

function sourceOf(services: Services, compared: Compared, node: unknown): string | undefined {
  const subject = subjectOf(node);
  if (subject?.kind === 'source') return subject.path;
  const [change] = changesGiven(compared, node, undefined) ?? [];
  if (change !== undefined && 'source' in change) return change.source;
  const uri = vscode.window.activeTextEditor?.document.uri;
  const path = uri && services.sources.pathOf(uri);
  if (path === undefined) return undefined;
  if (services.sources.isSource(path)) return path;
  const content = services.store.file(path)?.content;
  return content?.kind === 'annotations' ? content.source.path : undefined;
}

function isOf(change: Change, source: string): boolean {
  return 'source' in change && change.kind !== 'text' && change.source === source;
}

/** The file of a change under its names on both sides: what is gone is staged as gone. */
function pathsOf({ pair }: Compared, { path }: Change): readonly string[] {
  if (fileKind(path) !== 'annotations') return [];
  const file = pair.files.find(({ before, after }) => (after ?? before)?.path === path);
  const paths = [file?.before?.path, file?.after?.path];
  return paths.flatMap((each) => each ?? []);
}

/** The files of records that are new since the base and that these changes name. */
function newRecordsOf(compared: Compared, changes: readonly Change[]): readonly string[] {
  const created = new Map(
    compared.changes.flatMap((change): [string, string][] =>
      (change.kind === 'entity' || change.kind === 'event') && change.action === 'added'
        ? [[change.id, change.path]]
        : [],
    ),
  );
  const named = new Set<string>();
  const name = (id: string | undefined): void => {
    const path = id === undefined ? undefined : created.get(id);
    if (id === undefined || path === undefined || named.has(path)) return;
    named.add(path);
    for (const other of namedByEvent(compared, id)) name(other);
  };
  for (const change of changes) {
    if (change.kind === 'annotation') for (const id of namedBy(change)) name(id);
  }
  return [...named];
}

function namedBy({ after }: AnnotationChange): readonly string[] {
  if (after === undefined) return [];
  const ids = [after.entity, after.event, ...after.roles.map(({ target }) => target)];
  return ids.flatMap((id) => id ?? []);
}

/** A new event brings its participants and its place along. */
function namedByEvent({ changes }: Compared, id: string): readonly string[] {
  const change = changes.find((each) => each.kind === 'event' && each.id === id);
  if (change?.kind !== 'event' || change.after === undefined) return [];
  const { participants, place } = change.after;
  return [...participants.map(({ entity }) => entity), ...(place === undefined ? [] : [place])];
}

/** What an editor has and the disk has not would be left out. */
async function areSaved({ folder }: Services, paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    const document = folder.documentOf(path);
    if (document?.isDirty === true && !(await document.save())) {
      tell(`${path} could not be saved, so nothing was staged.`);
      return false;
    }
  }
  return true;
}
