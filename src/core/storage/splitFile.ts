/**
 * An annotation file in pieces, for one edit after the other: each reads and writes only the records
 * around it, and the text of the file is put together when somebody asks for it.
 */
import type { Annotation } from '../model/annotation';
import { rereadSections } from './reread';
import { hasId, type Block, type Sections } from './sections';

/** Some records of a file that stand one behind the other. */
interface Piece {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface SplitFile {
  /** The file as a whole; its text is made at the first call for it. */
  readonly sections: Sections;
  readonly head: string;
  readonly pieces: readonly Piece[];
  readonly tail: string;
}

/** Places of blocks, `[first, last)`. */
export interface BlockRange {
  readonly first: number;
  readonly last: number;
}

export function splitFile(sections: Sections): SplitFile {
  const { text, first, to, blocks } = sections;
  const pieces = [{ text: text.slice(first, to), blocks }];
  return { sections, head: text.slice(0, first), pieces, tail: text.slice(to) };
}

/**
 * The file after an edit that concerns the records of `range`. `edit` gets the text of the file with
 * no other records, and gives that text as it is to be. Absent when it gives none, or when the edit
 * does not stay within records: then the whole file has to be edited.
 */
export function editRecords(
  file: SplitFile,
  range: BlockRange,
  edit: (text: string, known: Sections) => string | undefined,
): SplitFile | undefined {
  const { head, tail, sections } = file;
  const { before, middle, after } = cut(file.pieces, range);
  const few = sectionsOf(sections, { head, pieces: [middle], tail }, middle.blocks);
  const edited = edit(few.text, few);
  const again = edited === undefined ? undefined : rereadSections(few, edited);
  if (edited === undefined || again === undefined || again.rest !== few.rest) return undefined;
  const isNew = ({ id }: Block): boolean => !hasId(middle.blocks, id);
  const added = again.blocks.filter(isNew);
  if (added.some(({ id }) => hasId(sections.blocks, id))) return undefined;
  const piece = { text: edited.slice(again.first, again.to), blocks: again.blocks };
  const parts = { head, pieces: [...before, piece, ...after], tail };
  const above = sections.blocks.slice(0, range.first);
  const blocks = above.concat(again.blocks, sections.blocks.slice(range.last));
  return { ...parts, sections: sectionsOf(sections, parts, blocks) };
}

/** The record with this id and its neighbours; absent when there is none. */
export function aroundRecord({ blocks }: Sections, id: string): BlockRange | undefined {
  const at = blocks.findIndex((block) => block.id === id);
  if (at === -1) return undefined;
  return { first: Math.max(0, at - 1), last: Math.min(blocks.length, at + 2) };
}

/**
 * The record that a new one goes behind, or the first one where it goes above all. Absent when the id
 * is taken, and where only the lines of the records tell their order.
 */
export function aroundInsertion(
  { blocks, isSound }: Sections,
  annotation: Annotation,
): BlockRange | undefined {
  const own = annotation.targets[0].start;
  // A record that does not say where it starts counts as 0.
  if (own === 0 || !isSound || hasId(blocks, annotation.id)) return undefined;
  const isBefore = ({ start, id }: Block): boolean =>
    start < own || (start === own && id <= annotation.id);
  const first = Math.max(0, blocks.findLastIndex(isBefore));
  return { first, last: first + 1 };
}

function sectionsOf(
  { from, first, rest, rejected }: Sections,
  { head, pieces, tail }: Omit<SplitFile, 'sections'>,
  blocks: readonly Block[],
): Sections {
  let length = 0;
  for (const piece of pieces) length += piece.text.length;
  let text: string | undefined;
  return {
    get text() {
      return (text ??= [head, ...pieces.map((piece) => piece.text), tail].join(''));
    },
    from,
    first,
    blocks,
    to: first + length,
    isSound: blocks.every((block) => block.isSound),
    rest,
    rejected,
  };
}

function cut(
  pieces: readonly Piece[],
  { first, last }: BlockRange,
): { before: readonly Piece[]; middle: Piece; after: readonly Piece[] } {
  const before: Piece[] = [];
  const middle: Piece[] = [];
  const after: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = at;
    at += piece.blocks.length;
    if (at <= first) {
      before.push(piece);
    } else if (start >= last) {
      after.push(piece);
    } else {
      const [from, to] = [Math.max(first - start, 0), Math.min(last - start, piece.blocks.length)];
      if (from > 0) before.push(part(piece, 0, from));
      middle.push(part(piece, from, to));
      if (to < piece.blocks.length) after.push(part(piece, to, piece.blocks.length));
    }
  }
  const text = middle.map((piece) => piece.text).join('');
  return { before, middle: { text, blocks: middle.flatMap((piece) => piece.blocks) }, after };
}

function part({ text, blocks }: Piece, from: number, to: number): Piece {
  const start = lengthOf(blocks, 0, from);
  const own = blocks.slice(from, to);
  return { text: text.slice(start, start + lengthOf(blocks, from, to)), blocks: own };
}

function lengthOf(blocks: readonly Block[], from: number, to: number): number {
  let length = 0;
  for (let index = from; index < to; index++) length += blocks[index]?.length ?? 0;
  return length;
}
