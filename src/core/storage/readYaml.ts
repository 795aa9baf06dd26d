/** Reads any YAML text with the `yaml` package into nodes; what the format refuses becomes a finding. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../text/span';
import type { Entry, MapNode, ScalarValue, YamlNode } from './node';

/** Something that makes the text unfit for writing, at its place. */
export interface YamlFinding extends Span {
  readonly code: 'yaml-syntax' | 'yaml-duplicate-key' | 'yaml-refused';
  readonly message: string;
}

export interface YamlReading {
  /** Absent when the text is empty or holds nothing that can be read. */
  readonly root: YamlNode | undefined;
  readonly findings: readonly YamlFinding[];
}

/** Never throws. `offset` is added to every place: where `text` starts in its file. */
export function readYaml(text: string, offset = 0): YamlReading {
  if (text.startsWith('\ufeff')) return readYaml(text.slice(1), offset + 1);
  try {
    return read(text, offset);
  } catch (error) {
    // The package recurses, so nesting that is thousands deep ends here.
    const message = error instanceof Error ? error.message : 'This is not YAML.';
    const finding = { code: 'yaml-syntax', message, start: offset, end: offset } as const;
    return { root: undefined, findings: [finding] };
  }
}

function read(text: string, offset: number): YamlReading {
  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'silent',
    version: '1.2',
    keepSourceTokens: true,
  });
  const findings: YamlFinding[] = [...document.errors, ...document.warnings].map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml-syntax',
    message:
      error.code === 'DUPLICATE_KEY' ? 'This key is there twice in the same map.' : error.message,
    start: Math.min(error.pos[0], text.length) + offset,
    end: Math.min(error.pos[1], text.length) + offset,
  }));
  const contents = document.contents;
  const root = contents === null ? undefined : convert(contents, offset, findings);
  return { root, findings };
}

function convert(node: Node, offset: number, findings: YamlFinding[]): YamlNode {
  const [start, end] = place(node, offset);
  const refuse = (message: string): void => {
    findings.push({ code: 'yaml-refused', message, start, end });
  };
  if (isAlias(node)) {
    refuse('YAML aliases (*name) are not used in annotation files.');
    return { kind: 'scalar', value: null, start, end };
  }
  refuseProperties(node, refuse);
  if (isMap(node)) return convertMap(node, offset, findings);
  if (isSeq(node)) {
    const items = node.items.map((item) =>
      isNode(item) ? convert(item, offset, findings) : emptyScalar(end),
    );
    const flow = node.flow === true;
    const last = items.at(-1);
    return { kind: 'seq', flow, items, start, end: flow || last === undefined ? end : last.end };
  }
  if (isScalar(node)) {
    const scalar = { kind: 'scalar', value: scalarValue(node.value), start, end } as const;
    const { source } = node;
    const isText = scalar.value === null || source === undefined || source === String(scalar.value);
    return isText || typeof scalar.value === 'string' ? scalar : { ...scalar, source };
  }
  return { kind: 'scalar', value: null, start, end };
}

function refuseProperties(node: Node, refuse: (message: string) => void): void {
  if ('anchor' in node && typeof node.anchor === 'string') {
    refuse('YAML anchors (&name) are not used in annotation files.');
  }
  if (node.tag !== undefined) {
    refuse('YAML tags (!name) are not used in annotation files.');
  }
}

function convertMap(map: YAMLMap, offset: number, findings: YamlFinding[]): MapNode {
  const [start, end] = place(map, offset);
  const entries: Entry[] = [];
  for (const pair of map.items) {
    if (!isNode(pair.key)) continue;
    const [keyStart, keyEnd] = place(pair.key, offset);
    const keySpan = { start: keyStart, end: keyEnd };
    const refuse = (message: string): void => {
      findings.push({ code: 'yaml-refused', message, ...keySpan });
    };
    if (!isScalar(pair.key) || keyStart === keyEnd) {
      refuse('A key must be a plain word.');
      continue;
    }
    refuseProperties(pair.key, refuse);
    const tokens = pair.srcToken;
    if (tokens?.start.some((token) => token.type === 'explicit-key-ind') === true) {
      refuse('A key is written “key: value”, without a question mark.');
    }
    const colon = tokens?.sep?.find((token) => token.type === 'map-value-ind');
    const empty = emptyScalar(colon === undefined ? keyEnd : colon.offset + 1 + offset);
    const value = isNode(pair.value) ? convert(pair.value, offset, findings) : empty;
    const isEmpty = value.kind === 'scalar' && value.start === value.end;
    entries.push({ key: keyOf(pair.key), keySpan, value: isEmpty ? empty : value });
  }
  const flow = map.flow === true;
  const first = entries[0];
  const last = entries.at(-1);
  if (flow || first === undefined || last === undefined) {
    return { kind: 'map', flow, entries, start, end };
  }
  return { kind: 'map', flow, entries, start: first.keySpan.start, end: last.value.end };
}

/** A key is text as it is written, also where YAML takes it for a number or for nothing. */
function keyOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function place(node: Node, offset: number): [number, number] {
  const range = node.range;
  if (range === null || range === undefined) return [offset, offset];
  return [range[0] + offset, range[1] + offset];
}

function emptyScalar(at: number): YamlNode {
  return { kind: 'scalar', value: null, start: at, end: at };
}

/** The core schema of YAML 1.2 gives nothing else than these; tags, which could, are refused. */
function scalarValue(value: unknown): ScalarValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return null;
}
