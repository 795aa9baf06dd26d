/** THE TABLE of what `list` lists. */
import type { Filter } from './filter';
import { annotationRows, annotationText } from './annotations';
import { duplicateRows, duplicateText } from './duplicates';
import { entityRows, entityText } from './entities';
import { accountedRows, eventText } from './events';
import { sourceRows, sourceText } from './sources';
import type { Workspace } from '../workspace';

/** The rows of one list, for programs and for people. */
export interface List {
  readonly json: (workspace: Workspace, filter: Filter) => readonly object[];
  readonly text: (workspace: Workspace, filter: Filter) => string;
}

/** By the word of the command line, which is also the key in the JSON. */
export const LISTS: ReadonlyMap<string, List> = new Map([
  ['sources', { json: sourceRows, text: sourceText }],
  ['entities', { json: entityRows, text: entityText }],
  ['events', { json: accountedRows, text: eventText }],
  ['annotations', { json: annotationRows, text: annotationText }],
  ['duplicates', { json: duplicateRows, text: duplicateText }],
]);
