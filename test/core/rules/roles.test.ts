import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile, eventFile, lines, type Texts } from '../workspace';
import { found, problemsOf } from './found';

const TEXT = { 's.txt': 'The plan met Wang Yi.' };

function typed(id: string, type: string): Texts {
  const text = lines('format: entity/1', `id: ${id}`, `type: ${type}`, `name: "${id}"`);
  return { [`annotations/entities/${id}.yaml`]: text };
}

const RECORDS: Texts = {
  ...entityFile('wang-yi'),
  ...entityFile('wang', 'mergedInto: wang-yi'),
  ...typed('plan', 'document'),
  ...typed('ministry', 'ministry'),
  ...typed('hall', 'facility'),
  'annotations/schema.yaml': lines(
    'format: schema/1',
    'entityTypes: { ministry: { label: Ministry, parent: organisation } }',
  ),
};

function participants(...roles: readonly string[]): Texts {
  return {
    ...RECORDS,
    ...eventFile('talks', 'participants:', ...roles.map((each) => `  - ${each}`)),
  };
}

test('a participant of a type that the role does not take is reported where it is named', () => {
  const files = participants('{ role: actor, entity: wang }', '{ role: recipient, entity: plan }');
  assert.deepEqual(found('role-type', files), ['7:32 plan']);
  const [problem] = problemsOf(files);
  assert.equal(
    problem?.message,
    'In “consult” the role recipient takes person, organisation, place or group; “plan” is of type document.',
  );
});

test('a kind of an allowed type fits, also under the id of a merged record', () => {
  const files = participants('{ role: actor, entity: ministry }', '{ role: actor, entity: wang }');
  assert.deepEqual(problemsOf(files), []);
});

test('an event is an argument like any other: where the role takes it', () => {
  const talk = eventFile('talk', 'participants: [{ role: actor, entity: wang-yi }]');
  const topic = participants('{ role: actor, entity: wang }', '{ role: topic, entity: talk }');
  assert.deepEqual(problemsOf({ ...topic, ...talk }), []);
  const actor = participants('{ role: actor, entity: talk }');
  assert.deepEqual(found('role-type', { ...actor, ...talk }), ['6:28 talk']);
});

test('the place of an event is checked as its role, and free text is not', () => {
  const where = (place: string): Texts => ({
    ...RECORDS,
    ...eventFile('talks', `place: ${place}`),
  });
  assert.deepEqual(found('role-type', where('wang-yi')), ['5:8 wang-yi']);
  assert.deepEqual(problemsOf(where('hall')), []);
  assert.deepEqual(problemsOf(where('"somewhere"')), []);
});

test('what a passage says is checked too, through the annotation that it names', () => {
  const files = {
    ...RECORDS,
    ...annotationFile(
      's.txt',
      ...['  a-4k7q2c:', '    exact: "plan"', '    start: 4', '    end: 8', '    entity: plan'],
      '  a-9d1x0p:',
      ...['    exact: "met Wang Yi"', '    start: 9', '    end: 20', '    type: consult'],
      '    roles:',
      '      - { role: actor, target: a-4k7q2c }',
      '      - { role: recipient, target: wang-yi }',
      '      - { role: topic, target: plan }',
    ),
  };
  assert.deepEqual(found('role-type', files, TEXT), ['16:32 a-4k7q2c']);
});

test('too many in a role are reported at the first that is too many, the place among them', () => {
  const files = {
    ...participants('{ role: actor, entity: wang-yi }', '{ role: place, entity: hall }'),
  };
  const path = 'annotations/events/talks.yaml';
  const both = { ...files, ...typed('cave', 'place'), [path]: `${files[path] ?? ''}place: cave\n` };
  assert.deepEqual(found('role-count', both), ['8:8 cave']);
  assert.match(
    problemsOf(both)[0]?.message ?? '',
    /“consult” takes at most 1 place; this event has 2/,
  );
});

test('who is missing is reported once anybody is named, and not beside an unknown role', () => {
  assert.deepEqual(found('role-count', participants('{ role: recipient, entity: wang-yi }')), [
    '5:1 participants',
  ]);
  assert.deepEqual(found('role-count', participants('{ role: actors, entity: wang-yi }')), []);
  assert.deepEqual(problemsOf(eventFile('talks')), []);
});
