/** Going through the changes: which one was gone to last, and how each is opened. */
import * as vscode from 'vscode';
import type { AnnotationChange, Change, LineRange } from '../../core/review/change';
import { fileKind } from '../../core/storage/paths';
import { tell } from '../adapters/failures';
import type { Folder } from '../adapters/folder';
import type { Passages } from '../adapters/passages';
import type { Compared, Review } from '../adapters/review';
import type { RevisionDocuments } from '../adapters/revisions';
import type { ReviewMarks } from './reviewMarks';

interface Visit {
  readonly key: string;
  readonly editor: vscode.TextEditor;
  readonly selection: vscode.Selection;
  /** The keys as they were gone through, to go on from one that is gone. */
  readonly order: readonly string[];
}

export class Reviewing {
  readonly #folder: Folder;
  readonly #passages: Passages;
  readonly #review: Review;
  readonly #marks: ReviewMarks;
  readonly #revisions: RevisionDocuments;
  readonly #visited = new vscode.EventEmitter<string>();
  #visit: Visit | undefined;

  constructor(
    folder: Folder,
    passages: Passages,
    review: Review,
    marks: ReviewMarks,
    revisions: RevisionDocuments,
  ) {
    this.#folder = folder;
    this.#passages = passages;
    this.#review = review;
    this.#marks = marks;
    this.#revisions = revisions;
  }

  /** The key of the change that was gone to. */
  get onDidVisit(): vscode.Event<string> {
    return this.#visited.event;
  }

  dispose(): void {
    this.#visited.dispose();
  }

  /** The change that was gone to last, while the cursor is still where that put it. */
  visitedIn(editor: vscode.TextEditor): string | undefined {
    const visit = this.#visit;
    if (visit?.editor.document !== editor.document) return undefined;
    return visit.selection.isEqual(editor.selection) ? visit.key : undefined;
  }

  /** The change that follows what was gone to last, or the cursor; round the end. */
  next(compared: Compared, step: 1 | -1): Change | undefined {
    const hides = this.#review.hidesReviewed;
    const wanted = (change: Change): boolean => !hides || !this.#review.isReviewed(change);
    const all = compared.changes;
    const from = this.#position(all);
    for (let count = 1; count <= all.length; count++) {
      const at = step === 1 ? Math.floor(from) + count : Math.ceil(from) - count;
      const change = all[((at % all.length) + all.length) % all.length];
      if (change !== undefined && wanted(change)) return change;
    }
    return undefined;
  }

  /** Opens the source at the passage, or the file at its lines, and shows the marks. */
  async open(
    compared: Compared,
    change: Change,
    options: { readonly preserveFocus?: boolean } = {},
  ): Promise<boolean> {
    this.#marks.areShown = true;
    const editor = await this.#editorOf(compared, change, options);
    if (editor === undefined) return false;
    this.#remember(editor, change, compared);
    return true;
  }

