/** When sources are renamed in VS Code, their annotations go with them, as one edit that can be undone. */
import * as vscode from 'vscode';
import { movedPath, withSourcePath } from '../../core/operations/moveSource';
import type { Store } from '../../core/store/store';
import { commonEnds } from '../../core/text/edits';
import { LineIndex } from '../../core/text/lines';
import { tell } from './failures';
import { pathBelow, type Folder } from './folder';
import type { Sources } from './sources';

/** The parts of a project that a rename concerns. */
export interface Renamed {
  readonly store: Store;
  readonly folder: Folder;
  readonly sources: Sources;
}

interface Step {
  readonly project: Renamed;
  /** Of the annotation file now. */
  readonly file: string;
  /** Paths of the source. */
  readonly from: string;
  readonly to: string;
}

/** Beyond this many annotation files the rename is not held up; its sources are recognised afterwards. */
const MOST_AT_ONCE = 500;

/** `projectOf` gives the project that a file is in, or would be in. */
export function followRenames(
  projectOf: (uri: vscode.Uri) => Renamed | undefined,
): vscode.Disposable {
  /** Annotation files in editors that were edited here, to be saved when the rename is over. */
  const edited = new Set<string>();
  const saveIfEdited = (document: vscode.TextDocument): void => {
    if (edited.has(document.uri.toString()) && document.isDirty) void document.save();
  };
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const steps = event.files.flatMap(({ oldUri, newUri }) => stepsOf(projectOf, oldUri, newUri));
      if (steps.length === 0 || steps.length > MOST_AT_ONCE) return;
      event.waitUntil(editOf(steps, event.files, edited));
    }),
    vscode.workspace.onDidRenameFiles(() => {
      for (const document of vscode.workspace.textDocuments) saveIfEdited(document);
    }),
    // Undoing the rename undoes the edit, too, after the files are back.
    vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
      if (reason !== undefined) saveIfEdited(document);
    }),
  );
}

/** The annotation files of every source at or below the old place. */
function stepsOf(
  projectOf: (uri: vscode.Uri) => Renamed | undefined,
  oldUri: vscode.Uri,
  newUri: vscode.Uri,
): readonly Step[] {
  const project = projectOf(oldUri);
  const old = project?.folder.pathOf(oldUri);
  if (project === undefined || old === undefined) return [];
  const { store, sources } = project;
  const named = [...store.files()].flatMap(({ path: file }) => {
    const from = store.writtenSource(file);
    const isConcerned = from === old || from?.startsWith(`${old}/`) === true;
    return isConcerned ? [{ file, from }] : [];
  });
  if (named.length === 0) return [];
  const path = projectOf(newUri) === project ? project.folder.pathOf(newUri) : undefined;
  if (path === undefined) {
    tell(`${old} leaves its workspace folder: its annotations stay there, for the old name.`);
    return [];
  }
  const steps = named.map(({ file, from }) => ({ file, from, to: path + from.slice(old.length) }));
  const kept = steps.filter(({ to }) => !sources.isSource(to));
  const [first] = kept;
  if (first !== undefined) {
    const globs = store.schema.sources.join(', ');
    const what = kept.length === 1 ? first.to : `${first.to} and ${kept.length - 1} more`;
    tell(`${what} will be no source (sources are ${globs}): the annotations stay as they are.`);
  }
  return steps.filter((step) => !kept.includes(step)).map((step) => ({ project, ...step }));
}

async function editOf(
  steps: readonly Step[],
  renames: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
  edited: Set<string>,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const left: string[] = [];
  for (const { project, file, from, to } of steps) {
    const { folder } = project;
    const uri = folder.uriOf(file);
    const document = folder.documentOf(file);
    const before = document?.getText() ?? (await folder.readText(file).catch(() => undefined));
    const after = before === undefined ? undefined : withSourcePath(before, from, to);
    if (uri === undefined || before === undefined || after === undefined) {
      left.push(file);
      continue;
    }
    const target = movedPath(file, from, to);
    const goesAlong = renames.some(({ oldUri }) => pathBelow(oldUri, uri) !== undefined);
    const targetUri = target === file || goesAlong ? uri : folder.uriOf(target);
    if (targetUri === undefined || (targetUri !== uri && (await folder.isFile(target)))) {
      left.push(file);
      continue;
    }
    if (document === undefined && targetUri !== uri) {
      // Files that no editor shows are written whole: nothing stays unsaved, now or after an undo.
      edit.createFile(targetUri, { contents: new TextEncoder().encode(after) });
      edit.deleteFile(uri);
      continue;
    }
    edit.replace(uri, ...replacement(before, after));
    if (targetUri !== uri) edit.renameFile(uri, targetUri);
    for (const each of [uri, targetUri, ...placesAfter(uri, renames)]) edited.add(each.toString());
  }
  const [first] = left;
  if (first !== undefined) {
    const more = left.length === 1 ? '' : ` and ${left.length - 1} more`;
    tell(`${first}${more} cannot follow: it does not parse, or its new place is taken.`);
  }
  return edit;
}

/** What differs between the two texts, of which the file has the first. */
function replacement(before: string, after: string): [vscode.Range, string] {
  const { prefix, suffix } = commonEnds(before, after);
  const lines = new LineIndex(before);
  const start = lines.positionAt(prefix);
  const end = lines.positionAt(before.length - suffix);
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return [range, after.slice(prefix, after.length - suffix)];
}

/** Where a file is when the folder around it has been renamed. */
function placesAfter(
  uri: vscode.Uri,
  renames: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): readonly vscode.Uri[] {
  return renames.flatMap(({ oldUri, newUri }) => {
    const below = pathBelow(oldUri, uri);
    return below === undefined ? [] : [vscode.Uri.joinPath(newUri, below)];
  });
}
