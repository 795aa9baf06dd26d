/** What the sources say of an event, as nodes and in a few words. */
import { accountsOf, tallyVerdicts } from '../accounts/accountsOf';
import type { EventAccounts, Other, SourceAccount, Statement, Verdict } from '../accounts/account';
import { formatEdtf } from '../dates/edtf';
import type { Store } from '../store/store';
import { childId, type NodeIcon, type OutlineNode } from './node';
import { SOURCE_ICON } from './icons';
import { targetName } from './participants';
import { sourceTitle } from './passages';
import { count, dotted, sentence, shorten, spaced } from './words';

const LONGEST_QUOTE = 60;
const LONGEST_TITLE = 30;
const ICONS: Readonly<Record<Verdict, NodeIcon>> = {
  contradicts: { name: 'warning' },
  agrees: { name: 'check' },
  adds: { name: 'add' },
};
/** More sources than these are counted rather than named. */
const MOST_NAMED = 2;

/** One node with the accounts by source; none when no source says anything that can be compared. */
export function accountNodes(
  store: Store,
  eventId: string,
  parent: string,
): readonly OutlineNode[] {
  const accounts = accountsOf(store, eventId);
  if (accounts === undefined || accounts.sources.every(isSilent)) return [];
  const id = childId(parent, 'accounts');
  const words = verdictWords(tallyVerdicts(accounts.sources));
  const label = 'What the sources say';
  return [
    {
      id,
      kind: 'group',
      label,
      description: dotted(words),
      icon: { name: 'law' },
      spoken: sentence([label, ...words]),
      children: () =>
        accounts.sources
          .filter((each) => !isSilent(each))
          .map((each) => sourceNode(store, each, id)),
    },
  ];
}

/** `4 sources · 1 contradicts · 12 agree`; absent when nothing can be compared. */
export function accountsInShort(accounts: EventAccounts | undefined): string | undefined {
  const telling = accounts?.sources.filter((each) => !isSilent(each)) ?? [];
  if (telling.length === 0) return undefined;
  return dotted([count(telling.length, 'source'), ...verdictWords(tallyVerdicts(telling))]);
}

/**
 * The contradictions in words, e.g. `Actor: Wang Yi (“A visit”) against the record`: those with the record
 * when there are any, because the others are mostly their other side.
 */
export function contradictionsOf(store: Store, { sources }: EventAccounts): readonly string[] {
  const all = sources.flatMap(({ source, statements }) =>
    statements
      .filter(({ verdict }) => verdict === 'contradicts')
      .map((statement) => ({ source, statement })),
  );
  const withRecord = all.filter(({ statement }) =>
    statement.contradicts.some(({ kind }) => kind === 'record'),
  );
  return (withRecord.length > 0 ? withRecord : all).map(({ source, statement }) => {
    const against = othersWords(store, statement.contradicts);
    const title = shorten(sourceTitle(store, source), LONGEST_TITLE);
    return `${statementWords(store, statement)} (“${title}”) against ${against}`;
  });
}

/** `Date: 26 April 2023`, `Actor: Xi Jinping`, `Number: more than 50 countries`. */
function statementWords(store: Store, { topic, key, value, passages }: Statement): string {
  switch (topic) {
    case 'date':
      return `Date: ${formatEdtf(value)}`;
    case 'number':
      return `Number: ${value}`;
    case 'polarity':
      return value === 'negative' ? 'Says that it is not so' : 'Says that it is so';
    case 'place':
    case 'participant': {
      const name = targetName(store, '', value);
      const isOwn = passages.some(({ quote }) => quote === name);
      const role = spaced(key);
      return `${role.slice(0, 1).toUpperCase()}${role.slice(1)}: ${isOwn ? name : shorten(name, 80)}`;
    }
  }
}

function sourceNode(store: Store, account: SourceAccount, parent: string): OutlineNode {
  const { source, statements, standings } = account;
  const id = childId(parent, source);
  const label = sourceTitle(store, source);
  const words = verdictWords(tallyVerdicts([account]));
  const sure = standings.map((each) => each.words);
  return {
    id,
    kind: 'group',
    label,
    description: dotted([...words, ...sure]),
    icon: SOURCE_ICON,
    spoken: sentence([label, ...words, ...sure]),
    children: () => [
      ...statements.map((each) => statementNode(store, source, each, id)),
      ...standings.map(({ words: said, annotations }): OutlineNode => ({
        id: childId(id, said),
        kind: 'account',
        label: said.slice(0, 1).toUpperCase() + said.slice(1),
        description: count(annotations.length, 'passage'),
        icon: { name: 'question' },
        spoken: `${said} in ${count(annotations.length, 'passage')}`,
        ...passageSubject(source, annotations[0]),
      })),
    ],
  };
}

function statementNode(
  store: Store,
  source: string,
  statement: Statement,
  parent: string,
): OutlineNode {
  const { topic, key, value, verdict, passages } = statement;
  const label = statementWords(store, statement);
  const verdicts = [
    ...(verdict === 'contradicts'
      ? [`contradicts ${othersWords(store, statement.contradicts)}`]
      : []),
    ...(statement.agrees.length > 0 ? [`agrees with ${othersWords(store, statement.agrees)}`] : []),
    ...(verdict === 'adds' ? ['only here'] : []),
  ];
  const quote = `“${shorten(passages[0]?.quote ?? '', LONGEST_QUOTE)}”`;
  const more = passages.length > 1 ? count(passages.length, 'passage') : undefined;
  return {
    id: childId(parent, `${topic} ${key} ${value}`),
    kind: 'account',
    label,
    description: dotted([...verdicts, quote, more]),
    icon: ICONS[verdict],
    spoken: sentence([label, ...verdicts, quote, more]),
    ...passageSubject(source, passages[0]?.annotation),
  };
}

function passageSubject(source: string, id: string | undefined): Pick<OutlineNode, 'subject'> {
  return id === undefined ? {} : { subject: { kind: 'annotation', source, id } };
}

/** `the record and 2 sources`, or the sources by their titles when they are few. */
function othersWords(store: Store, others: readonly Other[]): string {
  const sources = others.flatMap((each) => (each.kind === 'source' ? [each.source] : []));
  const named = sources.map((path) => `“${shorten(sourceTitle(store, path), LONGEST_TITLE)}”`);
  const record = sources.length < others.length ? ['the record'] : [];
  const all =
    sources.length > MOST_NAMED
      ? [...record, count(sources.length, 'source')]
      : [...record, ...named];
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 contradicts`, `3 agree`, `1 only in one source`: what there is none of is left out. */
function verdictWords({ contradicts, agrees, adds }: Readonly<Record<Verdict, number>>): string[] {
  const say = (number: number, one: string, many: string): string[] =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  return [
    ...say(contradicts, 'contradicts', 'contradict'),
    ...say(agrees, 'agrees', 'agree'),
    ...say(adds, 'only in one source', 'only in one source'),
  ];
}

function isSilent({ statements, standings }: SourceAccount): boolean {
  return statements.length === 0 && standings.length === 0;
}
