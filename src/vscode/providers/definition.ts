/** F12: from a passage to the record it names, and from an id in the YAML to what it stands for. */
import * as vscode from 'vscode';
import { referenceAt } from '../../core/storage/references';
import type { LocatedAnnotation } from '../../core/store/locate';
import type { Services } from '../services';
import { passageLocations, recordIdOf, recordLocation, yamlLocation } from './places';
import { registerOnSources, registerOnYaml } from './selectors';

export function registerDefinition(services: Services): void {
  registerOnSources(services, (selector) =>
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: (document, position) => inSource(services, document, position),
    }),
  );
  registerOnYaml(services, (selector) =>
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: (document, position) => inYaml(services, document, position),
    }),
  );
}

/** The innermost mention decides; without one, everything that is said at the position. */
function inSource(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DefinitionLink[] {
  const found = services.passages.at(document, position);
  const mention = found.find(({ record }) => record.annotation.entity !== undefined);
  return (mention === undefined ? found : [mention]).flatMap((located) =>
    linkOf(services, document, located),
  );
}

function linkOf(
  services: Services,
  document: vscode.TextDocument,
  located: LocatedAnnotation,
): vscode.DefinitionLink[] {
  const id = recordIdOf(located.record);
  const location =
    (id === undefined ? undefined : recordLocation(services, id)) ??
    yamlLocation(services, located.record);
  const origin = services.passages.extentOf(document, located);
  if (location === undefined || origin === undefined) return [];
  const { uri, range } = location;
  return [{ originSelectionRange: origin, targetUri: uri, targetRange: range }];
}

async function inYaml(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location[]> {
  const path = services.folder.pathOf(document.uri);
  if (path === undefined) return [];
  const reference = referenceAt(path, document.getText(), document.offsetAt(position));
  if (reference === undefined) return [];
  const known = services.store.indexes.annotationsWithId(reference.id);
  if (reference.kind === 'evidence') return passageLocations(services, known);
  const records = known.filter((record) => record.path === path);
  // On an annotation's own id, F12 goes to the words in the source.
  if (reference.kind === 'annotation') return passageLocations(services, records);
  const location = recordLocation(services, reference.id);
  if (location !== undefined) return [location];
  return records.flatMap((record) => yamlLocation(services, record) ?? []);
}
