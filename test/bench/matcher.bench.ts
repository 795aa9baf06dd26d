/**
 * Every name in ten megabytes of text, English and scripts mixed: ours, the fastest matcher on npm, and one regular
 * expression. The rivals find the same places, and get a folded text for nothing. Figures are milliseconds of the
 * processor; the exit code is 1 when a target is missed.
 */
import { NameMatcher, type NameHit } from '../../src/core/matching/matcher/nameMatcher';
import type { Span } from '../../src/core/text/span';
import { annotatedTexts } from './corpus';
import { englishNames, mixedNames } from './matching/names';
import { ahoCorasick, alternation, foldedText, type Rival } from './matching/rivals';
import { englishText, mixedText } from './matching/texts';
import { collectGarbage, elapsed, median, report } from './measure';
import { judge, type Verdict } from './verdicts';

const LENGTH = 10_000_000;
const ROUNDS = 9;
/** How much of a rival's time ours may take. */
const TARGETS = [
  { count: 100, limit: 1 / 2, withRegExp: true },
  { count: 10_000, limit: 1 / 1.5, withRegExp: false },
];
const MEGABYTES = 64;
const MANY = 100_000;
const LAST_HANGUL = /\p{Script=Hangul}$/u;

const english = annotatedTexts().map(({ source }) => source.text);
const cases = [
  { name: 'English', text: englishText(LENGTH, english), namesOf: englishNames, isMixed: false },
  { name: 'mixed scripts', text: mixedText(LENGTH, english), namesOf: mixedNames, isMixed: true },
];
const verdicts: Verdict[] = [];

// Before anything else is there that could go meanwhile.
for (const { name, text, namesOf } of cases) {
  for (const { count } of TARGETS) {
    measureMemory(`${name}, ${count} names`, namesOf(count, english), text);
  }
}
for (const { name, text, namesOf, isMixed } of cases) {
  const folded = foldedText(text);
  for (const { count, limit, withRegExp } of TARGETS) {
    const names = namesOf(count, english);
    const rivals = [ahoCorasick(names, folded)];
    // Edges that every script has in its own way cannot be said in one expression.
    if (withRegExp && !isMixed) rivals.push(alternation(names, folded));
    const title = `${name}, ${count} names in ${LENGTH / 1e6} million characters`;
    compare(title, limit, matcherOf(names), text, rivals);
  }
}
measureMany();
judge('Targets', verdicts);

function compare(
  title: string,
  limit: number,
  matcher: NameMatcher,
  text: string,
  rivals: readonly Rival[],
): void {
  const hits = matcher.hits(text);
  const inflected = hits.filter((hit) => isSlavicForm(text, hit)).length;
  const seen = rivals.map((rival) => sameHits(text, hits, rival));
  const own: number[] = [];
  const others = rivals.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(elapsed(() => matcher.hits(text)));
    for (const [index, rival] of rivals.entries()) others[index]?.push(elapsed(rival.spans));
  }
  const fastest = Math.min(...others.map(median));
  report(title, [
    [
      'ours',
      `${figure(median(own))}, ${hits.length} hits, ${inflected} of them with Slavic endings`,
    ],
    ...rivals.map(({ name }, index): [string, string] => [
      name,
      `${figure(median(others[index] ?? []))}, ${seen[index] ?? 0} hits`,
    ]),
    ['faster than the fastest of them', `${(fastest / median(own)).toFixed(1)}×`],
  ]);
  verdicts.push({
    name: title,
    figure: median(own) / fastest,
    limit,
    unit: '×',
    from: 'the fastest',
  });
}

/** How many a rival finds; throws unless they are ours, but for other endings, which only we look for. */
function sameHits(text: string, hits: readonly NameHit[], rival: Rival): number {
  const keyOf = ({ start, end }: Span): string => `${start} ${end}`;
  const spans = rival.spans();
  const theirs = new Set(spans.map(keyOf));
  const ours = new Set(hits.map(keyOf));
  const missed = spans.filter((span) => !ours.has(keyOf(span)));
  const more = hits.filter((hit) => !theirs.has(keyOf(hit)) && !isSlavicForm(text, hit));
  const [odd] = [...missed, ...more];
  if (odd !== undefined) {
    throw new Error(`${rival.name} differs at “${text.slice(odd.start, odd.end)}”, ${odd.start}`);
  }
  return spans.length;
}

function isSlavicForm(text: string, { start, end, form }: NameHit): boolean {
  return form === 'inflected' && !LAST_HANGUL.test(text.slice(start, end));
}

/** What a matcher keeps after a search, arrays and objects; the hits are not its own. */
function measureMemory(title: string, names: readonly string[], text: string): void {
  const before = memory();
  const matcher = matcherOf(names);
  const hits = matcher.hits(text).length;
  const kept = memory() - before;
  if (matcher.hits(text, { start: 0, end: 1_000_000 }).length > hits)
    throw new Error('more in less');
  verdicts.push({
    name: `memory, ${title}`,
    figure: kept,
    limit: MEGABYTES,
    unit: 'MB',
    from: 'kept',
  });
}

function measureMany(): void {
  const names = mixedNames(MANY, english);
  const before = memory();
  let matcher = matcherOf([]);
  const built = elapsed(() => (matcher = matcherOf(names)));
  const kept = memory() - before;
  if (matcher.ignored.length > 0) throw new Error('names that are not looked for');
  report(`${MANY} names in mixed scripts`, [
    ['built', figure(built)],
    ['kept', `${kept.toFixed(0)} MB`],
  ]);
  verdicts.push({
    name: `building ${MANY} names`,
    figure: built,
    limit: 1_500,
    unit: 'ms',
    from: '',
  });
}

function matcherOf(names: readonly string[]): NameMatcher {
  return new NameMatcher(names.map((text) => ({ text, id: text })));
}

/** Megabytes. */
function memory(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function figure(ms: number): string {
  return `${ms.toFixed(0)} ms`;
}
