/** An editor for tests: a text with marked passages, edited as a person edits it, with undo in groups. */
import assert from 'node:assert/strict';
import { describe as describeSpan } from '../../../../src/core/text/describe';
import { applyEdits, type TextEdit } from '../../../../src/core/text/edits';
import { invertEdits } from './invertEdits';
import { LivingSpans } from '../../../../src/core/text/living/livingSpans';
import type { ChangeEffect, ChangeKind } from '../../../../src/core/text/living/livingRows';
import { SourceText } from '../../../../src/core/text/sourceText';
import type { Span } from '../../../../src/core/text/span';
import { markedText } from '../../markedText';

export class Editor {
  readonly living: LivingSpans;
  readonly keys: readonly number[];
  text: string;
  readonly #undo: (readonly TextEdit[])[] = [];
  #redo: (readonly TextEdit[])[] = [];

  constructor(text: string, spans: readonly Span[]) {
    this.text = text;
    this.living = new LivingSpans(text);
    const source = SourceText.of(text);
    this.keys = spans.map((span) =>
      this.living.add(describeSpan(source, span), { kind: 'exact', span }),
    );
  }

  /** `He met [[Anna]].` */
  static of(marked: string): Editor {
    const { text, spans } = markedText(marked);
    return new Editor(text, spans);
  }

  get spans(): readonly (Span | undefined)[] {
    return this.keys.map((key) => {
      const anchoring = this.living.anchoring(key);
      return anchoring.kind === 'exact' || anchoring.kind === 'moved' ? anchoring.span : undefined;
    });
  }

  /** The text with its passages in brackets, outer ones first; those without a place are not shown. */
  get marked(): string {
    const spans = this.spans.flatMap((span) => span ?? []);
    let marked = '';
    for (let at = 0; at <= this.text.length; at += 1) {
      marked += ']]'.repeat(spans.filter(({ end }) => end === at).length);
      marked += '[['.repeat(spans.filter(({ start }) => start === at).length);
      marked += this.text.charAt(at);
    }
    return marked;
  }

  get kinds(): readonly string[] {
    return this.keys.map((key) => this.living.anchoring(key).kind);
  }

  edit(...edits: readonly TextEdit[]): ChangeEffect {
    this.#redo = [];
    this.#undo.push(invertEdits(this.text, edits));
    return this.#change(edits, 'edit');
  }

  /** Replaces the first `old`. */
  replace(old: string, newText: string): ChangeEffect {
    return this.edit(this.at(old, newText));
  }

  /** The edit that replaces the `nth` of `old`, from 1. */
  at(old: string, newText: string, nth: number = 1): TextEdit {
    let start = -1;
    for (let count = 0; count < nth; count += 1) start = this.text.indexOf(old, start + 1);
    assert.ok(start >= 0, `no ${old}`);
    return { start, end: start + old.length, newText };
  }

  /** Types one letter after the other behind the first `after`. */
  type(after: string, words: string): void {
    const start = this.text.indexOf(after) + after.length;
    Array.from(words).forEach((newText, index) => {
      this.edit({ start: start + index, end: start + index, newText });
    });
  }

  /** Deletes one letter after the other before the end of the first `until`. */
  backspace(until: string, times: number): void {
    const end = this.text.indexOf(until) + until.length;
    for (let count = 1; count <= times; count += 1) {
      this.edit({ start: end - count, end: end - count + 1, newText: '' });
    }
  }

  /** Takes back so many edits in one event, of which the edits say only what came of it. */
  undo(count: number = 1): void {
    this.#travel(this.#undo, this.#redo, count, 'undo');
  }

  redo(count: number = 1): void {
    this.#travel(this.#redo, this.#undo, count, 'redo');
  }

  get undoable(): number {
    return this.#undo.length;
  }

  get redoable(): number {
    return this.#redo.length;
  }

  #travel(
    from: (readonly TextEdit[])[],
    to: (readonly TextEdit[])[],
    count: number,
    kind: ChangeKind,
  ): void {
    let text = this.text;
    const [single] = from.slice(-1);
    for (let left = count; left > 0; left -= 1) {
      const edits = from.pop() ?? [];
      to.push(invertEdits(text, edits));
      text = applyEdits(text, edits);
    }
    const whole = { start: 0, end: this.text.length, newText: text };
    this.#change(count === 1 && single !== undefined ? single : [trimmed(this.text, whole)], kind);
  }

  #change(edits: readonly TextEdit[], kind: ChangeKind): ChangeEffect {
    this.text = applyEdits(this.text, edits);
    const effect = this.living.apply(edits.toReversed(), kind);
    assert.equal(this.living.text, this.text);
    return effect;
  }
}

/** Without the equal ends, as an editor joins many changes to one. */
function trimmed(text: string, { newText }: TextEdit): TextEdit {
  let head = 0;
  const most = Math.min(text.length, newText.length);
  while (head < most && text[head] === newText[head]) head += 1;
  let tail = 0;
  while (tail < most - head && text.at(-1 - tail) === newText.at(-1 - tail)) tail += 1;
  return {
    start: head,
    end: text.length - tail,
    newText: newText.slice(head, newText.length - tail),
  };
}
