/** Marks of the pair that is being decided: what each of the two annotated, in every visible source. */
import * as vscode from 'vscode';
import { extentOfPair, marksOfPair, pairsAt } from '../../core/outline/compareMarks';
import { shorten } from '../../core/outline/words';
import type { Pair } from '../../core/review/pairs';
import type { SourceText } from '../../core/text/sourceText';
import type { ComparedAnnotators, Comparing } from '../adapters/comparing';
import { offsetIn } from '../adapters/livingChanges';
import type { Passages } from '../adapters/passages';
import type { Sources } from '../adapters/sources';
import { comparedRendering } from './decorationStyles';

const SIDES = ['a', 'b'] as const;
const LONGEST_NAME = 16;

/** Selects the node of a pair; with `focus` the keyboard is on it, too. */
type Reveal = (key: string, focus: boolean) => Promise<void>;

export class CompareMarks {
  readonly #comparing: Comparing;
  readonly #passages: Passages;
  readonly #sources: Sources;
  readonly #types = {
    a: vscode.window.createTextEditorDecorationType(comparedRendering('a')),
    b: vscode.window.createTextEditorDecorationType(comparedRendering('b')),
  };
  readonly #subscriptions: vscode.Disposable;
  #key: string | undefined;
  #reveal: Reveal | undefined;

  constructor(comparing: Comparing, passages: Passages, sources: Sources) {
    this.#comparing = comparing;
    this.#passages = passages;
    this.#sources = sources;
    this.#subscriptions = vscode.Disposable.from(
      comparing.onDidChange(() => this.#drawAll()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawAll()),
    );
  }

  /** `reveal` selects the node of a pair in the view; the result takes it away again. */
  follow(reveal: Reveal): vscode.Disposable {
    this.#reveal = reveal;
    return new vscode.Disposable(() => {
      if (this.#reveal === reveal) this.#reveal = undefined;
    });
  }

  /** The pair whose sides are marked; absent while nobody looks at one. */
  get shown(): Pair | undefined {
    return this.#comparing.compared?.pairs.find(({ key }) => key === this.#key);
  }

  /** Opens the source at the passage, with both sides marked. */
  async open(
    pair: Pair,
    options: { readonly preserveFocus?: boolean; readonly focusesView?: boolean } = {},
  ): Promise<boolean> {
    this.#key = pair.key;
    await this.#reveal?.(pair.key, options.focusesView === true);
    const editor = await this.#passages.openSource(pair.source, {
      preserveFocus: options.preserveFocus === true,
    });
    if (editor === undefined) return false;
    const text = this.#textIn(editor.document);
    this.#drawAll();
    if (text === undefined) return false;
    const extent = this.#passages.rangeOf(editor.document, extentOfPair(pair, text));
    // What is selected would hide what is marked.
    editor.selection = new vscode.Selection(extent.start, extent.start);
    const around = withRoomForNames(extent);
    editor.revealRange(around, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return true;
  }

  /** The pairs at a position, the shortest first. */
  at(document: vscode.TextDocument, position: vscode.Position): readonly Pair[] {
    const { compared } = this.#comparing;
    const text = this.#textIn(document);
    const path = this.#sources.pathOf(document.uri);
    if (compared === undefined || text === undefined) return [];
    const own = compared.pairs.filter(({ source }) => source === path);
    return pairsAt(own, text, offsetIn(document, position));
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const side of SIDES) this.#types[side].dispose();
  }

  /** The text that was compared, if the document has it still. */
  #textIn(document: vscode.TextDocument): SourceText | undefined {
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined || document.uri.scheme !== this.#sources.uriOf(path)?.scheme) {
      return undefined;
    }
    const text = this.#comparing.compared?.textOf(path);
    return text?.text === this.#sources.textOf(document).text ? text : undefined;
  }

  #drawAll(): void {
    const { compared } = this.#comparing;
    if (compared === undefined && this.#comparing.state.kind === 'ended') this.#key = undefined;
    for (const editor of vscode.window.visibleTextEditors) this.#draw(editor, compared);
  }

  /** While a source is typed in, the marks go along with its text until both are compared again. */
  #draw(editor: vscode.TextEditor, compared: ComparedAnnotators | undefined): void {
    const { document } = editor;
    const pair = this.shown;
    const isHere = pair !== undefined && pair.source === this.#sources.pathOf(document.uri);
    const text = isHere ? this.#textIn(document) : undefined;
    if (isHere && text === undefined) return;
    const marks = pair === undefined || text === undefined ? [] : marksOfPair(pair, text);
    for (const side of SIDES) {
      const name = shorten(compared?.[side].name ?? '', LONGEST_NAME);
      const spans = marks.find((mark) => mark.side === side)?.spans ?? [];
      editor.setDecorations(
        this.#types[side],
        spans.map((span, index) => ({
          range: this.#passages.rangeOf(document, span),
          renderOptions: labelled(side, name, index, spans.length),
        })),
      );
    }
  }
}

function withRoomForNames({ start, end }: vscode.Range): vscode.Range {
  return new vscode.Range(
    start.with({ character: Math.max(0, start.character - LONGEST_NAME) }),
    end.with({ character: end.character + LONGEST_NAME }),
  );
}

/** The name of the first stands before its passage, that of the second behind its own. */
function labelled(
  side: 'a' | 'b',
  name: string,
  index: number,
  length: number,
): vscode.DecorationInstanceRenderOptions {
  if (side === 'a') return index === 0 ? { before: { contentText: `${name} ▸` } } : {};
  return index === length - 1 ? { after: { contentText: `◃ ${name}` } } : {};
}
