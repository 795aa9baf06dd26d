import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeOperation } from '../../../src/core/operations/decode';
import {
  fieldsOfOperation,
  OPERATIONS,
  type OperationName,
} from '../../../src/core/operations/operationFields';

function accepts(json: object): void {
  const decoded = decodeOperation(json);
  assert.deepEqual(decoded, { ok: true, operation: json });
}

function refuses(json: unknown, message: RegExp): void {
  const decoded = decodeOperation(json);
  assert.ok(!decoded.ok, JSON.stringify(json));
  assert.match(decoded.message, message);
}

test('every operation of the documentation is taken as it is', () => {
  accepts({ op: 'annotate', source: 's.txt', start: 0, end: 7, entity: 'wang-yi' });
  accepts({ op: 'annotate', source: 's.txt', exact: 'Wang', occurrence: 2, entity: 'wang-yi' });
  accepts({ op: 'annotate', source: 's.txt', exact: 'last month', type: 'time', value: '2024-06' });
  accepts({ op: 'addEvidence', source: 's.txt', event: 'e', exact: 'met', id: 'a-4k7q2c' });
  accepts({
    op: 'addEvidence',
    source: 's.txt',
    event: 'e',
    start: 1,
    end: 2,
    roles: [{ role: 'actor', target: 'a-4k7q2c' }],
    certainty: 'certain',
    polarity: 'negative',
    credibility: 2,
    attributes: { tone: 'dry', weight: 1.5, checked: true },
  });
  accepts({ op: 'update', id: 'a-4k7q2c', note: null, status: 'proposed' });
  accepts({ op: 'update', id: 'a-4k7q2c', source: 's.txt', start: 3, end: 4 });
  accepts({ op: 'update', id: 'a-4k7q2c', targets: [{ start: 3, end: 4 }], note: 'n' });
  accepts({ op: 'delete', id: 'a-4k7q2c' });
  accepts({ op: 'relate', entity: 'wang-yi', type: 'leads', to: 'ministry' });
  accepts({
    op: 'relate',
    entity: 'wang-yi',
    type: 'leads',
    to: 'ministry',
    date: '2013/..',
    evidence: ['a-4k7q2c'],
    note: null,
  });
  accepts({ op: 'unrelate', entity: 'wang-yi', type: 'leads', to: 'ministry' });
  accepts({
    op: 'createEntity',
    type: 'person',
    name: 'Wang Yi',
    aliases: ['Wang', { text: '王毅', language: 'zh-Hans' }, { text: 'W.' }],
    links: { wikidata: 'Q1' },
    note: null,
  });
  accepts({ op: 'updateEntity', id: 'wang-yi', addAliases: ['W'], removeAliases: ['Wang'] });
  accepts({
    op: 'createEvent',
    type: 'consult',
    title: 'They meet',
    mode: 'visit',
    date: '2024-07',
    place: null,
    participants: [{ role: 'actor', entity: 'wang-yi' }],
    status: 'planned',
  });
  accepts({ op: 'updateEvent', id: 'they-meet', date: null });
  accepts({ op: 'setSource', source: 's.txt', title: 'T', reliability: 'B', body: [[0, 3247]] });
  accepts({ op: 'updateEntity', id: 'wang-yi', distinctFrom: null, addDistinctFrom: ['wang'] });
  accepts({ op: 'merge', from: 'wang', into: 'wang-yi', take: ['name', 'links.wikidata'] });
  const mentions = [{ source: 's.txt', id: 'a-4k7q2c' }];
  accepts({ op: 'split', id: 'wang-yi', newId: 'wang', name: 'Wang', aliases: ['W'], mentions });
  accepts({ op: 'split', id: 'they-meet', title: 'They meet again', type: 'consult', mentions });
  accepts({ op: 'deleteRecord', id: 'wang-yi', mentions: 'detach' });
  accepts({ op: 'deleteRecord', id: 'wang-yi', mentions: { into: 'wang' } });
  accepts({ op: 'moveMentions', to: 'wang-yi', mentions });
  accepts({ op: 'reject', source: 's.txt', start: 0, end: 7, entity: 'wang-yi', note: 'no' });
  accepts({ op: 'reject', source: 's.txt', exact: 'May', type: 'time', id: 'r-4k7q2c', by: 'AB' });
  accepts({ op: 'unreject', source: 's.txt', id: 'r-4k7q2c' });
  accepts({ op: 'update', id: 'a-4k7q2c', decision: 'none', status: 'rejected' });
  accepts({ op: 'setSource', source: 's.txt', state: 'done', reviewedBy: ['anna'] });
  accepts({ op: 'setSource', source: 's.txt', state: null, reviewedBy: null });
  const on = { kind: 'annotation', source: 's.txt', id: 'a-4k7q2c' };
  accepts({ op: 'comment', on, text: 'Who?', by: 'anna' });
  accepts({ op: 'comment', on: { kind: 'entity', id: 'wang-yi' }, resolved: true });
  accepts({ op: 'editComment', on: { kind: 'event', id: 'they-meet' }, index: 0, text: 'When?' });
  accepts({ op: 'deleteComment', on: { kind: 'source', path: 's.txt' }, index: 1 });
  accepts({ op: 'moveSource', from: 's.txt', to: 't.txt' });
  accepts({ op: 'reanchor', source: 's.txt', places: [], blob: true });
  accepts({
    op: 'reanchor',
    source: 's.txt',
    places: [{ id: 'a-4k7q2c', targets: [{ start: 3, end: 4 }] }],
  });
});

