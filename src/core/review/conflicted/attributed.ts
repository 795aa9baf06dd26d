/**
 * Whose the lines are that git merged by itself. Next to a conflict they may be a part of what one side
 * did, of which the other part is in the conflict: read as both sides', they would make records that
 * nobody wrote. With the base, a change counts as of the side where it makes the fewest records differ.
 */
import { textOf } from '../../storage/node';
import { readYaml } from '../../storage/readYaml';
import { diffLines } from '../compare/lineDiff';
import { annotationView } from '../merge/annotationView';
import { withOpenSections } from './tornLists';
import type { MarkedConflict, Stretch } from '../../storage/markerTree';

export interface BothTexts {
  readonly ours: string;
  readonly theirs: string;
}

/** Beyond that many characters to read again the lines stay with both. */
const MOST_READING = 20_000_000;
/** What is said of a record that both sides cannot have meant so. */
const ODD = 2;
const UNREADABLE = 1_000_000;
/** So far from a conflict nothing is a part of it. */
const NEAR = 40;

/** A change of the base outside of the conflicts: clean lines `[first, end)` in the place of others. */
interface CleanChange {
  readonly first: number;
  readonly end: number;
  readonly before: readonly string[];
}

type Owner = 'both' | 'ours' | 'theirs';

/** The lines of an annotation file between its conflicts, and these; `texts` where nothing is to be told. */
export function attributed(tree: readonly Stretch[], texts: BothTexts, base: string): BothTexts {
  const lines = linesOf(tree);
  const changes = cleanChanges(lines, linesIn(base)).filter((change) => isNear(lines, change));
  if (changes.length === 0 || changes.length * base.length * 5 > MOST_READING) return texts;
  const known = recordsOf(base);
  if (known === undefined) return texts;
  const owners = new Map<CleanChange, Owner>();
  const sideOf = (side: 'ours' | 'theirs'): string => sideText(lines, side, owners);
  const cost = (): number => costOf(known, recordsOf(sideOf('ours')), recordsOf(sideOf('theirs')));
  for (const change of changes) {
    const [both, ours, theirs] = (['both', 'ours', 'theirs'] as const).map((owner) => {
      owners.set(change, owner);
      return cost();
    });
    const best = Math.min(ours ?? 0, theirs ?? 0);
    const isClear = ours !== theirs && best < (both ?? 0);
    owners.set(change, isClear ? (best === ours ? 'ours' : 'theirs') : 'both');
  }
  return { ours: sideOf('ours'), theirs: sideOf('theirs') };
}

/** A line between conflicts, or a conflict with the lines of its sides. */
type Line =
  | { readonly text: string }
  | { readonly ours: readonly string[]; readonly theirs: readonly string[] };

function linesOf(tree: readonly Stretch[]): readonly Line[] {
  return tree.flatMap((each): readonly Line[] =>
    typeof each === 'string'
      ? linesIn(each).map((text) => ({ text }))
      : [{ ours: linesIn(plain(each, 'ours')), theirs: linesIn(plain(each, 'theirs')) }],
  );
}

function plain(conflict: MarkedConflict, side: 'ours' | 'theirs'): string {
  const texts = conflict[side].map((each) =>
    typeof each === 'string' ? each : plain(each, 'ours'),
  );
  return texts.join('');
}

function linesIn(text: string): readonly string[] {
  return text.match(/.*\n|.+$/g) ?? [];
}

/**
 * What differs from the base, in order; a conflict counts as one line of `lines`. A change counts where
 * both sides show it. They may show it against other lines of the base, because lines repeat: then the
 * fewest of these are replaced by it.
 */
function cleanChanges(lines: readonly Line[], base: readonly string[]): readonly CleanChange[] {
  const ours = changesOf(lines, 'ours', base);
  const theirs = changesOf(lines, 'theirs', base);
  const keyOf = ({ first, end, before }: CleanChange): string =>
    `${first} ${end} ${before.join('')}`;
  const both = new Set(theirs.map(keyOf));
  const isIn = (changes: readonly CleanChange[], { first, end }: CleanChange): boolean =>
    first < end && changes.some((other) => other.first <= first && end <= other.end);
  const found = [
    ...ours.filter((change) => both.has(keyOf(change)) || isIn(theirs, change)),
    ...theirs.filter((change) => isIn(ours, change)),
  ].sort((a, b) => a.before.length - b.before.length);
  const chosen: CleanChange[] = [];
  for (const change of found) {
    const { first, end } = change;
    const isApart = chosen.every((other) => other.end < first || end < other.first);
    if (isApart) chosen.push(change);
  }
  return chosen.sort((a, b) => a.first - b.first);
}

