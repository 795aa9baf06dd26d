/**
 * Suggestions on the five sources: starting from nothing but their texts and what is known of each
 * (title, publisher, date, language), and knowing from `annotations/` what is right.
 *
 * A named mention is one that is written as a name: each of its words begins with a capital, a digit
 * beside a capital, or a letter of a script without capitals, apart from words such as “of”. Others are
 * descriptions, e.g. “second peace conference”.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from '../../src/core/model/annotation';
import { Store } from '../../src/core/store/store';
import { locate } from '../../src/core/store/locate';
import { FUNCTION_WORDS, PARTICLES } from '../../src/core/text/nameLists';
import { SourceText } from '../../src/core/text/sourceText';
import { compareSpans } from '../../src/core/text/span';
import { bodyRangesOf } from '../../src/core/suggestions/boilerplate';
import { Spans } from '../../src/core/suggestions/spans';
import { Analyst, type Going, type Offer, type Passed, type Right } from './goneThrough';
import { report } from './measure';

const LIMITS = { keys: 0.7, offered: 0.95, wrong: 0.02 };
const PERCENT = 100;

const store = new Store();
for (const folder of ['annotations/entities', 'annotations/events', 'annotations/seeds']) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    store.replaceFile(path, readFileSync(path, 'utf8'));
  }
}
const goings = store.indexes.sourcePaths().map((path): Going => {
  const text = SourceText.of(readFileSync(path, 'utf8'));
  const metadata = store.indexes.source(path) ?? { path };
  return { path, text, metadata, rights: rightsOf(path, text) };
});
const analyst = new Analyst(Object.fromEntries(goings.map(({ path, text }) => [path, text.text])));
const seen = new Set<string>();
const all = goings.map((going) => ({ going, passed: analyst.goThrough(going) }));

const totals = { mentions: 0, keys: 0, named: 0, later: 0, laterOffered: 0, offers: 0, wrong: 0 };
for (const { going, passed } of all) printSource(going, passed);
printTotals();
if (process.argv.includes('--wrong')) printWrong();

function rightsOf(path: string, text: SourceText): readonly Right[] {
  return locate(text, store.indexes.annotationsOf(path))
    .flatMap(({ record: { annotation }, spans: [span] }): readonly Right[] => {
      if (span === undefined) return [];
      const kind = kindOf(annotation);
      if (kind === 'time') {
        return [
          { ...span, ...(annotation.value === undefined ? {} : { value: annotation.value }) },
        ];
      }
      const entity = kind === 'mention' && store.indexes.entity(annotation.entity ?? '');
      return entity === false || entity === undefined ? [] : [{ ...span, entity }];
    })
    .sort(compareSpans);
}

function isNamed(words: string): boolean {
  const counted = words
    .split(/[\s-]+/)
    .filter((word) => !FUNCTION_WORDS.has(word) && !PARTICLES.has(word));
  return (
    counted.length > 0 &&
    counted.every((word) => /^[@“"]?(?:\p{Lu}|\p{Lo}|\p{Lt}|\p{So}|\p{RI}|\d)/u.test(word))
  );
}

function printSource(
  { path, text, metadata, rights }: Going,
  { offers, missed, keys, decisions }: Passed,
): void {
  const mentions = rights.filter(({ entity }) => entity !== undefined);
  const times = rights.filter(({ entity }) => entity === undefined);
  const isName = ({ suggestion }: Offer): boolean => suggestion.kind !== 'time';
  const wordsOf = ({ start, end }: Right): string => text.text.slice(start, end);
  const later = mentions.filter((right) => {
    const isLater = seen.has(right.entity?.id ?? '');
    seen.add(right.entity?.id ?? '');
    return isLater && isNamed(wordsOf(right));
  });
  const timeKeys = keysOf(offers, missed, times);
  totals.mentions += mentions.length;
  totals.keys += keys - timeKeys;
  totals.named += mentions.filter((right) => isNamed(wordsOf(right))).length;
  totals.later += later.length;
  totals.laterOffered += later.filter((right) => !missed.includes(right)).length;
  totals.offers += offers.length;
  totals.wrong += offers.filter(({ right }) => right === undefined).length;
  const kind = (wanted: Offer['suggestion']['kind']): readonly Offer[] =>
    offers.filter(({ suggestion }) => suggestion.kind === wanted);
  const body = bodyAgreement(text, metadata.body ?? []);
  report(`\n${path}`, [
    ['mentions, times', `${mentions.length}, ${times.length}`],
    ['decisions, keys (all)', `${decisions}, ${keys}`],
    ['keys a mention (names only)', ((keys - timeKeys) / mentions.length).toFixed(2)],
    [
      'later named mentions offered',
      share(later.filter((each) => !missed.includes(each)).length, later.length),
    ],
    [
      'names: precision, recall',
      `${precision(offers.filter(isName))}, ${share(found(offers.filter(isName)), mentions.length)}`,
    ],
    ['  known: precision, right entity', `${precision(kind('known'))}, ${meant(kind('known'))}`],
    [
      '  unknown: precision, right type',
      `${precision(kind('unknown'))}, ${meant(kind('unknown'))}`,
    ],
    [
      'times: precision, recall, right value',
      `${precision(kind('time'))}, ${share(found(kind('time')), times.length)}, ${meant(kind('time'))}`,
    ],
    ['body: precision, recall', body],
  ]);
}

/** What the times took: a key for each group that was right, and what had to be typed. */
function keysOf(
  offers: readonly Offer[],
  missed: readonly Right[],
  times: readonly Right[],
): number {
  const offered = offers.filter(({ suggestion }) => suggestion.kind === 'time');
  const groups = new Set(
    offered.filter(({ isMeant }) => isMeant).map(({ words }) => words.toLowerCase()),
  );
  const typed = offered
    .filter(({ isMeant, right }) => !isMeant && right !== undefined)
    .reduce((sum, { right }) => sum + 2 + (right?.value ?? '').length, 0);
  const byHand = missed
    .filter((each) => times.includes(each))
    .reduce((sum, { value = '' }) => sum + 5 + value.length, 0);
  const wrong = offered.filter(({ right }) => right === undefined).length;
  return groups.size + typed + byHand + wrong;
}

