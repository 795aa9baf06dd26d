import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../../src/core/rules/index';
import { annotationFile, entityFile, eventFile, type Texts } from '../workspace';
import { problemsOf } from './found';

const SOURCE = 'The minister of foreign affairs, Wang Yi, arrived in Guangzhou on Tuesday.\n';

function record(...fields: readonly string[]): Texts {
  return annotationFile('s.txt', '  a-00000a:', ...fields.map((field) => `    ${field}`));
}

const CONTEXT = [
  'exact: "Wang Yi"',
  'prefix: "The minister of foreign affairs, "',
  'suffix: ", arrived in Guangzhou on Tuesday"',
];

interface Example {
  readonly files: Texts;
  /** The source `s.txt`; absent: there is none. */
  readonly source?: string;
}

/** For each rule the smallest workspace in which it finds something, and no other rule does. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  'source-missing': { files: annotationFile('s.txt') },
  orphaned: { files: record('exact: "Li Hui"'), source: SOURCE },
  ambiguous: { files: record(...CONTEXT, 'start: 7'), source: SOURCE + SOURCE },
  similar: { files: record(...CONTEXT), source: SOURCE.replace('Yi', 'Yee') },
  'entity-unknown': { files: record('exact: "Wang Yi"', 'entity: nobody'), source: SOURCE },
  'event-unknown': { files: record('exact: "arrived"', 'event: nothing'), source: SOURCE },
  'role-target-unknown': {
    files: record('exact: "arrived"', 'roles: [{ role: actor, target: nobody }]'),
    source: SOURCE,
  },
  'participant-unknown': {
    files: eventFile('visit', 'participants: [{ role: actor, entity: nobody }]'),
  },
  'type-unknown': { files: record('exact: "arrived"', 'type: rumour'), source: SOURCE },
  'mode-unknown': { files: eventFile('visit', 'mode: airstrike') },
  'role-unknown': {
    files: {
      ...entityFile('wang-yi'),
      ...eventFile('visit', 'participants: [{ role: speaker, entity: wang-yi }]'),
    },
  },
  'date-invalid': { files: eventFile('visit', 'date: Tuesday') },
  'id-duplicate': {
    files: {
      ...record('exact: "Wang Yi"'),
      ...annotationFile('t.txt', '  a-00000a:', '    exact: "Wang Yi"'),
    },
    source: SOURCE,
  },
  'merged-cycle': { files: entityFile('wang-yi', 'mergedInto: wang-yi') },
};

test('every rule of the table has its example', () => {
  assert.deepEqual(Object.keys(EXAMPLES).sort(), RULES.map(({ code }) => code).sort());
});

for (const { code, severity } of RULES) {
  test(`${code} is found in its example, with its own severity, and nothing else is`, () => {
    const example = EXAMPLES[code] ?? { files: {} };
    const sources =
      example.source === undefined ? {} : { 's.txt': example.source, 't.txt': SOURCE };
    const problems = problemsOf(example.files, sources);
    assert.deepEqual([...new Set(problems.map((problem) => problem.code))], [code]);
    for (const problem of problems) {
      assert.equal(problem.severity, severity);
      assert.match(problem.message, /\.$/);
      assert.ok(problem.path in example.files);
    }
  });

  test(`${code} is silent when the project turns it off`, () => {
    const example = EXAMPLES[code] ?? { files: {} };
    const sources =
      example.source === undefined ? {} : { 's.txt': example.source, 't.txt': SOURCE };
    const schema = { 'annotations/schema.yaml': `format: schema/1\nchecks: { ${code}: off }\n` };
    assert.deepEqual(problemsOf({ ...example.files, ...schema }, sources), []);
  });
}
