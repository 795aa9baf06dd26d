/** Where in a YAML file an offset is, found from the lines around it, so that the file may be broken. */
import type { ShapeStep } from '../shape/fileShapes';
import type { Span } from '../text/span';
import { flowPlaceAt, type FlowEntry, type FlowPlace } from './flowScan';
import { lineAfter, lineAt, lineBefore, quoteEnd, scalarText, type YamlLine } from './lines';

/** `item`: an item of a list that may be a word, or become a map. */
export interface YamlPlace {
  readonly kind: 'key' | 'value' | 'item';
  /** To the value or item; for a key to the map that it is in. */
  readonly steps: readonly ShapeStep[];
  /** The word at the offset, which is what a completion replaces; in one line. */
  readonly span: Span;
  /** Of the map that so many steps lead to, what its keys say where that is one word; in no order. */
  readonly scope: (depth: number) => ReadonlyMap<string, string>;
  /** Keys of the innermost map, without the one at the offset. */
  readonly siblings: ReadonlySet<string>;
  /** Whether a colon stands behind the word already. */
  readonly hasColon: boolean;
  readonly inFlow: boolean;
}

/** A flow collection of more lines is not looked for. */
const MOST_FLOW_LINES = 80;
/** More lines of one map are not looked through. */
const MOST_LINES = 4_000;

/** Absent in comments and in texts of several lines. */
export function placeAt(text: string, offset: number): YamlPlace | undefined {
  const line = lineAt(text, offset);
  if (isInComment(text, line, offset)) return undefined;
  return flowPlace(text, line, offset) ?? blockPlace(text, line, offset);
}

function isInComment(text: string, line: YamlLine, offset: number): boolean {
  const comment = line.isBlank ? line.start : line.value.end;
  const hash = text.indexOf('#', comment);
  return hash !== -1 && hash < line.end && offset > hash;
}

function flowPlace(text: string, line: YamlLine, offset: number): YamlPlace | undefined {
  let starter: YamlLine | undefined = line;
  for (let count = 0; count < MOST_FLOW_LINES && starter !== undefined; count++) {
    const isAbove = starter.start < line.start;
    const isOuter = !isAbove || columnOf(line, offset) > starter.column;
    const { start, end } = starter.value;
    if (isOuter && start < end && /[{[]/.test(text.charAt(start)) && start < offset) {
      const found = flowPlaceAt(text, start, offset);
      if (found !== undefined) return inFlow(text, starter, found);
    }
    if (isAbove && starter.key !== undefined && starter.column === 0) return undefined;
    starter = lineBefore(text, starter);
  }
  return undefined;
}

/** Of a line without anything on it the column of the caret. */
function columnOf(line: YamlLine, offset: number): number {
  return line.isBlank ? offset - line.start : line.column;
}

function inFlow(text: string, starter: YamlLine, flow: FlowPlace): YamlPlace | undefined {
  const owner = ownerOf(text, starter, starter.column);
  if (owner === undefined) return undefined;
  const above = starter.key === undefined ? owner.steps : [...owner.steps, starter.key];
  const steps = [...above, ...flow.steps];
  const { span, kind } = flow;
  const inner = flow.scopes.at(-1);
  const isInMap =
    inner !== undefined && steps.length - (kind === 'value' ? 1 : 0) === above.length + inner.depth;
  const others = isInMap ? inner.entries.filter(({ keySpan }) => keySpan.start !== span.start) : [];
  return {
    kind: kind === 'value' && steps.at(-1) === undefined ? 'item' : kind,
    steps,
    span,
    scope: (depth) => {
      const scope = flow.scopes.find((each) => above.length + each.depth === depth);
      return scope === undefined ? owner.scope(depth) : wordsOf(scope.entries);
    },
    siblings: new Set(others.map(({ key }) => key)),
    hasColon: /^[ \t]*:/.test(text.slice(span.end, span.end + 20)),
    inFlow: true,
  };
}

function wordsOf(entries: readonly FlowEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ key, value }) => [key, value]));
}

function blockPlace(text: string, line: YamlLine, offset: number): YamlPlace | undefined {
  const { keySpan, key, value } = line;
  if (keySpan !== undefined && key !== undefined && offset > keySpan.end) {
    const owner = ownerOf(text, line, line.column);
    if (owner === undefined || isBlockScalar(text, line)) return undefined;
    const span =
      offset < value.start ? { start: offset, end: offset } : wordAt(text, value, offset);
    const steps = [...owner.steps, key];
    return {
      ...owner,
      kind: 'value',
      steps,
      span,
      siblings: new Set(),
      hasColon: false,
      inFlow: false,
    };
  }
  const column = columnOf(line, offset);
  const isItem = line.dashes.length > 0;
  if (isItem && offset <= line.start + (line.dashes.at(-1) ?? 0)) return undefined;
  const owner = ownerOf(text, line, column);
  if (owner === undefined) return undefined;
  const start = Math.min(offset, line.isBlank ? offset : line.start + line.column);
  const span = keySpan ?? { start, end: Math.max(offset, line.isBlank ? offset : value.end) };
  const own = keySpan === undefined ? undefined : key;
  const siblings = new Set(
    [...owner.scope(owner.steps.length).keys()].filter((each) => each !== own),
  );
  const isKey = !isItem || keySpan !== undefined;
  return {
    ...owner,
    kind: isKey ? 'key' : 'item',
    span,
    siblings,
    hasColon: keySpan !== undefined,
    inFlow: false,
  };
}

