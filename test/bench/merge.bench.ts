/**
 * A file of 5,000 annotations merged, each side having changed a tenth of them, half of these the same
 * ones; the same with every annotation changed on both sides, once in fields that differ and once
 * anchored anew; 10,000 annotations all in conflict, merged, opened and one of them decided. Times are
 * those of the processor, the best of several rounds.
 */
import { openFile } from '../../src/core/review/conflicted/openFile';
import { conflictsOf, resolve } from '../../src/core/review/conflicted/resolve';
import { mergeFiles } from '../../src/core/review/merge/mergeFiles';
import { longFile, longText } from './corpus';
import { collectGarbage, elapsed } from './measure';
import { judge, type Verdict } from './verdicts';

const ROUNDS = 12;
const MANY = { annotations: 10_000, entities: 100, events: 100, seed: 4 };
const FILE = longFile('long.txt', longText(3_000_000), { ...MANY, annotations: 5_000 });
const LONG = longFile('long.txt', longText(5_000_000), MANY);

const verdicts: Verdict[] = [];
measure('a tenth of 5,000 changed on each side', 200, FILE.text, [
  changed(FILE.text, (at) => at % 10 === 0, '    note: "ours"'),
  changed(FILE.text, (at) => at % 20 === 0 || at % 10 === 5, '    polarity: negative'),
]);
measure('all of 5,000 changed on both sides', 1_000, FILE.text, [
  changed(FILE.text, () => true, '    note: "ours"'),
  changed(FILE.text, () => true, '    polarity: negative'),
]);
measure('all of 5,000 anchored anew on both sides', 1_000, FILE.text, [
  anchoredAnew(FILE.text, 7),
  anchoredAnew(FILE.text, 11),
]);
const inConflict = measure('all of 10,000 in conflict', 2_000, LONG.text, [
  changed(LONG.text, () => true, '    note: "ours"'),
  changed(LONG.text, () => true, '    note: "theirs"'),
]);
const first = conflictsOf(LONG.path, inConflict)[0]?.key ?? '';
time('10,000 conflicts opened', 3_000, () => openFile(LONG.path, inConflict));
time('10,000 conflicts listed', 4_000, () => conflictsOf(LONG.path, inConflict));
time('one of 10,000 conflicts decided', 2_000, () =>
  resolve(LONG.path, inConflict, first, { kind: 'theirs' }),
);
judge('Limits', verdicts);

/** Gives the merged text. */
function measure(
  name: string,
  limit: number,
  base: string,
  [ours = '', theirs = '']: readonly string[],
): string {
  let text = '';
  time(name, limit, () => {
    const merged = mergeFiles({ path: FILE.path, base, ours, theirs });
    text = merged.kind === 'merged' ? (merged.text ?? '') : '';
  });
  return text;
}

function time(name: string, limit: number, run: () => unknown): void {
  collectGarbage();
  const figures = Array.from({ length: ROUNDS }, () => elapsed(run));
  const figure = Math.min(...figures);
  const from = `best of ${ROUNDS}, the first ${(figures[0] ?? 0).toFixed(0)} ms`;
  verdicts.push({ name, figure, limit, unit: 'ms', from });
}

/** The lines of some records with one more behind their last. */
function changed(text: string, isMeant: (at: number) => boolean, line: string): string {
  let at = -1;
  const lines = text.split('\n').flatMap((each) => {
    if (/^ {2}a-/.test(each)) at++;
    return each.startsWith('    end: ') && isMeant(at) ? [each, line] : [each];
  });
  return own(lines.join('\n'));
}

function anchoredAnew(text: string, by: number): string {
  const moved = text.replace(
    /^( {4}(?:start|end): )(\d+)$/gm,
    (_line, key: string, place: string) => key + String(Number(place) + by),
  );
  return own(moved);
}

/** As it would be read from a file: a text that was put together is slower to read. */
function own(text: string): string {
  return Buffer.from(text).toString();
}
