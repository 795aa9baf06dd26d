/** Where records and their passages are, as locations that VS Code can open. */
import * as vscode from 'vscode';
import type { AnnotationRecord } from '../../core/store/store';
import { LineIndex } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { rangeOf } from '../adapters/ranges';
import type { Services } from '../services';

/** The file of an entity or event. */
export function recordLocation(services: Services, id: string): vscode.Location | undefined {
  const { entities, events } = services.store.indexes;
  const path = (entities.get(id) ?? events.get(id))?.path;
  const uri = path === undefined ? undefined : services.folder.uriOf(path);
  return uri && new vscode.Location(uri, new vscode.Position(0, 0));
}

/** The record of an annotation in its YAML file. */
export function yamlLocation(
  services: Services,
  { path, annotation }: AnnotationRecord,
): vscode.Location | undefined {
  const uri = services.folder.uriOf(path);
  const place = services.store.placeOf(path, annotation.id);
  const text = services.store.file(path)?.text;
  if (uri === undefined || place === undefined || text === undefined) return undefined;
  return new vscode.Location(uri, yamlRange(text, place));
}

/** A span of a YAML file, whose offsets count its own line ends. */
export function yamlRange(text: string, span: Span): vscode.Range {
  return rangeOf({ lines: new LineIndex(text) }, span);
}

/** Every passage in its source, in order; passages without a certain place are left out. */
export function passageLocations(
  services: Services,
  records: readonly AnnotationRecord[],
): Promise<vscode.Location[]> {
  return services.located.locationsOf(records);
}

/** The mentions of an entity or the evidence of an event, whichever the id names. */
export function passagesOf(services: Services, id: string): readonly AnnotationRecord[] {
  const { indexes } = services.store;
  return indexes.entity(id) === undefined ? indexes.evidenceOf(id) : indexes.mentionsOf(id);
}

/** The entity or event that an annotation names. */
export function recordIdOf({ annotation }: AnnotationRecord): string | undefined {
  return annotation.entity ?? annotation.event;
}
