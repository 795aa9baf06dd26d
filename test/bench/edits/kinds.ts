/** The kinds of edit that writers, programs and editions make of a text. */
import type { Span } from '../../../src/core/text/span';
import { linesOf, namesOf, paragraphsOf, sentencesOf, wordsOf } from './parts';
import type { Random } from './random';
import { change, deletion, insertion, move, rewriting, type Change, type Tracked } from './tracked';

export interface Kind {
  readonly name: string;
  /** Many heavy edits at once, of which the last details cannot be told from the texts alone. */
  readonly isHeavy?: boolean;
  readonly edit: (before: Tracked, random: Random) => Tracked;
}

const FILLERS =
  `however officials yesterday reportedly again quietly several in the meantime observers noted
   according to a statement of course later that week briefly also not surprisingly`.split(/\s+/);
const NEW_SENTENCES = [
  'Nobody in the room wanted to comment on that. ',
  'The statement was published late in the evening. ',
  'Officials declined to give any further details about the call. ',
  'Xi said so himself. ',
  'China and Russia did not answer at once. ',
  'The president of Ukraine repeated his offer, and Zelensky thanked the delegation. ',
  'A similar meeting had been planned for the year before, but the war prevented it. ',
];
const SYNONYMS = ['declared', 'underlined', 'broadly', 'certain', 'ongoing', 'various', 'recent'];

export const KINDS: readonly Kind[] = [
  { name: 'typing outside a quote', edit: typingOutside },
  { name: 'typing inside a quote', edit: typingInside },
  { name: 'a name corrected everywhere', edit: nameCorrected },
  { name: 'mentions deleted', edit: mentionsDeleted },
  { name: 'sentences inserted', edit: sentencesInserted },
  { name: 'sentences deleted', edit: sentencesDeleted },
  { name: 'sentences moved', edit: sentencesMoved },
  { name: 'sentences duplicated', edit: sentencesDuplicated },
  { name: 'paragraphs duplicated', edit: paragraphsDuplicated },
  { name: 'paragraphs reordered', edit: paragraphsReordered },
  { name: 'boilerplate removed', edit: boilerplateRemoved },
  { name: 'whitespace and line ends', edit: whitespace },
  { name: 'quotes and dashes', edit: typography },
  { name: 'hard wrapping', edit: hardWrapped },
  { name: 'second edition', edit: secondEdition },
  { name: 'NFD', edit: decomposed },
  { name: 'NFD, wrapped, corrected', edit: wholeFile },
  { name: 'combined heavy edits', isHeavy: true, edit: combined },
];

/** How many edits of one kind a text of this length gets. */
function several(text: string, per: number): number {
  return Math.max(1, Math.round(text.length / per));
}

function typingOutside(before: Tracked, random: Random): Tracked {
  const starts = wordsOf(before.text).map(({ start }) => start);
  const outside = starts.filter(
    (at) =>
      before.text.charAt(at - 1) === ' ' &&
      before.fates.every(
        (fate) =>
          typeof fate === 'string' ||
          at <= fate.start ||
          at >= fate.end ||
          fate.end - fate.start > 60,
      ),
  );
  const places = random.some(outside, several(before.text, 500));
  return change(
    before,
    places.flatMap((at) => {
      const words = random.some(FILLERS, 1 + random.below(3));
      return isRepeated(before.text, at, words) ? [] : [insertion(at, `${words.join(' ')} `)];
    }),
  );
}

/** Whether a word would stand twice in a row: then nobody can say which of the two was typed. */
function isRepeated(text: string, at: number, words: readonly string[]): boolean {
  const before = /\S+\s*$/.exec(text.slice(Math.max(0, at - 80), at))?.[0].trim();
  const after = /^\S+/.exec(text.slice(at, at + 80))?.[0];
  return words.some((word) => word === before || word === after);
}

function typingInside(before: Tracked, random: Random): Tracked {
  const spans = before.fates.flatMap((fate) => (typeof fate === 'string' ? [] : [fate]));
  const changes = random.some(spans, several(before.text, 600)).map(({ start, end }): Change => {
    const words = wordsOf(before.text.slice(start, end)).filter(
      (word) => word.end - word.start > 2,
    );
    if (words.length === 0) return insertion(end, '');
    const word = random.pick(words);
    const [from, to] = [start + word.start, start + word.end];
    const middle = Math.floor((from + to) / 2);
    return random.chance(0.5) && end - start > to - from
      ? insertion(middle, random.pick(['h', 'e', 'ss']))
      : rewriting({ start: middle, end: middle + 1 }, random.pick(['', 'y', 'tt']));
  });
  return change(before, changes);
}

