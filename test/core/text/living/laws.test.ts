/** What holds of passages after any changes of their text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edits';
import { LivingText } from '../../../../src/core/text/living/livingText';
import type { Span } from '../../../../src/core/text/span';
import { Editor } from './editor';

/** Numbers that choose a place in whatever text there is. */
interface Choice {
  readonly cuts: readonly number[];
  readonly lengths: readonly number[];
}

const choice = fc.record({
  cuts: fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
  lengths: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
});
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), choice }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), count: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const), count: fc.nat(3) }) },
);
const spanChoices = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 });

/** Ordered edits that do not overlap, of a text of this length. */
function editsOf(length: number, { cuts, lengths }: Choice, fresh: () => string): TextEdit[] {
  const offsets = cuts.map((cut) => cut % (length + 1)).sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    const start = offsets[index] ?? 0;
    const end = Math.min(offsets[index + 1] ?? start, start + 6);
    const newText = Array.from({ length: lengths[index / 2] ?? 0 }, fresh).join('');
    const previous = edits.at(-1);
    const isApart = previous === undefined || previous.end < start;
    if (isApart && (end > start || newText !== '')) edits.push({ start, end, newText });
  }
  return edits;
}

/** Every letter another one, so that a letter is where it is seen. */
function differentLetters(): () => string {
  let next = 0x4e00;
  return () => String.fromCharCode(next++);
}

function spansOf(length: number, choices: readonly (readonly [number, number])[]): Span[] {
  return choices.map(([a, b]) => {
    const start = a % length;
    return { start, end: start + 1 + (b % Math.min(8, length - start)) };
  });
}

/** The slow way: every letter knows the passages that it is in. */
class Letters {
  #letters: { readonly char: string; readonly inside: ReadonlySet<number> }[];

  constructor(text: string, spans: readonly Span[]) {
    this.#letters = Array.from(text, (char, at) => ({
      char,
      inside: new Set(
        spans.flatMap(({ start, end }, index) => (start <= at && at < end ? [index] : [])),
      ),
    }));
  }

  edit(edits: readonly TextEdit[]): void {
    for (const { start, end, newText } of edits.toReversed()) {
      const all = this.#letters;
      const removed = all.slice(start, end);
      const before = all[start - 1]?.inside ?? new Set();
      const after = all[end]?.inside ?? new Set();
      // Inserted between two letters of a passage, or instead of letters that are all its own.
      const inside = new Set(
        [...before, ...after].filter((index) =>
          removed.length === 0
            ? before.has(index) && after.has(index)
            : removed.every((letter) => letter.inside.has(index)),
        ),
      );
      const inserted = Array.from(newText, (char) => ({ char, inside }));
      this.#letters = [...all.slice(0, start), ...inserted, ...all.slice(end)];
    }
  }

  span(index: number): Span | undefined {
    const start = this.#letters.findIndex(({ inside }) => inside.has(index));
    if (start < 0) return undefined;
    return { start, end: this.#letters.findLastIndex(({ inside }) => inside.has(index)) + 1 };
  }
}

const LENGTH = 30;
const RUNS = { numRuns: 10_000 };

describe('passages', () => {
  it('follow edits as their letters do', () => {
    fc.assert(
      fc.property(spanChoices, fc.array(choice, { maxLength: 8 }), (chosen, choices) => {
        const fresh = differentLetters();
        const text = Array.from({ length: LENGTH }, fresh).join('');
        const spans = spansOf(LENGTH, chosen);
        const editor = new Editor(text, spans);
        const letters = new Letters(text, spans);
        for (const each of choices) {
          const edits = editsOf(editor.text.length, each, fresh);
          editor.edit(...edits);
          letters.edit(edits);
        }
        assert.deepEqual(
          editor.spans,
          spans.map((_, index) => letters.span(index)),
        );
      }),
      RUNS,
    );
  });

  it('are where they were whenever undo or redo comes back to a text, in any groups', () => {
    fc.assert(
      fc.property(spanChoices, fc.array(action, { maxLength: 20 }), (chosen, actions) => {
        const fresh = differentLetters();
        const text = Array.from({ length: LENGTH }, fresh).join('');
        const editor = new Editor(text, spansOf(LENGTH, chosen));
        const known = new Map([[text, JSON.stringify(editor.spans)]]);
        const check = (): void => {
          const now = JSON.stringify(editor.spans);
          assert.equal(now, known.get(editor.text) ?? now);
          known.set(editor.text, now);
        };
        for (const each of actions) {
          if (each.kind === 'edit') {
            editor.edit(...editsOf(editor.text.length, each.choice, fresh));
          } else if (each.kind === 'undo') {
            editor.undo(Math.min(each.count, editor.undoable));
          } else {
            editor.redo(Math.min(each.count, editor.redoable));
          }
          check();
        }
        editor.undo(editor.undoable);
        assert.equal(editor.text, text);
        check();
      }),
      RUNS,
    );
  });

  it('are where they were when every change is undone, in texts that repeat themselves', () => {
    const words = fc.constantFrom('a', 'b', 'aa', 'Anna', ' ', '\n', 'Anna met Anna. ', '');
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 4, maxLength: 30 }).map((parts) => `${parts.join('')}!`),
        spanChoices,
        fc.array(fc.tuple(choice, words), { maxLength: 12 }),
        (text, chosen, changes) => {
          const editor = new Editor(text, spansOf(text.length, chosen));
          const before = editor.spans;
          const spans: (typeof before)[] = [];
          for (const [each, word] of changes) {
            spans.push(editor.spans);
            editor.edit(...editsOf(editor.text.length, each, () => word));
            for (const span of editor.spans) {
              if (span === undefined) continue;
              assert.ok(span.start >= 0 && span.start < span.end);
              assert.ok(span.end <= editor.text.length);
            }
          }
          while (editor.undoable > 0) {
            editor.undo();
            assert.deepEqual(editor.spans, spans[editor.undoable]);
          }
          assert.deepEqual(editor.spans, before);
        },
      ),
      RUNS,
    );
  });

  it('are in a text that is the same in pieces', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 10 }), fc.nat(), fc.nat(), (choices, a, b) => {
        const fresh = differentLetters();
        let text = Array.from({ length: 20_000 }, fresh).join('');
        const living = new LivingText(text);
        for (const each of choices) {
          const lengths = each.lengths.map((length) => length * 3_000);
          const edits = editsOf(text.length, { ...each, lengths }, fresh);
          living.apply(edits);
          text = applyEdits(text, edits);
          const start = a % (text.length + 1);
          const end = start + (b % 300);
          assert.equal(living.slice(start, end), text.slice(start, end));
          assert.equal(living.length, text.length);
        }
        assert.equal(living.toString(), text);
      }),
      { numRuns: 100 },
    );
  });
});
