/** Choosing an entity: the likeliest first, found by name, alias, type and id, or a new one. */
import { rankEntities, type RankedEntity } from '../../core/matching/candidates';
import { foldName } from '../../core/matching/fold';
import { NameIndex } from '../../core/matching/names';
import type { Entity } from '../../core/model/records';
import { entityTypeIcon, EVENT_ICON } from '../../core/outline/icons';
import { count, dotted, shorten } from '../../core/outline/words';
import { entityTypeOf } from '../../core/schema/lookup';
import type { Span } from '../../core/text/span';
import type { Services } from '../services';
import type { Answer, Prompt } from './answer';
import { themeIcon } from './icons';
import { pickOne, type Choice } from './pickOne';

export type EntityAnswer =
  | { readonly kind: 'entity'; readonly id: string }
  /** A new entity of this name; where the text names it, in UTF-16, when it was found there. */
  | { readonly kind: 'create'; readonly name: string; readonly mention?: Span }
  /** An event instead, which is asked for next. */
  | { readonly kind: 'event' }
  /** What was typed, as it is. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

export interface EntityQuestion extends Prompt {
  readonly placeholder: string;
  /** The source that the question is about. */
  readonly source: string;
  /** The words in the source by which an entity is looked for. */
  readonly words?: string;
  /** Ids to list first while nothing is typed; with them the words do not count. */
  readonly first?: readonly string[];
  /** Only entities that this lets pass. */
  readonly only?: (entity: Entity) => boolean;
  /** Label and icon of the answer that there is none; `lead` puts it before all others. */
  readonly none?: { readonly label: string; readonly lead: boolean; readonly icon?: string };
  /** Ids that were chosen already: they are marked, and choosing one takes it back. */
  readonly chosen?: readonly string[];
  /** What else can be done with typed text, or with the words when nothing is typed; in this order. */
  readonly otherwise?: 'create' | 'text' | readonly ('create' | 'text')[];
  /** Entities that have no record yet, listed like the others. */
  readonly also?: readonly Entity[];
  /** Why an entity is not what is asked for: it is listed last, with the reason, and may be chosen. */
  readonly misfit?: (entity: Entity) => string | undefined;
  /** Entries that follow the leading ones and those of `chosen` while nothing is typed. */
  readonly extra?: readonly Choice<EntityAnswer>[];
  /** Whether an event may be the answer. */
  readonly orEvent?: boolean;
}

const MOST = 200;
const EVENT_CHOICE: Choice<EntityAnswer> = {
  value: { kind: 'event' },
  label: 'Another event…',
  description: 'takes part, or is what it is about',
  iconPath: themeIcon(EVENT_ICON),
};
const LONGEST = 60;

export function pickEntity(
  services: Services,
  question: EntityQuestion,
): Promise<Answer<EntityAnswer>> {
  const { indexes } = services.store;
  const entities = [...indexes.liveEntities(), ...(question.also ?? [])].filter(
    (each) => question.only?.(each) ?? true,
  );
  const index = new NameIndex(entities);
  const inSource = new Set(
    indexes.annotationsOf(question.source).flatMap(({ annotation }) => annotation.entity ?? []),
  );
  const choiceOf = markChosen(entityChoices(services), question.chosen ?? []);
  const ranked = (text: string): readonly RankedEntity[] =>
    rankEntities({
      entities: index,
      text,
      recent: services.recent.entities,
      inSource,
      limit: MOST,
      ...(question.words === undefined ? {} : { selected: question.words }),
    });
  const choices = (text: string): readonly Choice<EntityAnswer>[] => {
    const found = ranked(text);
    const isFiltered = text.trim() !== '';
    const listed = found.map((each) => choiceOf(each.entity, each.matchedAlias));
    const isMatched = isFiltered ? found.length > 0 : isNamed(found[0]);
    const nearby = isFiltered ? undefined : question.first;
    const sorted = nearby === undefined ? listed : nearbyFirst(nearby, listed, choiceOf, index);
    const fitting = misfitsLast(question, sorted, index);
    return withOthers(question, text.trim(), fitting, isMatched || nearby !== undefined);
  };
  return pickOne({ ...question, choices });
}

type ChoiceOf = (entity: Entity, matchedAlias?: string) => Choice<EntityAnswer>;

function markChosen(choiceOf: ChoiceOf, chosen: readonly string[]): ChoiceOf {
  return (entity, matchedAlias) => {
    const choice = choiceOf(entity, matchedAlias);
    if (!chosen.includes(entity.id)) return choice;
    const description = dotted(['chosen', choice.description]);
    return { ...choice, description, iconPath: themeIcon({ name: 'check' }) };
  };
}

