/** The values by which a passage is judged, for lists. */
import {
  CERTAINTIES,
  POLARITIES,
  type Certainty,
  type Polarity,
} from '../../core/model/annotation';
import { CREDIBILITY_LABELS } from '../../core/schema/admiralty';
import type { Choice } from '../pickers/pickOne';
import { idLabel } from '../pickers/pickType';

export const CERTAINTY_CHOICES: readonly Choice<Certainty>[] = CERTAINTIES.map(named);

export const POLARITY_CHOICES: readonly Choice<Polarity>[] = POLARITIES.map((value) => ({
  ...named(value),
  description: value === 'negative' ? 'it says that this is not so' : 'it says that this is so',
}));

/** The NATO Admiralty code of the information, 1 to 6. */
export const CREDIBILITY_CHOICES: readonly Choice<number>[] = CREDIBILITY_LABELS.map(
  (label, at) => ({ value: at + 1, label: `${at + 1}: ${label}` }),
);

export function named<T extends string>(value: T): Choice<T> {
  return { value, label: idLabel(value) };
}

export function unset(): Choice<null> {
  return { value: null, label: 'Not given' };
}
