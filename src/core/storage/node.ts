/** YAML as a plain tree with places, the same whoever read it: the strict reader or the `yaml` package. */
import type { Span } from '../text/span';

export type ScalarValue = string | number | boolean | null;

/** Spans are UTF-16 offsets in the file. An empty value has an empty span right
 * behind its colon, or behind its key where there is none. */
interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  /** What the file says, where the value as text would say it differently, such as `1.10` or `007`. */
  readonly source?: string;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** From its first key to the end of its last value; with its braces when `flow`. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

/** From its first dash to the end of its last item; with its brackets when `flow`. */
export interface SeqNode extends Span {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export type YamlNode = ScalarNode | MapNode | SeqNode;

/** The words of a scalar as the file has them; absent for nothing and for null. */
export function textOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return node.source ?? String(node.value);
}

export function entryOf(map: MapNode | undefined, key: string): Entry | undefined {
  return map?.entries.find((entry) => entry.key === key);
}

/** The map at `key`, when there is one. */
export function mapAt(map: MapNode | undefined, key: string): MapNode | undefined {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'map' ? value : undefined;
}

/** The node as the value that JSON would give; a later duplicate key is left out. */
export function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'seq':
      return node.items.map(plainValue);
    case 'map': {
      const plain = new Map<string, unknown>();
      for (const entry of node.entries) {
        if (!plain.has(entry.key)) plain.set(entry.key, plainValue(entry.value));
      }
      return Object.fromEntries(plain);
    }
  }
}