/** The whole value; of a quoted one with its quotes. */
function wordAt(text: string, value: Span, offset: number): Span {
  const isQuoted = value.start < value.end && /["']/.test(text.charAt(value.start));
  const end = isQuoted ? quoteEnd(text, value.start, value.end) : value.end;
  return { start: value.start, end: Math.max(end, offset) };
}

function isBlockScalar(text: string, { value }: YamlLine): boolean {
  return /^[|>][-+0-9]*$/.test(text.slice(value.start, value.end));
}

interface Owner {
  readonly steps: readonly ShapeStep[];
  readonly scope: YamlPlace['scope'];
}

/** A map in the block lines, by its first known line and the column of its keys. */
interface BlockMap {
  readonly depth: number;
  readonly line: YamlLine;
  readonly column: number;
}

/** What leads to the map whose keys stand at the column of a line; absent where no map can be. */
function ownerOf(text: string, from: YamlLine, fromColumn: number): Owner | undefined {
  const steps: ShapeStep[] = [];
  const maps: { readonly above: number; readonly line: YamlLine; readonly column: number }[] = [];
  let line = from;
  let column = fromColumn;
  for (;;) {
    maps.push({ above: steps.length, line, column });
    const first = firstOfItem(text, line, column);
    if (first !== undefined) {
      const dashes = first.dashes.toReversed();
      steps.push(...dashes.map(() => undefined));
      column = dashes.at(-1) ?? 0;
      line = first;
    }
    if (column === 0 && first === undefined) break;
    const owner = keyAbove(text, line, column, first !== undefined);
    if (owner?.key === undefined) {
      if (owner === undefined && column === 0) break;
      return undefined;
    }
    steps.push(owner.key);
    line = owner;
    column = owner.column;
  }
  const depth = steps.length;
  const known: readonly BlockMap[] = maps.map((each) => ({ ...each, depth: depth - each.above }));
  return {
    steps: steps.toReversed(),
    scope: (wanted) => {
      const map = known.find((each) => each.depth === wanted);
      return map === undefined ? new Map() : wordsAround(text, map);
    },
  };
}

/** The line with the dash that begins the item in which the keys at `column` are; absent outside of lists. */
function firstOfItem(text: string, from: YamlLine, column: number): YamlLine | undefined {
  let line: YamlLine | undefined = from;
  for (let count = 0; line !== undefined && count < MOST_LINES; count++) {
    if (!line.isBlank || line === from) {
      if (line.dashes.length > 0 && line.column === column) return line;
      // A dash with nothing behind it: the map begins in the next line.
      if (line !== from && line.dashes.length > 0 && isEmpty(line)) {
        const dash = line.dashes.at(-1) ?? 0;
        if (dash < column) return line;
      }
      const left = line.dashes[0] ?? line.column;
      if (line !== from && left < column) return undefined;
    }
    line = lineBefore(text, line);
  }
  return undefined;
}

function isEmpty({ key, value }: YamlLine): boolean {
  return key === undefined && value.start === value.end;
}

/** The line whose key has what stands at the column as its value. */
function keyAbove(
  text: string,
  from: YamlLine,
  column: number,
  isList: boolean,
): YamlLine | undefined {
  for (let line = lineBefore(text, from); line !== undefined; line = lineBefore(text, line)) {
    if (line.isBlank) continue;
    const isDash = line.dashes.length > 0;
    if (isList && isDash && (line.dashes[0] ?? 0) === column) continue;
    // The items of a list may stand right below its key.
    const isLeft = line.column < column || (isList && !isDash && line.column === column);
    if (isLeft && line.key !== undefined) {
      return line.value.start === line.value.end ? line : { ...line, key: undefined };
    }
    if (isLeft) return { ...line, key: undefined };
  }
  return undefined;
}

/** The keys of a map and what they say, from the lines above and below one of its own. */
function wordsAround(text: string, { line, column }: BlockMap): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (each: YamlLine): void => {
    const { key, value } = each;
    if (key === undefined || each.column !== column) return;
    words.set(key, scalarText(text.slice(value.start, value.end)));
  };
  add(line);
  let isFirst = line.dashes.length > 0 && line.column === column;
  let count = 0;
  for (let up = lineBefore(text, line); up !== undefined && !isFirst; up = lineBefore(text, up)) {
    if (++count > MOST_LINES) break;
    if (up.isBlank) continue;
    const left = up.dashes[0] ?? up.column;
    if (left < column && up.column !== column) break;
    add(up);
    isFirst = up.dashes.length > 0 && up.column === column;
  }
  for (let down = lineAfter(text, line); down !== undefined; down = lineAfter(text, down)) {
    if (++count > 2 * MOST_LINES) break;
    if (down.isBlank) continue;
    if ((down.dashes[0] ?? down.column) < column) break;
    add(down);
  }
  return words;
}
