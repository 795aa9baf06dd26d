/** The outline of what is suggested in one source: by kind, then by what it would be, then its passages. */
import { foldName } from '../matching/fold';
import type { Rejection } from '../model/rejection';
import { isKindOf } from '../schema/lookup';
import type { Store } from '../store/store';
import { groupOf } from '../suggestions/groups';
import type { Suggestion } from '../suggestions/suggestion';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { lineWithQuote } from './context';
import { isFiltering, NO_FILTER, type OutlineFilter } from './filter';
import { childId, type Outline, type OutlineNode, type SuggestedPassages } from './node';
import { splitNodes } from './split';
import { kindWords, meaningOf, suggestionIcon } from './suggestionWords';
import { count, dotted, sentence, shorten } from './words';

/** What is suggested in a source, for its text as it is. */
export interface ShownSuggestions {
  readonly path: string;
  readonly text: SourceText;
  /** In the order of the text. */
  readonly suggestions: readonly Suggestion[];
  readonly rejected: readonly ShownRejection[];
  /** How many of its characters are no part of the document, as it seems; absent when there is nothing to propose. */
  readonly boilerplate?: number;
}

export interface ShownRejection {
  readonly rejection: Rejection;
  /** UTF-16; absent when the words are no longer there. */
  readonly span?: Span;
}

interface Group {
  readonly key: string;
  readonly members: readonly [Suggestion, ...Suggestion[]];
}

const KINDS: readonly { readonly kind: Suggestion['kind']; readonly label: string }[] = [
  { kind: 'known', label: 'Known Names' },
  { kind: 'unknown', label: 'Unknown Names' },
  { kind: 'time', label: 'Times' },
];
const LONGEST_LABEL = 60;
const PERCENT = 100;

