/** Lines of YAML as they are typed: their dashes, key and value, whether or not the whole can be parsed. */
import type { Span } from '../text/span';

/** Offsets are UTF-16 code units of the file, columns count from 0. */
export interface YamlLine extends Span {
  /** Column of each dash, from the left. */
  readonly dashes: readonly number[];
  /** Column of what stands behind indentation and dashes; of the end when nothing does. */
  readonly column: number;
  readonly key: string | undefined;
  /** Of the key, without its colon. */
  readonly keySpan: Span | undefined;
  /** Of the value or, without a key, of what stands there; without a comment behind it. Empty at its place. */
  readonly value: Span;
  /** Whether it holds nothing, or only a comment. */
  readonly isBlank: boolean;
}

/** A plain key ends in a sign that is no space, so that a line of spaces is gone through once. */
const KEY =
  /^("(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s#'"{}[\],&*!|>%@`](?:(?:[^#\n]|(?<!\s)#)*?(?:[^\s#]|(?<!\s)#))??)[ \t]*:(?=[ \t]|$)/;

/** The line that holds the offset. */
export function lineAt(text: string, offset: number): YamlLine {
  // A search from before the text would begin at its first character.
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  return readLine(text, start, feed === -1 ? text.length : feed);
}

export function lineBefore(text: string, { start }: Span): YamlLine | undefined {
  return start === 0 ? undefined : lineAt(text, start - 1);
}

export function lineAfter(text: string, { end }: Span): YamlLine | undefined {
  return end >= text.length ? undefined : lineAt(text, end + 1);
}

function readLine(text: string, start: number, feed: number): YamlLine {
  const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
  const line = text.slice(start, end);
  let at = indentOf(line, 0);
  const dashes: number[] = [];
  while (line[at] === '-' && (at + 1 === line.length || /[ \t]/.test(line[at + 1] ?? ''))) {
    dashes.push(at);
    at = indentOf(line, at + 1);
  }
  const rest = line.slice(at);
  const match = KEY.exec(rest);
  const written = match?.[1];
  const valueFrom = indentOf(line, at + (match?.[0].length ?? 0));
  const valueTo = contentEnd(line, valueFrom);
  const span = (from: number, to: number): Span => ({ start: start + from, end: start + to });
  return {
    start,
    end: feed,
    dashes,
    column: at,
    key: written === undefined ? undefined : scalarText(written),
    keySpan: written === undefined ? undefined : span(at, at + written.length),
    value: span(valueFrom, Math.max(valueFrom, valueTo)),
    isBlank: dashes.length === 0 && (rest === '' || rest.startsWith('#')),
  };
}

function indentOf(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\ufeff') at++;
  return at;
}

/** Before a comment and the space in front of it. */
function contentEnd(line: string, from: number): number {
  let end = line.length;
  for (let at = from; at < line.length; at++) {
    const character = line.charAt(at);
    if ((character === '"' || character === "'") && /[\s{[,:]/.test(line[at - 1] ?? ' ')) {
      at = quoteEnd(line, at) - 1;
    } else if (character === '#' && (at === 0 || /\s/.test(line[at - 1] ?? ''))) {
      end = at;
      break;
    }
  }
  while (end > from && /\s/.test(line[end - 1] ?? '')) end--;
  return end;
}

/** Behind the closing quote of what is quoted at `at`; the end of the line when it is not closed there. */
export function quoteEnd(text: string, at: number, limit = text.length): number {
  const quote = text[at];
  for (let index = at + 1; index < limit; index++) {
    const character = text[index];
    if (character === '\n') return index;
    if (character === '\\' && quote === '"') index++;
    else if (character === quote) {
      if (quote !== "'" || text[index + 1] !== "'") return index + 1;
      index++;
    }
  }
  return limit;
}

/** What a scalar says, closed or not: good enough to look up an id. */
export function scalarText(written: string): string {
  const quote = written.charAt(0);
  if (quote !== '"' && quote !== "'") return written;
  const inner = written.slice(1).replace(quote === '"' ? /"$/ : /'$/, '');
  if (quote === "'") return inner.replaceAll("''", "'");
  return inner.replaceAll(/\\(.)/g, '$1');
}
