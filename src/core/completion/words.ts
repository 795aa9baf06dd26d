/** What may stand at a place, from the records and the schema of the project. */
import { quoteOf } from '../model/annotation';
import { foldName } from '../matching/fold';
import { spaced } from '../outline/words';
import type { RoleRule } from '../model/schema';
import { eventTypeOf, rolesOf } from '../schema/lookup';
import { ATTRIBUTE_KINDS } from '../storage/schemaReferences';
import { recordId } from '../storage/paths';
import type { Words } from '../shape/shape';
import type { AnnotationRecord } from '../store/store';
import { annotatorsAround } from './annotators';
import { dateOffers } from './dates';
import { commonLanguages } from './languages';
import { eventTypeAround, inAnnotation, referenceDate, sourceOf, type Setting } from './setting';

/** A word that may stand at the place, before it is quoted. */
export interface Offer {
  readonly kind: 'record' | 'annotation' | 'type' | 'value' | 'date';
  readonly value: string;
  readonly detail?: string;
  readonly about?: string;
  readonly names?: readonly string[];
}

const LONGEST_QUOTE = 80;

/** `typed` is what stands before the caret. */
export function offersFor(words: Words, setting: Setting, typed: string): readonly Offer[] {
  const { store, path } = setting;
  const { schema } = store;
  switch (words) {
    case 'entity':
      return entities(setting);
    case 'event':
      return events(setting);
    case 'record':
      return records(setting);
    case 'argument':
      return [...ownAnnotations(setting), ...entities(setting), ...events(setting)];
    case 'annotation':
      return passagesOfRecord(setting);
    case 'entityType':
      return types(schema.entityTypes);
    case 'eventType':
      return types(schema.eventTypes);
    case 'annotationType':
      return [...types(schema.eventTypes), TIME, ...types(schema.entityTypes)];
    case 'relationType':
      return types(schema.relationTypes);
    case 'fillerType':
      return [...types(schema.entityTypes), ANY_EVENT, ...types(schema.eventTypes)];
    case 'attributeSubject':
      return [...KINDS, ...types(schema.entityTypes), ...types(schema.eventTypes)];
    case 'parent':
      return parents(setting);
    case 'mode':
      return plainWords(eventTypeOf(schema, eventTypeAround(setting) ?? '').modes);
    case 'role':
      return roles(rolesOf(schema, eventTypeAround(setting) ?? ''));
    case 'date':
      return dates(setting, typed, undefined);
    case 'value':
      return inAnnotation(setting, 'type') === 'time'
        ? dates(setting, typed, inAnnotation(setting, 'exact'))
        : [];
    case 'attributeValue':
      return plainWords(schema.attributes[setting.place.steps.at(-1) ?? '']?.values ?? []);
    case 'language':
      return commonLanguages().map(({ tag, name }) => ({
        kind: 'value',
        value: tag,
        detail: name,
        names: [name],
      }));
    case 'annotator':
      return plainWords(annotatorsAround(setting));
    case 'decision':
      return [...candidatesFor(setting), NOTHING_STANDS];
    case 'fileId':
      return [{ kind: 'value', value: recordId(path), detail: 'as the file name says' }];
  }
}

const TIME: Offer = {
  kind: 'type',
  value: 'time',
  detail: 'a time expression, with an EDTF value',
};
const NOTHING_STANDS: Offer = { kind: 'value', value: 'none', detail: 'nothing stands here' };
const ANY_EVENT: Offer = { kind: 'type', value: 'event', detail: 'any event' };
const KINDS: readonly Offer[] = ATTRIBUTE_KINDS.map((value) => ({
  kind: 'type',
  value,
  detail: 'a kind of annotation',
}));

function entities({ store, path }: Setting): readonly Offer[] {
  return store.indexes.liveEntities().flatMap(({ id, type, name, aliases }): Offer[] => {
    if (path.endsWith(`entities/${id}.yaml`)) return [];
    const names = [name, ...aliases.map(({ text }) => text)];
    return [{ kind: 'record', value: id, detail: `${name} · ${spaced(type)}`, names }];
  });
}

function events({ store, path }: Setting): readonly Offer[] {
  return store.indexes.liveEvents().flatMap(({ id, type, title, date }): Offer[] => {
    if (path.endsWith(`events/${id}.yaml`)) return [];
    const detail = [title, spaced(type), date].filter((part) => part !== undefined).join(' · ');
    return [{ kind: 'record', value: id, detail, names: [title] }];
  });
}

/** Keys whose value is a record of the same kind as that of the file. */
const SAME_KIND: ReadonlySet<string> = new Set(['mergedInto', 'distinctFrom']);

