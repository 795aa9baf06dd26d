/** What one passage says of the event that it reports. */
import { timeExpressionsIn, valueOfExpression } from '../dates/timesIn';
import { followsIn } from '../matching/places';
import type { Annotation } from '../model/annotation';
import type { EventRecord, Participant } from '../model/records';
import type { Schema } from '../model/schema';
import { isKindOf } from '../schema/lookup';
import { fillersOf, PLACE_ROLE } from '../schema/roleFit';
import type { Indexes } from '../store/indexes';
import type { AnnotationRecord } from '../store/store';
import { contains, overlaps, type Span } from '../text/span';
import type { Claim } from './account';
import { numbersIn } from './numbers';
import { isOfOtherEvent, surroundingsOf, type Surroundings } from './surroundings';

/** What the claims of an event are made from. */
export interface Reported {
  readonly indexes: Indexes;
  readonly schema: Schema;
  /** The live record. */
  readonly event: EventRecord;
}

const DATE_ROLES = new Set(['date', 'time', 'when']);
/** Words that make a date a bound of the event rather than its date. */
const BOUND =
  /\b(?:since|after|before|until|till|by|following|from|ahead of|prior to)\s+(?:the\s+)?$/i;
const REACH = 16;
const FEW_WORDS = /^[\s,]*(?:\p{L}+[\s,]+){0,2}$/u;

/** What the record itself says. */
export function claimsOfRecord({ indexes, event }: Reported): readonly Claim[] {
  const { date, title, status } = event;
  const said = { quote: '', strength: 'said' } as const;
  const polarity =
    status === 'denied' ? 'negative' : status === 'occurred' ? 'positive' : undefined;
  return [
    ...(date === undefined ? [] : [{ ...said, topic: 'date', key: 'date', value: date } as const]),
    ...fillersOf(indexes, event).map(({ role, entity }): Claim => fillerClaim(role, entity, said)),
    ...numbersIn(title).map(({ start, end, unit, range }): Claim => {
      const value = oneLine(title.slice(start, end));
      return { ...said, topic: 'number', key: unit, value, range };
    }),
    ...(polarity === undefined
      ? []
      : [{ ...said, topic: 'polarity', key: 'polarity', value: polarity } as const]),
  ];
}

/** `annotations` are those of the source; of a rejected one nothing counts. */
export function claimsOfPassage(
  reported: Reported,
  { annotation, source }: AnnotationRecord,
  annotations: readonly Annotation[],
): readonly Claim[] {
  const published = reported.indexes.source(source)?.published;
  const { id, polarity = 'positive', certainty } = annotation;
  const said = annotation.targets.flatMap((target) => {
    const around = surroundingsOf(target, annotation, annotations);
    const times = timesIn(around, published);
    return [
      ...dateClaims(reported, around, times),
      ...namedClaims(reported, around),
      ...numberClaims(reported, around, times),
    ];
  });
  const quote = annotation.targets[0].exact;
  // What may be so is no word against its not being so.
  const strength = certainty === 'possible' ? 'weak' : 'said';
  const roles = roleClaims(reported, annotation, annotations);
  // Whoever has a role in so many words takes no other by being named.
  const named = said.filter(
    ({ topic, value }) => topic !== 'participant' || !roles.some((each) => each.value === value),
  );
  return [
    ...roles,
    ...named,
    { topic: 'polarity', key: 'polarity', value: polarity, quote, strength } as const,
  ].map((claim) => ({ ...claim, annotation: id }));
}

/** What the roles of the passage say; a role may name an annotation of the same source. */
function roleClaims(
  { indexes }: Reported,
  { roles, targets }: Annotation,
  annotations: readonly Annotation[],
): readonly Claim[] {
  return roles.map(({ role, target }): Claim => {
    const named = annotations.find(({ id }) => id === target);
    const quote = named?.targets[0].exact ?? targets[0].exact;
    const said = { quote, strength: 'said' } as const;
    if (named?.type === 'time' && named.value !== undefined && DATE_ROLES.has(role)) {
      return { ...said, topic: 'date', key: 'date', value: named.value };
    }
    const id = named?.entity ?? named?.event ?? target;
    const live = indexes.entity(id)?.id ?? indexes.event(id)?.id;
    return fillerClaim(role, live ?? (named === undefined ? id : quote), said);
  });
}

