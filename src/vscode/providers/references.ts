/** Shift+F12 and highlights: every passage about the record at the cursor, in the text or in the YAML. */
import * as vscode from 'vscode';
import { referenceAt, referencesIn } from '../../core/storage/references';
import type { Services } from '../services';
import { passageLocations, passagesOf, recordIdOf, recordLocation, yamlRange } from './places';
import { registerOnSources, registerOnYaml } from './selectors';

export function registerReferences(services: Services): void {
  registerOnSources(services, (selector) =>
    vscode.Disposable.from(
      vscode.languages.registerReferenceProvider(selector, {
        provideReferences: (document, position, context) =>
          locationsOf(services, idInSource(services, document, position), context),
      }),
      vscode.languages.registerDocumentHighlightProvider(selector, {
        provideDocumentHighlights: (document, position) => highlights(services, document, position),
      }),
    ),
  );
  registerOnYaml(services, (selector) =>
    vscode.languages.registerReferenceProvider(selector, {
      provideReferences: (document, position, context) =>
        locationsOf(services, idInYaml(services, document, position), context),
    }),
  );
}

/** The record of the innermost mention at the position; without one, of the innermost evidence. */
function idInSource(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): string | undefined {
  const records = services.passages.at(document, position).map(({ record }) => record);
  const mention = records.find(({ annotation }) => annotation.entity !== undefined);
  const about = mention ?? records.find((record) => recordIdOf(record) !== undefined);
  return about && recordIdOf(about);
}

function idInYaml(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): string | undefined {
  const path = services.folder.pathOf(document.uri);
  if (path === undefined) return undefined;
  const reference = referenceAt(path, document.getText(), document.offsetAt(position));
  if (reference?.kind !== 'annotation') return reference?.id;
  const record = services.store.indexes
    .annotationsWithId(reference.id)
    .find((each) => each.path === path);
  return record && recordIdOf(record);
}

async function locationsOf(
  services: Services,
  id: string | undefined,
  context: vscode.ReferenceContext,
): Promise<vscode.Location[]> {
  if (id === undefined) return [];
  const passages = await passageLocations(services, passagesOf(services, id));
  const declaration = context.includeDeclaration ? recordLocation(services, id) : undefined;
  return [
    ...(declaration === undefined ? [] : [declaration]),
    ...passages,
    ...eventsNaming(services, id),
  ];
}

/** Where event records name the entity or event as a participant or place. */
function eventsNaming(services: Services, id: string): readonly vscode.Location[] {
  return [...services.store.indexes.events.values()].flatMap(({ event, path }) => {
    const isNamed =
      event.place === id || event.participants.some((participant) => participant.entity === id);
    const text = services.store.file(path)?.text;
    const uri = services.folder.uriOf(path);
    if (!isNamed || text === undefined || uri === undefined) return [];
    return referencesIn(path, text)
      .filter((reference) => reference.id === id && !reference.isDeclaration)
      .map(({ span }) => new vscode.Location(uri, yamlRange(text, span)));
  });
}

function highlights(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DocumentHighlight[] {
  const id = idInSource(services, document, position);
  if (id === undefined) return [];
  const { passages, store } = services;
  const record = store.indexes.entity(id) ?? store.indexes.event(id);
  return passages
    .of(document)
    .filter((located) => {
      const other = recordIdOf(located.record);
      if (other === undefined) return false;
      return other === id || resolved(services, other) === record?.id;
    })
    .flatMap((located) => passages.rangesOf(document, located))
    .map((range) => new vscode.DocumentHighlight(range, vscode.DocumentHighlightKind.Read));
}

function resolved(services: Services, id: string): string | undefined {
  const { indexes } = services.store;
  return (indexes.entity(id) ?? indexes.event(id))?.id;
}
