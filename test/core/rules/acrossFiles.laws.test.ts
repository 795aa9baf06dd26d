import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../../../src/core/model/problem';
import { AcrossFiles } from '../../../src/core/rules/acrossFiles';
import { checkFile, checkWorkspace } from '../../../src/core/rules/check';
import { lines, workspace } from '../workspace';

const SOURCES = { 's.txt': 'Wang Yi met Li Hui. WANG left.\n', 't.txt': 'Wang Yi and Li.\n' };

const id = fc.constantFrom('wang', 'li', 'talk');
const word = fc.constantFrom('Wang Yi', 'WANG', 'wang', 'Li Hui', 'Li');

const entity = fc
  .record({
    type: fc.constantFrom('person', 'group', 'robot'),
    name: word,
    aliases: fc.array(word, { maxLength: 2 }),
    related: fc.option(fc.tuple(id, fc.constantFrom('a-000000', 'a-000001')), { freq: 2 }),
    distinct: fc.option(id, { freq: 3 }),
    mergedInto: fc.option(id, { freq: 6 }),
  })
  .map(({ type, name, aliases, related, distinct, mergedInto }) =>
    lines(
      'format: entity/1',
      `type: ${type}`,
      `name: "${name}"`,
      `aliases: ${JSON.stringify(aliases)}`,
      ...(related === null
        ? []
        : [`relations: [{ type: leads, entity: ${related[0]}, evidence: [${related[1]}] }]`]),
      ...(distinct === null ? [] : [`distinctFrom: [${distinct}]`]),
      ...(mergedInto === null ? [] : [`mergedInto: ${mergedInto}`]),
    ),
  );

const event = fc
  .record({
    type: fc.constantFrom('consult', 'statement', 'party'),
    role: fc.constantFrom('actor', 'speaker'),
    entity: id,
    mergedInto: fc.option(id, { freq: 6 }),
  })
  .map(({ type, role, entity: named, mergedInto }) =>
    lines(
      'format: event/1',
      `type: ${type}`,
      'title: "T"',
      `participants: [{ role: ${role}, entity: ${named} }]`,
      ...(mergedInto === null ? [] : [`mergedInto: ${mergedInto}`]),
    ),
  );

const record = fc
  .record({
    exact: word,
    key: fc.constantFrom('entity', 'event'),
    named: id,
    type: fc.option(fc.constantFrom('person', 'consult')),
    target: fc.constantFrom('wang', 'talk', 'a-000000', 'a-000001'),
    by: fc.constantFrom('', '', ', by: anna'),
    decision: fc.constantFrom('', '', '', ', decision: a-000001'),
  })
  .map(({ exact, key, named, type, target, by, decision }) => {
    const more = type === null ? '' : `, type: ${type}`;
    return `{ exact: "${exact}", ${key}: ${named}${more}, roles: [{ role: actor, target: ${target} }]${by}${decision} }`;
  });

const annotations = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom('a-000000', 'a-000001', 'a-000002'), record), {
      selector: ([key]) => key,
      maxLength: 3,
    }),
    fc.array(id, { maxLength: 2 }),
  )
  .map(([records, rejected]) =>
    lines(
      'format: source-annotations/1',
      records.length === 0 ? 'annotations: {}' : 'annotations:',
      ...records.map(([key, each]) => `  ${key}: ${each}`),
      ...(rejected.length === 0 ? [] : ['rejected:']),
      ...rejected.map((named, index) => `  r-00000${index}: { exact: "Li", entity: ${named} }`),
    ),
  );

const change = fc.oneof(
  fc.tuple(fc.constantFrom('entities/wang', 'entities/li'), fc.option(entity, { freq: 4 })),
  fc.tuple(fc.constant('events/talk'), fc.option(event, { freq: 4 })),
  fc.tuple(fc.constantFrom('s.txt.ann', 't.txt.ann'), fc.option(annotations, { freq: 6 })),
);

test('checking only what take names finds what checking everything finds', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const at = workspace({}, SOURCES);
      const across = new AcrossFiles(at.store);
      const around = { sourceText: at.sourceText, across };
      const known = new Map<string, readonly Problem[]>();
      for (const [name, text] of changes) {
        const path = `annotations/${name}.yaml`;
        if (text === null) at.store.removeFile(path);
        else at.store.replaceFile(path, text);
        for (const each of new Set([path, ...across.take(path)])) {
          known.set(each, checkFile(at.store, each, around));
        }
        const paths = [...known.keys()].sort();
        const kept = paths.flatMap((each) => known.get(each) ?? []);
        assert.deepEqual(kept, checkWorkspace(at.store, { sourceText: at.sourceText }));
      }
    }),
    { numRuns: 600 },
  );
});

test('tagging a passage concerns no other file, unless its words are tagged differently there', () => {
  const file = (entityId: string): string =>
    lines(
      'format: source-annotations/1',
      'annotations:',
      `  a-${entityId.padEnd(6, '0')}: { exact: "Wang Yi", entity: ${entityId} }`,
    );
  const at = workspace(
    { 'annotations/s.txt.ann.yaml': file('wang'), 'annotations/t.txt.ann.yaml': file('yi') },
    SOURCES,
  );
  const across = AcrossFiles.of(at.store);
  const other = 'annotations/u.txt.ann.yaml';
  at.store.replaceFile(other, file('li'));
  assert.deepEqual(
    [...across.take(other)],
    ['annotations/s.txt.ann.yaml', 'annotations/t.txt.ann.yaml'],
  );
  at.store.replaceFile(other, file('li').replaceAll('Wang Yi', 'Li Hui'));
  across.take(other);
  at.store.replaceFile(other, `${file('li').replaceAll('Wang Yi', 'Li Hui')}# a comment\n`);
  assert.deepEqual([...across.take(other)], []);
});
