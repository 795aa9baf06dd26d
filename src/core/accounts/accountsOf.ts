/** The accounts of an event: what each source says of it, and where they agree, add and contradict. */
import type { Annotation } from '../model/annotation';
import { credibilityWords } from '../schema/admiralty';
import type { AnnotationRecord, Store } from '../store/store';
import {
  VERDICTS,
  type Claim,
  type EventAccounts,
  type Other,
  type SayingPassage,
  type SourceAccount,
  type Standing,
  type Statement,
  type Topic,
  type Verdict,
} from './account';
import { claimsOfPassage, claimsOfRecord, type Reported } from './claims';
import { isSwapped, relate, type Comparing } from './compare';

/** All that one side says. */
interface Side {
  readonly other: Other;
  readonly claims: readonly Claim[];
}

const TOPICS: readonly Topic[] = ['date', 'place', 'participant', 'number', 'polarity'];

/** Absent for an event that is not there; without sources for one that nothing reports. */
export function accountsOf({ indexes, schema }: Store, eventId: string): EventAccounts | undefined {
  const event = indexes.event(eventId);
  if (event === undefined) return undefined;
  const reported: Reported = { indexes, schema, event };
  const comparing: Comparing = { indexes, schema, eventType: event.type };
  const bySource = new Map<string, AnnotationRecord[]>();
  for (const record of indexes.evidenceOf(event.id)) {
    if (record.annotation.status === 'rejected') continue;
    const others = bySource.get(record.source);
    if (others === undefined) bySource.set(record.source, [record]);
    else others.push(record);
  }
  const record: Side = { other: { kind: 'record' }, claims: claimsOfRecord(reported) };
  const sides = [...bySource].map(([source, records]): Side => {
    const annotations = indexes.annotationsOf(source).map(({ annotation }) => annotation);
    const claims = records.flatMap((each) =>
      settled(comparing, record.claims, claimsOfPassage(reported, each, annotations)),
    );
    return { other: { kind: 'source', source }, claims };
  });
  const isDenied = sides.some(({ claims }) => claims.some(({ value }) => value === 'negative'));
  const sources = [...bySource].map(([source, records], at): SourceAccount => {
    const own = sides[at] ?? { other: { kind: 'source', source }, claims: [] };
    const others = [record, ...sides.filter((each) => each !== own)];
    const statements = grouped(own.claims)
      .filter(([{ topic }]) => isDenied || topic !== 'polarity')
      .flatMap((claims) => statementOf(comparing, claims, own, others) ?? []);
    return {
      source,
      passages: records.length,
      statements: sorted(statements),
      standings: standingsOf(records.map(({ annotation }) => annotation)),
    };
  });
  return { event: event.id, sources: sources.sort((a, b) => (a.source < b.source ? -1 : 1)) };
}

/** How many statements of each verdict, over all sources. */
export function tallyVerdicts(
  sources: readonly SourceAccount[],
): Readonly<Record<Verdict, number>> {
  const tally = { contradicts: 0, agrees: 0, adds: 0 };
  for (const { statements } of sources) for (const { verdict } of statements) tally[verdict] += 1;
  return tally;
}

/**
 * Where a passage gives several dates, or counts several things of a kind, and one of them is that of the
 * record, the others are of something else: they prove nothing.
 */
function settled(
  comparing: Comparing,
  record: readonly Claim[],
  claims: readonly Claim[],
): readonly Claim[] {
  const sameKind = (one: Claim, other: Claim): boolean =>
    one.topic === other.topic && one.key === other.key;
  return claims.map((claim) => {
    if (claim.topic !== 'date' && claim.topic !== 'number') return claim;
    const alike = claims.filter((each) => sameKind(each, claim) && each.strength === 'said');
    const fits = (each: Claim): boolean =>
      record.some((own) => relate(comparing, own, each) === 'same');
    const isOther = alike.length > 1 && !fits(claim) && alike.some(fits);
    return isOther ? { ...claim, strength: 'weak' } : claim;
  });
}

