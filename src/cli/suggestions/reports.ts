/** Suggestions as rows for people and as JSON. */
import { describeSuggestion, wordsOf } from '../../core/suggestions/groups';
import type { Suggestion } from '../../core/suggestions/suggestion';
import { present } from '../../core/storage/decode';
import type { SourceText } from '../../core/text/sourceText';
import { alignedRows, plural } from '../terminal';
import type { Workspace } from '../workspace';
import type { SuggestedSource } from './sources';

/** Absent keys are absent in the JSON too. */
interface SuggestionRow {
  readonly source: string;
  /** Code points over the normalised text. */
  readonly start: number;
  readonly end: number;
  /** One-based; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly exact: string;
  readonly kind: Suggestion['kind'];
  readonly confidence: Suggestion['confidence'];
  /** 0 to 1, the higher the surer. */
  readonly score: number;
  readonly doubt?: string;
  readonly entity?: string;
  readonly entities?: readonly string[];
  readonly alias?: string;
  readonly name?: string;
  readonly type?: string;
  readonly value?: string;
}

const SCORES: Readonly<Record<Suggestion['confidence'], number>> = {
  sure: 1,
  likely: 0.7,
  doubtful: 0.4,
};
/** How much of the line is shown on each side, in code units. */
const AROUND = 30;

export function suggestionsJson(found: readonly SuggestedSource[]): readonly SuggestionRow[] {
  return found.flatMap(({ path, text, suggestions }) =>
    suggestions.map((suggestion): SuggestionRow => {
      const { span, kind, confidence, doubt } = suggestion;
      const { codePoints, lines } = text;
      const { line, character } = lines.positionAt(span.start);
      return {
        source: path,
        start: codePoints.fromUtf16(span.start),
        end: codePoints.fromUtf16(span.end),
        line: line + 1,
        column: character + 1,
        exact: text.text.slice(span.start, span.end),
        kind,
        confidence,
        score: SCORES[confidence],
        ...present({ doubt }),
        ...readingOf(suggestion),
      };
    }),
  );
}

function readingOf(suggestion: Suggestion): Partial<SuggestionRow> {
  switch (suggestion.kind) {
    case 'known': {
      const { entities, alias } = suggestion;
      const shared = entities.length > 1 ? entities : undefined;
      return { entity: entities[0], ...present({ entities: shared, alias }) };
    }
    case 'unknown':
      return { name: suggestion.name, ...present({ type: suggestion.type }) };
    case 'time':
      return present({ value: suggestion.value });
  }
}

export function suggestionsText(
  { store: { indexes, schema } }: Workspace,
  found: readonly SuggestedSource[],
): string {
  const rows = found.flatMap(({ path, text, suggestions }) =>
    suggestions.map((suggestion) => {
      const { line, character } = text.lines.positionAt(suggestion.span.start);
      const meaning = describeSuggestion(suggestion, schema, (id) => indexes.entity(id));
      const { doubt } = suggestion;
      return [
        `${path}:${line + 1}:${character + 1}`,
        suggestion.kind,
        `“${wordsOf(suggestion, text)}”`,
        doubt === undefined ? meaning : `${meaning} (${doubt})`,
        contextOf(text, suggestion),
      ];
    }),
  );
  const count = rows.length === 0 ? 'Nothing' : plural(rows.length, 'suggestion');
  return `${alignedRows(rows)}${count}${rows.length === 0 ? ' to suggest' : ''}.\n`;
}

/** The line around the words, which stand in brackets. */
function contextOf(source: SourceText, suggestion: Suggestion): string {
  const { text } = source;
  const { span } = suggestion;
  const before = text.slice(Math.max(0, span.start - AROUND), span.start).replace(/^[^]*\n/, '');
  const after = text.slice(span.end, span.end + AROUND).replace(/\n[^]*$/, '');
  return `${before}[${wordsOf(suggestion, source)}]${after}`.trim();
}
