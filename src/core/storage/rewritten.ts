/** A file of the format read for an edit, and its text after it. */
import { applyEdits, type TextEdit } from '../text/edits';
import { nodesOf, readDocument } from './document';
import { lineStart } from './editMap';
import type { FieldValue } from './emit';
import type { MapPlace } from './mapPlace';
import type { MapNode } from './node';
import type { Block, Sections } from './sections';
import type { BlockRange } from './splitFile';

/** Keys to set, or with `undefined` to remove. */
export type FieldChanges = ReadonlyMap<string, FieldValue | undefined>;

/** A file that may be written, its last line with a line break. */
export interface Place {
  readonly text: string;
  readonly root: MapNode;
  readonly eol: string;
}

/**
 * The text after the edits that `plan` makes; `undefined` when it does not parse or cannot be edited
 * so. A file that has no line break at its end stays without one.
 */
export function rewritten(
  text: string,
  reading: Reading,
  plan: (place: Place) => readonly TextEdit[] | undefined,
): string | undefined {
  const eol = eolOf(text);
  const added = text.endsWith('\n') ? '' : eol;
  const whole = text + added;
  const known = knownRoot(whole, reading);
  const root = known ?? readableRoot(whole);
  if (root === undefined) return undefined;
  const edits = plan({ text: whole, root, eol });
  if (edits === undefined) return undefined;
  const after = applyEdits(whole, edits);
  // The package reads some odd texts only as long as nothing stands below them.
  if (known === undefined && readableRoot(after) === undefined) return undefined;
  return after.endsWith(added) ? after.slice(0, after.length - added.length) : after;
}

/** What of a file is known, and which of its records an edit has to see. */
interface Reading {
  readonly known?: Sections | undefined;
  readonly near?: BlockRange | undefined;
  /** In the place of `near`: whether the edit has to see a record. Its lines are not to be moved. */
  readonly only?: (block: Block) => boolean;
}

function knownRoot(text: string, { known, near, only }: Reading): MapNode | undefined {
  if (known?.text !== text) return undefined;
  if (only !== undefined) return nodesOf(known, undefined, only);
  return near && nodesOf(known, near);
}

function readableRoot(text: string): MapNode | undefined {
  const { root, findings } = readDocument(text);
  return findings.length > 0 ? undefined : root;
}

/** Where a map of the file stands, for edits of its keys, which are put in that order. */
export function mapPlace({ text, eol }: Place, map: MapNode, order: readonly string[]): MapPlace {
  const bom = text.startsWith('\ufeff') && lineStart(text, map.start) === 0 ? 1 : 0;
  return { text, map, indent: map.start - lineStart(text, map.start) - bom, eol, order };
}

function eolOf(text: string): string {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}