/** What takes part in an event is an entity as a rule. */
function records(setting: Setting): readonly Offer[] {
  const key = setting.place.steps.findLast((step) => step !== undefined) ?? '';
  if (!SAME_KIND.has(key)) return [...entities(setting), ...events(setting)];
  return setting.kind === 'event' ? events(setting) : entities(setting);
}

function ownAnnotations(setting: Setting): readonly Offer[] {
  const own = setting.place.steps[1];
  return setting.store.indexes
    .annotationsOf(sourceOf(setting))
    .filter(({ annotation }) => annotation.id !== own)
    .map(passageOffer);
}

/** The mentions of the entity whose file it is: they say most of what it is to others. */
function passagesOfRecord({ store, path }: Setting): readonly Offer[] {
  return store.indexes.mentionsOf(recordId(path)).map(passageOffer);
}

/** This annotation, and those that share words with it. */
function candidatesFor(setting: Setting): readonly Offer[] {
  const records = setting.store.indexes.annotationsOf(sourceOf(setting));
  const own = records.find(({ annotation }) => annotation.id === setting.place.steps[1]);
  if (own === undefined) return records.map(passageOffer);
  const { start, end } = own.annotation.targets[0];
  const others = records.filter(
    ({ annotation: { id, targets } }) =>
      id !== own.annotation.id &&
      targets.some((target) => target.start < end && start < target.end),
  );
  return [{ ...passageOffer(own), detail: 'this one stands' }, ...others.map(passageOffer)];
}

function passageOffer({ annotation, source }: AnnotationRecord): Offer {
  const quote = quoteOf(annotation);
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  const detail = `${short} · ${annotation.entity ?? annotation.event ?? annotation.type ?? 'note'}`;
  return { kind: 'annotation', value: annotation.id, detail, about: source, names: [quote] };
}

interface DescribedType {
  readonly label?: string;
  readonly description?: string;
}

function types(known: Readonly<Record<string, DescribedType>>): readonly Offer[] {
  return Object.entries(known).map(([value, { label, description }]) => ({
    kind: 'type',
    value,
    ...(label === undefined ? {} : { detail: label, names: [label] }),
    ...(description === undefined ? {} : { about: description }),
  }));
}

function parents({ store, place }: Setting): readonly Offer[] {
  const { entityTypes, eventTypes, relationTypes } = store.schema;
  const [section, own] = place.steps;
  const known =
    section === 'eventTypes'
      ? eventTypes
      : section === 'relationTypes'
        ? relationTypes
        : entityTypes;
  return types(known).filter(({ value }) => value !== own);
}

function roles(known: Readonly<Record<string, RoleRule>>): readonly Offer[] {
  return Object.entries(known).map(([value, rule]) => ({
    kind: 'value',
    value,
    detail: roleWords(rule),
  }));
}

/** Who may fill a role, and how many. */
export function roleWords({ types: allowed, min, max }: RoleRule): string {
  const who = allowed === undefined ? 'anything' : allowed.join(', ');
  const atLeast = min !== undefined && min > 0 ? `at least ${min}` : undefined;
  const atMost = max === undefined ? undefined : `at most ${max}`;
  return [who, atLeast, atMost].filter((part) => part !== undefined).join(' · ');
}

function dates(setting: Setting, typed: string, words: string | undefined): readonly Offer[] {
  return dateOffers(typed, words, referenceDate(setting)).map(({ value, words: read }) => ({
    kind: 'date',
    value,
    detail: read,
  }));
}

function plainWords(values: readonly string[]): readonly Offer[] {
  return values.map((value) => ({ kind: 'value', value }));
}

/** Offers that begin with what was typed, then those that have it anywhere; dates are all meant. */
export function fitting(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = quicklyFolded(typed);
  if (wanted === '') return offers;
  const ranked = offers.map((offer) => ({ offer, rank: rankOf(offer, wanted) }));
  return [0, 1, 2].flatMap((rank) =>
    ranked.flatMap((each) => (each.rank === rank ? [each.offer] : [])),
  );
}

/** As `foldName`, which takes its time, wherever there is something to fold. */
function quicklyFolded(name: string): string {
  return /^[ -~]*$/.test(name) ? name.toLowerCase() : foldName(name);
}

function rankOf({ kind, value, names = [] }: Offer, wanted: string): number {
  if (kind === 'date') return 0;
  const folded = [value, ...names].map(quicklyFolded);
  if (folded.some((each) => each.startsWith(wanted))) return 0;
  if (folded.some((each) => each.includes(` ${wanted}`) || each.includes(`-${wanted}`))) return 1;
  // One letter stands somewhere in nearly every word.
  return wanted.length > 1 && folded.some((each) => each.includes(wanted)) ? 2 : 3;
}
