/** What annotators say of each word of a text: the types of the passages that it is in. */
import type { Span } from '../../text/span';
import type { Coding } from './coding';

/** A passage with its type, as the words from `start` up to `end`. */
export interface LabelledWords extends Span {
  readonly type: string;
}

/** Words of which every annotator says the same. */
export interface WordLabels {
  /** By annotator: the types, sorted, none twice; absent for one who did not read the text. */
  readonly types: readonly (readonly string[] | undefined)[];
  readonly count: number;
}

interface Edge {
  readonly at: number;
  readonly annotator: number;
  readonly type: string;
  readonly step: 1 | -1;
}

/** The labels of `count` words. Each combination of labels is in the result once. */
export function wordLabels(
  count: number,
  byAnnotator: readonly (readonly LabelledWords[] | undefined)[],
): readonly WordLabels[] {
  const edges = byAnnotator.flatMap((passages, annotator) =>
    (passages ?? []).flatMap(({ start, end, type }): readonly Edge[] =>
      start < end
        ? [
            { at: start, annotator, type, step: 1 },
            { at: end, annotator, type, step: -1 },
          ]
        : [],
    ),
  );
  edges.sort((a, b) => a.at - b.at);
  const open = byAnnotator.map((passages) => passages && new Map<string, number>());
  const found = new Map<string, { types: WordLabels['types']; count: number }>();
  const take = (words: number): void => {
    if (words <= 0) return;
    const types = open.map((counts) => counts && [...counts.keys()].sort());
    const key = JSON.stringify(types.map((each) => each ?? null));
    const same = found.get(key);
    if (same === undefined) found.set(key, { types, count: words });
    else same.count += words;
  };
  let at = 0;
  for (const { at: next, annotator, type, step } of edges) {
    take(next - at);
    at = next;
    const counts = open[annotator];
    const times = (counts?.get(type) ?? 0) + step;
    if (times === 0) counts?.delete(type);
    else counts?.set(type, times);
  }
  take(count - at);
  return [...found.values()];
}

/** Every combination of types as one label: a word in a person in a statement is another than one in a person. */
export function asCodings(labels: readonly WordLabels[]): readonly Coding[] {
  return labels.map(({ types, count }) => ({
    labels: types.map((each) => each?.join(' ')),
    count,
  }));
}

/** Whether a word is in a passage of the type. */
export function asCodingsOf(type: string, labels: readonly WordLabels[]): readonly Coding[] {
  return labels.map(({ types, count }) => ({
    labels: types.map((each) => each && (each.includes(type) ? type : '')),
    count,
  }));
}
