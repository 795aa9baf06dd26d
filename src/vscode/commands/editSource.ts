/** Editing what is known of a source: title, publisher, date, language, address, reliability. */
import { RELIABILITIES, type SourceMetadata } from '../../core/model/records';
import { decodeOperation } from '../../core/operations/decode';
import { isJsonObject } from '../../core/operations/fieldChecks';
import { formatEdtf } from '../../core/dates/edtf';
import { RELIABILITY_LABELS } from '../../core/schema/admiralty';
import { tell } from '../adapters/failures';
import { askText, remarkOnDate, type Remark } from '../pickers/askText';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { activeSource, subjectOf } from '../subject';
import type { Command } from './command';
import { given, givenText } from './given';
import { save } from './saving';

type Field = 'title' | 'publisher' | 'published' | 'language' | 'url' | 'reliability';

interface FieldWords {
  readonly label: string;
  readonly icon: string;
  readonly help: string;
  readonly placeholder: string;
  readonly remark?: (text: string) => Remark | undefined;
}

const FIELDS: Readonly<Record<Field, FieldWords>> = {
  title: {
    label: 'Title',
    icon: 'book',
    help: 'The headline or title of this document.',
    placeholder: 'Title of this document',
  },
  publisher: {
    label: 'Publisher',
    icon: 'organization',
    help: 'Who published this document: a newspaper, agency, ministry.',
    placeholder: 'Name of the publisher',
  },
  published: {
    label: 'Published',
    icon: 'calendar',
    help: 'When this document was published: the date from which “last month” is reckoned.',
    placeholder: 'EDTF: 2024-07-25, 2024-07, 2024-07-24/2024-07-31',
    remark: remarkOnDate('The date from which “last month” is reckoned.'),
  },
  language: {
    label: 'Language',
    icon: 'globe',
    help: 'The language of this document, as a BCP 47 tag.',
    placeholder: 'en, uk, zh-Hans',
    remark: remarkOnLanguage,
  },
  url: {
    label: 'Address',
    icon: 'link',
    help: 'Where this document was found. It is written down, never opened.',
    placeholder: 'https://…',
  },
  reliability: {
    label: 'Reliability',
    icon: 'shield',
    help: 'How reliable is the source, whatever it says here? NATO Admiralty code.',
    placeholder: 'How reliable is this source?',
  },
};
const NAMES = Object.keys(FIELDS) as readonly Field[];

/**
 * Edits the active source, or that of the node or of `{ path }`, field after field until Escape; each change is
 * saved at once. With `{ path, fields: { title, … } }` the fields are set and nothing is asked; `null`
 * removes one.
 */
export const editSource: Command = async (services, argument) => {
  const path = pathOf(services, argument);
  if (path === undefined) return undefined;
  const { fields } = given(argument);
  if (isJsonObject(fields)) return await setFields(services, path, fields);
  let next: Field = 'title';
  for (;;) {
    const field = await chooseField(services, path, next);
    if (field === undefined) return undefined;
    const value = await askField(services, path, field);
    if (value === 'cancelled') return undefined;
    next = field;
    if (value === 'back') continue;
    next = NAMES[NAMES.indexOf(field) + 1] ?? field;
    if (value !== undefined) await set(services, path, field, value.text);
  }
};

function pathOf(services: Services, argument: unknown): string | undefined {
  const subject = subjectOf(argument);
  if (subject?.kind === 'source') return subject.path;
  return givenText(argument, 'path') ?? activeSource(services)?.path;
}

async function chooseField(
  services: Services,
  path: string,
  first: Field,
): Promise<Field | undefined> {
  const source = services.store.indexes.source(path);
  const choices: readonly Choice<Field>[] = [first, ...NAMES.filter((each) => each !== first)].map(
    (field) => ({
      value: field,
      label: FIELDS[field].label,
      description: shownValue(source, field) ?? 'not known',
      iconPath: themeIcon({ name: FIELDS[field].icon }),
    }),
  );
  const answer = await pickFrom({
    title: `Details of ${path}`,
    placeholder: 'What to change? Escape ends',
    choices,
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/** The new value, with an empty text for none; absent when it stays as it is. */
async function askField(
  services: Services,
  path: string,
  field: Field,
): Promise<{ readonly text: string } | 'back' | 'cancelled' | undefined> {
  const source = services.store.indexes.source(path);
  const before = source?.[field] ?? '';
  const { label, help, placeholder, remark } = FIELDS[field];
  const prompt = { title: `${label} of ${path}`, canGoBack: true };
  const answer =
    field === 'reliability'
      ? await pickFrom({ ...prompt, placeholder, choices: reliabilities(before) })
      : await askText({
          ...prompt,
          prompt: `${help} Leave it empty when it is not known.`,
          placeholder,
          value: before,
          ...(remark === undefined ? {} : { remark }),
        });
  if (answer.kind !== 'answer') return answer.kind;
  return answer.value === before ? undefined : { text: answer.value };
}

function reliabilities(before: string): readonly Choice<string>[] {
  const known = RELIABILITIES.map((code) => ({
    value: code,
    label: `${code}: ${RELIABILITY_LABELS[code]}`,
    ...(code === before ? { description: 'as now' } : {}),
  }));
  return [...known, { value: '', label: 'Not judged' }];
}

async function set(
  services: Services,
  path: string,
  field: Field,
  value: string,
): Promise<readonly string[] | undefined> {
  return await setFields(services, path, { [field]: value === '' ? null : value });
}

async function setFields(
  services: Services,
  path: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<readonly string[] | undefined> {
  const decoded = decodeOperation({ op: 'setSource', source: path, ...fields });
  if (!decoded.ok) {
    tell(decoded.message);
    return undefined;
  }
  const names = NAMES.filter((name) => name in fields).map((name) => FIELDS[name].label);
  const what = names.length === 0 ? 'details' : names.join(', ').toLowerCase();
  return await save(services, `Changed ${what} of ${path}`, [decoded.operation]);
}

function shownValue(source: SourceMetadata | undefined, field: Field): string | undefined {
  const value = source?.[field];
  if (value === undefined) return undefined;
  if (field === 'published') return `${value} (${formatEdtf(value)})`;
  if (field !== 'reliability') return value;
  const code = RELIABILITIES.find((each) => each === value);
  return code === undefined ? value : `${code}: ${RELIABILITY_LABELS[code]}`;
}

/** A remark on a BCP 47 tag: the name of the language, or that it is none. */
export function remarkOnLanguage(text: string): Remark | undefined {
  if (text === '') return undefined;
  try {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(text);
    return { kind: 'hint', message: name ?? text };
  } catch {
    return { kind: 'wrong', message: `“${text}” is no language tag: write en, uk or zh-Hans.` };
  }
}