function changesOf(
  lines: readonly Line[],
  side: 'ours' | 'theirs',
  base: readonly string[],
): readonly CleanChange[] {
  const places: number[] = [];
  const own = lines.flatMap((line, index) => {
    const each = 'text' in line ? [line.text] : line[side];
    for (let count = each.length; count > 0; count--) places.push(index);
    return each;
  });
  return diffLines(base, own).flatMap(({ before, after }): readonly CleanChange[] => {
    const first = after.first === 0 ? 0 : (places[after.first - 1] ?? -1) + 1;
    const end = places[after.end] ?? lines.length;
    const touched = lines.slice(Math.max(first - 1, 0), end + 1);
    const isClean = touched.every((line) => 'text' in line);
    const isWhole = end - first === after.end - after.first;
    return isClean && isWhole ? [{ first, end, before: base.slice(before.first, before.end) }] : [];
  });
}

/** Whether a conflict is close, with one record between them at most. */
function isNear(lines: readonly Line[], { first, end }: CleanChange): boolean {
  const reaches = (from: number, step: 1 | -1): boolean => {
    let heads = 0;
    for (let at = from; Math.abs(at - from) < NEAR; at += step) {
      const line = lines[at];
      if (line === undefined) return false;
      if (!('text' in line)) return true;
      if (/^ {0,2}[^ \n#]/.test(line.text) && ++heads > 1) return false;
    }
    return false;
  };
  return reaches(end, 1) || reaches(first - 1, -1);
}

function sideText(
  lines: readonly Line[],
  side: 'ours' | 'theirs',
  owners: ReadonlyMap<CleanChange, Owner>,
): string {
  const other = side === 'ours' ? 'theirs' : 'ours';
  const undone = [...owners].flatMap(([change, owner]) => (owner === other ? [change] : []));
  const texts: string[] = [];
  let at = 0;
  for (const { first, end, before } of [
    ...undone,
    { first: lines.length, end: lines.length, before: [] },
  ]) {
    for (const line of lines.slice(at, first)) {
      texts.push('text' in line ? line.text : line[side].join(''));
    }
    texts.push(...before);
    at = end;
  }
  return texts.join('');
}

type Records = ReadonlyMap<string, string>;

function recordsOf(text: string): Records | undefined {
  const view = annotationView(withOpenSections(text));
  if (view === undefined) return undefined;
  const records = [...view.records].flatMap(([section, { parts }]) =>
    parts.map((part) => [`${section}/${part.key}`, part.text] as const),
  );
  return new Map(records);
}

/** How many records differ from the base, those that nobody can have written counted more than once. */
function costOf(base: Records, ours: Records | undefined, theirs: Records | undefined): number {
  if (ours === undefined || theirs === undefined) return UNREADABLE;
  let cost = differences(base, ours) + differences(base, theirs);
  for (const [key, lines] of ours) {
    const other = theirs.get(key);
    if (other !== undefined && other !== lines && !base.has(key)) cost += ODD;
  }
  return cost;
}

function differences(base: Records, own: Records): number {
  let cost = 0;
  for (const [key, lines] of own) {
    if (base.get(key) !== lines) cost += fitsItsPlace(lines) ? 1 : 1 + ODD;
  }
  for (const key of base.keys()) if (!own.has(key)) cost++;
  return cost;
}

/** Whether the quote of a record is as long as its place; what has none fits. */
function fitsItsPlace(lines: string): boolean {
  const quote = /^ {4}exact: ("(?:[^"\\\n]|\\.)*")/m.exec(lines)?.[1];
  const start = /^ {4}start: (\d+)/m.exec(lines)?.[1];
  const end = /^ {4}end: (\d+)/m.exec(lines)?.[1];
  if (quote === undefined || start === undefined || end === undefined) return true;
  const { root } = readYaml(quote);
  return Array.from(textOf(root) ?? '').length === Number(end) - Number(start);
}
