/** The annotations of one open source, at their places while its text and its files change. */
import type { Target } from '../model/annotation';
import { isCertain } from '../text/certainty';
import type { TextEdit } from '../text/edits';
import type { ChangeEffect, ChangeKind } from '../text/living/livingRows';
import { LivingSpans } from '../text/living/livingSpans';
import { standsAt } from '../text/occurrences';
import { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { areSameTargets } from '../text/standing';
import { annotationsAt, compareLocated, locate, locatedAt, type LocatedAnnotation } from './locate';
import type { AnnotationRecord } from './store';

/** The text that an annotation file was written for, where it is known. */
export type OldTextOf = (file: string) => SourceText | undefined;

/** An annotation of which the file says other words or context than the text has. */
export interface Differing {
  readonly record: AnnotationRecord;
  /** UTF-16, one for each target. */
  readonly spans: readonly Span[];
}

interface Entry {
  record: AnnotationRecord;
  /** One for each target. */
  readonly keys: readonly number[];
  /** The targets that its file had while it was followed, the last ones. */
  readonly former: (readonly Target[])[];
  located: LocatedAnnotation;
}

const MOST_FORMER = 8;

export class LivingSource {
  readonly #living: LivingSpans;
  readonly #entries = new Map<string, Entry>();
  readonly #owners = new Map<number, Entry>();
  readonly #rewriting = new Set<string>();
  #located: readonly LocatedAnnotation[] | undefined;
  #isEdited = false;
  #whole: SourceText;

  constructor(source: SourceText, records: readonly AnnotationRecord[], oldTextOf: OldTextOf) {
    this.#living = new LivingSpans(source.text);
    this.#whole = source;
    for (const located of locateByFile(source, records, oldTextOf)) this.#add(located);
  }

  /** The text as the edits have made it. */
  get text(): string {
    return this.#living.text;
  }

  /** How many annotations there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** In document order, those without a certain place last. The same array while nothing moves. */
  get located(): readonly LocatedAnnotation[] {
    return (this.#located ??= [...this.#entries.values()]
      .map((entry) => this.#locatedNow(entry))
      .sort(compareLocated));
  }

  /** Whether an old text may tell better where some annotation is. */
  get isInDoubt(): boolean {
    return this.located.some(({ anchorings }) =>
      anchorings.some((each) => !isCertain(each) || (!this.#isEdited && each.kind === 'moved')),
    );
  }

  /** The annotations with a target that contains or touches a UTF-16 offset, the shortest first. */
  at(offset: number): readonly LocatedAnnotation[] {
    const entries = new Set(this.#living.at(offset).flatMap((key) => this.#owners.get(key) ?? []));
    const located = [...entries].map((entry) => this.#locatedNow(entry));
    return annotationsAt(located.sort(compareLocated), offset);
  }

  /** UTF-16 offsets of the normalised text before all edits. */
  apply(edits: readonly TextEdit[], change: ChangeKind): ChangeEffect {
    this.#located = undefined;
    this.#isEdited = true;
    return this.#living.apply(edits, change);
  }

  /**
   * Takes in what the annotation files say now. Annotations whose targets stay keep their places, and
   * so do those whose new words stand where they are; the others are located. False when one of these
   * is not where its file says.
   */
  update(records: readonly AnnotationRecord[], oldTextOf: OldTextOf): boolean {
    this.#located = undefined;
    const gone = new Set(this.#entries.keys());
    const unknown: AnnotationRecord[] = [];
    for (const record of records) {
      const key = keyOf(record);
      gone.delete(key);
      const entry = this.#entries.get(key);
      if (entry === undefined || !this.#isKept(entry, record)) unknown.push(record);
      else entry.record = record;
    }
    for (const key of gone) this.#remove(key);
    if (unknown.length === 0) return true;
    const source = this.#source;
    const found = locateByFile(source, unknown, oldTextOf);
    const areExact = found.every((each) => each.anchorings.every(({ kind }) => kind === 'exact'));
    const wanted = new Set(unknown);
    const all = areExact ? found : locateByFile(source, records, oldTextOf);
    for (const located of all) {
      if (!wanted.has(located.record)) continue;
      this.#remove(keyOf(located.record));
      this.#add(located);
    }
    return areExact;
  }

  /** Locates again, with old texts that were not known before, what was not followed until here. */
  refine(oldTextOf: OldTextOf): void {
    const records = [...this.#entries.values()].map(({ record }) => record);
    const source = this.#source;
    for (const { record, anchorings } of locateByFile(source, records, oldTextOf)) {
      anchorings.forEach((anchoring, index) => {
        const key = this.#entries.get(keyOf(record))?.keys[index];
        if (key === undefined) return;
        const isKept = this.#isEdited && isCertain(this.#living.anchoring(key));
        if (!isKept) this.#living.place(key, anchoring);
      });
    }
    this.#located = undefined;
  }

  /** What a file has to say anew, because edits changed its words or its context. */
  get differing(): readonly Differing[] {
    const entries = new Set(this.#living.differing().flatMap((key) => this.#owners.get(key) ?? []));
    return [...entries].flatMap((entry) => {
      const { record, spans, anchorings } = this.#locatedNow(entry);
      return spans.length === anchorings.length ? [{ record, spans }] : [];
    });
  }

  /** These annotations are being written as they are here: whatever their files say, they stay. */
  rewriting(records: readonly AnnotationRecord[]): void {
    this.#rewriting.clear();
    for (const record of records) this.#rewriting.add(keyOf(record));
  }

  #locatedNow(entry: Entry): LocatedAnnotation {
    const { located, record, keys } = entry;
    const isSame =
      located.record === record &&
      keys.every((key, index) => this.#living.anchoring(key) === located.anchorings[index]);
    if (isSame) return located;
    const anchorings = keys.map((key) => this.#living.anchoring(key));
    entry.located = locatedAt(record, anchorings);
    return entry.located;
  }

  #isKept({ keys, record, former }: Entry, changed: AnnotationRecord): boolean {
    const { targets } = changed.annotation;
    if (areSameTargets(targets, record.annotation.targets)) return true;
    if (targets.length !== keys.length) return false;
    // What is undone in a file says again what it said of this passage before.
    const isRewritten =
      this.#rewriting.delete(keyOf(changed)) ||
      former.some((known) => areSameTargets(known, targets));
    const stand = targets.every((target, index) => {
      const anchoring = this.#living.anchoring(keys[index] ?? -1);
      if (!isCertain(anchoring)) return false;
      return isRewritten || this.#isMeant(target, anchoring.span);
    });
    if (!stand) return false;
    former.push(record.annotation.targets);
    if (former.length > MOST_FORMER) former.shift();
    targets.forEach((target, index) => {
      this.#living.retarget(keys[index] ?? -1, target);
    });
    return true;
  }

  /** Whether the words of a file are those of a passage: not when its `start` is another such passage. */
  #isMeant(target: Target, { start, end }: Span): boolean {
    const { text, codePoints } = this.#source;
    if (end - start !== target.exact.length || !standsAt(text, target, start)) return false;
    const hint = codePoints.toUtf16(target.start);
    return hint === start || !standsAt(text, target, hint);
  }

  get #source(): SourceText {
    const { text } = this.#living;
    if (this.#whole.text !== text) this.#whole = SourceText.of(text);
    return this.#whole;
  }

  #add(located: LocatedAnnotation): void {
    const { record, anchorings } = located;
    const keys = record.annotation.targets.map((target, index) =>
      this.#living.add(target, anchorings[index] ?? { kind: 'orphaned' }),
    );
    const entry = { record, keys, former: [], located };
    this.#entries.set(keyOf(record), entry);
    for (const key of keys) this.#owners.set(key, entry);
  }

  #remove(key: string): void {
    for (const target of this.#entries.get(key)?.keys ?? []) {
      this.#living.remove(target);
      this.#owners.delete(target);
    }
    this.#entries.delete(key);
  }
}

/** Files of one source may have been written for different texts of it. */
function locateByFile(
  source: SourceText,
  records: readonly AnnotationRecord[],
  oldTextOf: OldTextOf,
): readonly LocatedAnnotation[] {
  const files = new Map<string, AnnotationRecord[]>();
  for (const record of records) {
    const own = files.get(record.path) ?? [];
    own.push(record);
    files.set(record.path, own);
  }
  return [...files].flatMap(([file, own]) => locate(source, own, oldTextOf(file)));
}

function keyOf({ path, annotation }: AnnotationRecord): string {
  return `${annotation.id} ${path}`;
}
