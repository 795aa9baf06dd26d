/** Splitting a record that turns out to be two: some of its mentions go to a new one. */
import { foldName } from '../../core/matching/fold';
import { nameForm } from '../../core/matching/newAlias';
import { quoteOf } from '../../core/model/annotation';
import type { Split } from '../../core/operations/operation';
import { isJsonObject } from '../../core/operations/fieldChecks';
import { count, shorten } from '../../core/outline/words';
import type { AnnotationRecord } from '../../core/store/store';
import { tell, tellWithButton } from '../adapters/failures';
import { askText, required } from '../pickers/askText';
import { pickMany } from '../pickers/pickMany';
import type { Services } from '../services';
import type { Command } from './command';
import { given, givenText } from './given';
import { pickMentions } from './mentionChoices';
import { renameRecord } from './renameRecord';
import {
  mentionsOf,
  nameOf,
  nounOf,
  recordAtCaret,
  recordsGiven,
  type RecordRef,
} from './recordSubject';
import { saveUndoable } from './saving';
import { annotationsGiven } from './subjects';

const LONGEST = 40;

/**
 * Splits the record of the node, of `{ id }` or at the caret; selected passages are picked beforehand. With
 * `{ id, name, mentions: [{ source, id }], aliases? }` nothing is asked.
 */
export const splitRecord: Command = async (services, node, nodes) => {
  const records = await recordsGiven(services, node, nodes);
  const caret = records === undefined ? await recordAtCaret(services) : undefined;
  const ref = records?.[0] ?? caret?.ref;
  if (ref === undefined) return undefined;
  const { mentions, aliases } = given(node);
  const name = givenText(node, 'name');
  if (Array.isArray(mentions) && name !== undefined) {
    const chosen = mentions.filter(isMention);
    const moved = Array.isArray(aliases) ? aliases.map(String) : [];
    return await split(services, ref, chosen, name, moved);
  }
  const picked =
    caret?.annotation === undefined
      ? (annotationsGiven(services, node, nodes) ?? [])
      : [caret.annotation];
  return await ask(services, ref, picked);
};

async function ask(
  services: Services,
  ref: RecordRef,
  picked: readonly AnnotationRecord[],
): Promise<readonly string[] | undefined> {
  const all = mentionsOf(services, ref);
  if (all.length < 2) {
    cannotSplit(services, ref, all.length);
    return undefined;
  }
  for (;;) {
    const answer = await pickMentions(services, {
      title: `Split ${shorten(nameOf(ref), LONGEST)}`,
      placeholder: `Pick each ${nounOf(ref)} that goes to the new record; Space picks, Enter goes on`,
      mentions: all,
      isPicked: (record) => picked.includes(record),
    });
    if (answer.kind !== 'answer') return undefined;
    const chosen = answer.value;
    if (chosen.length === 0) {
      tell('Nothing was picked, so nothing was split.');
      return undefined;
    }
    if (chosen.length === all.length) {
      cannotSplit(services, ref, all.length);
      return undefined;
    }
    const name = await askText({
      title: `Split ${count(chosen.length, nounOf(ref))} off ${shorten(nameOf(ref), LONGEST)}`,
      prompt: ref.kind === 'entity' ? 'The name of the new entity' : 'The title of the new event',
      value: proposedName(ref, chosen),
      remark: required(ref.kind === 'entity' ? 'A name' : 'A title'),
      canGoBack: true,
    });
    if (name.kind === 'cancelled') return undefined;
    if (name.kind === 'back') continue;
    const aliases = await askAliases(ref, all, chosen, name.value);
    if (aliases === undefined) return undefined;
    const refs = chosen.map(({ source, annotation }) => ({ source, id: annotation.id }));
    return await split(services, ref, refs, name.value, aliases);
  }
}

async function split(
  services: Services,
  ref: RecordRef,
  mentions: Split['mentions'],
  name: string,
  aliases: readonly string[],
): Promise<readonly string[] | undefined> {
  const label = `Split “${shorten(name, LONGEST)}” off ${shorten(nameOf(ref), LONGEST)}`;
  const named = ref.kind === 'entity' ? { name, aliases } : { title: name };
  return await saveUndoable(services, label, [
    { op: 'split', id: ref.record.id, mentions, ...named },
  ]);
}

/** The words of most of the passages, when that is another name. */
function proposedName(ref: RecordRef, chosen: readonly AnnotationRecord[]): string {
  if (ref.kind === 'event') return ref.record.title;
  const counts = new Map<string, number>();
  for (const { annotation } of chosen) {
    const words = nameForm(quoteOf(annotation));
    if (foldName(words) === foldName(ref.record.name)) continue;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? ref.record.name;
}

/** Which aliases go along; those that only the chosen passages use are picked beforehand. */
async function askAliases(
  ref: RecordRef,
  all: readonly AnnotationRecord[],
  chosen: readonly AnnotationRecord[],
  name: string,
): Promise<readonly string[] | undefined> {
  if (ref.kind === 'event') return [];
  const aliases = ref.record.aliases.map(({ text }) => text);
  const [own, others] = [
    aliases.filter((text) => text === name),
    aliases.filter((text) => text !== name),
  ];
  if (others.length === 0) return own;
  const wordsOf = ({ annotation }: AnnotationRecord): string =>
    foldName(nameForm(quoteOf(annotation)));
  const going = new Set(chosen.map(wordsOf));
  const staying = new Set(all.filter((each) => !chosen.includes(each)).map(wordsOf));
  const answer = await pickMany({
    title: `Aliases of “${shorten(name, LONGEST)}”`,
    placeholder: 'Pick those that go to the new record; the others stay',
    groups: [
      {
        label: `Aliases of ${shorten(ref.record.name, LONGEST)}`,
        choices: others.map((text) => ({ value: text, label: text })),
        isPicked: (text) => going.has(foldName(text)) && !staying.has(foldName(text)),
      },
    ],
    onActive: () => undefined,
  });
  return answer.kind === 'answer' ? [...own, ...answer.value] : undefined;
}

function cannotSplit(services: Services, ref: RecordRef, mentions: number): void {
  const name = shorten(nameOf(ref), LONGEST);
  const message =
    mentions < 2
      ? `${name} has ${count(mentions, nounOf(ref))}: to split it, it needs two.`
      : `That is every ${nounOf(ref)} of ${name}: nothing would stay. To give it another name, rename it.`;
  tellWithButton(message, 'Rename…', () => {
    void renameRecord(services, { id: ref.record.id });
  });
}

function isMention(value: unknown): value is Split['mentions'][number] {
  return (
    isJsonObject(value) && typeof value['source'] === 'string' && typeof value['id'] === 'string'
  );
}
