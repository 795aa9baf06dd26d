/** What a merge makes of a piece of text: the same for both sides, or a version of each. */
import type { YamlNode } from '../../storage/node';

/** One field that both sides changed, each in its own way; the values in words. */
export interface FieldConflict {
  /** Keys joined by dots, from the record on; absent where one side removed the record. */
  readonly field?: string;
  readonly ours?: string;
  readonly theirs?: string;
}

/** Whole lines. Without conflicts both are the same. A side where the thing is not there has none. */
export interface Versions {
  readonly ours: string;
  readonly theirs: string;
  readonly conflicts: readonly FieldConflict[];
}

export function agreed(text: string): Versions {
  return { ours: text, theirs: text, conflicts: [] };
}

export function joined(each: readonly Versions[]): Versions {
  return {
    ours: each.map(({ ours }) => ours).join(''),
    theirs: each.map(({ theirs }) => theirs).join(''),
    conflicts: each.flatMap(({ conflicts }) => conflicts),
  };
}

/** A conflict of one field, with what the sides say in words where they say anything. */
export function fieldConflict(
  field: string,
  ours: YamlNode | undefined,
  theirs: YamlNode | undefined,
): FieldConflict {
  return {
    field,
    ...(ours === undefined ? {} : { ours: inWords(ours) }),
    ...(theirs === undefined ? {} : { theirs: inWords(theirs) }),
  };
}

function inWords(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.value === null ? '' : (node.source ?? String(node.value));
    case 'seq':
      return node.items.map(inWords).join(', ');
    case 'map':
      return node.entries.map(({ value }) => inWords(value)).join(' ');
  }
}

/** Both versions made into something else, each by itself. */
export function eachSide(versions: Versions, make: (text: string) => string): Versions {
  const { ours, theirs, conflicts } = versions;
  return { ours: make(ours), theirs: make(theirs), conflicts };
}
