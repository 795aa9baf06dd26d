/**
 * F2 on a passage, or on an id in the YAML: renames the record that it stands for. The id stays, so that this
 * touches the file of the record only. It is saved the way every change is, as a step of Alt+A Z; VS Code
 * itself is given nothing to do, because its own edits would be outside of that.
 */
import * as vscode from 'vscode';
import { fileKind, recordId } from '../../core/storage/paths';
import { referenceAt } from '../../core/storage/references';
import { nameOf, recordOf, type RecordRef } from '../commands/recordSubject';
import { isAsking, rename } from '../commands/renameRecord';
import type { Services } from '../services';
import { recordIdOf, yamlRange } from './places';
import { idInYaml } from './references';
import { registerOnSources, registerOnYaml } from './selectors';

interface Found {
  readonly ref: RecordRef;
  /** What is replaced on the screen while the name is typed. */
  readonly range: vscode.Range;
}

type Find = (
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
) => Found | undefined;

const NAME_LINE = /^(?:name|title):\s+(\S.*)$/;

export function registerRename(services: Services): void {
  registerOnSources(services, (selector) =>
    vscode.languages.registerRenameProvider(
      selector,
      provider(services, inSource, 'Nothing here names an entity or event.'),
    ),
  );
  registerOnYaml(services, (selector) =>
    vscode.languages.registerRenameProvider(
      selector,
      provider(services, inYaml, 'There is no id of an entity or event here.'),
    ),
  );
}

/** VS Code shows the message of an error at the caret. */
function provider(services: Services, find: Find, nothing: string): vscode.RenameProvider {
  return {
    prepareRename: async (document, position) => {
      await services.loader.ready;
      const found = find(services, document, position);
      if (found === undefined) throw new Error(nothing);
      return { range: found.range, placeholder: nameOf(found.ref) };
    },
    provideRenameEdits: async (document, position, newName) => {
      const found = find(services, document, position);
      if (found === undefined) throw new Error(nothing);
      const { ref } = found;
      const renaming = rename(services, ref, newName);
      // VS Code must not wait while a question of ours is asked.
      if (!isAsking(services, ref, newName)) await renaming;
      return new vscode.WorkspaceEdit();
    },
  };
}

/** The record of the innermost mention; without one, of the innermost evidence. */
function inSource(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Found | undefined {
  const { passages } = services;
  const found = passages.at(document, position);
  const mention = found.find(({ record }) => record.annotation.entity !== undefined);
  const located = mention ?? found.find(({ record }) => recordIdOf(record) !== undefined);
  if (located === undefined) return undefined;
  const ref = recordOf(services, recordIdOf(located.record) ?? '');
  const range = passages.rangesOf(document, located).find((each) => each.contains(position));
  return ref && range && { ref, range };
}

/** An id, or the name or title in the file of a record. */
function inYaml(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Found | undefined {
  const path = services.folder.pathOf(document.uri);
  const kind = path === undefined ? undefined : fileKind(path);
  if (path === undefined || kind === undefined) return undefined;
  const text = document.getText();
  const reference = referenceAt(path, text, document.offsetAt(position));
  if (reference !== undefined) {
    const ref = recordOf(services, idInYaml(services, document, position) ?? '');
    return ref && { ref, range: yamlRange(text, reference.span) };
  }
  const line = document.lineAt(position.line);
  const value = NAME_LINE.exec(line.text)?.[1];
  if (value === undefined || (kind !== 'entity' && kind !== 'event')) return undefined;
  const ref = recordOf(services, recordId(path));
  const start = line.range.end.translate(0, -value.length);
  return ref && { ref, range: new vscode.Range(start, line.range.end) };
}
