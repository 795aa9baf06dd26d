/** What a change says, with the names of the records it is about. */
import type { Change } from '../../core/review/change';
import { wordsOf, type ChangeWords } from '../../core/review/words';
import type { Compared } from '../adapters/review';
import type { Services } from '../services';

export function changeWords(services: Services, compared: Compared, change: Change): ChangeWords {
  return wordsOf(change, (id) => nameOf(services, compared, id));
}

/** What a record is called now, or was called before it was removed. */
export function nameOf(
  { store: { indexes } }: Services,
  { oldNames }: Compared,
  id: string,
): string | undefined {
  return indexes.entity(id)?.name ?? indexes.event(id)?.title ?? oldNames.get(id);
}
