/** Words that are a name of one entity and tagged as it elsewhere by the same annotator, but as another one here. */
import { foldName } from '../matching/fold';
import { taggedKey } from './acrossFiles';
import { replacing } from './edits';
import { byText } from './fix';
import { quoted } from '../outline/words';
import type { CheckedFile, Rule } from './rule';

export const taggedDifferently: Rule = {
  code: 'tagged-differently',
  severity: 'information',
  description: 'Words that are a name of an entity are not tagged as another one.',
  *check(file) {
    const { across, indexes } = file;
    for (const annotation of file.annotations) {
      const key = taggedKey(annotation);
      const own = annotation.entity;
      if (key === undefined || own === undefined || annotation.decision !== undefined) continue;
      const owners = across.entitiesNamed(key);
      if (owners.size === 0) continue;
      const tagged = across.taggedVariously(key, annotation.by);
      if (tagged.length === 0) continue;
      const entity = indexes.entity(own)?.id;
      if (entity === undefined || owners.has(entity)) continue;
      const others = new Set(tagged.flatMap((each) => indexes.entity(each)?.id ?? []));
      const named = [...owners].filter((owner) => others.has(owner)).sort();
      const [first] = named;
      if (first === undefined) continue;
      const words = quoted(annotation.targets[0].exact);
      const at = ['annotations', annotation.id, 'entity'];
      yield {
        message: `${words} is tagged as “${own}” here, and as ${named.map((each) => `“${each}”`).join(', ')}, whose name it is, elsewhere.`,
        at,
        fixes: () =>
          named.flatMap((each) =>
            byText(file, `Tag it as ${nameOf(file, each)}`, replacing(file, at, each)),
          ),
      };
    }
  },
};

function nameOf({ indexes }: CheckedFile, id: string): string {
  const name = indexes.entities.get(id)?.entity.name;
  return name === undefined || foldName(name) === id ? `“${id}”` : `“${id}” (${name})`;
}
