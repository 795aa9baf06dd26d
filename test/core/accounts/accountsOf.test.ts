import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accountsOf, tallyVerdicts } from '../../../src/core/accounts/accountsOf';
import type { Other } from '../../../src/core/accounts/account';
import type { BodyFields, Operation } from '../../../src/core/operations/operation';
import { Store } from '../../../src/core/store/store';
import { carryOut, workspace, type Workspace } from '../workspace';

const FIRST = 'seeds/first.txt';
const SECOND = 'seeds/second.txt';
const TEXTS = {
  [FIRST]:
    'The ministers met in Geneva on Monday. Wang Yi met Li Hui in Geneva on 3 March 2024 with more than 50 delegates. It rained in Basel.\n',
  [SECOND]:
    'Wang met Li in Basel on 5 March 2024 with 40 delegates. The envoy, Li Hui, received Wang Yi. They did not meet.\n',
};
const PEOPLE: readonly Operation[] = [
  { op: 'createEntity', id: 'wang-yi', type: 'person', name: 'Wang Yi', aliases: ['Wang'] },
  { op: 'createEntity', id: 'li-hui', type: 'person', name: 'Li Hui', aliases: ['Li'] },
  { op: 'createEntity', id: 'geneva', type: 'place', name: 'Geneva' },
  { op: 'createEntity', id: 'basel', type: 'place', name: 'Basel' },
];

/** An `annotate` by its words. */
type Reporting = BodyFields & {
  readonly source: string;
  readonly exact: string;
  readonly occurrence?: number;
};

/** The two reports, an event of the ministers with these fields, and these annotations. */
function reported(
  event: Partial<Extract<Operation, { op: 'createEvent' }>>,
  ...annotations: readonly Reporting[]
): Workspace {
  const at = workspace({}, TEXTS);
  carryOut(at, [
    ...PEOPLE,
    { op: 'setSource', source: FIRST, published: '2024-03-06' },
    { op: 'setSource', source: SECOND, published: '2024-03-06' },
    { op: 'createEvent', id: 'talks', type: 'consult', title: 'Talks', ...event },
    ...annotations.map((each): Operation => ({ op: 'annotate', ...each })),
  ]);
  return at;
}

/** `source verdict topic: value [agrees with] × [contradicts]`, one line for each statement. */
function said({ store }: { readonly store: Store }, event = 'talks'): readonly string[] {
  const named = (others: readonly Other[]): string =>
    others.map((each) => (each.kind === 'record' ? 'record' : short(each.source))).join('+');
  return (accountsOf(store, event)?.sources ?? []).flatMap(({ source, statements }) =>
    statements.map(({ verdict, key, value, agrees, contradicts }) => {
      const against = contradicts.length === 0 ? '' : ` × ${named(contradicts)}`;
      return `${short(source)} ${verdict} ${key}: ${value}${agrees.length === 0 ? '' : ` = ${named(agrees)}`}${against}`;
    }),
  );
}

function short(path: string): string {
  return path.replace(/^seeds\/|\.txt$/g, '');
}

const MET = 'Wang Yi met Li Hui in Geneva on 3 March 2024 with more than 50 delegates';
const MET_TOO = 'Wang met Li in Basel on 5 March 2024 with 40 delegates';

