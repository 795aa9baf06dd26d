/** One comment as VS Code shows it: plain words, which are never read as Markdown. */
import * as vscode from 'vscode';
import type { Comment, Subject } from '../../core/model/thread';
import { commentText } from '../../core/outline/threads';
import type { BlamedLine } from '../../core/review/blame';

/** What the menus of the manifest tell apart. */
export type CommentContext = 'own' | 'other' | 'draft';

const UNNAMED = 'Somebody';
const YOU = 'You';

export class ShownComment implements vscode.Comment {
  /** What the file says; absent while it is written for the first time. */
  readonly written: Comment | undefined;
  readonly subject: Subject;
  /** Its place in the thread. */
  readonly index: number;
  readonly uri: vscode.Uri;
  /** VS Code puts what was typed here before it calls a command. */
  body: string;
  mode = vscode.CommentMode.Preview;
  author: vscode.CommentAuthorInformation;
  contextValue: CommentContext;
  label?: string;
  timestamp?: Date;

  constructor(
    place: { readonly subject: Subject; readonly index: number; readonly uri: vscode.Uri },
    written: Comment | undefined,
    me: string | undefined,
  ) {
    const { subject, index, uri } = place;
    this.subject = subject;
    this.index = index;
    this.uri = uri;
    this.written = written;
    this.body = written === undefined ? '' : commentText(written);
    this.author = { name: written === undefined ? (me ?? YOU) : (written.by ?? UNNAMED) };
    this.contextValue = contextOf(written, me);
    if (written?.resolved === true) this.label = 'resolved';
    if (written === undefined) this.mode = vscode.CommentMode.Editing;
  }

  /** Whether it says what the file says there, and is still whose it was. */
  isOf(written: Comment, index: number, me: string | undefined): boolean {
    const mine = this.written;
    return (
      mine !== undefined &&
      this.index === index &&
      mine.by === written.by &&
      mine.text === written.text &&
      mine.resolved === written.resolved &&
      this.contextValue === contextOf(written, me)
    );
  }

  /** Ends writing in it, and shows again what the file says. */
  reset(): void {
    this.mode = vscode.CommentMode.Preview;
    if (this.written !== undefined) this.body = commentText(this.written);
  }

  /**
   * With when it was written, and by whom if it does not say so itself: another one then, because VS Code shows
   * the author of a comment only once.
   */
  blamedOn(line: BlamedLine | undefined): ShownComment {
    const { written } = this;
    if (line?.commit === undefined || written === undefined) return this;
    const { author, time } = line;
    const isSigned = written.by !== undefined || this.author.name === author;
    if (isSigned && this.timestamp?.getTime() === time * 1_000) return this;
    const blamed = isSigned ? this : new ShownComment(this, written, undefined);
    if (!isSigned) {
      blamed.author = { name: author };
      blamed.contextValue = this.contextValue;
    }
    blamed.timestamp = new Date(time * 1_000);
    return blamed;
  }
}

function contextOf(written: Comment | undefined, me: string | undefined): CommentContext {
  if (written === undefined) return 'draft';
  return written.by === me && written.text !== undefined ? 'own' : 'other';
}
