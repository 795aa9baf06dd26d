/** Where the names of one entity stand in sources, annotated or not: of open ones in their documents, of others on disk. */
import type { Entity } from '../../core/model/records';
import { locate, type LocatedAnnotation } from '../../core/store/locate';
import type { ProjectNames } from '../../core/suggestions/projectNames';
import type { KnownName } from '../../core/suggestions/suggestion';
import { suggestionsIn } from '../../core/suggestions/suggestionsIn';
import type { SourceText } from '../../core/text/sourceText';
import { overlaps } from '../../core/text/span';
import type { Watch } from '../adapters/patience';
import { Slice } from '../adapters/slice';
import type { Services } from '../services';
import { labelOf } from '../subject';

/** One passage that is not annotated with the entity yet. */
export interface Hit {
  readonly path: string;
  readonly text: SourceText;
  readonly occurrence: KnownName;
}

/** How many sources are read together. */
const AT_ONCE = 32;

/** In the order of the paths and of the texts; absent when it was cancelled. */
export async function hitsIn(
  services: Services,
  paths: readonly string[],
  entity: Entity,
  watch: Watch,
): Promise<readonly Hit[] | undefined> {
  const names = services.suggestions.namesWith(entity);
  const hits: Hit[] = [];
  const slice = new Slice();
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const some = paths.slice(from, from + AT_ONCE);
    const texts = await Promise.all(some.map((path) => services.sources.read(path)));
    for (const [index, path] of some.entries()) {
      await slice.pauseAtEnd();
      if (watch.isCancelled()) return undefined;
      const text = texts[index];
      if (text !== undefined) {
        for (const occurrence of occurrencesIn(services, path, text, entity, names)) {
          hits.push({ path, text, occurrence });
        }
      }
      watch.report(from + index + 1);
    }
  }
  return hits;
}

/** Passages of the entity that are not annotated with it; those in mentions of others are doubtful. */
function occurrencesIn(
  services: Services,
  path: string,
  text: SourceText,
  entity: Entity,
  names: ProjectNames,
): readonly KnownName[] {
  const { store, folder, passages } = services;
  const { indexes, schema } = store;
  const document = folder.documentOf(path);
  const all =
    document === undefined ? locate(text, indexes.annotationsOf(path)) : passages.of(document);
  const isOther = ({ record }: LocatedAnnotation): boolean => {
    const named = record.annotation.entity;
    return named !== undefined && (indexes.entity(named)?.id ?? named) !== entity.id;
  };
  const others = all.filter(isOther);
  const located = all.filter((each) => !isOther(each));
  const rejections = indexes.rejectionsOf(path);
  const metadata = indexes.source(path);
  return suggestionsIn({ text, located, rejections, names, schema, metadata }).flatMap((each) => {
    if (each.kind !== 'known' || !each.entities.includes(entity.id)) return [];
    const around = others.find(({ spans }) => spans.some((span) => overlaps(span, each.span)));
    return [around === undefined ? each : inMention(each, labelOf(services, around))];
  });
}

function inMention(name: KnownName, label: string): KnownName {
  return { ...name, confidence: 'doubtful', doubt: `annotated as ${label}` };
}
