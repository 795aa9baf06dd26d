/** The discussions of the project in a list, to go to one. */
import { isOpenThread } from '../../core/model/thread';
import { sameSubject } from '../../core/outline/node';
import { threadInShort, topicOf } from '../../core/outline/threads';
import { openThreads, type FoundThread } from '../../core/review/threads';
import { count } from '../../core/outline/words';
import { remark, tell } from '../adapters/failures';
import { themeIcon } from '../pickers/icons';
import { pickFrom, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import type { Command } from './command';
import { subjectGiven } from './discussed';

type Answer = FoundThread | 'all';

/** Goes to a discussion: that of the node or of what is given, or one that is chosen, among the open ones if there are some. */
export const showThreads: Command = async (services, argument) => {
  const all = services.threads.all();
  const subject = subjectGiven(services, argument);
  if (subject !== undefined) {
    const found = all.find((each) => sameSubject(each.subject, subject));
    if (found === undefined) tell(`There is no discussion of ${topicOf(services.store, subject)}.`);
    else await go(services, found);
    return;
  }
  if (all.length === 0) {
    remark('There are no discussions yet: Alt+A Q begins one.');
    return;
  }
  const open = openThreads(all);
  const first = open.length === 0 ? 'all' : await choose(services, open, all.length - open.length);
  const chosen = first === 'all' ? await choose(services, all, 0) : first;
  if (chosen !== undefined && chosen !== 'all') await go(services, chosen);
};

async function choose(
  services: Services,
  threads: readonly FoundThread[],
  resolved: number,
): Promise<Answer | undefined> {
  const choices = threads.map((found): Choice<Answer> => ({
    value: found,
    label: topicOf(services.store, found.subject),
    description: placeOf(found),
    detail: threadInShort(found.thread),
    iconPath: themeIcon({
      name: isOpenThread(found.thread) ? 'comment-unresolved' : 'comment',
    }),
  }));
  const more: Choice<Answer> = {
    value: 'all',
    label: `Show ${count(resolved, 'resolved discussion')}, too`,
    iconPath: themeIcon({ name: 'ellipsis' }),
  };
  const title =
    resolved === 0 && threads.some(({ thread }) => !isOpenThread(thread))
      ? 'Discussions'
      : count(threads.length, 'open discussion');
  const answer = await pickFrom<Answer>({
    title,
    placeholder: 'Go to which one?',
    choices: resolved === 0 ? choices : [...choices, more],
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

function placeOf({ subject, path }: FoundThread): string {
  switch (subject.kind) {
    case 'annotation':
      return subject.source;
    case 'source':
      return 'source';
    case 'entity':
    case 'event':
      return path;
  }
}

async function go(services: Services, { subject, path }: FoundThread): Promise<void> {
  if (await services.threads.reveal(subject, path)) return;
  tell(`${path} cannot be opened.`);
}
