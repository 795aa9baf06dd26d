/** Suggestions for small texts: records and annotations in, what is suggested out. */
import { carryOut, workspace, type Workspace } from '../workspace';
import type { Operation } from '../../../src/core/operations/operation';
import { locate } from '../../../src/core/store/locate';
import { ProjectNames } from '../../../src/core/suggestions/projectNames';
import type { Suggestion } from '../../../src/core/suggestions/suggestion';
import { suggestionsIn } from '../../../src/core/suggestions/suggestionsIn';
import { SourceText } from '../../../src/core/text/sourceText';

export const SOURCE = 's.txt';

export interface Project {
  readonly at: Workspace;
  readonly text: SourceText;
}

export function projectOf(text: string, operations: readonly Operation[] = []): Project {
  const at = workspace({}, { [SOURCE]: text });
  carryOut(at, operations);
  return { at, text: SourceText.of(text) };
}

export function suggestedIn({ at, text }: Project): readonly Suggestion[] {
  const { indexes, schema } = at.store;
  return suggestionsIn({
    text,
    located: locate(text, indexes.annotationsOf(SOURCE)),
    rejections: indexes.rejectionsOf(SOURCE),
    names: new ProjectNames(indexes.liveEntities(), schema),
    schema,
    metadata: indexes.source(SOURCE),
  });
}

export function entity(id: string, type: string, name: string, ...aliases: string[]): Operation {
  return { op: 'createEntity', id, type, name, aliases };
}

function wordsOf({ text }: Project, { span }: Suggestion): string {
  return text.text.slice(span.start, span.end);
}

/** `Xi=xi-jinping`, `Guangzhou+place`, `last month@2024-06`; `?` behind what is doubtful. */
export function told(project: Project): readonly string[] {
  return suggestedIn(project).map((suggestion) => {
    const words = wordsOf(project, suggestion);
    const doubt = suggestion.confidence === 'doubtful' ? '?' : '';
    switch (suggestion.kind) {
      case 'known':
        return `${words}=${suggestion.entities.join('|')}${doubt}`;
      case 'unknown':
        return `${words}+${suggestion.type ?? ''}${doubt}`;
      case 'time':
        return `${words}@${suggestion.value ?? ''}`;
    }
  });
}
