/** What edits of block maps and of maps in braces have in common. */
import type { TextEdit } from '../text/edits';
import type { FieldValue } from './emit';
import { plainValue, type Entry, type MapNode } from './node';

/** Where a map stands and how its file is written: in whole lines, the last one with its break too. */
export interface MapPlace {
  readonly text: string;
  readonly map: MapNode;
  /** Column of the keys, for a block map. */
  readonly indent: number;
  readonly eol: string;
  /** The order in which new keys are put among the old ones. */
  readonly order: readonly string[];
}

/** Whether the file says this value already. */
export function isSame(entry: Entry, value: FieldValue): boolean {
  return JSON.stringify(plainValue(entry.value)) === JSON.stringify(value);
}

/** What has to stand between a key without a value and its new value. */
export function gapBefore({ keySpan, value }: Entry): string {
  if (value.start < value.end) return '';
  return value.start === keySpan.end ? ': ' : ' ';
}

/** By place; insertions before what is replaced at the same place. */
export function compareEdits(a: TextEdit, b: TextEdit): number {
  return a.start === b.start ? a.end - b.end : a.start - b.start;
}
