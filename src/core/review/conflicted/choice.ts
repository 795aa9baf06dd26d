/** What a person decides of a record in conflict. */
import { readYaml } from '../../storage/readYaml';
import { plainText } from '../merge/fileText';
import type { ConflictPiece } from '../merge/pieces';
import { valueOf } from './recordConflict';

export type Choice =
  | { readonly kind: 'ours' }
  | { readonly kind: 'theirs' }
  /** Both records of an annotation file; theirs with the new id. */
  | { readonly kind: 'both'; readonly newId: string }
  /** Lines in the place of both versions, indented as these are; none takes the record away. */
  | { readonly kind: 'edited'; readonly text: string };

/** Absent where the choice cannot be made: lines that are no such record, an id that is none. */
export function chosenText(
  path: string,
  { about, id, versions }: ConflictPiece,
  choice: Choice,
): string | undefined {
  switch (choice.kind) {
    case 'ours':
    case 'theirs':
      return versions[choice.kind];
    case 'both': {
      if (about !== 'annotation' && about !== 'rejection') return undefined;
      if (versions.ours === '' || versions.theirs === '') return undefined;
      if (!/^[\w-]+$/.test(choice.newId) || choice.newId === id) return undefined;
      return versions.ours + versions.theirs.replace(/^( *).*?:/, `$1${choice.newId}:`);
    }
    case 'edited': {
      if (choice.text.trim() === '') return '';
      const { text } = plainText(choice.text);
      return isUsable(path, about, text) ? text : undefined;
    }
  }
}

function isUsable(path: string, about: ConflictPiece['about'], text: string): boolean {
  if (about === 'other' || about === 'file') return readYaml(text).findings.length === 0;
  return valueOf(path, about, text) !== undefined;
}
