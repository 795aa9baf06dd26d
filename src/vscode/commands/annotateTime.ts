/** Annotating time expressions with the dates that they mean. */
import { formatEdtf } from '../../core/dates/edtf';
import { timeExpressionAt, valueInText, valueOfExpression } from '../../core/dates/timesIn';
import { annotateAll } from '../../core/operations/compositions';
import { shorten } from '../../core/outline/words';
import { askText, remarkOnDate } from '../pickers/askText';
import type { Services } from '../services';
import type { Command } from './command';
import { givenText, isGiven } from './given';
import { saveAt, signature } from './saving';
import { publishedOf } from './surroundings';
import { targetOf, whileShown, wordsOf, type Target } from './target';

const ADVICE =
  'Put the cursor on a time expression such as “last month”, or select the words that say when.';
const LONGEST = 40;

/**
 * Annotates the selection, or the time expression at the caret. Asks for its value, which is proposed from
 * the words and the date of the source, unless it is given: `{ value: '2024-06' }`, EDTF, or `null` for none.
 * Gives the ids of the annotations.
 */
export const annotateTime: Command = async (services, argument) => {
  const target = targetOf(services, timeExpressionAt, ADVICE);
  if (target === undefined) return undefined;
  if (isGiven(argument, 'value')) {
    return await annotate(services, target, givenText(argument, 'value') ?? '');
  }
  return await whileShown(target, async () => {
    const [span] = target.spans;
    const meant = valueInText(target.text.text, span, publishedOf(services, target.path));
    const value = await askValue(services, target.path, wordsOf(target), meant);
    return value === undefined ? undefined : await annotate(services, target, value);
  });
};

/** Asks for the value of a time expression; `before` is the one it has. Empty for none. */
export async function askValue(
  services: Services,
  source: string,
  words: string,
  before: string | undefined,
): Promise<string | undefined> {
  const published = publishedOf(services, source);
  const dated =
    published === undefined
      ? 'The date of this source is not known (Edit Source Details…, Alt+A D).'
      : `This source is dated ${formatEdtf(published)}.`;
  const answer = await askText({
    title: `When is “${shorten(words, LONGEST)}”?`,
    prompt: `${dated} Leave it empty for no value.`,
    placeholder: 'EDTF: 2023-04-26, 2023-04, 2023-04~ (about), 2023-04-24/2023-04-26, 2023-04/..',
    value: before ?? valueOfExpression(words, published) ?? '',
    remark: remarkOnDate(dated),
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

async function annotate(
  services: Services,
  target: Target,
  value: string,
): Promise<readonly string[] | undefined> {
  const passages = { source: target.path, text: target.text, spans: target.spans };
  const valued = value === '' ? {} : { value };
  const operations = annotateAll(passages, { type: 'time', ...valued, ...signature() });
  const meaning = value === '' ? '' : ` (${formatEdtf(value)})`;
  const label = `Annotated “${shorten(wordsOf(target), LONGEST)}” as a time${meaning}`;
  return await saveAt(services, target, label, operations);
}
