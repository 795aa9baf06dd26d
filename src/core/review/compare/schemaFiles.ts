/** Two versions of the schema of a project → its keys that say something else. */
import type { FieldAspect, SchemaChange } from '../change';
import type { FilePair } from '../revisions';
import { accountedFor, keyOf, pathOf, type ComparedFile, type Draft } from './comparedFile';
import { fieldAspects } from './fieldAspects';
import { foreignFields } from './foreign';
import { allHunks } from './recordFiles';
import type { Side } from './side';

/** A side is absent where the file is not there. */
export function compareSchemaFiles(
  pair: FilePair,
  before: Side | undefined,
  after: Side | undefined,
): ComparedFile {
  const hunks = allHunks(before, after);
  const action: SchemaChange['action'] =
    before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const aspects = action === 'changed' ? schemaAspects(before, after) : [];
  if (action === 'changed' && aspects.length === 0) {
    return accountedFor(pair, [], hunks, () => undefined);
  }
  const draft: Draft = { kind: 'schema', key: keyOf('schema', pathOf(pair)), action, aspects };
  return accountedFor(pair, [draft], hunks, () => draft.key);
}

/** Down to the keys below those at the top. */
function schemaAspects(before: Side | undefined, after: Side | undefined): readonly FieldAspect[] {
  return fieldAspects(foreignFields(before?.root, []), foreignFields(after?.root, []));
}