/** The claims that say the same: those of one value, and numbers that are written differently. */
function grouped(claims: readonly Claim[]): readonly (readonly [Claim, ...Claim[]])[] {
  const groups = new Map<string, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const { topic, key, range } = claim;
    const value = range === undefined ? claim.value : `${range.least} to ${range.most}`;
    const name = JSON.stringify([topic, key, value]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [claim]);
    else if (claim.strength === 'said' && group[0].strength === 'weak') group.unshift(claim);
    else group.push(claim);
  }
  return [...groups.values()];
}

/** Nothing for what is only named and what nobody else says. */
function statementOf(
  comparing: Comparing,
  claims: readonly [Claim, ...Claim[]],
  own: Side,
  others: readonly Side[],
): Statement | undefined {
  const [claim] = claims;
  const { topic, key, value } = claim;
  const rivals = own.claims.filter(
    (each) => each.topic === topic && each.key === key && each.strength === 'said',
  );
  const apart: Other[] = [];
  const same: Other[] = [];
  for (const { other, claims: theirs } of others) {
    const relations = theirs.map((each) => relate(comparing, claim, each));
    // A source that counts several things by one word says of none of them that it is another number.
    const isClear = topic !== 'number' || (isOne(rivals) && isOne(theirs.filter(isAlike(claim))));
    const isApart = relations.includes('apart') && !relations.includes('same') && isClear;
    if (relations.includes('same')) same.push(other);
    if (isApart || isSwapped(claim, own.claims, theirs)) apart.push(other);
  }
  const verdict = apart.length > 0 ? 'contradicts' : same.length > 0 ? 'agrees' : 'adds';
  if (verdict === 'adds' && !mayAdd(claim, others)) return undefined;
  const passages = passagesOf(claims);
  return { topic, key, value, verdict, agrees: same, contradicts: apart, passages };
}

/** Of what is only named, a place that the record does not give. */
function mayAdd(claim: Claim, [record]: readonly Side[]): boolean {
  if (claim.topic === 'polarity') return false;
  if (claim.strength === 'said') return true;
  return claim.topic === 'place' && record?.claims.some(isAlike(claim)) !== true;
}

function isAlike({ topic, key }: Claim): (other: Claim) => boolean {
  return (other) => other.topic === topic && other.key === key;
}

function isOne(claims: readonly Claim[]): boolean {
  return new Set(claims.map(({ range }) => `${range?.least} ${range?.most}`)).size <= 1;
}

function passagesOf(claims: readonly Claim[]): readonly SayingPassage[] {
  const passages = new Map<string, SayingPassage>();
  for (const { annotation, quote } of claims) {
    if (annotation !== undefined && !passages.has(annotation)) {
      passages.set(annotation, { annotation, quote });
    }
  }
  return [...passages.values()];
}

/** What contradicts first; then by topic, as far as possible in the order of the source. */
function sorted(statements: readonly Statement[]): readonly Statement[] {
  const rank = ({ verdict, topic }: Statement): number =>
    (verdict === VERDICTS[0] ? 0 : TOPICS.length) + TOPICS.indexOf(topic);
  return [...statements].sort((a, b) => rank(a) - rank(b));
}

/** What is worth a word of how sure the passages are: not that they are certain and say that it is so. */
function standingsOf(annotations: readonly Annotation[]): readonly Standing[] {
  const standings = new Map<string, string[]>();
  for (const { id, certainty, credibility, status } of annotations) {
    const words = [
      ...(certainty === undefined || certainty === 'certain' ? [] : [certainty]),
      ...(credibility === undefined ? [] : [`credibility ${credibilityWords(credibility)}`]),
      ...(status === 'accepted' ? [] : [status]),
    ];
    for (const each of words) standings.set(each, [...(standings.get(each) ?? []), id]);
  }
  return [...standings].map(([words, ids]) => ({ words, annotations: ids }));
}
