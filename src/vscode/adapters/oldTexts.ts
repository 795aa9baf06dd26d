/** Old texts of sources, as git still has them by the blob ids that annotation files name. */
import * as vscode from 'vscode';
import { SourceText } from '../../core/text/sourceText';
import type { Folder } from './folder';
import { readOldTexts } from './git.node';
import { gitPath } from './gitExtension';

/** Together, in UTF-16 code units: the texts that were asked for longest ago are given up first. */
const MOST_KEPT = 32_000_000;

interface Question {
  readonly blobs: string[];
  readonly answered: Promise<void>;
}

export class OldTexts {
  readonly #folder: Folder;
  readonly #texts = new Map<string, SourceText>();
  /** What git did not have when it was asked. */
  readonly #missing = new Set<string>();
  readonly #asked = new Map<string, Promise<void>>();
  #kept = 0;
  /** Git is asked one question after the other; more blobs may be added to the next one. */
  #last: Promise<void> = Promise.resolve();
  #next: Question | undefined;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** The text with this blob id, if it has been loaded and is still kept. */
  get(blob: string): SourceText | undefined {
    const text = this.#texts.get(blob);
    if (text === undefined) return undefined;
    this.#texts.delete(blob);
    this.#texts.set(blob, text);
    return text;
  }

  /**
   * Resolves when `get` gives those of the texts that git has. What is asked for at the same time is
   * one question to git. Nothing is asked where the workspace is not trusted. Never rejects.
   */
  async load(blobs: Iterable<string>): Promise<void> {
    const answers = new Set<Promise<void>>();
    for (const blob of blobs) {
      if (this.#texts.has(blob) || this.#missing.has(blob)) continue;
      answers.add(this.#asked.get(blob) ?? this.#askFor(blob));
    }
    await Promise.all(answers);
  }

  /** Git is asked again for what it did not have: it may have been fetched meanwhile. */
  forgetMissing(): void {
    this.#missing.clear();
  }

  #askFor(blob: string): Promise<void> {
    if (this.#next === undefined) {
      const blobs: string[] = [];
      this.#last = this.#last.then(() => {
        this.#next = undefined;
        return this.#ask(blobs);
      });
      this.#next = { blobs, answered: this.#last };
    }
    this.#next.blobs.push(blob);
    this.#asked.set(blob, this.#next.answered);
    return this.#next.answered;
  }

  async #ask(blobs: readonly string[]): Promise<void> {
    const root = this.#folder.uri;
    const mayAsk = root !== undefined && vscode.workspace.isTrusted;
    const texts = mayAsk
      ? await readOldTexts(root, blobs, await gitPath())
      : new Map<string, string>();
    for (const blob of blobs) {
      this.#asked.delete(blob);
      const text = texts.get(blob);
      if (text !== undefined) this.#keep(blob, SourceText.of(text));
      else if (mayAsk) this.#missing.add(blob);
    }
  }

  #keep(blob: string, text: SourceText): void {
    if (text.text.length > MOST_KEPT) return;
    this.#texts.set(blob, text);
    this.#kept += text.text.length;
    for (const [oldest, { text: old }] of this.#texts) {
      if (this.#kept <= MOST_KEPT) return;
      this.#texts.delete(oldest);
      this.#kept -= old.length;
    }
  }
}
