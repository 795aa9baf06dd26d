/** Texts with annotated passages: the sources of the corpus with theirs, and long ones made of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile } from '../../../src/core/storage/parse';
import { annotationPath } from '../../../src/core/storage/paths';
import { anchor } from '../../../src/core/text/anchor';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Span } from '../../../src/core/text/span';
import { namesOf, sentencesOf, wordsOf } from './parts';
import { Random } from './random';

export interface Annotated {
  readonly name: string;
  readonly source: SourceText;
  readonly spans: readonly Span[];
}

const FOLDER = 'seeds';
const NOVELS = join('test', 'bench', 'corpora', 'litbank');
const LONG = 60_000;

/** The five sources: once with the annotations of the corpus, once with generated ones. */
export function shortSources(seed: number): readonly Annotated[] {
  return texts(FOLDER).flatMap(({ name, text }, index) => {
    const source = SourceText.of(text);
    const random = new Random(seed + index);
    return [
      { name, source, spans: annotated(name, source) },
      { name: `${name} generated`, source, spans: passages(source.text, 60, random) },
      { name: `${name} sparse`, source, spans: passages(source.text, 8, random) },
    ];
  });
}

/** Novels, where they are at hand, and the five sources one after the other. */
export function longSources(seed: number): readonly Annotated[] {
  const all = texts(FOLDER).map(({ text }) => text);
  const joined = SourceText.of(all.join('\n\n'));
  const novels = texts(NOVELS)
    .slice(0, 3)
    .map(({ text }) => SourceText.of(text.slice(0, LONG)));
  return [joined, ...novels].map((source, index) => ({
    name: index === 0 ? 'all five' : `novel ${index}`,
    source,
    spans: passages(source.text, 300, new Random(seed + 100 + index)),
  }));
}

/** A text of about `length` characters without long repetitions: sentences of all, shuffled. */
export function madeOfSentences(length: number, seed: number): SourceText {
  const random = new Random(seed);
  const all = [...texts(FOLDER), ...texts(NOVELS)].map(({ text }) => text).join('\n\n');
  const sentences = sentencesOf(all).map(({ words }) => all.slice(words.start, words.end));
  const parts: string[] = [];
  let size = 0;
  while (size < length) {
    for (const sentence of random.shuffled(sentences)) {
      const part = `${sentence} In report ${parts.length} this was noted.`;
      parts.push(parts.length % 5 === 4 ? `${part}\n\n` : `${part} `);
      size += part.length + 1;
      if (size >= length) break;
    }
  }
  return SourceText.of(parts.join(''));
}

/** Names, words, a few words and sentences, in document order. */
export function passages(text: string, count: number, random: Random): readonly Span[] {
  const words = wordsOf(text);
  const sentences = sentencesOf(text).map((sentence) => sentence.words);
  const names = namesOf(text);
  const spans = Array.from({ length: count }, (): Span => {
    const kind = random.below(10);
    if (kind < 6 && names.length > 0) return random.pick(names);
    if (kind < 7 && sentences.length > 0) return random.pick(sentences);
    const at = random.below(Math.max(1, words.length - 6));
    const last = words[at + random.below(kind < 8 ? 1 : 6)];
    return { start: words[at]?.start ?? 0, end: last?.end ?? words[at]?.end ?? 0 };
  });
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...distinct.values()].sort((a, b) =>
    a.start === b.start ? b.end - a.end : a.start - b.start,
  );
}

function annotated(name: string, source: SourceText): readonly Span[] {
  const path = annotationPath(`${FOLDER}/${name}`, 'folder');
  const content = parseFile(path, readFileSync(path, 'utf8'))?.content;
  if (content?.kind !== 'annotations') throw new Error(`${path} holds no annotations`);
  return content.annotations.flatMap(({ targets }) =>
    targets.flatMap((target) => {
      const found = anchor(source, target);
      return found.kind === 'exact' ? [found.span] : [];
    }),
  );
}

function texts(folder: string): readonly { readonly name: string; readonly text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt') && !name.includes('NOTICE'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
