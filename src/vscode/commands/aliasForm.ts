/** The aliases of an entity in Edit Record: adding, removing, their languages, and making one the name. */
import { isSearchable } from '../../core/matching/matcher/keys';
import type { Alias, Entity } from '../../core/model/records';
import { namesakes, renameEntity } from '../../core/operations/renaming';
import { oneLine, shorten } from '../../core/outline/words';
import { askText, type Remark } from '../pickers/askText';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { remarkOnLanguage } from './editSource';
import { listed, type FieldAnswer, type RecordField } from './recordField';

const LONGEST = 50;
/** More are in the file; the list stays quick. */
const MOST_SHOWN = 20;

export function aliasesField(services: Services, entity: Entity): RecordField {
  return {
    label: 'Aliases',
    now: listed(entity.aliases.slice(0, MOST_SHOWN).map(({ text }) => text)),
    icon: 'list-unordered',
    isList: true,
    ask: () => ask(services, entity),
  };
}

async function ask(services: Services, entity: Entity): Promise<FieldAnswer> {
  const answer = await pickFrom<Alias | 'add'>({
    title: `Aliases of ${shorten(entity.name, LONGEST)}`,
    placeholder: 'The other names by which texts call it',
    canGoBack: true,
    choices: [
      { value: 'add', label: 'Add an alias…', iconPath: themeIcon({ name: 'add' }) },
      ...entity.aliases.map((alias) => ({
        value: alias,
        label: alias.text,
        ...(alias.language === undefined ? {} : { description: alias.language }),
      })),
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
  return answer.value === 'add' ? await add(services, entity) : await change(entity, answer.value);
}

async function add(services: Services, entity: Entity): Promise<FieldAnswer> {
  const answer = await askText({
    title: `New alias of ${shorten(entity.name, LONGEST)}`,
    prompt: 'Another name by which texts call it',
    canGoBack: true,
    remark: (text) => remarkOnAlias(services, entity, oneLine(text)),
  });
  // Back and an empty box lead to the list of aliases.
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  const alias = oneLine(answer.value);
  return alias === '' ? [] : [{ op: 'updateEntity', id: entity.id, addAliases: [alias] }];
}

async function change(entity: Entity, alias: Alias): Promise<FieldAnswer> {
  const answer = await pickFrom<'remove' | 'language' | 'name'>({
    title: `The alias ${shorten(alias.text, LONGEST)}`,
    placeholder: 'What to do with it?',
    canGoBack: true,
    choices: [
      { value: 'remove', label: 'Remove it', iconPath: themeIcon({ name: 'trash' }) },
      {
        value: 'language',
        label: 'Language…',
        description: alias.language ?? 'not given',
        iconPath: themeIcon({ name: 'globe' }),
      },
      {
        value: 'name',
        label: 'Make it the name',
        description: `${shorten(entity.name, LONGEST)} becomes an alias`,
        iconPath: themeIcon({ name: 'tag' }),
      },
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  switch (answer.value) {
    case 'remove':
      return [{ op: 'updateEntity', id: entity.id, removeAliases: [alias.text] }];
    case 'language':
      return await askLanguage(entity, alias);
    case 'name':
      return renameEntity(entity, alias.text, true);
  }
}

async function askLanguage(entity: Entity, alias: Alias): Promise<FieldAnswer> {
  const answer = await askText({
    title: `Language of the alias ${shorten(alias.text, LONGEST)}`,
    prompt: 'A BCP 47 tag. Leave it empty for none.',
    placeholder: 'en, uk, zh-Hans',
    value: alias.language ?? '',
    canGoBack: true,
    remark: remarkOnLanguage,
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  if (answer.value === (alias.language ?? '')) return [];
  const { text } = alias;
  const changed = answer.value === '' ? { text } : { text, language: answer.value };
  const aliases = entity.aliases.map((each) => (each === alias ? changed : each));
  return [{ op: 'updateEntity', id: entity.id, aliases }];
}

function remarkOnAlias(services: Services, entity: Entity, text: string): Remark | undefined {
  if (text === '') return undefined;
  if (text === entity.name) return { kind: 'wrong', message: 'That is its name.' };
  if (entity.aliases.some((each) => each.text === text)) {
    return { kind: 'wrong', message: 'It has this alias already.' };
  }
  const [other] = namesakes(services.store.indexes.liveEntities(), entity.id, text);
  if (other !== undefined) {
    const message = `${other.name} goes by that name too: a text that uses it will leave a question.`;
    return { kind: 'hint', message };
  }
  if (isSearchable(text)) return undefined;
  return {
    kind: 'hint',
    message: 'This is too short, or has no letters: texts are not searched for it.',
  };
}
