/** The items of a list in a file, each known by what tells it apart from the others. */
import { lineEnd, lineStart } from '../../storage/editMap';
import { entryOf, textOf, type SeqNode, type YamlNode } from '../../storage/node';
import { numbered } from './order';
import {
  commentsEnd,
  inBraces,
  meaning,
  shifted,
  type Located,
  type Part,
  type Parts,
} from './parts';

/** An item of a list, a part of it as keys are parts of a map. */
export interface Item extends Part {
  readonly node: YamlNode;
  /** The item on one line as it would stand in brackets. */
  readonly inline: string;
}

/** The keys that tell the items of some lists apart; items of others are what they say. */
const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  roles: ['role', 'target'],
  participants: ['role', 'entity'],
  relations: ['type', 'entity'],
  aliases: ['text'],
};

/** Whether every item can be told apart: lists of lists, and empty items, are one value as a whole. */
export function hasItems(list: SeqNode): boolean {
  return list.items.every(
    (item) => item.kind !== 'seq' && item.start < item.end && textOrMap(item),
  );
}

function textOrMap(item: YamlNode): boolean {
  return item.kind === 'map' || textOf(item) !== undefined;
}

/** Cuts the list of a key; `column` is where the dashes go, absent for a list that stays in brackets. */
export function itemsOf(located: Located, list: SeqNode, column: number | undefined): Parts<Item> {
  const { doc, entry, end } = located;
  const keys = numbered(list.items.map((item) => identityOf(entry.key, item)));
  if (list.flow) {
    const items = list.items.map((node, index): Item => {
      const inline = inlineOf(doc, node);
      const text = column === undefined ? `${inline}\n` : `${' '.repeat(column)}- ${inline}\n`;
      return { key: keys[index] ?? '', loose: '', text, node, inline, located: () => undefined };
    });
    return { parts: items, tail: '' };
  }
  const dash = list.start - lineStart(doc, list.start);
  const by = (column ?? dash) - dash;
  let at = lineEnd(doc, entry.keySpan.end);
  const items = list.items.map((node, index): Item => {
    const start = lineStart(doc, node.start);
    const stop = Math.min(commentsEnd(doc, dash, lineEnd(doc, node.end)), end);
    const loose = shifted(doc.slice(at, start), by);
    at = stop;
    const text = shifted(doc.slice(start, stop), by);
    const inline = inlineOf(doc, node);
    return { key: keys[index] ?? '', loose, text, node, inline, located: () => undefined };
  });
  return { parts: items, tail: shifted(doc.slice(at, end), by) };
}

function inlineOf(doc: string, node: YamlNode): string {
  const source = doc.slice(node.start, node.end);
  const isInline = (node.kind === 'scalar' || node.flow) && !source.includes('\n');
  if (isInline) return source;
  if (node.kind === 'map') {
    const pairs = node.entries.map((entry) => inBraces({ doc, entry, start: 0, end: 0 }));
    return `{ ${pairs.join(', ')} }`;
  }
  return JSON.stringify(textOf(node) ?? '');
}

function identityOf(list: string, item: YamlNode): string {
  if (item.kind !== 'map') return meaning(item);
  const keys = IDENTITIES[list];
  if (keys === undefined) return meaning(item);
  const values = keys.map((key) => entryOf(item, key)?.value);
  const texts = values.map((value) => textOf(value));
  if (texts.includes(undefined)) return meaning(item);
  return texts.map((text) => JSON.stringify(text)).join(' ');
}
