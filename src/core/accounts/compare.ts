/** Whether two claims go together: the same, not both possible, or about different things. */
import { edtfBounds } from '../dates/edtf';
import type { Schema } from '../model/schema';
import { hasRoom } from '../schema/roleFit';
import type { Indexes } from '../store/indexes';
import type { Claim } from './account';

type Relation = 'same' | 'apart' | 'unrelated';

/** What comparing needs to know of the event. */
export interface Comparing {
  readonly indexes: Indexes;
  readonly schema: Schema;
  readonly eventType: string;
}

const QUALIFIED = /[?~%]/;
const YEAR = 366 * 24 * 60 * 60 * 1000;

/** Symmetric. Only what is said outright on both sides can be apart. */
export function relate(comparing: Comparing, one: Claim, other: Claim): Relation {
  if (one.topic !== other.topic || one.key !== other.key) return 'unrelated';
  const relation = relateValues(comparing, one, other);
  const isProof = one.strength === 'said' && other.strength === 'said';
  if (isProof || relation === 'unrelated') return relation;
  const isNothing = one.topic === 'date' && !isTelling(one, other);
  return relation === 'apart' || isNothing ? 'unrelated' : relation;
}

/** A date near a passage may be of anything: it supports the record only, and when it says enough. */
function isTelling(one: Claim, other: Claim): boolean {
  const [weak, strong] = one.strength === 'weak' ? [one, other] : [other, one];
  const bounds = edtfBounds(weak.value);
  const isRecord = strong.annotation === undefined && strong.strength === 'said';
  return isRecord && bounds !== undefined && bounds.max - bounds.min < YEAR;
}

function relateValues(comparing: Comparing, one: Claim, other: Claim): Relation {
  switch (one.topic) {
    case 'date':
      return relateDates(one.value, other.value);
    case 'number':
      return relateNumbers(one, other);
    case 'polarity':
      return one.value === other.value ? 'same' : 'apart';
    case 'place':
    case 'participant': {
      if (isSameFiller(one.value, other.value)) return 'same';
      const { schema, eventType, indexes } = comparing;
      const takesOne = !hasRoom(schema, eventType, one.key, 1);
      return takesOne && !areLinked(indexes, one.value, other.value) ? 'apart' : 'unrelated';
    }
  }
}

/** Dates that share a moment are the same, one of them perhaps said more exactly. */
function relateDates(one: string, other: string): Relation {
  const [a, b] = [looseBounds(one), looseBounds(other)];
  if (a === undefined || b === undefined) return one === other ? 'same' : 'unrelated';
  return a.min <= b.max && b.min <= a.max ? 'same' : 'apart';
}

/** What is uncertain or approximate may lie outside its bounds by their length. */
function looseBounds(value: string): { readonly min: number; readonly max: number } | undefined {
  const bounds = edtfBounds(value);
  if (bounds === undefined || !QUALIFIED.test(value)) return bounds;
  const length = bounds.max - bounds.min;
  return { min: bounds.min - length, max: bounds.max + length };
}

function relateNumbers({ range: a }: Claim, { range: b }: Claim): Relation {
  if (a === undefined || b === undefined) return 'unrelated';
  return a.least <= b.most && b.least <= a.most ? 'same' : 'apart';
}

function isSameFiller(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** A relation between two entities, such as of a city to its country, lets both be right. */
function areLinked(indexes: Indexes, one: string, other: string): boolean {
  const leads = (from: string, to: string): boolean =>
    (indexes.entity(from)?.relations ?? []).some(({ entity }) => indexes.entity(entity)?.id === to);
  return leads(one, other) || leads(other, one);
}

/**
 * Whether one side has two participants in each other's roles: the actor of the one is the recipient of
 * the other and the other way round.
 */
export function isSwapped(claim: Claim, own: readonly Claim[], others: readonly Claim[]): boolean {
  if (claim.topic !== 'participant' || claim.strength !== 'said') return false;
  const says = (claims: readonly Claim[], role: string, value: string): boolean =>
    claims.some(
      ({ topic, key, value: each, strength }) =>
        topic === 'participant' && key === role && each === value && strength === 'said',
    );
  if (says(others, claim.key, claim.value)) return false;
  return others.some(
    ({ topic, key, value, strength }) =>
      topic === 'participant' &&
      strength === 'said' &&
      value === claim.value &&
      key !== claim.key &&
      own.some(
        (mine) =>
          mine.topic === 'participant' &&
          mine.strength === 'said' &&
          mine.key === key &&
          mine.value !== claim.value &&
          says(others, claim.key, mine.value) &&
          !says(others, key, mine.value),
      ),
  );
}
