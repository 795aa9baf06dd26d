/** The places of all targets of one open text, kept through every edit, undo and redo. */
import type { Target } from '../../model/annotation';
import type { Anchoring, Candidate } from '../anchor';
import { isCertain } from '../certainty';
import type { TextEdit } from '../edits';
import type { Span } from '../span';
import { LivingRows, type ChangeEffect, type ChangeKind } from './livingRows';

interface Slot {
  target: Target;
  /** Of the certain place; gone when there is none. */
  row: number;
  /** As it was given: a place that was only followed is no more exact than that. */
  kind: 'exact' | 'moved';
  proposal: Proposal | undefined;
  /** Whether words and context are the target's; absent when that has to be looked up. */
  stands: boolean | undefined;
  /** What was told last. */
  known: Anchoring;
}

interface Proposal {
  readonly kind: 'similar' | 'ambiguous';
  readonly candidates: readonly { readonly row: number; readonly given: Candidate }[];
}

const ORPHANED: Anchoring = { kind: 'orphaned' };

/**
 * Typing inside a passage stretches it, typing at its edge does not; a deletion that reaches into it
 * shrinks it. A passage that is deleted is orphaned until undo, or pasting what was cut, brings it
 * back. A replacement by much the same words keeps it; what a larger one does to it `anchorAll`
 * tells, with the replaced text as evidence. Whenever undo, redo or the person comes back to a former
 * text, every passage has its former place.
 *
 * Offsets are UTF-16 code units of the normalised text. An edit costs a pass over the spans and never
 * the whole text.
 */
export class LivingSpans {
  readonly #living: LivingRows;
  /** The key of the target that each row belongs to. */
  readonly #owners: number[] = [];
  /** By key; those that were removed are absent. */
  readonly #slots: (Slot | undefined)[] = [];
  readonly #edited = new Set<number>();

  constructor(text: string) {
    this.#living = new LivingRows(text);
  }

  /** The text now; joined when it was edited since it was last asked for. */
  get text(): string {
    return this.#living.text.toString();
  }

  /** UTF-16 code units of the text now. */
  get length(): number {
    return this.#living.text.length;
  }

  /** Takes in a target that is at `anchoring` in the text now; its key is never used again. */
  add(target: Target, anchoring: Anchoring): number {
    const key = this.#slots.length;
    this.#slots.push(this.#slotOf(key, target, anchoring));
    return key;
  }

  /** Keeps the place, about which the file now says other words. */
  retarget(key: number, target: Target): void {
    const slot = this.#slots[key];
    if (slot === undefined) return;
    slot.target = target;
    slot.stands = undefined;
    slot.kind = 'exact';
    this.#edited.add(key);
  }

  /** Another place than the one it had, for the same words; undo knows the former one. */
  place(key: number, anchoring: Anchoring): void {
    const slot = this.#slots[key];
    if (slot === undefined) return;
    const { rows } = this.#living;
    this.#vacate(slot);
    if (isCertain(anchoring)) {
      rows.set(slot.row, anchoring.span);
      slot.kind = anchoring.kind;
    }
    slot.proposal = proposalOf(anchoring, (span) => this.#own(key, rows.add(span)));
    slot.stands = true;
    this.#edited.delete(key);
  }

  remove(key: number): void {
    const slot = this.#slots[key];
    if (slot === undefined) return;
    this.#vacate(slot);
    this.#slots[key] = undefined;
    this.#edited.delete(key);
  }

  /**
   * Where a target is. A place that was followed through edits is certain, whatever was typed in it:
   * `exact` while it was given so and no edit changed its words or context, else `moved`. The same
   * object as before while nothing changes.
   */
  anchoring(key: number): Anchoring {
    const slot = this.#slots[key];
    if (slot === undefined) return ORPHANED;
    const { known } = slot;
    const span = this.#living.rows.get(slot.row);
    if (span === undefined) {
      slot.known = this.#proposed(slot.proposal, known);
      return slot.known;
    }
    const kind = slot.kind === 'exact' && this.#stands(slot, span) ? 'exact' : 'moved';
    if (known.kind === kind && isAt(known.span, span)) return known;
    slot.known = { kind, span };
    return slot.known;
  }

  /** The keys of certain places of which edits changed the words or the context since they were given. */
  differing(): readonly number[] {
    const differing: number[] = [];
    for (const key of this.#edited) {
      const slot = this.#slots[key];
      const span = slot && this.#living.rows.get(slot.row);
      if (slot === undefined || span === undefined || this.#stands(slot, span)) {
        this.#edited.delete(key);
      } else {
        differing.push(key);
      }
    }
    return differing;
  }

  /** The keys of the certain places that contain or touch an offset. */
  at(offset: number): readonly number[] {
    return this.#living.rows.touching(offset).flatMap((row) => this.#certainAt(row) ?? []);
  }

  /** `edits` do not overlap and have the offsets of the text before all of them. */
  apply(edits: readonly TextEdit[], change: ChangeKind): ChangeEffect {
    const { effect, near, proposed } = this.#living.apply(edits, change);
    for (const row of near) {
      const key = this.#certainAt(row);
      const slot = key === undefined ? undefined : this.#slots[key];
      if (key === undefined || slot === undefined) continue;
      slot.stands = undefined;
      this.#edited.add(key);
    }
    for (const { row, anchoring } of proposed) this.#propose(row, anchoring);
    return effect;
  }

  #certainAt(row: number): number | undefined {
    const key = this.#owners[row];
    return key !== undefined && this.#slots[key]?.row === row ? key : undefined;
  }

