/** The smallest edits of a schema file: one value set or taken out, wherever it stands in the file. */
import { applyEdits } from '../text/edits';
import { mapPlace } from './rewritten';
import { editMap } from './editMap';
import type { FieldMap, FieldValue } from './emit';
import { entryOf, type MapNode } from './node';
import { readWhole } from './whole';

/** In which the keys of a schema file are written. */
export const SCHEMA_KEYS = [
  'format',
  'extends',
  'sources',
  'layout',
  'entityTypes',
  'eventTypes',
  'relationTypes',
  'attributes',
  'links',
  'requiredMetadata',
  'checks',
] as const;

/**
 * The text with another value at the end of the path, whose maps are made where they are not there;
 * `undefined` takes the key out. A map never becomes empty by that, which would say something else: its
 * braces stay. Absent when the file cannot be read.
 */
export function editSchema(
  text: string,
  path: readonly [string, ...string[]],
  value: FieldValue | undefined,
): string | undefined {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const whole = text.endsWith('\n') ? text : text + eol;
  const { root, findings } = readWhole(whole);
  if (root === undefined || findings.length > 0) return undefined;
  const { map, key, rest } = deepest(root, path);
  const next = rest.length === 0 || value === undefined ? value : nested(rest, value);
  const changed = next === undefined ? withoutKey(root, path) : { map, key, value: next };
  if (changed === undefined) return text;
  const place = mapPlace({ text: whole, root, eol }, changed.map, SCHEMA_KEYS);
  return applyEdits(whole, editMap(place, new Map([[changed.key, changed.value]])));
}

/** The innermost map of the path that is there, and what of the path is left. */
function deepest(
  root: MapNode,
  [key, ...rest]: readonly [string, ...string[]],
): { readonly map: MapNode; readonly key: string; readonly rest: readonly string[] } {
  const inner = entryOf(root, key)?.value;
  const [next, ...more] = rest;
  if (next === undefined || inner?.kind !== 'map' || inner.entries.length === 0) {
    return { map: root, key, rest };
  }
  return deepest(inner, [next, ...more]);
}

function nested(path: readonly string[], value: FieldValue): FieldMap {
  const [key = '', ...rest] = path;
  return { [key]: rest.length === 0 ? value : nested(rest, value) };
}

/** Which key of which map goes, or gets braces because its map would be empty. */
function withoutKey(
  root: MapNode,
  path: readonly [string, ...string[]],
):
  | { readonly map: MapNode; readonly key: string; readonly value: FieldValue | undefined }
  | undefined {
  const { map, key, rest } = deepest(root, path);
  if (rest.length > 0 || entryOf(map, key) === undefined) return undefined;
  const [first, ...others] = path;
  const above = others.slice(0, -1);
  if (map.entries.length > 1 || map === root) return { map, key, value: undefined };
  const parent = deepest(root, [first, ...above]);
  return { map: parent.map, key: parent.key, value: {} };
}
