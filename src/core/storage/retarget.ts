/** New places of many annotations of one file in one edit of it. */
import type { Target } from '../model/annotation';
import type { TextEdit } from '../text/edits';
import { editMap } from './editMap';
import { mapPlace, rewritten, type Place } from './rewritten';
import { ANNOTATION_KEYS, TARGET_KEYS } from './fields';
import { entryOf, mapAt, type MapNode, type YamlNode } from './node';

/**
 * The text with these targets for these annotations; every record stays where it is, and unknown
 * keys and comments of records and of their fragments too. `undefined` when the file does not parse,
 * or when it has no such annotation with that many targets.
 */
export function retargetAnnotations(
  text: string,
  targets: ReadonlyMap<string, readonly Target[]>,
): string | undefined {
  return rewritten(text, {}, (place) => {
    const records = mapAt(place.root, 'annotations')?.entries ?? [];
    const edits: TextEdit[] = [];
    let found = 0;
    for (const { key, value } of records) {
      const wanted = targets.get(key);
      if (wanted === undefined || value.kind !== 'map') continue;
      const own = recordEdits(place, value, wanted);
      if (own === undefined) return undefined;
      edits.push(...own);
      found++;
    }
    return found === targets.size ? edits : undefined;
  });
}

function recordEdits(
  place: Place,
  record: MapNode,
  targets: readonly Target[],
): readonly TextEdit[] | undefined {
  const fragments = mapsOf(entryOf(record, 'fragments')?.value);
  if (fragments === undefined) {
    const [only, ...others] = targets;
    if (only === undefined || others.length > 0) return undefined;
    return editMap(mapPlace(place, record, ANNOTATION_KEYS), fieldsOf(only));
  }
  if (fragments.length !== targets.length) return undefined;
  return fragments.flatMap((fragment, index) => {
    const target = targets[index];
    if (target === undefined) return [];
    return editMap(mapPlace(place, fragment, TARGET_KEYS), fieldsOf(target));
  });
}

function mapsOf(node: YamlNode | undefined): readonly MapNode[] | undefined {
  if (node?.kind !== 'seq') return undefined;
  return node.items.filter((item) => item.kind === 'map');
}

function fieldsOf({
  exact,
  prefix,
  suffix,
  start,
  end,
}: Target): ReadonlyMap<string, string | number> {
  return new Map(Object.entries({ exact, prefix, suffix, start, end }));
}
