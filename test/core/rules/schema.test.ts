import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile, eventFile, lines } from '../workspace';
import { found, problemsOf } from './found';

const TEXT = { 's.txt': 'He met Wang Yi.' };

function record(...fields: readonly string[]): Readonly<Record<string, string>> {
  return annotationFile('s.txt', '  a-4k7q2c:', '    exact: "Wang Yi"', '    start: 7', ...fields);
}

test('types that the schema does not have are reported where they are named', () => {
  assert.deepEqual(found('type-unknown', record('    type: rumour'), TEXT), ['8:11 rumour']);
  const entity = {
    'annotations/entities/x.yaml': 'format: entity/1\nid: x\ntype: robot\nname: X\n',
  };
  assert.deepEqual(found('type-unknown', entity), ['3:7 robot']);
  const event = { 'annotations/events/x.yaml': 'format: event/1\nid: x\ntype: party\ntitle: X\n' };
  assert.deepEqual(found('type-unknown', event), ['3:7 party']);
});

test('types of entities, of events and time may stand on an annotation', () => {
  for (const type of ['person', 'statement', 'consult', 'time']) {
    assert.deepEqual(found('type-unknown', record(`    type: ${type}`), TEXT), [], type);
  }
});

test('a type that a project adds is known, and one that it takes away is not', () => {
  const schema = lines(
    'format: schema/1',
    'entityTypes:',
    '  rumour: { label: Rumour }',
    '  person: null',
  );
  const files = { 'annotations/schema.yaml': schema, ...entityFile('wang') };
  assert.deepEqual(found('type-unknown', { ...files, ...record('    type: rumour') }, TEXT), [
    '3:7 person',
    '4:11 null',
  ]);
});

test('a record without a type is incomplete, not of an unknown type', () => {
  const merged = { 'annotations/events/x.yaml': 'format: event/1\nid: x\nmergedInto: y\n' };
  assert.deepEqual(found('type-unknown', merged), []);
  const torn = { 'annotations/events/x.yaml': 'format: event/1\nid: x\ntype:\ntitle: X\n' };
  assert.deepEqual(found('type-unknown', torn), []);
});

test('a mode of another type is reported, with the modes that there are', () => {
  const files = eventFile('talk', 'mode: airstrike');
  assert.deepEqual(found('mode-unknown', files), ['5:7 airstrike']);
  assert.match(problemsOf(files)[0]?.message ?? '', /it has visit, third-party/);
  assert.deepEqual(found('mode-unknown', eventFile('talk', 'mode: phone')), []);
});

test('an unknown type has no unknown mode', () => {
  const text = lines('format: event/1', 'id: x', 'type: party', 'title: X', 'mode: loud');
  assert.deepEqual(found('mode-unknown', { 'annotations/events/x.yaml': text }), []);
});

test('a role that the type of the event does not have is reported', () => {
  const event = eventFile('talk', 'participants:', '  - { role: speaker, entity: wang }');
  const files = {
    ...entityFile('wang'),
    ...event,
    ...record('    event: talk', '    roles: [{ role: cue, target: wang }]'),
  };
  assert.deepEqual(found('role-unknown', files, TEXT), ['6:13 speaker', '9:21 cue']);
});

test('the roles of a statement are those of its type', () => {
  const roles = '    roles: [{ role: speaker, target: wang }, { role: victim, target: wang }]';
  const files = { ...entityFile('wang'), ...record('    type: statement', roles) };
  assert.deepEqual(found('role-unknown', files, TEXT), ['9:54 victim']);
});

test('roles without a type, and of types that declare none, are free', () => {
  const schema = 'format: schema/1\neventTypes:\n  party: { label: Party }\n';
  const files = {
    ...entityFile('wang'),
    'annotations/schema.yaml': schema,
    'annotations/events/x.yaml': lines(
      'format: event/1',
      'id: x',
      'type: party',
      'title: X',
      'participants: [{ role: host, entity: wang }]',
    ),
    ...record('    entity: wang', '    roles: [{ role: owner, target: wang }]'),
  };
  assert.deepEqual(problemsOf(files, TEXT), []);
});

test('dates that are not EDTF are reported wherever dates stand', () => {
  assert.deepEqual(found('date-invalid', eventFile('talk', 'date: 26.4.2023')), ['5:7 26.4.2023']);
  assert.deepEqual(found('date-invalid', eventFile('talk', 'date: 2023-02-30')), [
    '5:7 2023-02-30',
  ]);
  const time = record('    type: time', '    value: "last month"');
  assert.deepEqual(found('date-invalid', time, TEXT), ['9:12 "last month"']);
  const text = lines(
    'format: source-annotations/1',
    'source:',
    '  path: s.txt',
    '  published: "July 2024"',
  );
  assert.deepEqual(found('date-invalid', { 'annotations/s.txt.ann.yaml': text }, TEXT), [
    '4:14 "July 2024"',
  ]);
});

test('valid dates, and values that are no dates, are left alone', () => {
  for (const date of ['2023', '"2023-04~"', '"2022-02/.."', '"2024-07-25"']) {
    assert.deepEqual(found('date-invalid', eventFile('talk', `date: ${date}`)), [], date);
  }
  assert.deepEqual(found('date-invalid', record('    type: statement', '    value: x'), TEXT), []);
});
