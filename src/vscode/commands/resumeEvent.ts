/** Going on with an event that was begun and not finished. */
import { draftLabel, movedDraft, type EventDraft } from '../../core/operations/eventDraft';
import { shorten } from '../../core/outline/words';
import { tell } from '../adapters/failures';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { ask, enter } from './annotateEvent';
import type { Command } from './command';
import { draftsOf } from './eventDrafts';
import { whileShown, type Target } from './target';

const LONGEST = 60;

/** Opens the passage of the draft, asks which when there are several, and goes on at its step. */
export const resumeEvent: Command = async (services) => {
  const draft = await chooseDraft(services);
  if (draft === undefined) return undefined;
  const target = await targetFor(services, draft);
  if (target === undefined) return undefined;
  return await whileShown(target, async () => {
    const ids = await enter(services, target, draftIn(target, draft));
    return ids === 'back' ? await ask(services, target) : ids;
  });
};

async function chooseDraft(services: Services): Promise<EventDraft | undefined> {
  const drafts = draftsOf(services);
  const [latest] = drafts;
  if (latest === undefined) {
    tell('No event was begun: “Annotate as Event…” begins one.');
    return undefined;
  }
  if (drafts.length === 1) return latest;
  const answer = await pickFrom({
    title: 'Resume which event?',
    placeholder: 'The latest is first',
    choices: drafts.map((draft) => ({
      value: draft,
      label: shorten(draftLabel(draft), LONGEST),
      description: `at the step “${draft.step}”`,
      detail: draft.source,
    })),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/** The passage of the draft in its source, where it stands now. */
async function targetFor(services: Services, draft: EventDraft): Promise<Target | undefined> {
  const editor = await services.passages.openSource(draft.source);
  if (editor === undefined) return undefined;
  const text = services.sources.textOf(editor.document);
  const was = text.codePoints.toUtf16(draft.start);
  const isThere = text.text.startsWith(draft.exact, was);
  const start = isThere ? was : onlyPlaceOf(text.text, draft.exact);
  if (start === undefined) {
    const words = shorten(draft.exact, LONGEST);
    tell(`“${words}” is no longer in ${draft.source}: annotate its new words as this event.`);
    return undefined;
  }
  const span = { start, end: start + draft.exact.length };
  return { editor, path: draft.source, text, version: editor.document.version, spans: [span] };
}

function onlyPlaceOf(text: string, words: string): number | undefined {
  const first = text.indexOf(words);
  return first < 0 || text.includes(words, first + 1) ? undefined : first;
}

function draftIn({ text, spans: [span] }: Target, draft: EventDraft): EventDraft {
  const { codePoints } = text;
  return movedDraft(draft, codePoints.fromUtf16(span.start), ({ start, end }) =>
    text.text.slice(codePoints.toUtf16(start), codePoints.toUtf16(end)),
  );
}
