/** The suggestions of sources of a loaded workspace. */
import { ProjectNames } from '../../core/suggestions/projectNames';
import type { Suggestion } from '../../core/suggestions/suggestion';
import { suggestionsIn } from '../../core/suggestions/suggestionsIn';
import type { SourceText } from '../../core/text/sourceText';
import type { Workspace } from '../workspace';

export interface SuggestedSource {
  readonly path: string;
  readonly text: SourceText;
  /** In the order of the text. */
  readonly suggestions: readonly Suggestion[];
}

/** One for each path that is a source, in their order. */
export function suggestedIn(
  { store: { indexes, schema }, sources, located }: Workspace,
  paths: readonly string[],
): readonly SuggestedSource[] {
  const entities = indexes.liveEntities();
  const names = new ProjectNames(entities, schema);
  const uses = new Map(entities.map(({ id }) => [id, indexes.mentionsOf(id).length]));
  return paths.flatMap((path): readonly SuggestedSource[] => {
    const text = sources.get(path);
    if (text === undefined) return [];
    const suggestions = suggestionsIn({
      text,
      located: located(path),
      rejections: indexes.rejectionsOf(path),
      names,
      schema,
      metadata: indexes.source(path),
      uses,
    });
    return [{ path, text, suggestions }];
  });
}
