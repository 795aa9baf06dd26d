/** Comparing two annotators: choosing them, looking at pairs, the figures, and ending it. */
import { count } from '../../core/outline/words';
import { agreementMarkdown } from '../../core/review/agreement/reports';
import { remark, tell } from '../adapters/failures';
import { labelOfAsk, type CompareAsk } from '../adapters/compareAnswers';
import { askWhatToCompare } from './compareChoices';
import type { Command } from './command';
import { given, givenText } from './given';
import { pairsGiven } from './comparedPairs';

/**
 * Asks for two annotators or revisions, or takes `{ a, b }` as annotators, and as branches, tags or commits
 * with `revisions: true`, when `b` may be absent for the working files. Gives how many pairs are to be decided.
 */
export const compareAnnotators: Command = async (services, argument) => {
  const ask = askGiven(argument) ?? (await askWhatToCompare(services));
  if (ask === undefined) return undefined;
  const state = await services.comparing.begin(ask);
  if (state.kind === 'failed') tell(state.message);
  if (state.kind !== 'compared') return undefined;
  const { pairs } = state.compared;
  const open = pairs.filter(({ decided }) => !decided).length;
  remark(`${labelOfAsk(ask)}: ${count(pairs.length, 'pair')}, ${open} to decide.`);
  return open;
};

export const endComparing: Command = async ({ comparing }) => {
  await comparing.end();
};

/** Opens the passage of the node or of `{ pair: key }`, with what each of the two annotated marked. */
export const openPair: Command = async (services, node) => {
  await services.comparing.current();
  const [pair] = pairsGiven(services, node);
  if (pair === undefined) return false;
  return await services.compareMarks.open(pair);
};

/** How far the two that are compared agree, or all annotators; as a preview. Gives the Markdown. */
export const showAgreement: Command = async (services) => {
  const agreement = await services.comparing.agreement();
  if (!agreement.ok) {
    tell(agreement.failure.message);
    return undefined;
  }
  const { annotators, sources } = agreement.value;
  const title = `# Agreement: ${annotators.join(', ')}\n\n`;
  const about = `In ${count(sources.length, 'source')} that at least two of them have read.\n\n`;
  const text = `${title}${about}${agreementMarkdown(agreement.value)}`;
  await services.reports.show('Agreement.md', text);
  return text;
};

function askGiven(argument: unknown): CompareAsk | undefined {
  const [a, b] = [givenText(argument, 'a'), givenText(argument, 'b')];
  if (a === undefined) return undefined;
  if (given(argument)['revisions'] === true) {
    return { kind: 'revisions', a, ...(b === undefined ? {} : { b }) };
  }
  return b === undefined ? undefined : { kind: 'annotators', a, b };
}
