/** The two layers that are compared: annotators of the working files, or revisions. */
import * as vscode from 'vscode';
import { comparedText, type ComparedText } from '../../core/review/agreement/comparedText';
import { withDecisionsOf } from '../../core/review/decidedElsewhere';
import {
  emptyLayer,
  layerOfStepwise,
  layersByStepwise,
  UNNAMED,
  type Layer,
} from '../../core/review/layers';
import type { Store } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import { WORKING_FILES, type CompareAsk } from './compareAnswers';
import { ComparedRevision } from './comparedRevision';
import { readRevision } from './compareGit.node';
import type { Folder } from './folder';
import { gitPath } from './gitExtension';
import type { OldTexts } from './oldTexts';
import type { Passages } from './passages';
import { PlacedSources } from './placedSources';
import type { Answered } from './reviewAnswers';
import { runSteps, Slice } from './slice';
import type { Sources } from './sources';

export interface ReadLayers {
  readonly a: Layer;
  readonly b: Layer;
  /** The text that the annotations of a source are placed in. */
  readonly textOf: (source: string) => SourceText | undefined;
  /** The same without what stands around the document. */
  readonly comparedTextOf: (source: string) => ComparedText | undefined;
}

export interface ManyLayers extends Pick<ReadLayers, 'comparedTextOf'> {
  readonly layers: readonly Layer[];
}

/** A revision that is not checked out, or the working files. */
type Side =
  | { readonly kind: 'revision'; readonly revision: ComparedRevision }
  | { readonly kind: 'working'; readonly label: string };

export class LayerReader {
  readonly #whole: Store;
  readonly #folder: Folder;
  readonly #placed: PlacedSources;
  /** By the name that was asked for. */
  readonly #revisions = new Map<string, Side>();

  constructor(
    whole: Store,
    folder: Folder,
    sources: Sources,
    passages: Passages,
    oldTexts: OldTexts,
  ) {
    this.#whole = whole;
    this.#folder = folder;
    this.#placed = new PlacedSources(folder, sources, passages, oldTexts);
  }

  /** The text or the annotations of a source changed. */
  forget(source: string): void {
    this.#placed.forget(source);
  }

  /** An annotation file, or another, changed. */
  forgetFile(path: string): void {
    const content = this.#whole.file(path)?.content;
    if (content?.kind === 'annotations') this.#placed.forget(content.source.path);
  }

  /** Branches may be elsewhere. */
  forgetRevisions(): void {
    this.#revisions.clear();
  }

  forgetAll(): void {
    this.#placed.forgetAll();
    this.#revisions.clear();
  }

  /** Absent when it was given up. Never rejects. */
  read(ask: CompareAsk, isWanted: () => boolean): Promise<Answered<ReadLayers> | undefined> {
    return ask.kind === 'annotators'
      ? this.#annotators(ask, isWanted)
      : this.#compareRevisions(ask, isWanted);
  }

