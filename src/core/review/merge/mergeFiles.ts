/** Three versions of a file of the format → one, by record and field instead of by line. */
import { fileKind, recordId, sourceOfPath } from '../../storage/paths';
import type { Merged, MergeConflict, MergeInput } from '../merged';
import { withoutMarkers } from '../conflicted/sides';
import { mergedForm, plainText, written } from './fileText';
import { DEFAULT_LABELS, marked, type Labels } from './markers';
import { mergeTexts } from './mergeTexts';
import { conflictsOfPieces, textOfPieces } from './pieces';

const NONE: ReadonlySet<string> = new Set();

/**
 * Merges by record and field. What one side left alone is as the other side has it, byte for byte; what
 * both changed is merged field by field, lists item by item; the rest are conflicts, with both versions
 * of the record between markers. The result is the same with the sides exchanged, and where the sides
 * are the same, or one is the base, it is the side that counts.
 *
 * It knows this one file: whether what one side names is a record that the other side has deleted is
 * what `check` finds afterwards (`entity-unknown`, `event-unknown`).
 */
export function mergeFiles(input: MergeInput): Merged {
  const { path, labels = DEFAULT_LABELS } = input;
  const [base, ours, theirs] = [input.base, input.ours, input.theirs].map(orAbsent);
  const merged = (text: string | undefined, conflicts: readonly MergeConflict[] = []): Merged => ({
    kind: 'merged',
    text,
    conflicts,
  });
  if (ours === theirs || theirs === base) return merged(ours);
  if (ours === base) return merged(theirs);
  if (ours === undefined || theirs === undefined) {
    if (base === undefined) return merged(ours ?? theirs);
    return removedAndChanged(path, { ours, theirs }, labels);
  }
  // Git merges the bases of two histories that crossed, and leaves their conflicts in it.
  const before = base === undefined ? undefined : plainText(withoutMarkers(base));
  const one = plainText(ours);
  const other = plainText(theirs);
  const form = mergedForm(before?.form, one.form, other.form);
  const done = (text: string): string => written(text, form);
  const texts = { base: before?.text, ours: one.text, theirs: other.text };
  if (texts.ours === texts.theirs || texts.theirs === texts.base) return merged(done(texts.ours));
  if (texts.ours === texts.base) return merged(done(texts.theirs));
  const result = mergeTexts(path, texts, NONE);
  if (result.kind === 'unreadable') return result;
  const { pieces } = result;
  return merged(done(textOfPieces(pieces, labels)), conflictsOfPieces(pieces));
}

/** Git gives an empty file for one that is not there. */
function orAbsent(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** One side removed the file. */
function removedAndChanged(
  path: string,
  { ours, theirs }: Record<'ours' | 'theirs', string | undefined>,
  labels: Labels,
): Merged {
  const left = plainText(ours ?? theirs ?? '');
  const kind = fileKind(path);
  const id = kind === 'entity' || kind === 'event' ? recordId(path) : sourceOfPath(path);
  const versions = {
    ours: ours === undefined ? '' : left.text,
    theirs: theirs === undefined ? '' : left.text,
    conflicts: [{}],
  };
  const text = written(marked(versions, id, labels), { ...left.form, finalBreak: true });
  return { kind: 'merged', text, conflicts: [{ id }] };
}
