/** The commands of the review: going through the changes, ticking, showing, reporting. */
import { count, dotted } from '../../core/outline/words';
import type { Change } from '../../core/review/change';
import { remark, tell } from '../adapters/failures';
import type { Compared } from '../adapters/review';
import type { Services } from '../services';
import { changeWords } from '../views/changeWords';
import type { Command } from './command';
import { changesAt, comparedNow } from './reviewAt';

/** Compares again, also when nothing seems to have changed. Gives the number of changes. */
export const refreshReview: Command = async (services) => {
  services.review.renew();
  const compared = await comparedNow(services);
  if (compared === undefined) return undefined;
  const { length } = compared.changes;
  remark(`${count(length, 'change')} since ${compared.label}.`);
  return length;
};

/** To the change behind the cursor in the order of the view, round the end. Gives its key. */
export const nextChange: Command = (services) => step(services, 1);
export const previousChange: Command = (services) => step(services, -1);

/** Opens the passage of the node or of `{ change: key }`, with everything that changed marked. */
export const openChange: Command = async (services, node) => {
  const compared = await comparedNow(services);
  const [change] = compared === undefined ? [] : changesAt(services, compared, node);
  if (compared === undefined || change === undefined) return false;
  return await services.reviewing.open(compared, change);
};

/** Both sides of the node, of `{ change: key }` or at the cursor, each with its annotations. */
export const openChangeSideBySide: Command = async (services, node) => {
  const compared = await comparedNow(services);
  const [change] = compared === undefined ? [] : changesAt(services, compared, node);
  if (compared === undefined || change === undefined) return false;
  return await services.reviewing.openSideBySide(compared, change);
};

/** Ticks the nodes, `{ change: key }` or the change at the cursor; unticks them when all are ticked. */
export const tickChange: Command = async (services, node, nodes) => {
  const { review } = services;
  const compared = await comparedNow(services);
  const changes = compared === undefined ? [] : changesAt(services, compared, node, nodes);
  const [first] = changes;
  if (compared === undefined || first === undefined) return undefined;
  const reviewed = !changes.every((each) => review.isReviewed(each));
  review.tick(changes, reviewed);
  const done = compared.changes.filter((each) => review.isReviewed(each)).length;
  const { title } = changeWords(services, compared, first);
  remark(
    `${reviewed ? 'Reviewed' : 'Not reviewed'}: ${title} · ${done} of ${compared.changes.length} reviewed`,
  );
  return reviewed;
};

export const toggleReviewed: Command = ({ review }) => {
  review.hidesReviewed = !review.hidesReviewed;
  remark(
    review.hidesReviewed
      ? 'The review lists what is not reviewed yet.'
      : 'The review lists every change.',
  );
};

/** Marks what changed in the sources, or takes the marks away. */
export const toggleReviewDecorations: Command = async (services) => {
  const { reviewMarks } = services;
  if (reviewMarks.areShown) {
    reviewMarks.areShown = false;
    return false;
  }
  const compared = await comparedNow(services);
  if (compared === undefined) return undefined;
  reviewMarks.areShown = true;
  remark(`Marked: what changed since ${compared.label}.`);
  return true;
};

async function step(services: Services, direction: 1 | -1): Promise<string | undefined> {
  const compared = await comparedNow(services);
  if (compared === undefined) return undefined;
  const change = services.reviewing.next(compared, direction);
  if (change === undefined) {
    const { length } = compared.changes;
    if (length === 0) tell(`Nothing changed since ${compared.label}.`);
    else remark('Every change is reviewed.');
    return undefined;
  }
  await services.reviewing.open(compared, change);
  remark(placeWords(services, compared, change));
  return change.key;
}

function placeWords(services: Services, compared: Compared, change: Change): string {
  const { title, details } = changeWords(services, compared, change);
  const place = `${compared.changes.indexOf(change) + 1} of ${compared.changes.length}`;
  const reviewed = services.review.isReviewed(change) ? 'reviewed' : undefined;
  return `${place}: ${dotted([title, ...details, reviewed])}`;
}