  /** All annotators of the working files; what names nobody where fewer than two are named. */
  async everybody(isWanted: () => boolean): Promise<Answered<ManyLayers> | undefined> {
    const all = await this.#allLayers(isWanted);
    if (all === undefined) return undefined;
    const named = all.filter(({ name }) => name !== UNNAMED);
    const layers = named.length > 1 ? named : all;
    if (layers.length < 2) {
      return failed(
        'alone',
        'Agreement needs two annotators, as “by:” of the annotations names them.',
      );
    }
    return { ok: true, value: { layers, comparedTextOf: (source) => this.#comparedText(source) } };
  }

  async #allLayers(isWanted: () => boolean): Promise<readonly Layer[] | undefined> {
    const slice = new Slice();
    const { indexes } = this.#whole;
    const isReady = await this.#placed.prepare(indexes.sourcePaths(), indexes, slice, isWanted);
    if (!isReady) return undefined;
    const steps = layersByStepwise(indexes, this.#placed);
    const { result } = await runSteps(steps, () => slice.pauseAtEnd(), isWanted);
    return result;
  }

  async #annotators(
    { a, b }: Extract<CompareAsk, { kind: 'annotators' }>,
    isWanted: () => boolean,
  ): Promise<Answered<ReadLayers> | undefined> {
    const result = await this.#allLayers(isWanted);
    if (result === undefined) return undefined;
    const named = (name: string): Layer =>
      result.find((layer) => layer.name === name) ?? emptyLayer(name, this.#whole.indexes);
    return { ok: true, value: this.#around(named(a), named(b), []) };
  }

  async #compareRevisions(
    { a, b }: Extract<CompareAsk, { kind: 'revisions' }>,
    isWanted: () => boolean,
  ): Promise<Answered<ReadLayers> | undefined> {
    const root = this.#folder.uri;
    if (root === undefined) return failed('no-folder', 'Open a folder first.');
    if (!vscode.workspace.isTrusted) {
      return failed('untrusted', 'Branches are read from git only in trusted workspaces.');
    }
    const slice = new Slice();
    const first = await this.#side(root, a, slice);
    const second = await this.#side(root, b, slice);
    if (!first.ok) return first;
    if (!second.ok) return second;
    if (first.value.kind === 'working' && second.value.kind === 'working') {
      return failed('same', 'That is the branch that is checked out: choose another one.');
    }
    const sides = [first.value, second.value];
    const revisions = sides.flatMap((side) => (side.kind === 'revision' ? [side.revision] : []));
    const { indexes } = this.#whole;
    const paths = [...indexes.sourcePaths(), ...revisions.flatMap((each) => each.sources())];
    const isReady = await this.#placed.prepare(new Set(paths), indexes, slice, isWanted);
    if (!isReady) return undefined;
    const [one, other] = [
      await this.#layer(first.value, slice, isWanted),
      await this.#layer(second.value, slice, isWanted),
    ];
    if (one === undefined || other === undefined) return undefined;
    // What is decided is in the working files: where these are no side, it has to be looked up.
    const known = (layer: Layer): Layer =>
      revisions.length === 2 ? withDecisionsOf(layer, indexes) : layer;
    return { ok: true, value: this.#around(known(one), known(other), revisions) };
  }

  async #side(root: vscode.Uri, name: string | undefined, slice: Slice): Promise<Answered<Side>> {
    if (name === undefined) return { ok: true, value: { kind: 'working', label: WORKING_FILES } };
    const known = this.#revisions.get(name);
    if (known !== undefined) return { ok: true, value: known };
    const read = await readRevision(root, name, await gitPath());
    if (!read.ok) return read;
    const { label, isCheckedOut } = read.value;
    const side: Side = isCheckedOut
      ? { kind: 'working', label }
      : { kind: 'revision', revision: await ComparedRevision.of(read.value, slice) };
    this.#revisions.set(name, side);
    return { ok: true, value: side };
  }

  async #layer(side: Side, slice: Slice, isWanted: () => boolean): Promise<Layer | undefined> {
    if (side.kind === 'revision') return side.revision.layer(this.#placed, slice, isWanted);
    const steps = layerOfStepwise(side.label, this.#whole.indexes, this.#placed);
    const { result } = await runSteps(steps, () => slice.pauseAtEnd(), isWanted);
    return result;
  }

  #around(a: Layer, b: Layer, revisions: readonly ComparedRevision[]): ReadLayers {
    const textOf = (source: string): SourceText | undefined =>
      this.#placed.sourceText(source) ??
      revisions.flatMap((each) => each.textOf(source) ?? []).at(-1);
    return {
      a,
      b,
      textOf,
      comparedTextOf: (source) => this.#comparedText(source, textOf(source)),
    };
  }

  #comparedText(source: string, text = this.#placed.sourceText(source)): ComparedText | undefined {
    const metadata = this.#whole.indexes.source(source);
    return text && comparedText(text, metadata, () => this.#placed.located(source));
  }
}

function failed(kind: string, message: string): Answered<never> {
  return { ok: false, failure: { kind, message } };
}