function nameCorrected(before: Tracked, random: Random): Tracked {
  const { text } = before;
  const names = namesOf(text).map(
    ({ start, end }) => text.slice(start, end).split(' ').at(-1) ?? '',
  );
  const name = random.pick(names.filter((each) => each.length > 1).concat('Ukraine'));
  const other = random.chance(0.5) ? `${name}${name.slice(-1)}` : `${name.slice(0, -1)}i`;
  const places = wordsOf(text).filter(({ start, end }) => text.slice(start, end) === name);
  return change(
    before,
    places.map((place) => rewriting(place, other)),
  );
}

function mentionsDeleted(before: Tracked, random: Random): Tracked {
  const spans = before.fates.flatMap((fate) => (typeof fate === 'string' ? [] : [fate]));
  const short = spans.filter(({ start, end }) => end - start < 30);
  const chosen = random.some(short, several(before.text, 600));
  return change(
    before,
    chosen.map(({ start, end }) =>
      deletion({ start, end: before.text.charAt(end) === ' ' ? end + 1 : end }),
    ),
  );
}

function sentencesInserted(before: Tracked, random: Random): Tracked {
  const places = sentencesOf(before.text).map(({ span }) => span.start);
  const chosen = random.some(places, several(before.text, 800));
  return change(
    before,
    chosen.map((at) => insertion(at, random.pick(NEW_SENTENCES))),
  );
}

function sentencesDeleted(before: Tracked, random: Random): Tracked {
  const chosen = random.some(sentencesOf(before.text), several(before.text, 1_000));
  return change(
    before,
    chosen.flatMap(({ span, words }) => (isTwin(before.text, words) ? [] : [deletion(span)])),
  );
}

/** Whether the same words stand right beside: then nobody can say which of the two was deleted. */
function isTwin(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).trimEnd();
  return (
    text.slice(0, start).trimEnd().endsWith(words) || text.slice(end).trimStart().startsWith(words)
  );
}

/** Whether it ends like something near: where two are alike nobody can say which of them was moved. */
function endsLikeNeighbour(text: string, { start, end }: Span): boolean {
  const tail = text.slice(start, end).trimEnd().slice(-30);
  const around = text.slice(Math.max(0, start - 400), start) + text.slice(end, end + 400);
  return around.includes(tail);
}

function sentencesMoved(before: Tracked, random: Random): Tracked {
  let now = before;
  for (let count = several(before.text, 2_000); count > 0; count -= 1) {
    const sentences = sentencesOf(now.text);
    const inside = sentences.filter(({ span, words }) => span.end > words.end);
    if (inside.length < 3) return now;
    const { span } = random.pick(inside);
    if (endsLikeNeighbour(now.text, span)) continue;
    now = move(now, span, random.pick(sentences).span.start);
  }
  return now;
}

function sentencesDuplicated(before: Tracked, random: Random): Tracked {
  const sentences = sentencesOf(before.text);
  const chosen = random.some(sentences, several(before.text, 2_000));
  return change(
    before,
    chosen.flatMap(({ words }) => {
      const to = random.pick(sentences).span.start;
      const isBeside = Math.abs(to - words.start) < 3 || Math.abs(to - words.end) < 3;
      return isBeside ? [] : [insertion(to, `${before.text.slice(words.start, words.end)} `)];
    }),
  );
}

function paragraphsDuplicated(before: Tracked, random: Random): Tracked {
  const paragraphs = paragraphsOf(before.text);
  const chosen = random.some(paragraphs, several(before.text, 4_000));
  return change(
    before,
    chosen.flatMap((paragraph) => {
      const to = random.pick(paragraphs).start;
      const isBeside = to === paragraph.start || Math.abs(to - paragraph.end) < 4;
      const copy = before.text.slice(paragraph.start, paragraph.end);
      return isBeside ? [] : [insertion(to, `${copy}\n\n`)];
    }),
  );
}

function paragraphsReordered(before: Tracked, random: Random): Tracked {
  let now = before;
  for (let count = several(before.text, 1_500); count > 0; count -= 1) {
    const paragraphs = paragraphsOf(now.text).slice(0, -1);
    if (paragraphs.length < 3) return now;
    const { start } = random.pick(paragraphs);
    const next = paragraphs.find((paragraph) => paragraph.start > start);
    if (next === undefined || endsLikeNeighbour(now.text, { start, end: next.start })) continue;
    now = move(now, { start, end: next.start }, random.pick(paragraphs).start);
  }
  return now;
}

