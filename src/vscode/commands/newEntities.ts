/** Making an entity in the middle of describing an event, and marking where the text names it. */
import { fittingFirst } from '../../core/matching/roles';
import { nameForm } from '../../core/matching/newAlias';
import type { Entity } from '../../core/model/records';
import { codePointsOf, newEntity } from '../../core/operations/compositions';
import type { DraftEntity, EventDraft } from '../../core/operations/eventDraft';
import { shorten } from '../../core/outline/words';
import { unknownNamesIn } from '../../core/suggestions/unknownNames';
import { paragraphAt, sentencesAround } from '../../core/text/sentences';
import { overlaps, type Span } from '../../core/text/span';
import { answered, type Answer } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import type { EntityAnswer } from '../pickers/pickEntity';
import type { Choice } from '../pickers/pickOne';
import { pickEntityType } from '../pickers/pickType';
import type { Services } from '../services';
import { typesFor } from './chooseEntity';
import { mentionsAround } from './surroundings';
import type { Target } from './target';

const LONGEST = 40;
/** What is read of the text in front of a name to guess its type. */
const BEFORE = 60;

/** A draft with one more entity, and the id of that. */
export interface WithEntity {
  readonly draft: EventDraft;
  readonly id: string;
}

/** The entities of the draft that have no record yet, as if they had one. */
export function entitiesOf({ entities = [] }: EventDraft): readonly Entity[] {
  return entities.map(({ id, type, name }) => ({ id, type, name, aliases: [], links: {} }));
}

/** The names of the passage, then of its sentence, that no entity of the list or of the draft has. */
export function nameChoices(
  services: Services,
  target: Target,
  draft: EventDraft,
): readonly Choice<EntityAnswer>[] {
  return newNames(services, target, draft).map(({ name, span }) => ({
    value: { kind: 'create', name, mention: span },
    label: `Create entity “${shorten(name, LONGEST)}”`,
    description: 'named here, and no entity yet',
    iconPath: themeIcon({ name: 'add' }),
  }));
}

/** Asks for the type of the new entity: first those that the roles take. */
export async function createForDraft(
  services: Services,
  target: Target,
  draft: EventDraft,
  asked: Extract<EntityAnswer, { readonly kind: 'create' }>,
  roles: readonly string[],
): Promise<Answer<WithEntity>> {
  const { store } = services;
  const { text } = target.text;
  const name = nameForm(asked.name);
  const mention = asked.mention ?? placeOf(services, target, draft, name);
  const before =
    mention === undefined ? '' : text.slice(Math.max(0, mention.start - BEFORE), mention.start);
  const types = fittingFirst(
    store.schema,
    draft.type ?? '',
    roles,
    typesFor(services, name, { before }),
  );
  const title = `Create “${shorten(name, LONGEST)}”`;
  const type = await pickEntityType(services, { title, canGoBack: true }, types);
  if (type.kind !== 'answer') return type;
  const entities = draft.entities ?? [];
  const taken = entities.map(({ id }) => id);
  const { id } = newEntity(store, type.value, name, undefined, taken);
  const entity: DraftEntity = {
    id,
    type: type.value,
    name,
    ...(mention === undefined
      ? {}
      : {
          mention: {
            ...codePointsOf(target.text, mention),
            exact: text.slice(mention.start, mention.end),
          },
        }),
  };
  return answered({ draft: { ...draft, entities: [...entities, entity] }, id });
}

function newNames(
  services: Services,
  target: Target,
  draft: EventDraft,
): readonly { readonly name: string; readonly span: Span }[] {
  const { text } = target.text;
  const [passage] = target.spans;
  const sentence = sentencesAround(text, passage);
  const paragraph = paragraphAt(text, passage.start);
  const known = takenSpans(services, target, draft);
  const found = unknownNamesIn(text, paragraph)
    .filter((span) => overlaps(span, sentence) && !known.some((each) => overlaps(each, span)))
    .map((span) => ({
      name: nameForm(text.slice(span.start, span.end)),
      span: { start: span.start, end: span.end },
    }));
  const inside = found.filter(({ span }) => overlaps(span, passage));
  const names = [...inside, ...found.filter((each) => !inside.includes(each))];
  return [...new Map(names.toReversed().map((each) => [each.name, each])).values()].toReversed();
}

/** Where the paragraph says the name that was typed, if it does and that is not annotated yet. */
function placeOf(
  services: Services,
  target: Target,
  draft: EventDraft,
  name: string,
): Span | undefined {
  const { text } = target.text;
  const [passage] = target.spans;
  const taken = takenSpans(services, target, draft);
  const zones = [passage, sentencesAround(text, passage), paragraphAt(text, passage.start)];
  return wholeWordsIn(text, zones, name, taken);
}

/** The first place of the words in the zones, in their order, that is no part of a word and not taken. */
export function wholeWordsIn(
  text: string,
  zones: readonly Span[],
  name: string,
  taken: readonly Span[],
): Span | undefined {
  for (const zone of zones) {
    for (let at = text.indexOf(name, zone.start); at >= 0; at = text.indexOf(name, at + 1)) {
      const span = { start: at, end: at + name.length };
      if (span.end > zone.end) break;
      const isWhole = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(span.end));
      if (isWhole && !taken.some((each) => overlaps(each, span))) return span;
    }
  }
  return undefined;
}

/** What is annotated as an entity or a time, names known, and is to be annotated with the draft. */
function takenSpans(services: Services, target: Target, draft: EventDraft): readonly Span[] {
  const { codePoints } = target.text;
  const annotated = services.passages
    .of(target.editor.document)
    .filter(({ record: { annotation } }) => (annotation.entity ?? annotation.type) !== undefined)
    .filter(({ record: { annotation } }) => annotation.type !== 'statement')
    .flatMap(({ spans }) => spans);
  const planned = (draft.entities ?? []).flatMap(({ mention }) =>
    mention === undefined
      ? []
      : [{ start: codePoints.toUtf16(mention.start), end: codePoints.toUtf16(mention.end) }],
  );
  return [...annotated, ...mentionsAround(services, target).map(({ span }) => span), ...planned];
}
