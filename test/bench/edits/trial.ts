/** One text, edited once: what each method says of its passages, and how that is scored. */
import { anchorAll } from '../../../src/core/text/anchorAll';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Span } from '../../../src/core/text/span';
import { hypothesis, mapped, plainDiff } from './baselines';
import type { Kind } from './kinds';
import type { Random } from './random';
import {
  answerOf,
  count,
  isSameWords,
  judge,
  type Answer,
  type Outcome,
  type Score,
} from './score';
import type { Annotated } from './sources';
import { tracked } from './tracked';

/** Ours with the old text and without; the other two are sure of whatever they find. */
export const METHODS = ['old', 'own', 'hypothesis', 'diff'] as const;
export type Method = (typeof METHODS)[number];
export type Scores = Readonly<Record<Method, Score>>;

/** A passage that a method did not place as it should. */
export interface Miss {
  readonly method: Method;
  readonly outcome: Outcome;
  readonly was: string;
  readonly is: string;
  readonly said: string;
}

/** Adds to `scores`, and gives what went wrong. */
export function tryOnce(
  { source, spans }: Annotated,
  kind: Kind,
  random: Random,
  scores: Scores,
): readonly Miss[] {
  const targets = spans.map((span) => describe(source, span));
  const after = kind.edit(tracked(source.text, spans), random);
  const now = SourceText.of(after.text);
  if (now.text !== after.text) throw new Error('the edited text is not normalised');
  const withOld = anchorAll(now, targets, { source });
  const without = anchorAll(now, targets);
  const map = plainDiff(source.text, now.text);
  const misses: Miss[] = [];
  after.fates.forEach((fate, index) => {
    const span = spans[index];
    const target = targets[index];
    if (fate === 'unclear' || span === undefined || target === undefined) return;
    const isChanged =
      fate !== 'gone' && !isSameWords(target.exact, now.text.slice(fate.start, fate.end));
    const answers: Readonly<Record<Method, Answer>> = {
      old: answerOf(withOld[index]),
      own: answerOf(without[index]),
      hypothesis: sure(hypothesis(now.text, target, span.start)),
      diff: sure(mapped(map, span)),
    };
    for (const method of METHODS) {
      const outcome = judge(fate, answers[method], isChanged);
      count(scores[method], fate, outcome);
      if (outcome === 'right') continue;
      const said = answers[method].span;
      misses.push({
        method,
        outcome,
        was: shown(source.text, span),
        is: fate === 'gone' ? 'gone' : shown(now.text, fate),
        said: said === undefined ? 'nothing' : shown(now.text, said),
      });
    }
  });
  return misses;
}

function sure(span: Span | undefined): Answer {
  return span === undefined ? { isSure: false } : { span, isSure: true };
}

function shown(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - 50), start);
  const after = text.slice(end, end + 50);
  return `${String(start)} ${before}[${text.slice(start, end)}]${after}`.replaceAll('\n', '⏎');
}
