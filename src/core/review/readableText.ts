/**
 * A YAML file of the format in words, for `git diff`: as many lines as it has, each about the same
 * statement as before, because `git blame` counts the lines of what it is shown, too. What is not
 * laid out as the product writes it stays as it is.
 */
import { readCanonicalMap } from '../storage/canonical';
import { plainValue, textOf, type MapNode, type YamlNode } from '../storage/node';
import { readWhole } from '../storage/whole';

/** What a record is called; absent when it is not known. */
export type NameOf = (id: string) => string | undefined;

/** What the fields of an annotation are called in front of their values. */
const WORDS: Readonly<Record<string, string>> = {
  exact: 'passage',
  prefix: 'after',
  suffix: 'before',
  start: 'from',
  end: 'to',
  entity: 'mentions',
  event: 'reports',
};
const QUOTES = new Set(['exact', 'prefix', 'suffix']);
const REFERENCES = new Set(['entity', 'event', 'place', 'target', 'mergedInto', 'decision']);
/** What begins an item of a list in the place of its key. */
const LABELS = new Set(['role', 'by', 'type', 'text']);

const RECORD = /^ {2}([A-Za-z0-9][\w-]*):\s*$/;
const FIELD = /^( *)([A-Za-z][\w-]*): (\S.*)$/;
const ITEM = /^( +- )(\{.*\})\s*$/;
const SECTION = /^(annotations|rejected):\s*$/;

/** Without carriage returns and byte order mark. Never fails: garbage comes out as it is. */
export function readableText(text: string, nameOf: NameOf): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const passages = passagesIn(lines);
  const called: NameOf = (id) => passages.get(id)?.exact ?? nameOf(id);
  let isInSection = false;
  return lines
    .map((line) => {
      if (/^\S/.test(line)) isInSection = SECTION.test(line);
      const id = isInSection ? RECORD.exec(line)?.[1] : undefined;
      const passage = id === undefined ? undefined : passages.get(id);
      if (passage !== undefined) return `  ${id ?? ''} ${inContext(passage)}`;
      return itemLine(line, called) ?? fieldLine(line, isInSection, called);
    })
    .join('\n');
}

interface Passage {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The passages of the records that are laid out over several lines, by their ids. */
function passagesIn(lines: readonly string[]): ReadonlyMap<string, Passage> {
  const passages = new Map<string, Passage>();
  let id: string | undefined;
  let isInSection = false;
  let fields = new Map<string, string>();
  const close = (): void => {
    const exact = fields.get('exact');
    if (id === undefined || exact === undefined) return;
    const [prefix, suffix] = [fields.get('prefix') ?? '', fields.get('suffix') ?? ''];
    passages.set(id, { exact: inOneLine(exact), prefix, suffix });
  };
  for (const line of [...lines, 'end:']) {
    const isTop = /^\S/.test(line);
    const next = isInSection ? RECORD.exec(line)?.[1] : undefined;
    if (isTop || next !== undefined) {
      close();
      id = next;
      fields = new Map();
    }
    if (isTop) isInSection = SECTION.test(line);
    const [, indent, key, value] = FIELD.exec(line) ?? [];
    if (indent?.length === 4 && key !== undefined && value !== undefined && QUOTES.has(key)) {
      const node = scalarOf(value);
      const said = node && textOf(node);
      if (said !== undefined) fields.set(key, said);
    }
  }
  return passages;
}

function inContext({ exact, prefix, suffix }: Passage): string {
  const before = prefix === '' ? '' : `…${inOneLine(prefix)}`;
  const after = suffix === '' ? '' : `${inOneLine(suffix)}…`;
  return `${before}[${exact}]${after}`;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function fieldLine(line: string, isInSection: boolean, nameOf: NameOf): string {
  const [, indent, key, value] = FIELD.exec(line) ?? [];
  if (indent === undefined || key === undefined || value === undefined) return line;
  const said = scalarOf(value);
  if (said === undefined) return line;
  const words = isInSection ? WORDS[key] : undefined;
  return `${indent}${words ?? `${key}:`} ${valueWords(key, said, nameOf)}`;
}

/** An item of a list that is a map in one line, as role, relation, participant and comment are. */
function itemLine(line: string, nameOf: NameOf): string | undefined {
  const [, indent, flow] = ITEM.exec(line) ?? [];
  if (indent === undefined || flow === undefined) return undefined;
  const map = nodeOf(flow);
  if (map?.kind !== 'map') return undefined;
  const parts = map.entries.map(({ key, value }) => ({
    key,
    words:
      value.kind === 'seq'
        ? value.items.map((each) => valueWords('target', each, nameOf)).join(', ')
        : valueWords(key, value, nameOf),
    isTrue: value.kind === 'scalar' && value.value === true,
  }));
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  const rest = others.map(({ key, words, isTrue }) => {
    if (isTrue) return `(${key})`;
    return LABELS.has(key) || REFERENCES.has(key) ? words : `${key} ${words}`;
  });
  const label = LABELS.has(first.key) ? first.words : `${first.key} ${first.words}`;
  return `${indent}${rest.length === 0 ? label : `${label}: ${rest.join(' · ')}`}`;
}

function valueWords(key: string, node: YamlNode, nameOf: NameOf): string {
  const value = textOf(node);
  if (value === undefined) return JSON.stringify(plainValue(node));
  if (QUOTES.has(key)) return `“${inOneLine(value)}”`;
  const name = REFERENCES.has(key) ? nameOf(value) : undefined;
  return name === undefined ? inOneLine(value) : `${value} “${name}”`;
}

/** A scalar; absent for what is none, or has a comment behind it. */
function scalarOf(value: string): YamlNode | undefined {
  if (/^[|>&*!{[]/.test(value) || value.includes(' #')) return undefined;
  const node = nodeOf(value);
  return node?.kind === 'scalar' && textOf(node) !== undefined ? node : undefined;
}

/** What a line says behind its key. */
function nodeOf(value: string): YamlNode | undefined {
  const line = `k: ${value}\n`;
  const root: MapNode | undefined = readCanonicalMap(line) ?? soundRoot(line);
  return root?.entries.length === 1 ? root.entries[0]?.value : undefined;
}

function soundRoot(line: string): MapNode | undefined {
  const { root, findings } = readWhole(line);
  return findings.length === 0 ? root : undefined;
}