function printTotals(): void {
  const { mentions, keys, named, later, laterOffered, offers, wrong } = totals;
  const each = keys / mentions;
  report('\nAll sources', [
    ['mentions, of them named', `${mentions}, ${named}`],
    ['keys a mention', verdict(each.toFixed(2), `below ${LIMITS.keys}`, each < LIMITS.keys)],
    [
      'later named mentions offered',
      verdict(share(laterOffered, later), 'at least 95 %', laterOffered >= LIMITS.offered * later),
    ],
    ['false offers', verdict(share(wrong, offers), 'below 2 %', wrong < LIMITS.wrong * offers)],
  ]);
}

function printWrong(): void {
  for (const { going, passed } of all) {
    const { lines, text } = going.text;
    const at = (start: number): string => {
      const { line, character } = lines.positionAt(start);
      return `${going.path}:${line + 1}:${character + 1}`;
    };
    for (const { suggestion, words, right, isMeant } of passed.offers) {
      if (right === undefined)
        console.log('wrong ', at(suggestion.span.start), suggestion.kind, words);
      else if (!isMeant) {
        const { value, entity } = right;
        console.log(
          'other ',
          at(suggestion.span.start),
          JSON.stringify(suggestion),
          '→',
          entity?.id,
          entity?.type,
          value,
        );
      }
    }
    for (const right of passed.missed) {
      const words = text.slice(right.start, right.end);
      console.log(
        'missed',
        at(right.start),
        isNamed(words) ? 'named' : '-',
        words,
        right.entity?.id ?? right.value,
      );
    }
  }
}

/** Of the characters that are no white space: how much of what is proposed is declared, and the reverse. */
function bodyAgreement(
  { text, codePoints }: SourceText,
  declared: readonly (readonly [number, number])[],
): string {
  const proposed = new Spans(bodyRangesOf(text));
  const said = new Spans(
    declared.map(([start, end]) => ({
      start: codePoints.toUtf16(start),
      end: codePoints.toUtf16(end),
    })),
  );
  let [both, ours, theirs] = [0, 0, 0];
  for (const { index } of text.matchAll(/\S/g)) {
    const at = { start: index, end: index + 1 };
    const [isOurs, isTheirs] = [proposed.contain(at), said.contain(at)];
    if (isOurs) ours += 1;
    if (isTheirs) theirs += 1;
    if (isOurs && isTheirs) both += 1;
  }
  return `${share(both, ours)}, ${share(both, theirs)}`;
}

function found(offers: readonly Offer[]): number {
  return offers.filter(({ right }) => right !== undefined).length;
}

function precision(offers: readonly Offer[]): string {
  return share(found(offers), offers.length);
}

function meant(offers: readonly Offer[]): string {
  return share(offers.filter(({ isMeant }) => isMeant).length, found(offers));
}

function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${((part / whole) * PERCENT).toFixed(1)} % (${part} of ${whole})`;
}

function verdict(figure: string, limit: string, holds: boolean): string {
  if (!holds) process.exitCode = 1;
  return `${figure}  ${holds ? 'ok' : 'MISSED'}, ${limit}`;
}
