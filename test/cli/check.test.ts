import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS } from '../../src/core/rules/allChecks';
import { annotationFile, entityFile, lines } from '../core/workspace';
import { folderWith } from './folder';

const BAD = {
  's.txt': '😀 He met Wang Yi.',
  ...annotationFile(
    's.txt',
    '  a-00000a:',
    '    exact: "Wang Yi"',
    '    prefix: "met "',
    '    start: 9',
    '    end: 16',
    '    entity: nobody',
    '  a-00000b:',
    '    exact: "Gone for good"',
    '    start: 1',
    '    end: 14',
    '    note: "n"',
  ),
};
const FILE = 'annotations/s.txt.ann.yaml';

test('a workspace without problems has status 0', async (t) => {
  const folder = await folderWith(t, { 's.txt': 'x', ...entityFile('wang') });
  assert.deepEqual(await folder.run('check'), {
    status: 0,
    output: 'No problems.\n',
    complaints: [],
  });
  const ran = await folder.run('check --format json');
  assert.deepEqual(JSON.parse(ran.output), {
    problems: [],
    counts: { error: 0, warning: 0, information: 0 },
  });
});

test('problems have status 1, and a line each with their place', async (t) => {
  const folder = await folderWith(t, BAD);
  assert.deepEqual(await folder.run('check'), {
    status: 1,
    output: lines(
      `${FILE}:10:13: error: There is no entity “nobody”. [entity-unknown]`,
      `${FILE}:12:12: warning: “Gone for good” is no longer found in the source. [orphaned]`,
      '1 error, 1 warning',
    ),
    complaints: [],
  });
});

test('a workspace with nothing but informations has status 0, and says them', async (t) => {
  const blob = '0'.repeat(40);
  const folder = await folderWith(t, {
    's.txt': 'He met Wang Yi.',
    [FILE]: lines(
      'format: source-annotations/1',
      'source:',
      '  path: s.txt',
      `  blob: "${blob}"`,
      'annotations:',
      '  a-00000a: { exact: "Wang Yi", start: 7, end: 14, note: "n" }',
    ),
  });
  const ran = await folder.run('check');
  assert.equal(ran.status, 0);
  assert.match(ran.output, /:4:9: information: .* \[hash-stale\]\n0 errors, 0 warnings, 1 note\n$/);
});

test('wrong usage has status 2', async (t) => {
  const folder = await folderWith(t, { 's.txt': 'x' });
  assert.equal((await folder.run('check extra')).status, 2);
  assert.equal((await folder.run('check --format yaml')).status, 2);
  assert.equal((await folder.run('-C nowhere check')).status, 2);
});

test('every code that can be reported is a rule of the SARIF', async (t) => {
  const folder = await folderWith(t, { 's.txt': 'x' });
  const ran = await folder.run('check --format sarif');
  const report = JSON.parse(ran.output) as {
    runs: { tool: { driver: { rules: { id: string }[] } } }[];
  };
  assert.deepEqual(
    report.runs[0]?.tool.driver.rules.map(({ id }) => id),
    CHECKS.map(({ code }) => code),
  );
});

test('the JSON has the place in the file, and where the annotation is in its source', async (t) => {
  const folder = await folderWith(t, BAD);
  const ran = await folder.run('check --format json');
  assert.deepEqual(JSON.parse(ran.output), {
    problems: [
      {
        code: 'entity-unknown',
        severity: 'error',
        path: FILE,
        line: 10,
        column: 13,
        message: 'There is no entity “nobody”.',
        source: 's.txt',
        annotation: 'a-00000a',
        start: 9,
        end: 16,
      },
      {
        code: 'orphaned',
        severity: 'warning',
        path: FILE,
        line: 12,
        column: 12,
        message: '“Gone for good” is no longer found in the source.',
        source: 's.txt',
        annotation: 'a-00000b',
      },
    ],
    counts: { error: 1, warning: 1, information: 0 },
  });
});

test('the form for GitHub escapes what would end a command', async (t) => {
  const folder = await folderWith(t, {
    'annotations/a,b:100%.txt.ann.yaml': 'format: source-annotations/1\nannotations: {}\n',
  });
  const ran = await folder.run('check --format github');
  assert.equal(
    ran.output.split('::')[1],
    'error file=annotations/a%2Cb%3A100%25.txt.ann.yaml,line=1,col=1,title=source-missing',
  );
  assert.match(ran.output, /::The source “a,b:100%25\.txt” is not there/);
});

