/** Giving mentions or evidence to another record. */
import { inWords, standingRecord, unknownRecord } from './anyRecord';
import type { Draft, Surroundings } from './draft';
import { chosenMentions, giveTo, recordNamed } from './mentions';
import { failed, type MoveMentions, type Outcome } from './operation';

export function moveMentions(draft: Draft, _around: Surroundings, input: MoveMentions): Outcome {
  const to = standingRecord(draft, input.to);
  if (to === undefined) return unknownRecord(input.to);
  if (input.mentions.length === 0) {
    return failed('value-invalid', 'No annotation is listed under “mentions”.');
  }
  const chosen = chosenMentions(draft, input.mentions);
  if (!chosen.ok) return chosen;
  const what = to.kind === 'entity' ? 'a mention of an entity' : 'evidence of an event';
  const foreign = chosen.records.find((each) => recordNamed(each, to.kind) === undefined);
  if (foreign !== undefined) {
    const message = `“${foreign.annotation.id}” of “${foreign.source}” is not ${what}, so it cannot go to ${inWords(to)}.`;
    return failed('value-invalid', message);
  }
  const moved = chosen.records.filter((each) => recordNamed(each, to.kind) !== to.record.id);
  if (moved.length === 0) {
    return failed('value-invalid', `All that is listed names ${inWords(to)} already.`);
  }
  return giveTo(draft, moved, to);
}
