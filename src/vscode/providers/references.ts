/** Shift+F12 and highlights: every passage about the record at the cursor, in the text or in the YAML. */
import * as vscode from 'vscode';
import { referenceAt, referencesIn } from '../../core/storage/references';
import type { AnnotationRecord } from '../../core/store/store';
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

/** The record that the id at the position stands for, or that its annotation names. */
export function idInYaml(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): string | undefined {
  const path = services.folder.pathOf(document.uri);
  if (path === undefined) return undefined;
  const reference = referenceAt(path, document.getText(), document.offsetAt(position));
  if (reference?.kind !== 'annotation' && reference?.kind !== 'evidence') return reference?.id;
  const record = services.store.indexes
    .annotationsWithId(reference.id)
    .find((each) => each.path === path || reference.kind === 'evidence');
  return record && recordIdOf(record);
}

async function locationsOf(
  services: Services,
  id: string | undefined,
  context: vscode.ReferenceContext,
): Promise<vscode.Location[]> {
  if (id === undefined) return [];
  const records = [...passagesOf(services, id), ...passagesWithArgument(services, id)];
  const passages = await passageLocations(services, records);
  const declaration = context.includeDeclaration ? recordLocation(services, id) : undefined;
  return [
    ...(declaration === undefined ? [] : [declaration]),
    ...passages,
    ...eventsNaming(services, id),
    ...relationsTo(services, id),
  ];
}

/** The passages in whose roles an event stands, without those that report it themselves. */
function passagesWithArgument({ store }: Services, id: string): readonly AnnotationRecord[] {
  const { indexes } = store;
  const event = indexes.event(id)?.id;
  if (event === undefined) return [];
  const isIt = (other: string): boolean => indexes.event(other)?.id === event;
  return indexes
    .sourcePaths()
    .flatMap((path) => indexes.annotationsOf(path))
    .filter(({ annotation: { event: own = '', roles } }) => {
      return !isIt(own) && roles.some(({ target }) => isIt(target));
    });
}

/** Where event records name the entity or event as a participant or place. */
function eventsNaming(services: Services, id: string): readonly vscode.Location[] {
  return [...services.store.indexes.events.values()].flatMap(({ event, path }) => {
    const isNamed =
      event.place === id || event.participants.some((participant) => participant.entity === id);
    return isNamed ? placesNaming(services, path, id) : [];
  });
}

/** Where the records of other entities say what these are to the entity. */
function relationsTo(services: Services, id: string): readonly vscode.Location[] {
  const { indexes } = services.store;
  const from = new Set(indexes.relationsTo(id).map((relation) => relation.from));
  return [...from].flatMap((other) => {
    const path = indexes.entities.get(other)?.path;
    return path === undefined ? [] : placesNaming(services, path, id);
  });
}

function placesNaming(services: Services, path: string, id: string): readonly vscode.Location[] {
  const text = services.store.file(path)?.text;
  const uri = services.folder.uriOf(path);
  if (text === undefined || uri === undefined) return [];
  return referencesIn(path, text)
    .filter((reference) => reference.id === id && !reference.isDeclaration)
    .map(({ span }) => new vscode.Location(uri, yamlRange(text, span)));
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