test('the code quality report of GitLab has a place and its own fingerprint for each problem', async (t) => {
  const folder = await folderWith(t, BAD);
  const ran = await folder.run('check --format gitlab');
  const rows = JSON.parse(ran.output) as { fingerprint: string; location: object }[];
  assert.deepEqual(
    rows.map(({ fingerprint, ...row }) => ({ ...row, length: fingerprint.length })),
    [
      {
        description: 'There is no entity “nobody”.',
        check_name: 'entity-unknown',
        severity: 'major',
        location: { path: FILE, lines: { begin: 10 } },
        length: 64,
      },
      {
        description: '“Gone for good” is no longer found in the source.',
        check_name: 'orphaned',
        severity: 'minor',
        location: { path: FILE, lines: { begin: 12 } },
        length: 64,
      },
    ],
  );
  // The same problem on another line is the same one.
  await folder.write(FILE, `# A line more.\n${await folder.read(FILE)}`);
  const moved = JSON.parse((await folder.run('check --format gitlab')).output) as typeof rows;
  assert.deepEqual(
    moved.map(({ fingerprint }) => fingerprint),
    rows.map(({ fingerprint }) => fingerprint),
  );
});

test('the SARIF names the tool, its rules and the region of each result', async (t) => {
  const folder = await folderWith(t, BAD);
  const ran = await folder.run('check --format sarif');
  const report = JSON.parse(ran.output) as {
    version: string;
    runs: {
      tool: { driver: { name: string; version: string; rules: { id: string }[] } };
      results: { ruleId: string; level: string; locations: unknown[] }[];
    }[];
  };
  assert.equal(report.version, '2.1.0');
  const [first] = report.runs;
  assert.equal(first?.tool.driver.name, 'source-annotator');
  assert.equal(first.tool.driver.version, '1.2.3');
  const { rules } = first.tool.driver;
  const at = rules.findIndex(({ id }) => id === 'entity-unknown');
  assert.deepEqual(rules[at], {
    id: 'entity-unknown',
    shortDescription: {
      text: 'Every entity that an annotation, a rejected suggestion or another entity names has a record.',
    },
    fullDescription: {
      text: 'Every entity that an annotation, a rejected suggestion or another entity names has a record.',
    },
    helpUri: 'file:///product/docs/checks.md#entity-unknown',
    defaultConfiguration: { level: 'error' },
  });
  assert.deepEqual(first.results[0], {
    ruleId: 'entity-unknown',
    ruleIndex: at,
    level: 'error',
    message: { text: 'There is no entity “nobody”.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: FILE },
          region: { startLine: 10, startColumn: 13, endLine: 10, endColumn: 19 },
        },
      },
    ],
  });
});

test('bad input of every kind has a message at its place, and the rest is still checked', async (t) => {
  const folder = await folderWith(t, {
    's.txt': 'x',
    'b.txt': new Uint8Array([1, 0, 1]),
    'annotations/entities/broken.yaml': 'format: entity/1\nname: "x\n',
    'annotations/entities/newer.yaml': 'format: entity/2\nid: newer\n',
    'annotations/entities/anchor.yaml': 'format: entity/1\nname: &a x\n',
    'annotations/entities/Not An Id.yaml': 'format: entity/1\ntype: person\nname: x\n',
    'annotations/events/late.yaml':
      'format: event/1\nid: late\ntype: consult\ntitle: x\ndate: soon\n',
    'annotations/b.txt.ann.yaml': 'format: source-annotations/1\nsource: { path: b.txt }\n',
    'annotations/s.txt.ann.yaml': lines(
      'format: source-annotations/1',
      'source: { path: "../../etc/passwd" }',
      'annotations:',
      '  a-00000a: { exact: "x", start: 99, end: 3, note: "n" }',
      '  a-00000b:',
      '  a-00000c: { prefix: "x" }',
    ),
    'annotations/t.txt.ann.yaml':
      'format: source-annotations/1\nannotations:\n  a-1: {}\n  a-1: {}\n',
  });
  const before = await folder.everything();
  const ran = await folder.run('check --format json');
  const { problems } = JSON.parse(ran.output) as {
    problems: { code: string; path: string; line: number }[];
  };
  const found = problems.map(
    ({ code, path, line }) => `${code} ${path.split('/').at(-1) ?? ''}:${line}`,
  );
  for (const expected of [
    'source-binary b.txt:1',
    'format-newer newer.yaml:1',
    'yaml-refused anchor.yaml:2',
    'id-invalid Not An Id.yaml:1',
    'date-invalid late.yaml:5',
    'source-missing b.txt.ann.yaml:2',
    'path-outside s.txt.ann.yaml:2',
    'record-null s.txt.ann.yaml:5',
    'annotation-incomplete s.txt.ann.yaml:6',
    'record-duplicate t.txt.ann.yaml:4',
  ]) {
    assert.ok(found.includes(expected), `${expected} in ${found.join(', ')}`);
  }
  assert.ok(found.some((each) => each.startsWith('yaml-syntax broken.yaml')));
  assert.equal(ran.status, 1);
  assert.deepEqual(await folder.everything(), before);
});

test('a file that is not UTF-8 is a problem, and what it holds is checked', async (t) => {
  const bytes = Buffer.from(
    'format: event/1\nid: e\ntype: consult\ntitle: "Zoë"\ndate: x\n',
    'latin1',
  );
  const folder = await folderWith(t, { 'annotations/events/e.yaml': bytes });
  assert.match((await folder.run('check')).output, /file-encoding(.|\n)*date-invalid/);
});