  /** Both sides of the source, or of the file, beside each other. */
  async openSideBySide(compared: Compared, change: Change): Promise<boolean> {
    this.#marks.areShown = true;
    const path = fileShownFor(change);
    const pairs = [...compared.pair.files, ...compared.pair.sources];
    const pair = pairs.find(({ before, after }) => (after?.path ?? before?.path) === path);
    const base = pair === undefined ? path : pair.before?.path;
    const left = this.#revisions.uriOf(
      base ?? path,
      base === undefined ? undefined : compared.commit,
    );
    const isGone = pair !== undefined && pair.after === undefined;
    const right = isGone ? this.#revisions.uriOf(path, undefined) : this.#folder.uriOf(path);
    if (left === undefined || right === undefined) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const title = `${name} (${compared.label} ↔ working tree)`;
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() !== right.toString()) return true;
    const range = this.#rangeIn(editor, change);
    if (range !== undefined) select(editor, range);
    this.#remember(editor, change, compared);
    return true;
  }

  async #editorOf(
    compared: Compared,
    change: Change,
    options: { readonly preserveFocus?: boolean },
  ): Promise<vscode.TextEditor | undefined> {
    const path = fileShownFor(change);
    const uri = this.#folder.uriOf(path);
    if (uri === undefined) return undefined;
    const isThere = await this.#folder.isFile(path);
    if (!isThere) {
      await this.openSideBySide(compared, change);
      return undefined;
    }
    const editor =
      fileKind(path) === undefined
        ? await this.#passages.openSource(path, options)
        : await vscode.window.showTextDocument(uri, { preview: true, ...options });
    if (editor === undefined) return undefined;
    const range = this.#rangeIn(editor, change);
    if (range !== undefined) select(editor, range);
    else if (change.kind === 'annotation') {
      tell(
        change.action === 'removed'
          ? 'The passage of what was removed is not in the text any more: “Open Change Side by Side” shows it.'
          : 'This passage cannot be found in the text with certainty.',
      );
    }
    return editor;
  }

  #rangeIn(editor: vscode.TextEditor, change: Change): vscode.Range | undefined {
    if (change.kind === 'annotation') return this.#rangeOfPassage(editor, change);
    return rangeOfLines(editor.document, change.lines.after[0]);
  }

  #rangeOfPassage(
    { document }: vscode.TextEditor,
    change: AnnotationChange,
  ): vscode.Range | undefined {
    const spans = this.#marks.of(document).find((each) => each.change.key === change.key)?.spans;
    const [first] = spans ?? [];
    const last = spans?.at(-1);
    if (first === undefined || last === undefined) return undefined;
    return this.#passages.rangeOf(document, { start: first.start, end: last.end });
  }

  #remember(editor: vscode.TextEditor, { key }: Change, { changes }: Compared): void {
    const order = changes.map((each) => each.key);
    this.#visit = { key, editor, selection: editor.selection, order };
    this.#visited.fire(key);
  }

  /** An index of the list, or one half behind the change before the cursor; -0.5 before all. */
  #position(changes: readonly Change[]): number {
    const editor = vscode.window.activeTextEditor;
    const visit = this.#visit;
    const isThere = editor !== undefined && this.visitedIn(editor) !== undefined;
    if (visit !== undefined && (isThere || editor === undefined)) {
      const index = changes.findIndex(({ key }) => key === visit.key);
      if (index !== -1) return index;
      // It is gone: what came behind it is next.
      const left = new Set(changes.map(({ key }) => key));
      const behind = visit.order.slice(visit.order.indexOf(visit.key)).find((key) => left.has(key));
      return behind === undefined
        ? changes.length - 0.5
        : changes.findIndex(({ key }) => key === behind) - 0.5;
    }
    return editor === undefined ? -0.5 : this.#positionOfCursor(changes, editor);
  }

  #positionOfCursor(
    changes: readonly Change[],
    { document, selection }: vscode.TextEditor,
  ): number {
    const path = this.#folder.pathOf(document.uri);
    const own = changes.filter((change) => fileShownFor(change) === path);
    const [first] = own;
    if (first === undefined) return -0.5;
    const marks = this.#marks.of(document);
    const line = selection.active.line + 1;
    const isBefore = (change: Change): boolean => {
      const mark = marks.find((each) => each.change.key === change.key);
      const [span] = mark?.spans ?? [];
      if (span !== undefined) {
        return this.#passages.rangeOf(document, span).start.isBefore(selection.active);
      }
      return change.kind !== 'annotation' && (change.lines.after[0]?.first ?? 0) < line;
    };
    const last = own.findLast(isBefore);
    return last === undefined ? changes.indexOf(first) - 0.5 : changes.indexOf(last) + 0.5;
  }
}

/** The file in which a change is looked at: the source for what is in it, otherwise the YAML. */
function fileShownFor(change: Change): string {
  switch (change.kind) {
    case 'annotation':
    case 'text':
      return change.source;
    case 'rejection':
    case 'metadata':
    case 'entity':
    case 'event':
    case 'schema':
    case 'formatting':
    case 'unreadable':
      return change.path;
  }
}

function rangeOfLines(
  document: vscode.TextDocument,
  lines: LineRange | undefined,
): vscode.Range | undefined {
  if (lines === undefined) return undefined;
  const last = document.lineAt(Math.min(lines.last, document.lineCount) - 1);
  return new vscode.Range(new vscode.Position(lines.first - 1, 0), last.range.end);
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
