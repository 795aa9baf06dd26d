import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedFields } from '../../../src/core/operations/changedFields';
import {
  newEntityFile,
  newEventFile,
  updateEntityFile,
  updateEventFile,
} from '../../../src/core/storage/editFile';
import { entityFields, eventFields } from '../../../src/core/storage/fields';
import { parseFile } from '../../../src/core/storage/parse';
import { entityPath, eventPath } from '../../../src/core/storage/paths';
import { lines } from '../workspace';
import { entity, event } from './records';

const records = fc.oneof(
  entity().map((each) => ({
    content: { kind: 'entity' as const, entity: each },
    path: entityPath(each.id),
    text: newEntityFile(each),
  })),
  event().map((each) => ({
    content: { kind: 'event' as const, event: each },
    path: eventPath(each.id),
    text: newEventFile(each),
  })),
);

test('a record is read from its new file as it was written', () => {
  fc.assert(
    fc.property(records, ({ content, path, text }) => {
      const parsed = parseFile(path, text);
      assert.deepEqual(parsed?.content, content);
      assert.deepEqual(parsed.problems, []);
    }),
    { numRuns: 5000 },
  );
});

test('a changed entity is read from its edited file as it was meant, with the comments there', () => {
  fc.assert(
    fc.property(entity(), entity(), (one, other) => {
      const changes = changedFields(entityFields(one), entityFields(other));
      const edited = updateEntityFile(`# top\n${newEntityFile(one)}# end\n`, changes) ?? '';
      const read = parseFile(entityPath(one.id), edited)?.content;
      assert.deepEqual(read, { kind: 'entity', entity: { ...other, id: one.id } });
      assert.ok(edited.startsWith('# top\n') && edited.endsWith('# end\n'));
    }),
    { numRuns: 5000 },
  );
});

test('a changed event is read from its edited file as it was meant, with the line breaks there', () => {
  fc.assert(
    fc.property(event(), event(), (one, other) => {
      const changes = changedFields(eventFields(one), eventFields(other));
      const edited = updateEventFile(newEventFile(one).replaceAll('\n', '\r\n'), changes) ?? '';
      const read = parseFile(eventPath(one.id), edited)?.content;
      assert.deepEqual(read, { kind: 'event', event: { ...other, id: one.id } });
      assert.doesNotMatch(edited, /[^\r]\n/);
    }),
    { numRuns: 5000 },
  );
});

function problems(path: string, ...text: readonly string[]): readonly string[] {
  const found = parseFile(path, lines(...text))?.problems ?? [];
  return found.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

test('the file name is the id, and says so when the record has another', () => {
  const path = 'annotations/entities/wang-yi.yaml';
  const text = ['format: entity/1', 'id: wang', 'type: person', 'name: "W"'];
  assert.deepEqual(problems(path, ...text), ['id-mismatch 2:5']);
  const content = parseFile(path, lines(...text))?.content;
  assert.equal(content?.kind === 'entity' && content.entity.id, 'wang-yi');
});

test('a file name that is no id is reported', () => {
  const text = ['format: event/1', 'type: consult', 'title: "T"'];
  assert.deepEqual(problems('annotations/events/Big Talk.yaml', ...text), ['id-invalid 1:1']);
});

test('what a record must have is reported, except of one that was merged away', () => {
  assert.deepEqual(problems('annotations/entities/x.yaml', 'format: entity/1'), [
    'record-incomplete 1:1',
    'record-incomplete 1:1',
  ]);
  assert.deepEqual(problems('annotations/events/x.yaml', 'format: event/1', 'mergedInto: y'), []);
});

test('aliases are texts or maps with a text; others are reported and left out', () => {
  const text = lines(
    'format: entity/1',
    'type: person',
    'name: "W"',
    'aliases: ["a", 12, { text: b, language: uk }, { language: uk }, null, [x]]',
  );
  const parsed = parseFile('annotations/entities/w.yaml', text);
  assert.ok(parsed?.content?.kind === 'entity');
  assert.deepEqual(parsed.content.entity.aliases, [
    { text: 'a' },
    { text: '12' },
    { text: 'b', language: 'uk' },
  ]);
  assert.equal(parsed.problems.length, 3);
});

test('a date is kept as it is written, quoted or not', () => {
  for (const date of ['2024', '"2024"', '2024-07-25', "'2024-07?'", '1.10']) {
    const text = lines('format: event/1', 'type: consult', 'title: "T"', `date: ${date}`);
    const content = parseFile('annotations/events/t.yaml', text)?.content;
    const expected = date.replace(/["']/g, '');
    assert.equal(content?.kind === 'event' && content.event.date, expected, date);
  }
});
