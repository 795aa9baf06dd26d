/** Annotations as nodes: under the record that they are about, grouped by source. */
import { quoteOf, type Annotation } from '../model/annotation';
import { credibilityWords } from '../schema/admiralty';
import type { AnnotationRecord, Store } from '../store/store';
import { CodePoints } from '../text/codePoints';
import { cutAfter, cutBefore } from '../text/cut';
import { childId, type NodeIcon, type OutlineNode } from './node';
import { SOURCE_ICON } from './icons';
import { discussed } from './progress';
import { splitNodes } from './split';
import { count, dotted, sentence, shorten } from './words';

const LONGEST_QUOTE = 90;
const LONGEST_TITLE = 70;
const CONTEXT_BEFORE = 18;
const CONTEXT_AFTER = 32;

/** One node for each source, with the passages in it; `noun` is what a passage is called. */
export function sourceNodes(
  store: Store,
  records: readonly AnnotationRecord[],
  parent: string,
  noun: 'mention' | 'passage',
  icon: NodeIcon,
): readonly OutlineNode[] {
  const bySource = new Map<string, AnnotationRecord[]>();
  for (const record of records) {
    const group = bySource.get(record.source) ?? [];
    bySource.set(record.source, group);
    group.push(record);
  }
  return [...bySource].map(([source, group]) => {
    const id = childId(parent, source);
    const label = sourceTitle(store, source);
    return {
      id,
      kind: 'source',
      label,
      description: String(group.length),
      icon: SOURCE_ICON,
      spoken: `${label}, ${count(group.length, noun)}`,
      subject: { kind: 'source', path: source },
      children: () => splitNodes(group, id, (record, under) => passageNode(record, under, icon)),
    };
  });
}

/** The title of a source, or the name of its file. */
export function sourceTitle(store: Store, path: string): string {
  const title = shorten(store.indexes.source(path)?.title ?? '', LONGEST_TITLE);
  return title === '' ? path.slice(path.lastIndexOf('/') + 1) : title;
}

/** The quote of an annotation for a list, on one line. */
export function shortQuote(annotation: Annotation): string {
  return shorten(quoteOf(annotation), LONGEST_QUOTE);
}

/** How sure and how accepted an annotation is, where that is worth a word. */
export function standing({ status, certainty, polarity }: Annotation): readonly string[] {
  return [
    ...(status === 'accepted' ? [] : [status]),
    ...(certainty === undefined || certainty === 'certain' ? [] : [certainty]),
    ...(polarity === 'negative' ? ['negated'] : []),
  ];
}

/** `standing`, how credible what is said there was judged to be, and whether it is still discussed. */
export function judged(annotation: Annotation): readonly string[] {
  const { credibility } = annotation;
  return [
    ...standing(annotation),
    ...(credibility === undefined ? [] : [`credibility ${credibilityWords(credibility)}`]),
    ...discussed(annotation.thread),
  ];
}

/** Tells annotations of one source apart, also when an id was copied between files. */
export function annotationKey({ path, annotation }: AnnotationRecord): string {
  return `${path}#${annotation.id}`;
}

function passageNode(record: AnnotationRecord, parent: string, icon: NodeIcon): OutlineNode {
  const { annotation, source } = record;
  const { before, quote, after } = inContext(annotation);
  const words = judged(annotation);
  return {
    id: childId(parent, annotationKey(record)),
    kind: 'annotation',
    label: before + quote + after,
    highlight: { start: before.length, end: before.length + quote.length },
    description: dotted(words),
    icon,
    spoken: sentence([before + quote + after, ...words]),
    subject: { kind: 'annotation', source, id: annotation.id },
  };
}

/** The quote with some words of its paragraph on both sides, from the annotation alone. */
export function inContext(annotation: Annotation): {
  before: string;
  quote: string;
  after: string;
} {
  const [{ prefix, start }] = annotation.targets;
  const suffix = annotation.targets.at(-1)?.suffix ?? '';
  const paragraphBefore = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const from = cutBefore(paragraphBefore, paragraphBefore.length, CONTEXT_BEFORE);
  const isWhole = paragraphBefore.length < prefix.length || new CodePoints(prefix).length === start;
  const isStart = from === 0 && isWhole;
  const lineEnd = suffix.indexOf('\n');
  const paragraphAfter = lineEnd === -1 ? suffix : suffix.slice(0, lineEnd);
  const to = cutAfter(paragraphAfter, 0, CONTEXT_AFTER);
  const isEnd = to === suffix.length ? suffix === '' : lineEnd !== -1 && to === lineEnd;
  const before = collapse(paragraphBefore.slice(from)).trimStart();
  return {
    before: isStart || prefix === '' ? before : `…${before}`,
    quote: shortQuote(annotation),
    after: collapse(paragraphAfter.slice(0, to)).trimEnd() + (isEnd ? '' : '…'),
  };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}
