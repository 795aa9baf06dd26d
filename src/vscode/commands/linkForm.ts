/** The links of an entity to outside knowledge in Edit Record: checked against the patterns of the schema. */
import type { Entity } from '../../core/model/records';
import { checkLink, linkAddress, linkIdIn, linkLabel } from '../../core/schema/links';
import { shorten } from '../../core/outline/words';
import type { Answer } from '../pickers/answer';
import { askText, required, type Remark } from '../pickers/askText';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Services } from '../services';
import { openAddress } from './openLink';
import { listed, type FieldAnswer, type RecordField } from './recordField';

const LONGEST = 50;
/** A key of YAML that needs no quotes. */
const KEY = /^[a-z][a-z0-9_-]*$/i;

export function linksField(services: Services, entity: Entity): RecordField {
  const { schema } = services.store;
  return {
    label: 'Links',
    now: listed(Object.entries(entity.links).map(([key, id]) => `${linkLabel(schema, key)} ${id}`)),
    icon: 'link',
    isList: true,
    ask: () => ask(services, entity),
  };
}

async function ask(services: Services, entity: Entity): Promise<FieldAnswer> {
  const { schema } = services.store;
  const answer = await pickFrom<string | undefined>({
    title: `Links of ${shorten(entity.name, LONGEST)}`,
    placeholder: 'What it is in outside knowledge bases; nothing is looked up by itself',
    canGoBack: true,
    choices: [
      { value: undefined, label: 'Add a link…', iconPath: themeIcon({ name: 'add' }) },
      ...Object.entries(entity.links).map(([key, id]) => ({
        value: key,
        label: linkLabel(schema, key),
        description: id,
        iconPath: themeIcon({ name: 'link' }),
      })),
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? 'back' : undefined;
  return answer.value === undefined
    ? await add(services, entity)
    : await change(services, entity, answer.value);
}

async function add(services: Services, entity: Entity): Promise<FieldAnswer> {
  const key = await askKey(services, entity);
  if (key.kind !== 'answer') return key.kind === 'back' ? [] : undefined;
  return await askId(services, entity, key.value);
}

async function change(services: Services, entity: Entity, key: string): Promise<FieldAnswer> {
  const { schema } = services.store;
  const id = entity.links[key] ?? '';
  const address = linkAddress(schema, key, id);
  const answer = await pickFrom<'open' | 'change' | 'remove'>({
    title: `${linkLabel(schema, key)}: ${shorten(id, LONGEST)}`,
    placeholder: 'What to do with this link?',
    canGoBack: true,
    choices: [
      ...(address === undefined
        ? []
        : [
            {
              value: 'open' as const,
              label: 'Open it in the browser',
              description: address,
              iconPath: themeIcon({ name: 'link-external' }),
            },
          ]),
      { value: 'change', label: 'Change it…', iconPath: themeIcon({ name: 'edit' }) },
      { value: 'remove', label: 'Remove it', iconPath: themeIcon({ name: 'trash' }) },
    ],
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  switch (answer.value) {
    case 'open':
      await openAddress(address ?? '');
      return undefined;
    case 'change':
      return await askId(services, entity, key);
    case 'remove':
      return setLinks(entity, { [key]: undefined });
  }
}

/** A knowledge base of the schema that the entity has no id of yet, or another key. */
async function askKey({ store }: Services, entity: Entity): Promise<Answer<string>> {
  const keys = Object.keys(store.schema.links).filter((key) => !Object.hasOwn(entity.links, key));
  const title = `New link of ${shorten(entity.name, LONGEST)}`;
  const answer = await pickFrom<string>({
    title,
    placeholder: 'To which knowledge base?',
    canGoBack: true,
    choices: [
      ...keys.map((key) => ({
        value: key,
        label: linkLabel(store.schema, key),
        iconPath: themeIcon({ name: 'link' }),
      })),
      { value: '', label: 'Another…', iconPath: themeIcon({ name: 'edit' }) },
    ],
  });
  if (answer.kind !== 'answer' || answer.value !== '') return answer;
  return await askText({
    title,
    prompt: 'A short name for the knowledge base, as it stands under “links” in the file.',
    placeholder: 'opencorporates',
    canGoBack: true,
    remark: (text) =>
      text === '' || KEY.test(text)
        ? required('A name')(text)
        : { kind: 'wrong', message: 'Letters, digits and dashes, beginning with a letter.' },
  });
}

async function askId(services: Services, entity: Entity, key: string): Promise<FieldAnswer> {
  const { schema } = services.store;
  const label = linkLabel(schema, key);
  const before = Object.hasOwn(entity.links, key) ? (entity.links[key] ?? '') : '';
  const answer = await askText({
    title: `${label} of ${shorten(entity.name, LONGEST)}`,
    prompt: `The id in ${label}, or the address of its page. It is written down, nothing is looked up.`,
    value: before,
    canGoBack: true,
    remark: (text) => remarkOnId(services, key, text),
  });
  if (answer.kind !== 'answer') return answer.kind === 'back' ? [] : undefined;
  const id = linkIdIn(schema, key, answer.value);
  return id === before || id === '' ? [] : setLinks(entity, { [key]: id });
}

function remarkOnId({ store }: Services, key: string, text: string): Remark | undefined {
  if (text === '') return undefined;
  const id = linkIdIn(store.schema, key, text);
  const check = checkLink(store.schema, key, id);
  if (check.kind === 'wrong') return { kind: 'wrong', message: check.message };
  const address = linkAddress(store.schema, key, id);
  return address === undefined ? undefined : { kind: 'hint', message: `Leads to ${address}` };
}

function setLinks(
  { id, links }: Entity,
  changed: Readonly<Record<string, string | undefined>>,
): FieldAnswer {
  const entries = Object.entries({ ...links, ...changed }).flatMap(
    ([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]]),
  );
  return [
    { op: 'updateEntity', id, links: entries.length === 0 ? null : Object.fromEntries(entries) },
  ];
}
