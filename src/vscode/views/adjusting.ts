/**
 * Moving the edges of an annotation with the keyboard: what it covers is selected and outlined while it is
 * moved, and nothing is written before it is taken. It ends when the person types, moves the cursor, or goes
 * elsewhere.
 */
import * as vscode from 'vscode';
import { dotted, quoted } from '../../core/outline/words';
import type { LocatedAnnotation } from '../../core/store/locate';
import { steppedSpans, wordsOfSpans, type EdgeStep } from '../../core/text/edges';
import type { SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import type { Passages } from '../adapters/passages';
import { adjustedRendering } from './decorationStyles';
import { EditorMode } from './editorMode';

const CONTEXT = 'sourceAnnotator.adjusting';
const KEYS = 'Enter saves, Escape leaves, ←→ end, Shift start, Ctrl/⌥ words, ↑↓ move';

/** What is adjusted, and in which text. */
interface Adjusted {
  readonly editor: vscode.TextEditor;
  readonly located: LocatedAnnotation;
  /** Whom or what it is about, in a few words. */
  readonly label: string;
  readonly path: string;
  readonly text: SourceText;
  /** Of the document when it began. */
  readonly version: number;
}

/** Where the fragments are now; UTF-16, in the order of the text. */
interface Adjustment extends Adjusted {
  readonly spans: readonly Span[];
  readonly isChanged: boolean;
}

interface Session extends Adjusted {
  readonly before: readonly vscode.Selection[];
  spans: readonly Span[];
  /** The fragment whose edges move. */
  index: number;
  edge: 'start' | 'end';
}

export class Adjusting {
  readonly #passages: Passages;
  readonly #mode = new EditorMode(CONTEXT, adjustedRendering(), () => this.#end());
  #session: Session | undefined;

  constructor(passages: Passages) {
    this.#passages = passages;
  }

  /** Begins with the fragment that the caret is on, or else the first. Its place must be certain. */
  async enter(adjusted: Adjusted, caret: number): Promise<void> {
    this.#end();
    const { editor, located } = adjusted;
    const at = located.spans.findIndex(({ start, end }) => caret >= start && caret <= end);
    const session: Session = {
      ...adjusted,
      before: editor.selections,
      spans: located.spans,
      index: Math.max(at, 0),
      edge: 'end',
    };
    this.#session = session;
    await this.#mode.begin(editor);
    if (this.#session === session) this.#show(session);
  }

  step(step: EdgeStep): void {
    const session = this.#session;
    if (session === undefined) return;
    const { text, spans, index } = session;
    const moved = steppedSpans(text.text, spans, index, step);
    if (step.edge !== 'both') session.edge = step.edge;
    session.spans = moved;
    this.#show(session, moved === spans ? 'No further' : undefined);
  }

  /** To the next or previous fragment, round the end. */
  nextFragment(to: 1 | -1): void {
    const session = this.#session;
    if (session === undefined) return;
    const { length } = session.spans;
    session.index = (session.index + to + length) % length;
    this.#show(session, length === 1 ? 'It has one fragment' : undefined);
  }

  /** Ends it, and gives what the annotation is to cover; absent when nothing is adjusted. */
  take(): Adjustment | undefined {
    const session = this.#session;
    if (session === undefined) return undefined;
    const { located, spans, index } = session;
    this.#end();
    const end = spans[index]?.end ?? 0;
    const caret = this.#passages.rangeOf(session.editor.document, { start: end, end }).end;
    // Nothing stays selected: a further Enter would replace it.
    this.#mode.select(new vscode.Selection(caret, caret));
    const isChanged = spans !== located.spans && !areSame(spans, located.spans);
    return { ...session, spans, isChanged };
  }

  /** Ends it; the selection is what it was. */
  leave(): void {
    const session = this.#session;
    if (session === undefined) return;
    this.#end();
    this.#mode.select(...session.before);
  }

  dispose(): void {
    this.#end();
    this.#mode.dispose();
  }

  #end(): void {
    this.#session = undefined;
    this.#mode.end();
  }

  #show(session: Session, hint?: string): void {
    const { editor, spans, index, edge, text, label } = session;
    const ranges = spans.map((span) => this.#passages.rangeOf(editor.document, span));
    const range = ranges[index];
    if (range === undefined) return;
    const { start, end } = range;
    // The moving edge is the active one: it stays in sight, and is what screen readers speak of.
    const selection =
      edge === 'end' ? new vscode.Selection(start, end) : new vscode.Selection(end, start);
    this.#mode.select(selection);
    editor.revealRange(new vscode.Range(selection.active, selection.active));
    this.#mode.draw(ranges);
    const count = spans.length;
    const words = wordsOfSpans(text.text, spans);
    const fragment = count === 1 ? undefined : `fragment ${index + 1} of ${count} (Tab)`;
    const about = label === words ? quoted(words) : `${quoted(words)} → ${label}`;
    this.#mode.say(dotted([hint, about, fragment, KEYS]));
  }
}

function areSame(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, at) => other[at]?.start === start && other[at].end === end)
  );
}
