/** Records that another one is said to be distinct from, and that are not there. */
import { dropReferences } from '../storage/editReferences';
import { byText } from './fix';
import { otherIds } from './referenceFixes';
import type { CheckedFile, Finding } from './rule';

interface Distinct {
  readonly id: string;
  readonly distinctFrom?: readonly string[];
}

/** `known` are the records of the same kind, by their ids. */
export function* distinctUnknown(
  file: CheckedFile,
  record: Distinct | undefined,
  known: ReadonlyMap<string, unknown>,
): Iterable<Finding> {
  for (const [index, id] of (record?.distinctFrom ?? []).entries()) {
    if (known.has(id)) continue;
    const at = ['distinctFrom', index];
    yield {
      message: `“${record?.id ?? ''}” is said to be distinct from “${id}”, which is not there.`,
      at,
      fixes: () => [
        ...otherIds(file, at, id, known.keys()),
        ...byText(file, `Remove “${id}”`, dropReferences(file.path, file.text, id)),
      ],
    };
  }
}
