/**
 * Going through the suggestions of a source with the keyboard: one is selected after the other and
 * decided on. It ends when the person types, moves the cursor, or goes elsewhere.
 */
import * as vscode from 'vscode';
import { hintOf, meaningOf } from '../../core/outline/suggestionWords';
import { dotted, quoted, sentence, shorten } from '../../core/outline/words';
import type { Store } from '../../core/store/store';
import { groupOf } from '../../core/suggestions/groups';
import type { Suggestion } from '../../core/suggestions/suggestion';
import { remark } from '../adapters/failures';
import { offsetIn } from '../adapters/livingChanges';
import type { Passages } from '../adapters/passages';
import type { Found, Suggestions } from '../adapters/suggestions';
import { askedRendering } from './decorationStyles';
import { EditorMode } from './editorMode';

const CONTEXT = 'sourceAnnotator.suggesting';
/** For so long the next suggestion waits for what the last decision changes about it. */
const PATIENCE_MS = 250;
/** What is written into the line pushes words out of it where lines are wrapped. */
const LONGEST_HINT = 40;

export interface Asked {
  readonly editor: vscode.TextEditor;
  readonly found: Found;
  readonly suggestion: Suggestion;
}

interface Session {
  readonly editor: vscode.TextEditor;
  /** Absent when nothing is left: the keys stay taken, so that a further Enter changes no source. */
  asked: Asked | undefined;
}

export class Suggesting {
  readonly #store: Store;
  readonly #passages: Passages;
  readonly #suggestions: Suggestions;
  readonly #mode = new EditorMode(CONTEXT, askedRendering(), () => this.leave());
  #session: Session | undefined;
  #isDeciding = false;

  constructor(store: Store, passages: Passages, suggestions: Suggestions) {
    this.#store = store;
    this.#passages = passages;
    this.#suggestions = suggestions;
  }

  /** What is to be decided now. */
  get asked(): Asked | undefined {
    return this.#session?.asked;
  }

  get isOn(): boolean {
    return this.#session !== undefined;
  }

  /** Begins with the first suggestion at or behind the caret; false when there is none in the source. */
  async enter(editor: vscode.TextEditor): Promise<boolean> {
    if (this.#session?.editor !== editor) this.leave();
    const session: Session = { editor, asked: undefined };
    this.#session = session;
    const [found] = await Promise.all([
      this.#suggestions.current(editor.document),
      this.#mode.begin(editor),
    ]);
    if (this.#session !== session) return false;
    if (found === undefined || found.suggestions.length === 0) {
      this.leave();
      remark('Nothing is suggested in this source.');
      return false;
    }
    const caret = offsetIn(editor.document, editor.selection.start);
    this.#ask(
      session,
      found,
      found.suggestions.find(({ span }) => span.end >= caret),
    );
    return true;
  }

  /** To the next or previous one, from the end of the source on to its start. */
  async step(step: 1 | -1): Promise<void> {
    const session = this.#session;
    if (session === undefined || this.#isDeciding) return;
    const found = await this.#suggestions.current(session.editor.document);
    if (found === undefined || this.#session !== session) return;
    const { suggestions } = found;
    const start = session.asked?.suggestion.span.start ?? -1;
    const next =
      step === 1
        ? suggestions.find(({ span }) => span.start > start)
        : (suggestions.findLast(({ span }) => span.start < start) ?? suggestions.at(-1));
    this.#ask(session, found, next);
  }

  /** What was asked is decided: to the next, if it is asked still. Others that were decided with it are not asked any more. */
  async goOn(asked: Asked, decided: readonly Suggestion[]): Promise<void> {
    const session = this.#session;
    if (session === undefined || session.asked !== asked) return;
    const fresh = await Promise.race([
      this.#suggestions.current(session.editor.document),
      new Promise<undefined>((resolve) => {
        setTimeout(() => resolve(undefined), PATIENCE_MS);
      }),
    ]);
    if (this.#session !== session || session.asked !== asked) return;
    const { found } = asked;
    const left = found.suggestions.filter((each) => !decided.includes(each));
    const now = fresh ?? { ...found, suggestions: left };
    const { end } = asked.suggestion.span;
    this.#ask(
      session,
      now,
      now.suggestions.find(({ span }) => span.start >= end),
    );
  }

  /** Keys that come while a decision is being saved are meant for what nobody has seen yet: nothing is run. */
  async alone<T>(decide: () => Promise<T>): Promise<T | undefined> {
    if (this.#isDeciding) return undefined;
    this.#isDeciding = true;
    try {
      return await decide();
    } finally {
      this.#isDeciding = false;
    }
  }

  /** As the person wished: what was asked is not selected any more, so that the next key cannot replace it. */
  end(): void {
    const asked = this.#session?.asked;
    this.leave();
    if (asked === undefined) return;
    const { active } = asked.editor.selection;
    this.#mode.select(new vscode.Selection(active, active));
  }

  leave(): void {
    this.#session = undefined;
    this.#mode.end();
  }

  dispose(): void {
    this.leave();
    this.#mode.dispose();
  }

  /** Selects it and says what it is; without one the first of the source. */
  #ask(session: Session, found: Found, wanted: Suggestion | undefined): void {
    const { editor } = session;
    const suggestion = wanted ?? found.suggestions[0];
    if (suggestion === undefined) {
      session.asked = undefined;
      const { end } = editor.selection;
      this.#mode.select(new vscode.Selection(end, end));
      this.#mode.draw([]);
      this.#mode.say('Every suggestion of this source is decided. Escape ends.');
      return;
    }
    session.asked = { editor, found, suggestion };
    const range = this.#passages.rangeOf(editor.document, suggestion.span);
    this.#mode.select(new vscode.Selection(range.end, range.start));
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const words = found.text.text.slice(suggestion.span.start, suggestion.span.end);
    const contentText = `↵ ${shorten(hintOf(this.#store, suggestion, words), LONGEST_HINT)}`;
    this.#mode.draw([{ range, renderOptions: { after: { contentText } } }]);
    this.#mode.say(this.#words(found, suggestion));
  }

  /** The keys before the doubt: the status bar cuts what is long. */
  #words({ suggestions, text }: Found, suggestion: Suggestion): string {
    const group = groupOf(suggestion, text);
    const alike = suggestions.filter((each) => groupOf(each, text) === group).length;
    const all = alike > 1 ? `Shift+Enter all ${alike}` : undefined;
    const keys = ['Enter yes', all, 'Ctrl+Enter as…', 'Del no', 'Tab next', 'Esc ends'];
    const words = quoted(text.text.slice(suggestion.span.start, suggestion.span.end));
    const place = `${suggestions.indexOf(suggestion) + 1} of ${suggestions.length}`;
    return dotted([
      `${place}: ${words} → ${meaningOf(this.#store, suggestion)}`,
      sentence(keys),
      suggestion.doubt,
    ]);
  }
}