/** How an entity is listed; the number of mentions is counted once for each. */
function entityChoices(services: Services): ChoiceOf {
  const { indexes, schema } = services.store;
  const counts = new Map<string, number>();
  return (entity, matchedAlias) => {
    const mentions = counts.get(entity.id) ?? indexes.mentionsOf(entity.id).length;
    counts.set(entity.id, mentions);
    const { label } = entityTypeOf(schema, entity.type);
    return {
      value: { kind: 'entity', id: entity.id },
      label: entity.name,
      description: dotted([label, count(mentions, 'mention')]),
      iconPath: themeIcon(entityTypeIcon(schema, entity.type)),
      ...(matchedAlias === undefined || isPartOf(matchedAlias, entity.name)
        ? {}
        : { detail: `also “${matchedAlias}”` }),
    };
  };
}

/** The alias says nothing new when the name has its words: `Trump` of `Donald Trump`. */
function isPartOf(alias: string, name: string): boolean {
  return foldName(name).includes(foldName(alias));
}

/** Whether the words are, or are part of, a name of the entity. */
function isNamed(ranked: RankedEntity | undefined): boolean {
  const reason = ranked?.reason;
  return reason === 'name' || reason === 'alias' || reason === 'partial';
}

function nearbyFirst(
  ids: readonly string[],
  listed: readonly Choice<EntityAnswer>[],
  choiceOf: ChoiceOf,
  index: NameIndex,
): readonly Choice<EntityAnswer>[] {
  const entities = new Map([...index].map((entity) => [entity.id, entity]));
  const first = ids.flatMap((id) => entities.get(id) ?? []);
  const isFirst = new Set(first.map(({ id }) => id));
  const rest = listed.filter(({ value }) => value.kind !== 'entity' || !isFirst.has(value.id));
  return [...first.map((entity) => choiceOf(entity)), ...rest];
}

function misfitsLast(
  { misfit, chosen = [] }: EntityQuestion,
  choices: readonly Choice<EntityAnswer>[],
  index: NameIndex,
): readonly Choice<EntityAnswer>[] {
  if (misfit === undefined) return choices;
  const entities = new Map([...index].map((entity) => [entity.id, entity]));
  const rows = choices.map((choice) => {
    const id = choice.value.kind === 'entity' ? choice.value.id : '';
    const entity = entities.get(id);
    const reason = entity === undefined ? undefined : misfit(entity);
    if (reason === undefined) return { choice, isLast: false };
    const description = dotted([reason, choice.description]);
    return { choice: { ...choice, description }, isLast: !chosen.includes(id) };
  });
  const of = (isLast: boolean): readonly Choice<EntityAnswer>[] =>
    rows.filter((row) => row.isLast === isLast).map(({ choice }) => choice);
  return [...of(false), ...of(true)];
}

/** The entities with the answers that are none: before them when nothing matches, else behind them. */
function withOthers(
  question: EntityQuestion,
  text: string,
  entities: readonly Choice<EntityAnswer>[],
  isMatched: boolean,
): readonly Choice<EntityAnswer>[] {
  const { none, otherwise = [], words, chosen = [], extra = [] } = question;
  const typed = text === '' ? (words ?? '') : text;
  const kinds = typeof otherwise === 'string' ? [otherwise] : otherwise;
  const others = kinds.flatMap((kind) => otherChoice(kind, typed) ?? []);
  const noneChoice: Choice<EntityAnswer> | undefined = none && {
    value: { kind: 'none' },
    label: none.label,
    iconPath: themeIcon({ name: none.icon ?? 'circle-slash' }),
  };
  const shownNone =
    noneChoice !== undefined && (text === '' || entities.length === 0) ? [noneChoice] : [];
  const lead = none?.lead === true && text === '';
  const shownExtra = text === '' ? extra : [];
  const events = question.orEvent === true ? [EVENT_CHOICE] : [];
  const taken = others.length + shownNone.length + shownExtra.length + events.length;
  const room = entities.slice(0, MOST - taken);
  const isChosen = ({ value }: Choice<EntityAnswer>): boolean =>
    value.kind === 'entity' && chosen.includes(value.id);
  return [
    ...(lead ? shownNone : []),
    ...(isMatched ? [] : others),
    ...room.filter(isChosen),
    ...shownExtra,
    ...room.filter((each) => !isChosen(each)),
    ...(isMatched ? others : []),
    ...(lead ? [] : shownNone),
    ...events,
  ];
}

function otherChoice(kind: 'create' | 'text', text: string): Choice<EntityAnswer> | undefined {
  if (text === '') return undefined;
  const short = shorten(text, LONGEST);
  return kind === 'create'
    ? {
        value: { kind: 'create', name: text },
        label: `Create entity “${short}”`,
        iconPath: themeIcon({ name: 'add' }),
      }
    : {
        value: { kind: 'text', text },
        label: `Use “${short}” as text`,
        iconPath: themeIcon({ name: 'edit' }),
      };
}
