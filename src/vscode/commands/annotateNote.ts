/** Annotating passages with a note. */
import { annotateAll } from '../../core/operations/compositions';
import { shorten } from '../../core/outline/words';
import { nameAt } from '../../core/text/names';
import { askText, required } from '../pickers/askText';
import type { Command } from './command';
import { givenText } from './given';
import { saveAt, signature } from './saving';
import { targetOf, whileShown, wordsOf } from './target';

const ADVICE = 'Put the cursor on a word, or select the words that the note is about.';
const LONGEST = 40;

/**
 * Annotates the selection, or the name or word at the caret, with a note: the one that is given, `{ note }`,
 * or what is typed. Gives the ids of the annotations.
 */
export const annotateNote: Command = async (services, argument) => {
  const target = targetOf(services, nameAt, ADVICE);
  if (target === undefined) return undefined;
  const words = shorten(wordsOf(target), LONGEST);
  const note = givenText(argument, 'note') ?? (await whileShown(target, () => askNote(words)));
  if (note === undefined) return undefined;
  const passages = { source: target.path, text: target.text, spans: target.spans };
  const operations = annotateAll(passages, { note, ...signature() });
  return await saveAt(services, target, `Annotated “${words}” with a note`, operations);
};

async function askNote(words: string): Promise<string | undefined> {
  const answer = await askText({
    title: `Note on “${words}”`,
    prompt: 'What is to be remembered about this passage',
    placeholder: 'Note',
    remark: required('A note'),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}
