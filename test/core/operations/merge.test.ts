import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Merge } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import {
  annotationFile,
  carryOut,
  entityFile,
  eventFile,
  workspace,
  type Texts,
  type Workspace,
} from '../workspace';

function textOf({ store }: Workspace, path: string): string {
  return store.file(path)?.text ?? '';
}

function entityText(at: Workspace, id: string): string {
  return textOf(at, `annotations/entities/${id}.yaml`);
}

function eventText(at: Workspace, id: string): string {
  return textOf(at, `annotations/events/${id}.yaml`);
}

function refusal(files: Texts, merge: Omit<Merge, 'op'>): string {
  const at = workspace(files);
  const done = perform(at.store, at, [{ op: 'merge', ...merge }]);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

const PUTIN: Texts = {
  ...entityFile('v-putin', '# from the first source', 'aliases: ["Putin"]', 'x: kept'),
  ...entityFile('vladimir-putin', 'aliases:', '  - { text: "Путин", language: ru } # Russian'),
};

test('mentions, roles and rejected suggestions name the record that is left, and nothing else changes', () => {
  const records = [
    '  a-000001: # a comment',
    '    exact: "Putin"',
    '    start: 0',
    '    end: 5',
    '    entity: v-putin # him',
    '    x: kept',
    '  a-000002:',
    '    exact: "met"',
    '    start: 6',
    '    end: 9',
    '    type: consult',
    '    roles:',
    '      # who',
    '      - { role: actor, target: v-putin, x: 1 }',
    '      - { role: recipient, target: a-000001 }',
    'rejected:',
    '  r-000001:',
    '    exact: "Vladimir"',
    '    start: 20',
    '    end: 28',
    '    entity: v-putin # another one',
  ];
  const at = workspace({ ...PUTIN, ...annotationFile('s.txt', ...records) });
  const before = textOf(at, 'annotations/s.txt.ann.yaml');
  carryOut(at, [{ op: 'merge', from: 'v-putin', into: 'vladimir-putin' }]);
  const after = textOf(at, 'annotations/s.txt.ann.yaml');
  assert.equal(after, before.replaceAll('v-putin', 'vladimir-putin'));
});

test('the record that is left has the names of both, and the other one is a redirect with all it had', () => {
  const at = workspace(PUTIN);
  const before = entityText(at, 'v-putin');
  assert.deepEqual(carryOut(at, [{ op: 'merge', from: 'v-putin', into: 'vladimir-putin' }]), [
    'vladimir-putin',
  ]);
  assert.equal(
    entityText(at, 'vladimir-putin'),
    [
      'format: entity/1',
      'id: vladimir-putin',
      'type: person',
      'name: "vladimir-putin"',
      'aliases:',
      '  - { text: "Путин", language: ru } # Russian',
      '  - "v-putin"',
      '  - "Putin"',
      '',
    ].join('\n'),
  );
  assert.equal(
    entityText(at, 'v-putin'),
    before.replace('x: kept', 'mergedInto: vladimir-putin\nx: kept'),
  );
  assert.equal(at.store.indexes.entity('v-putin')?.id, 'vladimir-putin');
});

test('empty fields are filled, and those that are named are taken', () => {
  const files = {
    ...entityFile('a', 'links: { wikidata: Q1, viaf: "1" }', 'note: "of a"'),
    ...entityFile('b', 'links: { wikidata: Q2 }'),
    ...entityFile('c', 'note: "of c"'),
  };
  const at = workspace(files);
  carryOut(at, [{ op: 'merge', from: 'a', into: 'b' }]);
  assert.deepEqual(at.store.indexes.entity('b'), {
    id: 'b',
    type: 'person',
    name: 'b',
    aliases: [{ text: 'a' }],
    links: { wikidata: 'Q2', viaf: '1' },
    note: 'of a',
  });
  carryOut(at, [{ op: 'merge', from: 'c', into: 'b', take: ['name', 'note', 'links.wikidata'] }]);
  const left = at.store.indexes.entity('b');
  assert.equal(left?.name, 'c');
  assert.deepEqual(left.aliases, [{ text: 'a' }, { text: 'b' }]);
  assert.equal(left.note, 'of c');
  assert.deepEqual(left.links, { wikidata: 'Q2', viaf: '1' });
});

test('records of different types can be merged; the type is that of the one that is left', () => {
  const place = entityFile('kyiv');
  const files = {
    ...entityFile('a'),
    'annotations/entities/kyiv.yaml': Object.values(place).join('').replace('person', 'place'),
  };
  const at = workspace(files);
  carryOut(at, [{ op: 'merge', from: 'a', into: 'kyiv' }]);
  assert.equal(at.store.indexes.entity('a')?.type, 'place');
  const other = workspace(files);
  carryOut(other, [{ op: 'merge', from: 'a', into: 'kyiv', take: ['type'] }]);
  assert.equal(other.store.indexes.entity('kyiv')?.type, 'person');
});

test('events have the participants of both, and what one of them lacks', () => {
  const at = workspace({
    ...entityFile('xi'),
    ...entityFile('zelenskyy'),
    ...eventFile(
      'a',
      'mode: phone',
      'date: "2023-04-26"',
      'participants:',
      '  - { role: actor, entity: xi }',
      '  - { role: recipient, entity: zelenskyy }',
      '  - { role: actor, entity: b }',
    ),
    ...eventFile(
      'b',
      'date: "2023-04"',
      'participants:',
      '  - { role: actor, entity: xi, x: 1 } # he called',
      '  - { role: recipient, entity: a }',
    ),
    ...eventFile('c', 'participants: [{ role: actor, entity: a }, { role: actor, entity: b }]'),
  });
  carryOut(at, [{ op: 'merge', from: 'a', into: 'b' }]);
  assert.equal(
    eventText(at, 'b'),
    [
      'format: event/1',
      'id: b',
      'type: consult',
      'mode: phone',
      'title: "b"',
      'date: "2023-04"',
      'participants:',
      '  - { role: actor, entity: xi, x: 1 } # he called',
      '  - { role: recipient, entity: zelenskyy }',
      '',
    ].join('\n'),
  );
  assert.match(eventText(at, 'c'), /participants: \[\{ role: actor, entity: b \}\]/);
  assert.match(eventText(at, 'a'), /mergedInto: b\n$/);
});

test('a mode stays where the type that is left has it', () => {
  const event = (id: string, type: string, mode: string): Texts => ({
    [`annotations/events/${id}.yaml`]: `format: event/1\nid: ${id}\ntype: ${type}\nmode: ${mode}\ntitle: "t"\n`,
  });
  const files = { ...event('a', 'consult', 'phone'), ...event('b', 'fight', 'airstrike') };
  const taken = workspace(files);
  carryOut(taken, [{ op: 'merge', from: 'a', into: 'b', take: ['type'] }]);
  assert.equal(taken.store.indexes.event('b')?.mode, 'phone');
  const kept = workspace(files);
  carryOut(kept, [{ op: 'merge', from: 'a', into: 'b', take: ['mode'] }]);
  assert.equal(kept.store.indexes.event('b')?.mode, 'airstrike');
});

test('places and participants of events that name the entity name the other one', () => {
  const at = workspace({
    ...entityFile('kiev'),
    ...entityFile('kyiv'),
    ...eventFile('a', 'place: kiev # where', 'participants:', '  - { role: actor, entity: kiev }'),
    ...eventFile('b', 'place: "kiev oblast"'),
  });
  const before = eventText(at, 'b');
  carryOut(at, [{ op: 'merge', from: 'kiev', into: 'kyiv' }]);
  assert.match(
    eventText(at, 'a'),
    /place: kyiv # where\n.*\n {2}- \{ role: actor, entity: kyiv \}/,
  );
  assert.equal(eventText(at, 'b'), before);
});

test('relations are those of both, none leads to itself, and others have each once', () => {
  const at = workspace({
    ...entityFile(
      'a',
      'relations:',
      '  - { type: member-of, entity: nato, evidence: [a-000002] }',
      '  - { type: ally-of, entity: b }',
    ),
    ...entityFile(
      'b',
      'relations:',
      '  - { type: member-of, entity: nato, evidence: [a-000001] } # since when?',
      '  - { type: leads, entity: a }',
    ),
    ...entityFile('nato'),
    ...entityFile(
      'c',
      'relations:',
      '  - { type: ally-of, entity: a, evidence: [a-000003] }',
      '  - { type: ally-of, entity: b, date: "2020" } # long',
      '  - { type: leads, entity: a, x: 1 } # really',
    ),
  });
  carryOut(at, [{ op: 'merge', from: 'a', into: 'b' }]);
  assert.deepEqual(at.store.indexes.entity('b')?.relations, [
    { type: 'member-of', entity: 'nato', evidence: ['a-000001', 'a-000002'] },
  ]);
  assert.match(entityText(at, 'b'), /# since when\?/);
  assert.deepEqual(at.store.indexes.entity('c')?.relations, [
    { type: 'ally-of', entity: 'b', date: '2020', evidence: ['a-000003'] },
    { type: 'leads', entity: 'b' },
  ]);
  assert.match(entityText(at, 'c'), /- \{ type: leads, entity: b, x: 1 \} # really/);
});

test('redirects to the record lead to the one that is left, and marks of difference go with it', () => {
  const at = workspace({
    ...entityFile('old', 'mergedInto: a'),
    ...entityFile('a', 'distinctFrom: [b, c]'),
    ...entityFile('b', 'distinctFrom:', '  - a', '  - d'),
    ...entityFile('c', 'distinctFrom: [a, b]'),
    ...entityFile('d', 'distinctFrom: [a]'),
  });
  carryOut(at, [{ op: 'merge', from: 'a', into: 'b' }]);
  assert.match(entityText(at, 'old'), /mergedInto: b/);
  assert.match(entityText(at, 'b'), /distinctFrom:\n {2}- d\n {2}- c\n/);
  assert.match(entityText(at, 'c'), /distinctFrom: \[b\]/);
  assert.match(entityText(at, 'd'), /distinctFrom: \[b\]/);
  assert.equal(at.store.indexes.entity('old')?.id, 'b');
});

test('a merge into a record that was merged is one into the record that stands for it', () => {
  const at = workspace({
    ...entityFile('a'),
    ...entityFile('b', 'mergedInto: c'),
    ...entityFile('c'),
  });
  assert.deepEqual(carryOut(at, [{ op: 'merge', from: 'a', into: 'b' }]), ['c']);
  assert.match(entityText(at, 'a'), /mergedInto: c/);
});

test('rejections that would contradict a mention, or repeat another one, go', () => {
  const rejected = (id: string, entity: string): readonly string[] => [
    `  ${id}:`,
    '    exact: "Wang"',
    '    start: 0',
    '    end: 4',
    `    entity: ${entity}`,
  ];
  const files = { ...entityFile('a'), ...entityFile('b') };
  const twice = annotationFile(
    's.txt',
    '  a-000001:',
    '    exact: "x"',
    '    start: 9',
    '    end: 10',
    '    note: "x"',
    'rejected:',
    ...rejected('r-000001', 'a'),
    ...rejected('r-000002', 'b'),
  );
  const at = workspace({ ...files, ...twice });
  carryOut(at, [{ op: 'merge', from: 'a', into: 'b' }]);
  assert.deepEqual(
    at.store.indexes.rejectionsOf('s.txt').map(({ id }) => id),
    ['r-000002'],
  );
  const mentioned = annotationFile(
    's.txt',
    '  a-000001:',
    '    exact: "Wang"',
    '    start: 0',
    '    end: 4',
    '    entity: b',
    'rejected:',
    ...rejected('r-000001', 'a'),
  );
  const other = workspace({ ...files, ...mentioned });
  carryOut(other, [{ op: 'merge', from: 'a', into: 'b' }]);
  assert.doesNotMatch(textOf(other, 'annotations/s.txt.ann.yaml'), /rejected/);
});

test('what cannot be merged is refused in words, and nothing changes', () => {
  const files = {
    ...entityFile('a'),
    ...entityFile('b', 'mergedInto: a'),
    ...entityFile('c', 'mergedInto: d'),
    ...entityFile('d', 'mergedInto: c'),
    ...eventFile('e'),
  };
  assert.equal(
    refusal(files, { from: 'a', into: 'a' }),
    'merge-invalid: “a” cannot be merged with itself.',
  );
  assert.equal(
    refusal(files, { from: 'b', into: 'a' }),
    'merge-invalid: “b” was merged into “a” already.',
  );
  assert.equal(
    refusal(files, { from: 'a', into: 'b' }),
    'merge-invalid: “b” was merged into “a” already.',
  );
  assert.match(refusal(files, { from: 'a', into: 'e' }), /the entity “a”, that the event “e”/);
  assert.match(refusal(files, { from: 'a', into: 'c' }), /in a circle/);
  assert.equal(
    refusal(files, { from: 'x', into: 'a' }),
    'record-unknown: There is no entity or event “x”.',
  );
  assert.match(refusal(files, { from: 'a', into: 'x' }), /record-unknown/);
  assert.match(
    refusal({ ...entityFile('a'), ...entityFile('b') }, { from: 'a', into: 'b', take: ['title'] }),
    /“title” is no field .* type, name, note, links/,
  );
});

test('a file that names the record and does not parse stops the merge', () => {
  const at = workspace({
    ...PUTIN,
    ...annotationFile('s.txt', '  a-000001:', '    exact: "P"', '    entity: v-putin'),
  });
  at.store.replaceFile('annotations/s.txt.ann.yaml', 'format: [');
  const done = perform(at.store, at, [{ op: 'merge', from: 'v-putin', into: 'vladimir-putin' }]);
  assert.ok(!done.ok && done.error.code === 'file-unreadable');
});

test('files without the canonical layout are merged in as well', () => {
  const text = [
    'format: source-annotations/1\r\n',
    'annotations: {a-000001: {exact: "P", entity: v-putin, roles: [{role: actor, target: v-putin}]}}\r\n',
    'rejected:\r\n',
    '    r-000001: { exact: Q, entity: "v-putin" }',
  ].join('');
  const at = workspace({ ...PUTIN, 'annotations/s.txt.ann.yaml': text });
  carryOut(at, [{ op: 'merge', from: 'v-putin', into: 'vladimir-putin' }]);
  assert.equal(
    textOf(at, 'annotations/s.txt.ann.yaml'),
    text.replace('"v-putin"', 'vladimir-putin').replaceAll('v-putin', 'vladimir-putin'),
  );
});
