/** The lines of the parts of a file, and which of them say something. */
import { entryOf, type YamlNode } from '../../storage/node';
import { spacesAt } from '../../storage/scan';
import { LineCounter, linesOf, type LineSpan } from './lines';
import type { Part } from './parts';
import { annotationEntry, rejectionEntry, type Side } from './side';

/** Comments and blank lines; feeds of a text with LF only. */
const LOOSE = /^ *(?:#.*)?$/;
/** Comments that stand further right belong to the record above them. */
const DEEPEST_BETWEEN = 2;

export interface PartText {
  readonly part: Part;
  /** Where it begins in the file. */
  readonly first: number;
  readonly lines: readonly string[];
}

export class PartLines {
  readonly #side: Side;
  readonly #firsts: readonly number[];

  constructor(side: Side) {
    this.#side = side;
    const counter = new LineCounter(side.text);
    this.#firsts = side.parts.map(({ start }) => counter.lineAt(start));
  }

  /** The line on which the part at `index` begins; behind the last part, where the file ends. */
  first(index: number): number {
    const first = this.#firsts[index];
    if (first !== undefined) return first;
    const last = this.at(this.#firsts.length - 1);
    return last === undefined ? 0 : last.first + last.lines.length;
  }

  at(index: number): PartText | undefined {
    const part = this.#side.parts[index];
    const first = this.#firsts[index];
    if (part === undefined || first === undefined) return undefined;
    return { part, first, lines: linesOf(this.#side.text.slice(part.start, part.end)) };
  }

  /** For each line of a part whether it is a comment or blank, and stands between what is said. */
  areLoose({ part, lines }: PartText, where: 'everywhere' | 'around'): readonly boolean[] {
    const loose = lines.map((line) => LOOSE.test(line));
    if (!loose.includes(true)) return loose;
    for (const { first, end } of this.#contentIn(part)) loose.fill(false, first, end);
    if (where === 'everywhere') return loose;
    const isBetween = (line: string): boolean => spacesAt(line, 0) <= DEEPEST_BETWEEN;
    const head = loose.indexOf(false);
    const tail = lines.findLastIndex((line, index) => loose[index] !== true || !isBetween(line));
    return loose.map((each, index) => each && (index < head || index > tail));
  }

  /** The lines of a part that continue a text, whatever they look like. */
  #contentIn(part: Part): readonly LineSpan[] {
    const node = this.#nodeOf(part);
    if (node === undefined) return [];
    const { text } = this.#side;
    return scalarsIn(node).flatMap(({ start, end }) => {
      if (!text.slice(start, end).includes('\n')) return [];
      const counter = new LineCounter(text.slice(part.start, part.end));
      const first = counter.lineAt(start - part.start) + 1;
      return [{ first, end: counter.lineAt(end - part.start - 1) + 1 }];
    });
  }

  #nodeOf(part: Part): YamlNode | undefined {
    switch (part.kind) {
      case 'annotation':
        return annotationEntry(this.#side, part)?.value;
      case 'rejection':
        return rejectionEntry(this.#side, part.id)?.value;
      case 'key':
        return part.id === '' ? this.#side.root : entryOf(this.#side.root, part.id)?.value;
      case 'header':
        return undefined;
    }
  }
}

function scalarsIn(node: YamlNode): readonly YamlNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'seq':
      return node.items.flatMap(scalarsIn);
    case 'map':
      return node.entries.flatMap(({ value }) => scalarsIn(value));
  }
}