function dateClaims(
  reported: Reported,
  around: Surroundings,
  times: readonly Time[],
): readonly Claim[] {
  const { text, passage } = around;
  return times
    .filter(({ span }) => adjoins(around, span) && !isOther(reported, around, span))
    .map(({ span, value }) => {
      const isBound = BOUND.test(text.slice(Math.max(0, span.start - REACH), span.start));
      const strength = contains(passage, span) && !isBound ? 'said' : 'weak';
      return { topic: 'date', key: 'date', value, quote: words(text, span), strength };
    });
}

/** In the passage, or in its sentence with at most two words between. */
function adjoins({ text, passage, near }: Surroundings, span: Span): boolean {
  if (contains(passage, span)) return true;
  if (!contains(near, span) || overlaps(passage, span)) return false;
  const between =
    span.start >= passage.end
      ? text.slice(passage.end, span.start)
      : text.slice(span.end, passage.start);
  return FEW_WORDS.test(between);
}

interface Time {
  readonly span: Span;
  /** EDTF. */
  readonly value: string;
}

/** The times of the passage and its sentence: the annotated ones, and what can be read beside them. */
function timesIn(
  { text, near, placed }: Surroundings,
  published: string | undefined,
): readonly Time[] {
  const annotated = placed.flatMap(({ annotation: { type, value }, span }) =>
    type === 'time' && value !== undefined ? [{ span, value }] : [],
  );
  const read = timeExpressionsIn(text, near)
    .filter((span) => !annotated.some((each) => overlaps(each.span, span)))
    .flatMap((span) => {
      const value = valueOfExpression(text.slice(span.start, span.end), published);
      return value === undefined ? [] : [{ span, value }];
    });
  return [...annotated, ...read];
}

/** Participants of the record that the passage names, and places that it says the event is in. */
function namedClaims(reported: Reported, around: Surroundings): readonly Claim[] {
  const { indexes, schema, event } = reported;
  const fillers = fillersOf(indexes, event);
  const { text, passage, placed } = around;
  return placed.flatMap(({ annotation, span }): readonly Claim[] => {
    const entity = indexes.entity(annotation.entity ?? '');
    if (entity === undefined || !contains(passage, span)) return [];
    if (isOther(reported, around, span)) return [];
    const weak = { quote: words(text, span), strength: 'weak' } as const;
    const roles = fillers.filter((each) => each.entity === entity.id).map(({ role }) => role);
    const isPlace = isKindOf(schema, entity.type, 'place') && followsIn(text, span);
    const isNew = isPlace && !roles.includes(PLACE_ROLE);
    return [...roles, ...(isNew ? [PLACE_ROLE] : [])].map((role) =>
      fillerClaim(role, entity.id, weak),
    );
  });
}

function numberClaims(
  reported: Reported,
  around: Surroundings,
  times: readonly Time[],
): readonly Claim[] {
  const { text, passage } = around;
  return numbersIn(text)
    .filter((each) => contains(passage, each) && !isOther(reported, around, each))
    .filter((each) => !times.some(({ span }) => overlaps(span, each)))
    .map((each) => {
      const quote = words(text, each);
      const { unit, range } = each;
      return { topic: 'number', key: unit, value: oneLine(quote), range, quote, strength: 'said' };
    });
}

function isOther({ indexes, event }: Reported, around: Surroundings, span: Span): boolean {
  return isOfOtherEvent(around, span, (id) => indexes.event(id)?.id === event.id);
}

function fillerClaim(
  role: Participant['role'],
  value: string,
  said: Pick<Claim, 'quote' | 'strength'>,
): Claim {
  const topic = role === PLACE_ROLE ? 'place' : 'participant';
  return { ...said, topic, key: role, value };
}

function words(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').toLowerCase();
}