test('what is no object with a known op is refused', () => {
  for (const json of [undefined, null, 1, 'annotate', true, [], ['annotate']]) {
    refuses(json, /^An operation is an object/);
  }
  refuses({}, /needs “op”/);
  refuses({ op: 1 }, /needs “op”/);
  refuses({ op: 'anotate' }, /There is no operation “anotate”; there are annotate, addEvidence/);
  refuses({ op: 'constructor' }, /There is no operation “constructor”/);
  refuses(JSON.parse('{"op":"__proto__"}'), /There is no operation “__proto__”/);
});

test('a missing field is named', () => {
  refuses({ op: 'annotate', exact: 'x' }, /“annotate” needs “source”/);
  refuses({ op: 'addEvidence', source: 's', exact: 'x' }, /“addEvidence” needs “event”/);
  refuses({ op: 'update' }, /“update” needs “id”/);
  refuses({ op: 'createEntity', type: 'person' }, /“createEntity” needs “name”/);
  refuses({ op: 'createEvent', title: 'x' }, /“createEvent” needs “type”/);
  refuses({ op: 'setSource' }, /“setSource” needs “source”/);
  refuses({ op: 'reanchor', source: 's' }, /“reanchor” needs “places”/);
  refuses({ op: 'merge', from: 'a' }, /“merge” needs “into”/);
  refuses({ op: 'split', id: 'a', name: 'x' }, /“split” needs “mentions”/);
  refuses({ op: 'deleteRecord', id: 'a' }, /“deleteRecord” needs “mentions”/);
  refuses({ op: 'moveMentions', mentions: [] }, /“moveMentions” needs “to”/);
  refuses({ op: 'reject', source: 's', entity: 'a' }, /“reject” needs a passage/);
  refuses({ op: 'unreject', source: 's' }, /“unreject” needs “id”/);
  refuses({ op: 'comment', text: 'x' }, /“comment” needs “on”/);
  refuses({ op: 'editComment', on: { kind: 'entity', id: 'x' }, index: 0 }, /needs “text”/);
});

test('a field that the operation does not have is named, with those that it has', () => {
  refuses(
    { op: 'delete', id: 'a', sources: 's' },
    /“delete” has no field “sources”; .* id, source/,
  );
  refuses({ op: 'addEvidence', source: 's', event: 'e', exact: 'x', entity: 'y' }, /“entity”/);
  refuses(JSON.parse('{"op":"delete","id":"a","__proto__":1}'), /no field “__proto__”/);
});