describe('the accounts of an event', () => {
  it('agree with a record that is less exact, and add what it does not say', () => {
    const at = reported({ date: '2024-03' }, { source: FIRST, exact: MET, event: 'talks' });
    assert.deepEqual(said(at), [
      'first agrees date: 2024-03-03 = record',
      'first adds delegate: 50 delegates',
    ]);
  });

  it('contradict where dates and numbers cannot both hold', () => {
    const at = reported(
      { date: '2024-03-03' },
      { source: FIRST, exact: MET, event: 'talks' },
      { source: SECOND, exact: MET_TOO, event: 'talks' },
    );
    assert.deepEqual(said(at), [
      'first contradicts date: 2024-03-03 = record × second',
      'first contradicts delegate: 50 delegates × second',
      'second contradicts date: 2024-03-05 × record+first',
      'second contradicts delegate: 40 delegates × first',
    ]);
  });

  it('contradict in a role that only one can fill, unless a relation lets both be right', () => {
    const place = (target: string): Pick<BodyFields, 'roles'> => ({
      roles: [{ role: 'place', target }],
    });
    const at = reported(
      { place: 'geneva' },
      { source: FIRST, exact: 'The ministers met', event: 'talks', ...place('geneva') },
      { source: SECOND, exact: 'Wang met Li', event: 'talks', ...place('basel') },
    );
    assert.deepEqual(said(at), [
      'first contradicts place: geneva = record × second',
      'second contradicts place: basel × record+first',
    ]);
    const path = 'annotations/entities/basel.yaml';
    const related = `${at.store.file(path)?.text ?? ''}relations:\n  - { type: part-of, entity: geneva }\n`;
    at.store.replaceFile(path, related);
    assert.deepEqual(said(at), ['first agrees place: geneva = record', 'second adds place: basel']);
  });

  it('contradict where two participants have each other’s roles', () => {
    const participants = [
      { role: 'actor', entity: 'wang-yi' },
      { role: 'recipient', entity: 'li-hui' },
    ];
    const roles = [
      { role: 'actor', target: 'li-hui' },
      { role: 'recipient', target: 'wang-yi' },
    ];
    const exact = 'The envoy, Li Hui, received Wang Yi';
    const at = reported({ participants }, { source: SECOND, exact, event: 'talks', roles });
    assert.deepEqual(said(at), [
      'second contradicts actor: li-hui × record',
      'second contradicts recipient: wang-yi × record',
    ]);
  });

  it('tell that a source denies what another reports, but not when that is only possible', () => {
    const denied = {
      source: SECOND,
      exact: 'They did not meet',
      event: 'talks',
      polarity: 'negative',
    } as const;
    const met = { source: FIRST, exact: 'The ministers met', event: 'talks' } as const;
    assert.deepEqual(said(reported({ status: 'claimed' }, met, denied)), [
      'first contradicts polarity: positive × second',
      'second contradicts polarity: negative × first',
    ]);
    assert.deepEqual(said(reported({}, { ...met, certainty: 'possible' }, denied)), []);
    assert.deepEqual(said(reported({ status: 'denied' }, denied)), [
      'second agrees polarity: negative = record',
    ]);
  });

  it('take who and where is named in a passage as support, and as nothing more', () => {
    const participants = [{ role: 'actor', entity: 'wang-yi' }];
    const at = reported(
      { participants, place: 'basel' },
      { source: FIRST, exact: MET, event: 'talks' },
      { source: FIRST, exact: 'Wang Yi', entity: 'wang-yi' },
      { source: FIRST, exact: 'Li Hui', entity: 'li-hui' },
      { source: FIRST, exact: 'Geneva', occurrence: 2, entity: 'geneva' },
    );
    assert.deepEqual(
      said(at).filter((line) => !/date|delegate/.test(line)),
      ['first agrees actor: wang-yi = record'],
    );
  });

  it('leave what a passage says of another event to that event', () => {
    const at = reported({ date: '2023' }, { source: FIRST, exact: MET, event: 'talks' });
    const exact = 'on 3 March 2024 with more than 50 delegates';
    carryOut(at, [
      { op: 'createEvent', id: 'other', type: 'consult', title: 'Another' },
      { op: 'annotate', source: FIRST, exact, event: 'other' },
    ]);
    assert.deepEqual(said(at), []);
  });

  it('take a date beside the passage as support of the record only', () => {
    const passage = { source: FIRST, exact: 'met in Geneva', event: 'talks' };
    assert.deepEqual(said(reported({ date: '2024-03-04' }, passage)), [
      'first agrees date: 2024-03-04 = record',
    ]);
    assert.deepEqual(said(reported({ date: '2021' }, passage)), []);
  });

  it('count no rejected evidence, and tell how sure and credible the passages are', () => {
    const at = reported(
      { date: '2020' },
      { source: FIRST, exact: MET, event: 'talks', status: 'rejected' },
      {
        source: SECOND,
        exact: 'received Wang Yi',
        event: 'talks',
        certainty: 'probable',
        credibility: 4,
      },
    );
    assert.deepEqual(accountsOf(at.store, 'talks')?.sources, [
      {
        source: SECOND,
        passages: 1,
        statements: [],
        standings: [
          { words: 'probable', annotations: ['a-00000b'] },
          { words: 'credibility 4, doubtful', annotations: ['a-00000b'] },
        ],
      },
    ]);
  });

  it('contradict one another both ways, and never themselves, whatever is said', () => {
    const dates = fc.constantFrom(
      '2024-03-03',
      '2024-03',
      '2024-03-05',
      '2023',
      '2024~',
      '2024-03/..',
    );
    const polarity = fc.constantFrom('positive', 'negative' as const);
    const passage = fc.record({ date: dates, polarity, place: fc.constantFrom('geneva', 'basel') });
    fc.assert(
      fc.property(fc.option(dates), fc.array(passage, { maxLength: 3 }), (date, passages) => {
        const texts = Object.fromEntries(passages.map((_, at) => [`s${at}.txt`, 'It was then.']));
        const at = workspace({}, texts);
        carryOut(at, [
          ...PEOPLE,
          { op: 'createEvent', id: 'talks', type: 'consult', title: 'Talks', date },
          ...passages.flatMap((each, index): Operation[] => {
            const source = `s${index}.txt`;
            const time = { type: 'time', value: each.date };
            const roles = [{ role: 'place', target: each.place }];
            return [
              { op: 'annotate', source, exact: 'then', ...time },
              {
                op: 'annotate',
                source,
                exact: 'It was then',
                event: 'talks',
                polarity: each.polarity as 'positive',
                roles,
              },
            ];
          }),
        ]);
        const sources = accountsOf(at.store, 'talks')?.sources ?? [];
        const against = new Set(
          sources.flatMap(({ source, statements }) =>
            statements.flatMap(({ topic, contradicts }) =>
              contradicts.flatMap((other) =>
                other.kind === 'source' ? [`${topic} ${source} ${other.source}`] : [],
              ),
            ),
          ),
        );
        for (const each of against) {
          const [topic = '', one = '', other = ''] = each.split(' ');
          assert.notEqual(one, other);
          assert.ok(against.has(`${topic} ${other} ${one}`), each);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are absent for an event that is not there', () => {
    assert.equal(accountsOf(reported({}).store, 'nothing'), undefined);
  });
});

describe('the accounts of the five sources', () => {
  const store = new Store();
  for (const path of filesUnder('annotations')) store.replaceFile(path, readFileSync(path, 'utf8'));

  it('contradict one another where the texts do, and nowhere else', () => {
    const found = store.indexes
      .liveEvents()
      .filter(({ id }) => tallyVerdicts(accountsOf(store, id)?.sources ?? []).contradicts > 0);
    // 003 reports Chinese state media to say that Zelenskyy called Xi; the others have Xi call.
    assert.deepEqual(
      found.map(({ id }) => id),
      ['xi-zelenskyy-call-2023'],
    );
  });

  it('agree on what the call was and when', () => {
    const lines = said({ store }, 'xi-zelenskyy-call-2023').map((line) => line.replace(/_\w+/, ''));
    assert.ok(
      lines.some((line) => line.startsWith('003 agrees hour: an hour = 004')),
      lines.join('\n'),
    );
    assert.ok(lines.some((line) => line.startsWith('001 agrees date: 2023-04-26 = record')));
    assert.ok(lines.some((line) => line.startsWith('002 agrees date: 2023-04 = record')));
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
