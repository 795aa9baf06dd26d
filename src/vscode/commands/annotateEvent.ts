/** Annotating passages as evidence of an event: an existing one, or a new one that is entered in steps. */
import { nearbyEntities } from '../../core/matching/nearby';
import { annotateAll, codePointsOf, idForName } from '../../core/operations/compositions';
import { decodeOperation } from '../../core/operations/decode';
import {
  draftLabel,
  namedEntities,
  operationsOf,
  stepAfter,
  stepBefore,
  type EventDraft,
} from '../../core/operations/eventDraft';
import { shorten } from '../../core/outline/words';
import { contains, overlaps } from '../../core/text/span';
import { sentencePassageAt } from '../../core/text/sentences';
import { remark, tell } from '../adapters/failures';
import { pickEvent, type EventAnswer } from '../pickers/pickEvent';
import type { Services } from '../services';
import { subjectOf } from '../subject';
import type { Command } from './command';
import { draftsOf, dropDraft, keepDraft } from './eventDrafts';
import { askStep } from './eventSteps';
import { given, givenText, isGiven } from './given';
import { saveAt, signature } from './saving';
import { mentionsAround } from './surroundings';
import { targetOf, whileShown, wordsOf, type Target } from './target';

const ADVICE = 'Put the cursor in the sentence that reports the event, or select the words.';
const LONGEST = 40;

/**
 * Annotates the selection, or the sentence at the caret, as evidence of an event. Asks which, unless it is
 * given: `{ event: id }`, an event of the sidebar, or `{ create: { title, type, … } }` with the fields of an event. Gives the ids of
 * the annotations.
 */
export const annotateEvent: Command = async (services, argument) => {
  const target = targetOf(services, sentencePassageAt, ADVICE);
  if (target === undefined) return undefined;
  const subject = subjectOf(argument);
  const id = subject?.kind === 'event' ? subject.id : givenText(argument, 'event');
  if (id !== undefined) return await annotateWith(services, target, id);
  if (isGiven(argument, 'create')) return await createGiven(services, target, argument);
  return await whileShown(target, () => ask(services, target));
};

/** Asks for the event of the target, and on with the steps of a new one; Back leads to the first. */
export async function ask(
  services: Services,
  target: Target,
): Promise<readonly string[] | undefined> {
  for (;;) {
    const answer = await pickEvent(services, {
      title: `Annotate “${shorten(wordsOf(target), LONGEST)}” as event`,
      source: target.path,
      passage: wordsOf(target),
      mentioned: mentionedIn(services, target),
      drafts: draftsOn(services, target),
      canCreate: true,
    });
    if (answer.kind !== 'answer') return undefined;
    const { value } = answer;
    if (value.kind === 'event') return await annotateWith(services, target, value.id);
    const ids = await enter(services, target, draftFor(target, value));
    if (ids !== 'back') return ids;
  }
}

/**
 * The steps of a new event from where the draft stands, then saves it with its passage as one step of
 * undo. What was entered is kept as a draft until then. `back` from the first step.
 */
export async function enter(
  services: Services,
  target: Target,
  begun: EventDraft,
): Promise<readonly string[] | 'back' | undefined> {
  const { schema } = services.store;
  let draft = begun;
  for (;;) {
    const isBegun = draft.type !== undefined || draft.title !== undefined;
    if (isBegun) keepDraft(services, draft);
    const answer = await askStep(services, target, draft);
    if (answer.kind === 'cancelled') {
      if (!isBegun) return undefined;
      remark('What was entered of the event is kept: “Resume Event…” (Alt+A B) goes on with it.');
      return undefined;
    }
    if (answer.kind === 'back') {
      const step = stepBefore(schema, draft);
      if (step === undefined) return 'back';
      draft = { ...draft, step };
      continue;
    }
    draft = answer.value;
    const step = stepAfter(schema, draft);
    if (step === undefined) return await saveDraft(services, target, draft);
    draft = { ...draft, step };
  }
}

