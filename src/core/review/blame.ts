/** Who wrote the lines of a record and when, as git has it, in words. */
import { count, dotted, shorten } from '../outline/words';
import { LineIndex } from '../text/lines';

/** What git says of one line; who and when are of the author, not of the committer. */
export interface BlamedLine {
  /** The whole id of the commit; absent while the line is not committed. */
  readonly commit?: string | undefined;
  readonly author: string;
  /** When it was written, in seconds since 1970. */
  readonly time: number;
  /** The first line of the message. */
  readonly summary: string;
}

const UNCOMMITTED = 'not committed yet';
const LONGEST_NAME = 40;
const LONGEST_SUMMARY = 60;
const SHORT_ID = 7;

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
/** From the largest; months and years as long as they are on average. */
const UNITS: readonly (readonly [string, number])[] = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/**
 * Who wrote the first of the lines, and who changed any of them last, if that was another commit: as
 * `anna · 3 days ago · 1a2b3c4 “Annotate the call”`. `now` is in seconds since 1970. Empty without lines.
 */
export function blameWords(lines: readonly BlamedLine[], now: number): readonly string[] {
  if (lines.length === 0) return [];
  const committed = lines
    .filter(({ commit }) => commit !== undefined)
    .toSorted((a, b) => a.time - b.time);
  const first = committed[0];
  const last = committed.at(-1);
  if (first === undefined || last === undefined) return [UNCOMMITTED];
  const isChanged = committed.length < lines.length;
  const later = last.commit === first.commit ? [] : [`last changed: ${wordsOf(last, now)}`];
  return [wordsOf(first, now), ...(isChanged ? [`last changed: ${UNCOMMITTED}`] : later)];
}

function wordsOf({ commit = '', author, time, summary }: BlamedLine, now: number): string {
  const id = commit.slice(0, SHORT_ID);
  const said = summary === '' ? id : `${id} “${shorten(summary, LONGEST_SUMMARY)}”`;
  return dotted([shorten(author, LONGEST_NAME), ago(now - time), said]);
}

/** How long ago so many seconds are; what lies ahead, as clocks differ, is just now. */
export function ago(seconds: number): string {
  const unit = UNITS.find(([, length]) => seconds >= length);
  if (unit === undefined) return 'just now';
  const [name, length] = unit;
  return `${count(Math.floor(seconds / length), name)} ago`;
}

/** Lines counted from 0, the last one not included. */
interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** A file as it was blamed: so many lines as the text has, without an empty last one. */
export class BlamedText {
  readonly #text: string;
  readonly #lines: readonly BlamedLine[];
  readonly #index: LineIndex;

  constructor(text: string, lines: readonly BlamedLine[]) {
    this.#text = text;
    this.#lines = lines;
    this.#index = new LineIndex(text);
  }

  /** The lines of the record whose id stands at an offset, or of the whole file, without those of its thread. */
  linesOf(id?: number): readonly BlamedLine[] {
    const { from, to } = this.#record(id);
    const thread = this.#thread(from, to);
    return this.#lines
      .slice(from, to)
      .filter((_, index) => from + index < thread.from || from + index >= thread.to);
  }

  /** The first line of each of `comments` comments in its thread; empty where they are not told apart. */
  commentsOf(comments: number, id?: number): readonly BlamedLine[] {
    const { from, to } = this.#record(id);
    const thread = this.#thread(from, to);
    const starts: BlamedLine[] = [];
    let indent: number | undefined;
    for (let line = thread.from + 1; line < thread.to; line++) {
      const at = /^ *(?=- )/.exec(this.#lineText(line))?.[0].length;
      indent ??= at;
      const blamed = this.#lines[line];
      if (at !== undefined && at === indent && blamed !== undefined) starts.push(blamed);
    }
    return starts.length === comments ? starts : [];
  }

  /** From the line of the id as far as lines are deeper than it. */
  #record(id: number | undefined): LineRange {
    if (id === undefined) return { from: 0, to: this.#lines.length };
    const from = this.#index.positionAt(id).line;
    const indent = Math.max(0, this.#lineText(from).search(/\S/));
    let to = from + 1;
    while (to < this.#lines.length && depthOf(this.#lineText(to)) > indent) to++;
    return { from, to };
  }

  /** The lines from `thread:` on that belong to it; none, at `to`, without a thread. */
  #thread(from: number, to: number): LineRange {
    for (let line = from; line < to; line++) {
      const indent = /^( *)thread:/.exec(this.#lineText(line))?.[1]?.length;
      if (indent === undefined) continue;
      let end = line + 1;
      while (end < to && isBelow(this.#lineText(end), indent)) end++;
      return { from: line, to: end };
    }
    return { from: to, to };
  }

  #lineText(line: number): string {
    const { start, end } = this.#index.lineSpan(line);
    return this.#text.slice(start, end);
  }
}

/** Whether a line belongs to the key above it: deeper, or an item of its list. */
function isBelow(line: string, indent: number): boolean {
  const depth = depthOf(line);
  return depth > indent || (depth === indent && line[depth] === '-');
}

/** Empty lines are as deep as what is around them. */
function depthOf(line: string): number {
  const depth = line.search(/\S/);
  return depth === -1 ? Number.POSITIVE_INFINITY : depth;
}
