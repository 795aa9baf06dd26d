/** The last question about a new event: did it happen, and how the passage is to be judged. */
import { guessStatus } from '../../core/matching/guessEvent';
import { EVENT_STATUSES, type EventStatus } from '../../core/model/records';
import type { EventDraft } from '../../core/operations/eventDraft';
import { credibilityWords } from '../../core/schema/admiralty';
import { answered, mapAnswer, type Answer, type Prompt } from '../pickers/answer';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';
import type { Services } from '../services';
import { CERTAINTY_CHOICES, CREDIBILITY_CHOICES, POLARITY_CHOICES, unset } from './judgements';
import type { Target } from './target';

type Step =
  | { readonly kind: 'save'; readonly status: EventStatus }
  | { readonly kind: 'judge'; readonly judgement: Judgement };

/** One way to judge a passage: what it is called, how it is now, and asking for it. */
interface Judgement {
  readonly label: string;
  readonly icon: string;
  readonly now: (draft: EventDraft) => string | undefined;
  readonly ask: (draft: EventDraft, prompt: Prompt) => Promise<Answer<EventDraft>>;
}

const JUDGEMENTS: readonly Judgement[] = [
  {
    label: 'Certainty of this passage…',
    icon: 'question',
    now: ({ certainty }) => certainty ?? undefined,
    ask: async (draft, prompt) =>
      mapAnswer(await judge(prompt, CERTAINTY_CHOICES), (certainty) => ({ ...draft, certainty })),
  },
  {
    label: 'Polarity of this passage…',
    icon: 'diff',
    now: ({ polarity }) => polarity ?? undefined,
    ask: async (draft, prompt) =>
      mapAnswer(await judge(prompt, POLARITY_CHOICES), (polarity) => ({ ...draft, polarity })),
  },
  {
    label: 'Credibility of this passage…',
    icon: 'shield',
    now: ({ credibility }) =>
      typeof credibility === 'number' ? credibilityWords(credibility) : undefined,
    ask: async (draft, prompt) =>
      mapAnswer(await judge(prompt, CREDIBILITY_CHOICES), (credibility) => ({
        ...draft,
        credibility,
      })),
  },
];

/** Choosing a status saves; below them the passage can be judged first, each with one word typed. */
export async function askStatus(
  _services: Services,
  _target: Target,
  begun: EventDraft,
  prompt: Prompt,
): Promise<Answer<EventDraft>> {
  let draft = begun;
  for (;;) {
    const answer = await pickFrom<Step>({
      ...prompt,
      placeholder: 'Did it happen? Enter saves the event',
      choices: [...statusChoices(draft), ...judgementChoices(draft)],
    });
    if (answer.kind !== 'answer') return answer;
    const step = answer.value;
    if (step.kind === 'save') return answered({ ...draft, status: step.status });
    const judged = await step.judgement.ask(draft, prompt);
    if (judged.kind === 'cancelled') return judged;
    if (judged.kind === 'answer') draft = judged.value;
  }
}

function statusChoices({ status, exact }: EventDraft): readonly Choice<Step>[] {
  const first = status ?? guessStatus(exact);
  return [first, ...EVENT_STATUSES.filter((each) => each !== first)].map((each) => ({
    value: { kind: 'save', status: each },
    label: idLabel(each),
    iconPath: themeIcon({ name: 'circle-outline' }),
  }));
}

function judgementChoices(draft: EventDraft): readonly Choice<Step>[] {
  return JUDGEMENTS.map((judgement) => ({
    value: { kind: 'judge', judgement },
    label: judgement.label,
    description: judgement.now(draft) ?? 'not given',
    iconPath: themeIcon({ name: judgement.icon }),
  }));
}

function judge<T>(prompt: Prompt, choices: readonly Choice<T>[]): Promise<Answer<T | null>> {
  return pickFrom<T | null>({
    ...prompt,
    placeholder: 'How is this passage to be judged?',
    choices: [...choices, unset()],
  });
}
