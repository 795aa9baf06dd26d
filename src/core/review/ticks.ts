/** Which changes a person has reviewed: remembered by what changed, so that a changed change is new again. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Change, LineRange } from './change';
import type { FilePair, RevisionPair } from './revisions';

/** Fingerprints of what was reviewed, by the key of the change. Plain JSON. */
export type Ticks = Readonly<Record<string, string>>;

/** Hexadecimal digits of a fingerprint: enough for what one person reviews. */
const LENGTH = 16;
const CHANGES_IN_STEP = 200;

/** What is ticked of one comparison. */
export class Ticked {
  readonly ticks: Ticks;
  readonly #pairs: ReadonlyMap<string, FilePair>;
  readonly #fingerprints: WeakMap<Change, string>;

  private constructor(
    ticks: Ticks,
    pairs: ReadonlyMap<string, FilePair>,
    fingerprints: WeakMap<Change, string>,
  ) {
    this.ticks = ticks;
    this.#pairs = pairs;
    this.#fingerprints = fingerprints;
  }

  /** `pair` is what the changes that are asked for come from. */
  static of(ticks: Ticks, { files, sources }: RevisionPair): Ticked {
    const pairs = [...files, ...sources].map((pair): [string, FilePair] => [
      (pair.after ?? pair.before)?.path ?? '',
      pair,
    ]);
    return new Ticked(ticks, new Map(pairs), new WeakMap());
  }

  /** Looks at these changes in steps, so that `has` is quick afterwards. */
  *prepare(changes: readonly Change[]): Generator<undefined, void> {
    for (const [index, change] of changes.entries()) {
      if (this.ticks[change.key] !== undefined) this.#fingerprintOf(change);
      if (index % CHANGES_IN_STEP === 0) yield;
    }
  }

  /** Whether the change was reviewed as it is now. */
  has(change: Change): boolean {
    const known = this.ticks[change.key];
    return known !== undefined && known === this.#fingerprintOf(change);
  }

  /** With these changes reviewed, or not. */
  with(changes: readonly Change[], reviewed: boolean): Ticked {
    const ticks = new Map(Object.entries(this.ticks));
    for (const change of changes) {
      if (reviewed) ticks.set(change.key, this.#fingerprintOf(change));
      else ticks.delete(change.key);
    }
    return new Ticked(Object.fromEntries(ticks), this.#pairs, this.#fingerprints);
  }

  #fingerprintOf(change: Change): string {
    const known = this.#fingerprints.get(change);
    if (known !== undefined) return known;
    const fingerprint = bytesToHex(sha1(utf8ToBytes(this.#contentOf(change)))).slice(0, LENGTH);
    this.#fingerprints.set(change, fingerprint);
    return fingerprint;
  }

  /** What was changed without where it stands: lines above may come and go. */
  #contentOf(change: Change): string {
    const { lines, ...said } = change;
    switch (change.kind) {
      case 'annotation':
      case 'rejection':
      case 'metadata':
      case 'entity':
      case 'event':
        return JSON.stringify(said);
      case 'schema':
      case 'text':
      case 'formatting':
      case 'unreadable': {
        const pair = this.#pairs.get(change.path);
        const before = linesOf(pair?.before?.text, lines.before);
        const after = linesOf(pair?.after?.text, lines.after);
        return JSON.stringify([said, before, after]);
      }
    }
  }
}

function linesOf(text: string | undefined, ranges: readonly LineRange[]): readonly string[] {
  if (text === undefined) return [];
  const all = text.split('\n');
  return ranges.map(({ first, last }) => all.slice(first - 1, last).join('\n'));
}