export class SuggestionsOutline implements Outline {
  readonly #store: Store;
  #shown: ShownSuggestions | undefined;
  #filter = NO_FILTER;
  #fitting: readonly Suggestion[] = [];
  /** By kind, for what is shown now. */
  #groups = new Map<Suggestion['kind'], readonly Group[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Without a source the outline is empty. */
  show(shown: ShownSuggestions | undefined, filter: OutlineFilter): void {
    if (shown === this.#shown && filter === this.#filter) return;
    this.#shown = shown;
    this.#filter = filter;
    this.#groups = new Map();
    const all = shown?.suggestions ?? [];
    this.#fitting = isFiltering(filter) ? all.filter((each) => this.#fits(each)) : all;
  }

  /** How many suggestions the filter leaves, and how many there are. */
  shown(): { readonly shown: number; readonly all: number } {
    return { shown: this.#fitting.length, all: this.#shown?.suggestions.length ?? 0 };
  }

  roots(): readonly OutlineNode[] {
    const shown = this.#shown;
    if (shown === undefined) return [];
    const kinds = KINDS.flatMap(({ kind, label }) => {
      const members = this.#fitting.filter((each) => each.kind === kind);
      return members.length === 0 ? [] : [this.#kindNode(shown, label, kind, members)];
    });
    return [...bodyOffer(shown), ...kinds, ...this.#rejectedNode(shown)];
  }

  /** Suggestions are no records: nothing leads to them. */
  chainTo(): readonly [] {
    return [];
  }

  #kindNode(
    shown: ShownSuggestions,
    label: string,
    kind: Suggestion['kind'],
    members: readonly Suggestion[],
  ): OutlineNode {
    const id = childId(shown.path, kind);
    return {
      id,
      kind: 'group',
      label,
      description: String(members.length),
      spoken: `${label}, ${count(members.length, 'suggestion')}`,
      expanded: true,
      children: () =>
        splitNodes(this.#grouped(shown, kind, members), id, (group, under) =>
          group.members.length === 1
            ? this.#aloneNode(shown, group.members[0], under)
            : this.#groupNode(shown, group, under),
        ),
    };
  }

  /** Those that are alike together; groups with something sure in them first, then by their first passage. */
  #grouped(
    { text }: ShownSuggestions,
    kind: Suggestion['kind'],
    members: readonly Suggestion[],
  ): readonly Group[] {
    const known = this.#groups.get(kind);
    if (known !== undefined) return known;
    const groups = new Map<string, [Suggestion, ...Suggestion[]]>();
    for (const each of members) {
      const key = groupOf(each, text);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
    const listed = [...groups].map(([key, all]) => ({ key, members: all }));
    const isDoubtful = (group: Group): boolean =>
      group.members.every(({ confidence }) => confidence === 'doubtful');
    const sorted = [
      ...listed.filter((group) => !isDoubtful(group)),
      ...listed.filter((group) => isDoubtful(group)),
    ];
    this.#groups.set(kind, sorted);
    return sorted;
  }

  #groupNode(shown: ShownSuggestions, { key, members }: Group, parent: string): OutlineNode {
    const id = childId(parent, key);
    const [first] = members;
    const label = this.#labelOf(shown, first);
    const words = this.#besides(first);
    return {
      id,
      kind: 'suggestionGroup',
      label,
      description: dotted([words, String(members.length)]),
      icon: suggestionIcon(this.#store, first),
      spoken: sentence([
        kindWords(this.#store, first),
        label,
        words,
        count(members.length, 'passage'),
      ]),
      suggested: passagesOf(
        shown,
        members.map(({ span }) => span),
      ),
      children: () =>
        splitNodes(members, id, (each, under) => this.#passageNode(shown, each, under)),
    };
  }

  /** One whose like there is no other: its words first, then what it would be. */
  #aloneNode(shown: ShownSuggestions, suggestion: Suggestion, parent: string): OutlineNode {
    const { span, doubt } = suggestion;
    const { text } = shown.text;
    const label = shorten(text.slice(span.start, span.end), LONGEST_LABEL);
    const meaning = meaningOf(this.#store, suggestion);
    const isSaid = foldName(meaning) === foldName(label);
    const { line } = lineWithQuote(text, span);
    return {
      ...this.#leaf(shown, suggestion, parent),
      label,
      description: dotted([isSaid ? undefined : meaning, doubt, line]),
    };
  }

  #passageNode(shown: ShownSuggestions, suggestion: Suggestion, parent: string): OutlineNode {
    const { line, quote } = lineWithQuote(shown.text.text, suggestion.span);
    return {
      ...this.#leaf(shown, suggestion, parent),
      label: line,
      highlight: quote,
      description: suggestion.doubt ?? '',
    };
  }

  #leaf(
    shown: ShownSuggestions,
    suggestion: Suggestion,
    parent: string,
  ): Omit<OutlineNode, 'label' | 'description'> {
    const { span, doubt } = suggestion;
    const { text } = shown.text;
    return {
      id: childId(parent, `${span.start}`),
      kind: 'suggestion',
      icon: suggestionIcon(this.#store, suggestion),
      spoken: sentence([
        kindWords(this.#store, suggestion),
        shorten(text.slice(span.start, span.end), LONGEST_LABEL),
        meaningOf(this.#store, suggestion),
        doubt,
        `in: ${lineWithQuote(text, span).line}`,
      ]),
      suggested: passagesOf(shown, [span]),
    };
  }

  #labelOf({ text }: ShownSuggestions, suggestion: Suggestion): string {
    switch (suggestion.kind) {
      case 'known':
        return meaningOf(this.#store, suggestion);
      case 'unknown':
        return shorten(suggestion.name, LONGEST_LABEL);
      case 'time':
        return `“${shorten(text.text.slice(suggestion.span.start, suggestion.span.end), LONGEST_LABEL)}”`;
    }
  }

  /** What the label of a group does not say. */
  #besides(suggestion: Suggestion): string {
    return suggestion.kind === 'known' ? '' : meaningOf(this.#store, suggestion);
  }

  #rejectedNode(shown: ShownSuggestions): readonly OutlineNode[] {
    const { rejected } = shown;
    if (rejected.length === 0 || isFiltering(this.#filter)) return [];
    const id = childId(shown.path, 'rejected');
    return [
      {
        id,
        kind: 'group',
        label: 'Rejected',
        description: String(rejected.length),
        spoken: `Rejected, ${count(rejected.length, 'suggestion')} that will not be made again`,
        children: () =>
          splitNodes(rejected, id, (each, under) => this.#rejectionNode(shown, each, under)),
      },
    ];
  }

  #rejectionNode(
    shown: ShownSuggestions,
    { rejection, span }: ShownRejection,
    parent: string,
  ): OutlineNode {
    const { reading, target } = rejection;
    const { indexes } = this.#store;
    const what =
      reading.kind === 'entity'
        ? `not ${indexes.entity(reading.entity)?.name ?? reading.entity}`
        : reading.kind === 'time'
          ? 'no time'
          : 'no name';
    const { line, quote } =
      span === undefined
        ? { line: target.exact, quote: { start: 0, end: target.exact.length } }
        : lineWithQuote(shown.text.text, span);
    const words = [what, span === undefined ? 'no longer in the text' : undefined, rejection.note];
    return {
      id: childId(parent, rejection.id),
      kind: 'rejection',
      label: line,
      highlight: quote,
      description: dotted(words),
      icon: { name: 'circle-slash' },
      spoken: sentence(['Rejected', target.exact, ...words]),
      suggested:
        span === undefined ? { source: shown.path, passages: [] } : passagesOf(shown, [span]),
      rejection: rejection.id,
    };
  }

  /** By the words in the text, and by the names and types of what it would be. */
  #fits(suggestion: Suggestion): boolean {
    const { indexes, schema } = this.#store;
    const { entityTypes, eventTypes, text } = this.#filter;
    const known =
      suggestion.kind === 'known'
        ? suggestion.entities.flatMap((id) => indexes.entity(id) ?? [])
        : [];
    const types =
      suggestion.kind === 'unknown' ? [suggestion.type ?? ''] : known.map(({ type }) => type);
    if (entityTypes.length + eventTypes.length > 0) {
      const isWanted = types.some((type) => entityTypes.some((id) => isKindOf(schema, type, id)));
      if (!isWanted) return false;
    }
    const wanted = foldName(text)
      .split(' ')
      .filter((word) => word !== '');
    if (wanted.length === 0) return true;
    const { start, end } = suggestion.span;
    const quote = this.#shown?.text.text.slice(start, end) ?? '';
    const names = known.flatMap(({ name, aliases }) => [
      name,
      ...aliases.map((alias) => alias.text),
    ]);
    const folded = foldName([quote, ...names].join('\n'));
    return wanted.every((word) => folded.includes(word));
  }
}

function bodyOffer({ path, text, boilerplate }: ShownSuggestions): readonly OutlineNode[] {
  if (boilerplate === undefined) return [];
  const share = Math.max(1, Math.round((PERCENT * boilerplate) / Math.max(1, text.text.length)));
  const label = 'Leave out what is not the document…';
  return [
    {
      id: childId(path, 'body'),
      kind: 'bodyOffer',
      label,
      description: `${share} % looks like navigation, comments or notices`,
      icon: { name: 'fold' },
      spoken: `${label} ${share} percent of this source looks like navigation, comments or notices`,
      subject: { kind: 'source', path },
    },
  ];
}

function passagesOf({ path, text }: ShownSuggestions, spans: readonly Span[]): SuggestedPassages {
  return {
    source: path,
    passages: spans.map(({ start, end }) => ({ start, end, words: text.text.slice(start, end) })),
  };
}