  #propose(row: number, anchoring: Anchoring): void {
    const key = this.#certainAt(row);
    const slot = key === undefined ? undefined : this.#slots[key];
    if (key === undefined || slot === undefined) return;
    slot.proposal = proposalOf(anchoring, (span) =>
      this.#own(key, this.#living.addToLastChange(span)),
    );
  }

  #slotOf(key: number, target: Target, anchoring: Anchoring): Slot {
    const { rows } = this.#living;
    const isSure = isCertain(anchoring);
    return {
      target,
      row: this.#own(key, rows.add(isSure ? anchoring.span : undefined)),
      kind: isSure ? anchoring.kind : 'moved',
      proposal: proposalOf(anchoring, (span) => this.#own(key, rows.add(span))),
      stands: true,
      known: anchoring,
    };
  }

  #own(key: number, row: number): number {
    this.#owners[row] = key;
    return row;
  }

  #vacate({ row, proposal }: Slot): void {
    const { rows } = this.#living;
    rows.set(row, undefined);
    for (const candidate of proposal?.candidates ?? []) rows.set(candidate.row, undefined);
  }

  #stands(slot: Slot, { start, end }: Span): boolean {
    if (slot.stands !== undefined) return slot.stands;
    const { prefix, exact, suffix } = slot.target;
    const passage = this.#living.text.slice(start - prefix.length, end + suffix.length);
    slot.stands =
      start >= prefix.length && end - start === exact.length && passage === prefix + exact + suffix;
    return slot.stands;
  }

  #proposed(proposal: Proposal | undefined, known: Anchoring): Anchoring {
    const candidates = (proposal?.candidates ?? []).flatMap(({ row, given }) => {
      const span = this.#living.rows.get(row);
      return span === undefined ? [] : [{ ...given, span }];
    });
    const [first] = candidates;
    if (proposal === undefined || first === undefined) return ORPHANED;
    const isKnown =
      known.kind === proposal.kind &&
      known.candidates.length === candidates.length &&
      candidates.every(({ span }, index) => isAt(span, known.candidates[index]?.span));
    if (isKnown) return known;
    if (proposal.kind === 'ambiguous') return { kind: 'ambiguous', candidates };
    return { kind: 'similar', span: first.span, score: first.score, candidates };
  }
}

function proposalOf(anchoring: Anchoring, rowOf: (span: Span) => number): Proposal | undefined {
  switch (anchoring.kind) {
    case 'similar':
    case 'ambiguous': {
      const candidates = anchoring.candidates.map((given) => ({ row: rowOf(given.span), given }));
      return { kind: anchoring.kind, candidates };
    }
    case 'exact':
    case 'moved':
    case 'orphaned':
      return undefined;
  }
}

function isAt(a: Span, b: Span | undefined): boolean {
  return a.start === b?.start && a.end === b.end;
}