test('a value of the wrong type is named, with what it must be', () => {
  const annotate = { op: 'annotate', source: 's', exact: 'x' };
  refuses({ ...annotate, entity: 5 }, /“entity” of “annotate” must be text/);
  refuses({ ...annotate, source: null }, /“source” of “annotate” cannot be null/);
  refuses(
    { ...annotate, occurrence: 0 },
    /“occurrence” of “annotate” must be a whole number from 1/,
  );
  refuses({ ...annotate, certainty: 'sure' }, /must be one of certain, probable, possible/);
  refuses({ ...annotate, roles: { actor: 'x' } }, /must be a list of \{ role, target \}/);
  refuses({ ...annotate, roles: [{ role: 'actor' }] }, /must be a list of \{ role, target \}/);
  refuses({ ...annotate, roles: [{ role: 'a', target: 'b', more: 1 }] }, /“roles”/);
  refuses({ ...annotate, attributes: { a: {} } }, /a map of texts, numbers or booleans/);
  refuses({ ...annotate, attributes: { a: null } }, /“attributes”/);
  refuses({ op: 'annotate', source: 's', start: 0.5, end: 1 }, /“start” .* a whole number/);
  refuses({ op: 'annotate', source: 's', start: '0', end: 1 }, /“start”/);
  refuses({ op: 'updateEntity', id: 'x', aliases: [{ language: 'uk' }] }, /“aliases”/);
  refuses({ op: 'updateEntity', id: 'x', aliases: [{ text: 'x', lang: 'uk' }] }, /“aliases”/);
  refuses({ op: 'updateEntity', id: 'x', links: { wikidata: 1 } }, /“links” .* a map of texts/);
  refuses({ op: 'updateEntity', id: 'x', addAliases: null }, /“addAliases” .* cannot be null/);
  refuses({ op: 'setSource', source: 's', body: [[0]] }, /\[start, end\]/);
  refuses({ op: 'setSource', source: 's', reliability: 'G' }, /one of A, B, C/);
  refuses({ op: 'setSource', source: 's', state: 'reviewed' }, /one of in-progress, done/);
  refuses({ op: 'setSource', source: 's', reviewedBy: 'anna' }, /a list of texts/);
  for (const on of ['wang-yi', { kind: 'entity' }, { kind: 'person', id: 'x' }, { id: 'x' }]) {
    refuses({ op: 'comment', on, text: 'x' }, /“on” of “comment” must be of an annotation/);
  }
  refuses({ op: 'comment', on: { kind: 'entity', id: 'x', source: 's' }, text: 'x' }, /“on”/);
  refuses({ op: 'comment', on: { kind: 'source', path: 1 }, text: 'x' }, /“on”/);
  const on = { kind: 'entity', id: 'x' };
  refuses({ op: 'deleteComment', on, index: -1 }, /“index” .* a whole number from 0/);
  refuses({ op: 'comment', on, resolved: 'yes' }, /“resolved” .* true or false/);
  for (const place of [
    { id: 'a' },
    { id: 'a', targets: [] },
    { id: 1, targets: [{ start: 0, end: 1 }] },
    { id: 'a', targets: [{ start: 0 }] },
    { id: 'a', targets: [{ start: 0, end: 1, exact: 'x' }] },
    { id: 'a', targets: [{ start: 0, end: 1 }], note: 'n' },
  ]) {
    refuses({ op: 'reanchor', source: 's', places: [place] }, /a list of \{ id, targets:/);
  }
  refuses({ op: 'reanchor', source: 's', places: [], blob: 'x' }, /“blob” .* true or false/);
  refuses({ op: 'createEvent', type: 't', title: null }, /“title” .* cannot be null/);
  for (const fate of ['keep', 1, {}, { into: 1 }, { into: 'a', more: 1 }, []]) {
    const expected = /must be “delete”, “detach” or \{ into \}/;
    refuses({ op: 'deleteRecord', id: 'a', mentions: fate }, expected);
  }
  for (const ref of ['a', { id: 'a' }, { source: 's', id: 1 }, { source: 's', id: 'a', x: 1 }]) {
    refuses({ op: 'moveMentions', to: 'a', mentions: [ref] }, /a list of \{ source, id \}/);
  }
  refuses({ op: 'merge', from: 'a', into: 'b', take: 'name' }, /“take” .* a list of texts/);
  refuses({ op: 'reject', source: 's', exact: 'x', type: 'person' }, /one of time/);
});

test('a passage is offsets or words, and complete', () => {
  const annotate = { op: 'annotate', source: 's' };
  refuses(annotate, /needs a passage: “start” and “end”, or “exact”/);
  refuses({ ...annotate, start: 0 }, /needs “end” beside “start”/);
  refuses({ ...annotate, end: 1 }, /needs “start” beside “end”/);
  refuses({ ...annotate, occurrence: 1 }, /needs “exact” beside “occurrence”/);
  refuses({ ...annotate, start: 0, end: 1, exact: 'x' }, /not both/);
  refuses({ ...annotate, start: 0, end: 1, occurrence: 1 }, /not both/);
  refuses({ op: 'update', id: 'a', occurrence: 1 }, /needs “exact”/);
  accepts({ op: 'update', id: 'a' });
});

test('nothing throws, whatever JSON comes, and every complaint is one sentence', () => {
  const names = Object.keys(OPERATIONS) as OperationName[];
  const fieldNames = [...new Set(names.flatMap((op) => [...fieldsOfOperation(op).keys()]))];
  const value = fc.oneof(
    fc.constantFrom<unknown>('text', '', 0, 1, -1, 1.5, true, null, [], {}, [[0, 1]], ['x']),
    fc.constantFrom<unknown>([{ role: 'actor', target: 'x' }], { a: 'b' }, 'certain', 'B'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const json = fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue() },
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...names),
          fc.dictionary(fc.constantFrom(...fieldNames), value, { maxKeys: 6 }),
        )
        .map(([op, fields]) => ({ op, ...fields })),
    },
  );
  fc.assert(
    fc.property(json, (each) => {
      const decoded = decodeOperation(each);
      if (decoded.ok) assert.equal(decoded.operation, each);
      else assert.match(decoded.message, /^[^\n]+\.$/);
    }),
    { numRuns: 10_000 },
  );
});

test('fragments are a list that is not empty, in the place of one passage', () => {
  const update = { op: 'update', id: 'a-4k7q2c' } as const;
  const targets = [{ start: 3, end: 4 }];
  refuses({ ...update, targets: [] }, /“targets” of “update” must be a list of { start, end }/);
  refuses({ ...update, targets: [{ start: 3 }] }, /“targets” of “update” must be a list/);
  refuses({ ...update, targets: [{ start: 3, end: 4, x: 1 }] }, /“targets” of “update” must be/);
  refuses({ ...update, targets, start: 3, end: 4 }, /takes “targets”, or one passage, not both/);
  refuses({ ...update, targets, exact: 'x' }, /takes “targets”, or one passage, not both/);
});
