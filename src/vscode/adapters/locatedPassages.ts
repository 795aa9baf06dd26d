/** Where annotations are in their sources, whether an editor shows these or not, for many sources at once. */
import * as vscode from 'vscode';
import { locate } from '../../core/store/locate';
import type { AnnotationRecord } from '../../core/store/store';
import type { Folder } from './folder';
import type { Passages } from './passages';
import { rangeOf } from './ranges';
import { stampOf } from './readFile.node';
import type { Sources } from './sources';

const AT_ONCE = 64;
/** Together, over all sources; those that were asked for longest ago are given up first. */
const MOST_KEPT = 50_000;

/** The certain places of an annotation; none when no place is certain. */
type Ranges = readonly vscode.Range[];

interface Kept {
  readonly stamp: string;
  readonly ranges: ReadonlyMap<AnnotationRecord, Ranges>;
}

export class LocatedPassages {
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #passages: Passages;
  /** By the path of a source that no editor has: its file, and what was found in it. */
  readonly #kept = new Map<string, Kept>();
  #count = 0;

  constructor(folder: Folder, sources: Sources, passages: Passages) {
    this.#folder = folder;
    this.#sources = sources;
    this.#passages = passages;
  }

  /** By source as they come, then in the order of the text; passages without a certain place are left out. */
  async locationsOf(records: readonly AnnotationRecord[]): Promise<vscode.Location[]> {
    const groups = [...bySource(records)];
    const locations: vscode.Location[] = [];
    for (let from = 0; from < groups.length; from += AT_ONCE) {
      const batch = groups.slice(from, from + AT_ONCE);
      const found = await Promise.all(batch.map(([path, group]) => this.#rangesIn(path, group)));
      for (const [index, [path]] of batch.entries()) {
        const uri = this.#sources.uriOf(path);
        if (uri === undefined) continue;
        const ranges = [...(found[index] ?? [])].sort((a, b) => a.start.compareTo(b.start));
        for (const range of ranges) locations.push(new vscode.Location(uri, range));
      }
    }
    return locations;
  }

  async #rangesIn(path: string, records: readonly AnnotationRecord[]): Promise<Ranges> {
    const document = this.#folder.documentOf(path);
    // VS Code keeps documents of files that were deleted for a while.
    if (document !== undefined && (document.isDirty || (await this.#folder.isFile(path)))) {
      const wanted = new Set(records);
      const located = this.#passages.of(document).filter(({ record }) => wanted.has(record));
      return located.flatMap((each) => this.#passages.rangesOf(document, each));
    }
    const uri = this.#sources.uriOf(path);
    const stamp = uri && (await stampOf(uri).catch(() => undefined));
    if (stamp === undefined) return [];
    const known = this.#kept.get(path);
    const isKnown = known?.stamp === stamp && records.every((record) => known.ranges.has(record));
    const ranges = isKnown ? known.ranges : await this.#locate(path, records);
    this.#keep(path, { stamp, ranges });
    return records.flatMap((record) => ranges.get(record) ?? []);
  }

  async #locate(
    path: string,
    records: readonly AnnotationRecord[],
  ): Promise<ReadonlyMap<AnnotationRecord, Ranges>> {
    const text = await this.#sources.read(path);
    if (text === undefined) return new Map(records.map((record) => [record, []]));
    return new Map(
      locate(text, records).map(({ record, spans }) => [
        record,
        spans.map((span) => rangeOf(text, span)),
      ]),
    );
  }

  #keep(path: string, kept: Kept): void {
    this.#forget(path);
    this.#kept.set(path, kept);
    this.#count += kept.ranges.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#count <= MOST_KEPT) return;
      this.#forget(oldest);
    }
  }

  #forget(path: string): void {
    this.#count -= this.#kept.get(path)?.ranges.size ?? 0;
    this.#kept.delete(path);
  }
}

function bySource(
  records: readonly AnnotationRecord[],
): ReadonlyMap<string, readonly AnnotationRecord[]> {
  const groups = new Map<string, AnnotationRecord[]>();
  for (const record of records) {
    const group = groups.get(record.source) ?? [];
    groups.set(record.source, group);
    group.push(record);
  }
  return groups;
}
