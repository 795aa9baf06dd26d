/** The questions about a new event, one for each step; each gives the draft with its answer. */
import { formatEdtf } from '../../core/dates/edtf';
import { dateNear } from '../../core/dates/nearby';
import { guessEventTypes, guessMode, proposedTitle } from '../../core/matching/guessEvent';
import {
  stepsOf,
  withType,
  type EventDraft,
  type EventStep,
} from '../../core/operations/eventDraft';
import { shorten } from '../../core/outline/words';
import { eventTypeOf } from '../../core/schema/lookup';
import { mapAnswer, type Answer, type Prompt } from '../pickers/answer';
import { askText, remarkOnDate, required } from '../pickers/askText';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel, pickEventType } from '../pickers/pickType';
import type { Services } from '../services';
import { askParticipants } from './eventParties';
import { askPlace } from './eventPlace';
import { askRoles } from './eventRoles';
import { askStatus } from './eventStatus';
import { publishedOf, timesOf, usesOf } from './surroundings';
import type { Target } from './target';

type AskStep = (
  services: Services,
  target: Target,
  draft: EventDraft,
  prompt: Prompt,
) => Promise<Answer<EventDraft>>;

const QUESTIONS: Readonly<Record<EventStep, { readonly title: string; readonly ask: AskStep }>> = {
  type: { title: 'type', ask: askType },
  mode: { title: 'mode', ask: askMode },
  title: { title: 'title', ask: askTitle },
  date: { title: 'date', ask: askDate },
  place: { title: 'place', ask: askPlace },
  participants: { title: 'participants', ask: askParticipants },
  roles: { title: 'roles', ask: askRoles },
  status: { title: 'status', ask: askStatus },
};
const LONGEST = 50;

/** Asks what the draft is to be asked next. */
export function askStep(
  services: Services,
  target: Target,
  draft: EventDraft,
): Promise<Answer<EventDraft>> {
  const steps = stepsOf(services.store.schema, draft);
  const { title, ask } = QUESTIONS[draft.step];
  const of = draft.title === undefined ? '' : ` of “${shorten(draft.title, LONGEST)}”`;
  return ask(services, target, draft, {
    title: `New event: ${title}${of}`,
    step: { number: steps.indexOf(draft.step) + 1, total: steps.length },
    canGoBack: true,
  });
}

async function askType(
  services: Services,
  _target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const { schema, indexes } = services.store;
  const guessed = guessEventTypes(schema, draft.exact, usesOf(indexes.liveEvents()));
  const types = firstOf(guessed, draft.type);
  const answer = await pickEventType(services, prompt, types);
  return mapAnswer(answer, (type) => withType(schema, draft, type));
}

async function askMode(
  { store: { schema } }: Services,
  _target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const type = draft.type ?? '';
  const { modes, label } = eventTypeOf(schema, type);
  const chosen = draft.mode === undefined ? guessMode(schema, type, draft.exact) : draft.mode;
  const none: Choice<string | null> = { value: null, label: 'No mode' };
  const all = modes.map((mode) => ({ value: mode, label: idLabel(mode), description: mode }));
  const choices = typeof chosen === 'string' ? [...all, none] : [none, ...all];
  const sorted = choices.toSorted(
    (a, b) => Number(b.value === chosen) - Number(a.value === chosen),
  );
  const placeholder = `How? Modes of ${label}`;
  const answer = await pickFrom({ ...prompt, placeholder, choices: sorted });
  return mapAnswer(answer, (mode) => ({ ...draft, mode }));
}

async function askTitle(
  _services: Services,
  _target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const answer = await askText({
    ...prompt,
    prompt: 'Who does what, in a few words. Its id is made from it.',
    value: draft.title ?? proposedTitle(draft.exact),
    remark: required('A title'),
  });
  return mapAnswer(answer, (title) => ({ ...draft, title }));
}

async function askDate(
  services: Services,
  target: Target,
  draft: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  const published = publishedOf(services, target.path);
  const [passage] = target.spans;
  const near = dateNear(target.text.text, passage, timesOf(services, target), published);
  const says = near === undefined ? 'The text gives no date.' : `The text says “${near.words}”.`;
  const dated =
    published === undefined
      ? 'The date of this source is not known.'
      : `This source is dated ${formatEdtf(published)}.`;
  const help = `${says} ${dated}`;
  const answer = await askText({
    ...prompt,
    prompt: `${help} Leave it empty for no date.`,
    placeholder: 'EDTF: 2023-04-26, 2023-04, 2023-04~ (about), 2023-04-24/2023-04-26, 2023-04/..',
    value: draft.date === undefined ? (near?.value ?? '') : (draft.date ?? ''),
    remark: remarkOnDate(help),
  });
  return mapAnswer(answer, (date) => ({ ...draft, date: date === '' ? null : date }));
}

/** The list with one of its values moved to the front. */
function firstOf<T>(values: readonly T[], first: T | undefined): readonly T[] {
  const at = first === undefined ? -1 : values.indexOf(first);
  return at < 0 || first === undefined ? values : [first, ...values.toSpliced(at, 1)];
}
