/** Where one is in a flow collection, `{ key: value }` or `[a, b]`, that need not be closed. */
import type { ShapeStep } from '../shape/fileShapes';
import type { Span } from '../text/span';
import { quoteEnd, scalarText } from './lines';

export interface FlowEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
}

interface Frame {
  readonly isMap: boolean;
  readonly entries: FlowEntry[];
  key: { readonly text: string; readonly span: Span } | undefined;
  /** Of the word that is being read; absent between words. */
  token: { start: number; end: number } | undefined;
}

export interface FlowPlace {
  /** From the start of the outermost collection. */
  readonly steps: readonly ShapeStep[];
  readonly kind: 'key' | 'value';
  /** The word at the offset. */
  readonly span: Span;
  /** Of each map that is open there, from the outermost, with how many steps lead to it. */
  readonly scopes: readonly { readonly depth: number; readonly entries: readonly FlowEntry[] }[];
}

/** More text is not looked through for what follows the offset. */
const MOST_AHEAD = 4_000;

/** Absent when every collection that starts at `start` is closed before the offset. */
export function flowPlaceAt(text: string, start: number, offset: number): FlowPlace | undefined {
  const stack: Frame[] = [];
  let at = start;
  while (at < offset) {
    const next = step(text, at, stack);
    if (next > offset) break;
    at = next;
    if (stack.length === 0) return undefined;
  }
  const top = stack.at(-1);
  if (top === undefined) return undefined;
  const key = top.isMap ? top.key : undefined;
  const kind = top.isMap && key === undefined ? 'key' : 'value';
  const word = top.token?.start ?? offset;
  // A word of the line above is another one: what is typed here was not there before.
  const from = text.slice(word, offset).includes('\n') ? offset : word;
  const span = { start: from, end: wordEnd(text, from, offset, kind) };
  const steps = stack.flatMap((frame): readonly ShapeStep[] => {
    if (!frame.isMap) return [undefined];
    return frame.key === undefined ? [] : [frame.key.text];
  });
  const depths = stack.map(
    (_, index) =>
      stack.slice(0, index).filter((each) => !each.isMap || each.key !== undefined).length,
  );
  readAhead(text, span.end, stack);
  const scopes = stack.flatMap(({ isMap, entries }, index) =>
    isMap ? [{ depth: depths[index] ?? 0, entries }] : [],
  );
  return { steps, kind, span, scopes };
}

/** Reads one word or sign into the stack, whose innermost frame is last; gives where the next is. */
function step(text: string, at: number, stack: Frame[]): number {
  const character = text.charAt(at);
  const top = stack.at(-1);
  switch (character) {
    case '{':
    case '[':
      stack.push({ isMap: character === '{', entries: [], key: undefined, token: undefined });
      return at + 1;
    case '}':
    case ']':
      if (top !== undefined) finish(text, top);
      stack.pop();
      return at + 1;
    case ',':
      if (top !== undefined) finish(text, top);
      return at + 1;
    case '"':
    case "'":
      if (top?.token === undefined) {
        const end = quoteEnd(text, at);
        if (top !== undefined) top.token = { start: at, end };
        return end;
      }
      break;
    case ':':
      if (top?.isMap === true && top.key === undefined && endsKey(text, at, top)) {
        const { start, end } = top.token ?? { start: at, end: at };
        top.key = { text: scalarText(text.slice(start, end)), span: { start, end } };
        top.token = undefined;
        return at + 1;
      }
      break;
    case ' ':
    case '\t':
    case '\r':
    case '\n':
      return at + 1;
    case '#':
      if (/\s/.test(text[at - 1] ?? ' ')) {
        const feed = text.indexOf('\n', at);
        return feed === -1 ? text.length : feed;
      }
  }
  if (top !== undefined) {
    const { start, end } = top.token ?? { start: at, end: at };
    const isNew = text.slice(end, at).includes('\n');
    top.token = { start: isNew ? at : start, end: at + 1 };
  }
  return at + 1;
}

function endsKey(text: string, at: number, { token }: Frame): boolean {
  const isQuoted = token !== undefined && /["']/.test(text.charAt(token.start));
  return isQuoted || /^(?:[\s,}\]]|$)/.test(text.slice(at + 1, at + 2));
}

function finish(text: string, frame: Frame): void {
  const { isMap, key, token } = frame;
  if (isMap && key !== undefined) {
    const value = token === undefined ? '' : scalarText(text.slice(token.start, token.end));
    frame.entries.push({ key: key.text, keySpan: key.span, value });
  } else if (isMap && token !== undefined) {
    const { start, end } = token;
    frame.entries.push({
      key: scalarText(text.slice(start, end)),
      keySpan: { start, end },
      value: '',
    });
  }
  frame.key = undefined;
  frame.token = undefined;
}

/** To the end of the word at the offset: of a key before its colon. */
function wordEnd(text: string, start: number, offset: number, kind: 'key' | 'value'): number {
  if (start < offset && /["']/.test(text.charAt(start)))
    return Math.max(offset, quoteEnd(text, start));
  const stop = kind === 'key' ? /[,}\]\n:]/ : /[,}\]\n]/;
  let end = offset;
  while (end < text.length && !stop.test(text.charAt(end))) end++;
  while (end > offset && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** What follows in the maps that are open. */
function readAhead(text: string, from: number, stack: readonly Frame[]): void {
  const open = [...stack];
  const top = open.at(-1);
  if (top !== undefined && top.token !== undefined) top.token = { ...top.token, end: from };
  const limit = Math.min(text.length, from + MOST_AHEAD);
  for (let at = from; at < limit && open.length > 0;) {
    // A line that begins like a block key ends what was never closed.
    if (text[at] === '\n' && /^\n[ \t]*(?:- )?[\w-]+:(?:\s|$)/.test(text.slice(at, at + 200)))
      break;
    at = step(text, at, open);
  }
  for (const frame of open) finish(text, frame);
}
