/** Who annotated and when, as git has it: asked when somebody looks, and kept while text and commit stay. */
import * as vscode from 'vscode';
import { blameWords, BlamedText, type BlamedLine } from '../../core/review/blame';
import type { OutlineSubject } from '../../core/outline/node';
import type { Store } from '../../core/store/store';
import { checkedOut, readBlame } from './blame.node';
import type { Folder } from './folder';
import { gitPath } from './gitExtension';

/** What is shown does not wait longer: the next time the answer is there. */
const PATIENCE_MS = 250;
/** For so long it is not asked again which commit is checked out. */
const HEAD_KEPT_MS = 2_000;
/** Files; those that were asked for longest ago are given up first. */
const MOST_KEPT = 40;

interface Kept {
  readonly text: string;
  readonly head: string;
  readonly answer: Promise<BlamedText | undefined>;
}

/** Where a record stands: from its id on, or in all of a file. */
interface Place {
  readonly path: string;
  /** The offset of its id in the file. */
  readonly id?: number;
}

export class Blames {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #kept = new Map<string, Kept>();
  #head: { readonly at: number; readonly answer: Promise<string | undefined> } | undefined;
  /** One file is blamed after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, folder: Folder) {
    this.#store = store;
    this.#folder = folder;
  }

  /**
   * Who wrote the annotation, entity or event, and who changed it last; empty where git does not know, where
   * the workspace is not trusted, and where it would take long. Never rejects.
   */
  async wordsFor(subject: OutlineSubject): Promise<readonly string[]> {
    const place = this.#placeOf(subject);
    const blamed = place && (await this.#inTime(this.#blamed(place.path)));
    if (place === undefined || blamed === undefined) return [];
    return blameWords(blamed.linesOf(place.id), Date.now() / 1_000);
  }

  /** The lines of the comments of its thread, however long that takes; empty where git does not know them. */
  async commentsOf(subject: OutlineSubject, comments: number): Promise<readonly BlamedLine[]> {
    const place = this.#placeOf(subject);
    const blamed = place && (await this.#blamed(place.path));
    return blamed?.commentsOf(comments, place?.id) ?? [];
  }

  /** Another commit is checked out. */
  forgetHead(): void {
    this.#head = undefined;
  }

  #placeOf(subject: OutlineSubject): Place | undefined {
    const { indexes } = this.#store;
    switch (subject.kind) {
      case 'entity':
        return indexes.entities.get(subject.id);
      case 'event':
        return indexes.events.get(subject.id);
      case 'annotation': {
        const { id, source } = subject;
        const record = indexes.annotationsWithId(id).find((each) => each.source === source);
        const span = record && this.#store.placeOf(record.path, id);
        return span && { path: record.path, id: span.start };
      }
      case 'source':
        return undefined;
    }
  }

  async #blamed(path: string): Promise<BlamedText | undefined> {
    const { uri } = this.#folder;
    const text = this.#store.file(path)?.text;
    if (uri === undefined || text === undefined || !vscode.workspace.isTrusted) return undefined;
    const head = await this.#headNow(uri);
    if (head === undefined) return undefined;
    const known = this.#kept.get(path);
    this.#kept.delete(path);
    const isKnown = known?.text === text && known.head === head;
    const kept = isKnown ? known : { text, head, answer: this.#ask(uri, path, text) };
    this.#kept.set(path, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return await kept.answer;
  }

  #headNow(uri: vscode.Uri): Promise<string | undefined> {
    const now = performance.now();
    if (this.#head !== undefined && now - this.#head.at < HEAD_KEPT_MS) return this.#head.answer;
    const answer = gitPath().then((git) => checkedOut(uri, git));
    this.#head = { at: now, answer };
    return answer;
  }

  #ask(uri: vscode.Uri, path: string, text: string): Promise<BlamedText | undefined> {
    const answer = this.#last.then(async () => {
      const lines = await readBlame(uri, path, text, await gitPath());
      return lines && new BlamedText(text, lines);
    });
    this.#last = answer;
    return answer;
  }

  async #inTime<T>(answer: Promise<T>): Promise<T | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, undefined);
    });
    const first = await Promise.race([answer, late]);
    clearTimeout(timer);
    return first;
  }
}
