/** Opening the YAML behind what is shown: a record, or the annotation file of a source. */
import * as vscode from 'vscode';
import { tell } from '../adapters/failures';
import { recordIdOf, recordLocation, yamlLocation } from '../providers/places';
import type { Services } from '../services';
import { activeSource, annotationAtCaret, subjectOf } from '../subject';
import type { Command } from './command';

/** The record of the argument, or of the annotation at the caret; without a record, its YAML. */
export const openRecord: Command = async (services, argument) => {
  const location = await locationOf(services, argument);
  if (location !== undefined) await show(location);
};

/** The annotation file of the argument's source or of the active one, at the caret's annotation. */
export const openAnnotationFile: Command = async (services, argument) => {
  const subject = subjectOf(argument);
  const source =
    subject?.kind === 'source'
      ? subject.path
      : subject === undefined
        ? activePath(services)
        : undefined;
  if (source === undefined) return;
  const [file] = services.store.indexes.sourceFiles(source);
  const uri = file && services.folder.uriOf(file.path);
  if (uri === undefined) {
    tell(`${source} has no annotations yet.`);
    return;
  }
  const editor = subject === undefined ? vscode.window.activeTextEditor : undefined;
  const [here] =
    editor === undefined ? [] : services.passages.at(editor.document, editor.selection.active);
  const place = here && yamlLocation(services, here.record);
  await show(place ?? new vscode.Location(uri, new vscode.Position(0, 0)));
};

async function locationOf(
  services: Services,
  argument: unknown,
): Promise<vscode.Location | undefined> {
  const subject = subjectOf(argument);
  if (subject?.kind === 'entity' || subject?.kind === 'event') {
    return recordLocation(services, subject.id);
  }
  const record =
    subject?.kind === 'annotation'
      ? services.store.indexes
          .annotationsWithId(subject.id)
          .find(({ source }) => source === subject.source)
      : (await annotationAtCaret(services, { ask: true }))?.record;
  if (record === undefined) return undefined;
  const id = recordIdOf(record);
  const location = id === undefined ? undefined : recordLocation(services, id);
  return location ?? yamlLocation(services, record);
}

function activePath(services: Services): string | undefined {
  return activeSource(services)?.path;
}

async function show({ uri, range }: vscode.Location): Promise<void> {
  await vscode.window.showTextDocument(uri, { selection: range });
}