function boilerplateRemoved(before: Tracked, random: Random): Tracked {
  const { text } = before;
  const lines = linesOf(text).filter(({ start, end }) => {
    const isShort = end - start < 40;
    if (isTwin(text, { start, end })) return false;
    return isShort || start < 120 || random.chance(0.03);
  });
  return change(
    before,
    lines
      .filter(() => random.chance(0.8))
      .map(({ start, end }) => deletion({ start, end: Math.min(text.length, end + 1) })),
  );
}

function whitespace(before: Tracked, random: Random): Tracked {
  const changes: Change[] = [];
  const isTwice = random.chance(0.5);
  for (const { index, 0: space } of before.text.matchAll(/\s+/g)) {
    const span = { start: index, end: index + space.length };
    if (space.includes('\n\n')) {
      if (random.chance(0.5))
        changes.push(rewriting(span, random.pick(['\n', '\r\n\r\n', '\n\n\n'])));
    } else if (space === ' ' && random.chance(isTwice ? 0.3 : 0.02)) {
      changes.push(rewriting(span, random.pick(['  ', '\u00A0', '\t', '\n'])));
    }
  }
  const now = change(before, changes);
  return normalisedLines(now);
}

/** As a reader of files leaves it: LF only. */
function normalisedLines(before: Tracked): Tracked {
  const changes = [...before.text.matchAll(/\r\n/g)].map(({ index }) =>
    rewriting({ start: index, end: index + 2 }, '\n'),
  );
  return change(before, changes);
}

function typography(before: Tracked): Tracked {
  const plain = new Map([
    ['“', '"'],
    ['”', '"'],
    ['‘', "'"],
    ['’', "'"],
    ['–', '-'],
    ['—', '--'],
    ['…', '...'],
  ]);
  const isPlain = !/[“”’]/.test(before.text);
  const changes: Change[] = [];
  for (const { index, 0: sign } of before.text.matchAll(/[“”‘’–—…"']| - /g)) {
    const previous = before.text.charAt(index - 1);
    const isOpening = previous === '' || /[\s([]/.test(previous);
    const curly = sign === '"' ? (isOpening ? '“' : '”') : sign === "'" ? '’' : ' – ';
    const other = isPlain ? curly : plain.get(sign);
    if (other !== undefined) {
      changes.push(rewriting({ start: index, end: index + sign.length }, other));
    }
  }
  return change(before, changes);
}

function hardWrapped(before: Tracked): Tracked {
  const changes: Change[] = [];
  for (const { start, end } of linesOf(before.text)) {
    let lineStart = start;
    let space = -1;
    for (let at = start; at < end; at += 1) {
      if (at - lineStart > 80 && space > lineStart) {
        changes.push(rewriting({ start: space, end: space + 1 }, '\n'));
        lineStart = space + 1;
      }
      if (before.text.charAt(at) === ' ') space = at;
    }
  }
  return change(before, changes);
}

function decomposed(before: Tracked): Tracked {
  const changes: Change[] = [];
  for (const { index, 0: written } of before.text.matchAll(/[^\p{ASCII}]\p{M}*/gu)) {
    const other = written.normalize('NFD');
    if (other !== written) {
      changes.push(rewriting({ start: index, end: index + written.length }, other));
    }
  }
  return change(before, changes);
}

function wordsReplaced(before: Tracked, random: Random): Tracked {
  const { text } = before;
  const words = wordsOf(text).filter(({ start, end }) =>
    /^\p{Ll}{4,}$/u.test(text.slice(start, end)),
  );
  const chosen = random.some(words, several(text, 300));
  return change(
    before,
    chosen.map(({ start, end }) => ({ start, end, text: random.pick(SYNONYMS), kind: 'replace' })),
  );
}

function secondEdition(before: Tracked, random: Random): Tracked {
  const steps = [
    random.chance(0.5) ? sentencesDeleted : boilerplateRemoved,
    sentencesInserted,
    wordsReplaced,
    typingOutside,
    nameCorrected,
    typography,
  ];
  return steps.reduce((now, step) => step(now, random), before);
}

function wholeFile(before: Tracked, random: Random): Tracked {
  return [nameCorrected, decomposed, typography, hardWrapped].reduce(
    (now, step) => step(now, random),
    before,
  );
}

function combined(before: Tracked, random: Random): Tracked {
  const steps = [
    sentencesMoved,
    sentencesDeleted,
    sentencesInserted,
    sentencesDuplicated,
    paragraphsReordered,
    wordsReplaced,
    typingOutside,
    typingInside,
    mentionsDeleted,
    nameCorrected,
    whitespace,
    typography,
  ];
  return random.some(steps, 8).reduce((now, step) => step(now, random), before);
}