async function saveDraft(
  services: Services,
  target: Target,
  draft: EventDraft,
): Promise<readonly string[] | undefined> {
  keepDraft(services, draft);
  const title = draftLabel(draft);
  const current = upToDate(services, target, draft);
  const made = namedEntities(current);
  const id = idForName(
    services.store,
    title,
    made.map((entity) => entity.id),
  );
  const label = `New event “${shorten(title, LONGEST)}”`;
  const operations = operationsOf(current, id, signature().by);
  const ids = await saveAt(services, target, label, operations);
  if (ids === undefined) return undefined;
  dropDraft(services, draft);
  services.recent.noteEvent(id);
  for (const entity of made) services.recent.noteEntity(entity.id);
  return ids.slice(-1);
}

/**
 * The draft without entities that have got a record since it was begun, and without mentions where
 * something is annotated as an entity by now.
 */
function upToDate(services: Services, target: Target, draft: EventDraft): EventDraft {
  const { indexes } = services.store;
  const { codePoints } = target.text;
  const annotated = services.passages
    .of(target.editor.document)
    .filter(({ record }) => record.annotation.entity !== undefined)
    .flatMap(({ spans }) => spans);
  const entities = (draft.entities ?? [])
    .filter(({ id }) => indexes.entity(id) === undefined)
    .map(({ mention, ...entity }) => {
      if (mention === undefined) return entity;
      const start = codePoints.toUtf16(mention.start);
      const span = { start, end: codePoints.toUtf16(mention.end) };
      return annotated.some((each) => overlaps(each, span)) ? entity : { ...entity, mention };
    });
  return { ...draft, entities };
}

async function annotateWith(
  services: Services,
  target: Target,
  event: string,
): Promise<readonly string[] | undefined> {
  const title = services.store.indexes.event(event)?.title ?? event;
  const passages = { source: target.path, text: target.text, spans: target.spans };
  const operations = annotateAll(passages, { event, ...signature() });
  const words = shorten(wordsOf(target), LONGEST);
  const label = `Annotated “${words}” as evidence of “${shorten(title, LONGEST)}”`;
  const ids = await saveAt(services, target, label, operations);
  if (ids !== undefined) services.recent.noteEvent(event);
  return ids;
}

async function createGiven(
  services: Services,
  target: Target,
  argument: unknown,
): Promise<readonly string[] | undefined> {
  const fields = given(given(argument)['create']);
  const title = givenText(fields, 'title') ?? wordsOf(target);
  const id = givenText(fields, 'id') ?? idForName(services.store, title);
  const decoded = decodeOperation({ op: 'createEvent', ...fields, id, title });
  if (!decoded.ok) {
    tell(decoded.message);
    return undefined;
  }
  const passages = { source: target.path, text: target.text, spans: target.spans };
  const annotations = annotateAll(passages, { event: id, ...signature() });
  const label = `New event “${shorten(title, LONGEST)}”`;
  const ids = await saveAt(services, target, label, [decoded.operation, ...annotations]);
  if (ids === undefined) return undefined;
  services.recent.noteEvent(id);
  return ids.slice(1);
}

function draftFor(
  target: Target,
  answer: Exclude<EventAnswer, { readonly kind: 'event' }>,
): EventDraft {
  if (answer.kind === 'resume') return answer.draft;
  const { start, end } = codePointsOf(target.text, target.spans[0]);
  return {
    source: target.path,
    start,
    end,
    exact: wordsOf(target),
    step: 'type',
    ...(answer.title === undefined ? {} : { title: answer.title }),
  };
}

/** The drafts that were begun on this passage, or on a part of it. */
function draftsOn(services: Services, { path, text, spans: [span] }: Target): EventDraft[] {
  const here = codePointsOf(text, span);
  return draftsOf(services).filter(
    (draft) => draft.source === path && (contains(here, draft) || contains(draft, here)),
  );
}

function mentionedIn(services: Services, target: Target): ReadonlySet<string> {
  const mentions = mentionsAround(services, target);
  const nearby = nearbyEntities(target.text.text, target.spans[0], mentions);
  return new Set(nearby.filter(({ zone }) => zone === 'passage').map(({ entity }) => entity));
}
