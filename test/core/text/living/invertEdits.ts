import type { TextEdit } from '../../../../src/core/text/edits';

/** The edits that take `applyEdits(text, edits)` back to `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.newText.length - (edit.end - edit.start);
    return {
      start,
      end: start + edit.newText.length,
      newText: text.slice(edit.start, edit.end),
    };
  });
}
