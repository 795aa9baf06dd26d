import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWorkspace, fixesOf } from '../../../src/core/rules/check';
import type { Around } from '../../../src/core/rules/checkedFile';
import type { Fix } from '../../../src/core/rules/fix';
import { RULES } from '../../../src/core/rules/index';
import { PARSER_CHECKS } from '../../../src/core/rules/parserChecks';
import { applyEdits } from '../../../src/core/text/edits';
import { carryOut, workspace, type Texts, type Workspace } from '../workspace';
import type { Severity } from '../../../src/core/model/schema';
import { EXAMPLES } from './examples';
import { SOURCE, type Example } from './exampleParts';

const TABLE = [...RULES, ...PARSER_CHECKS];

/** A schema in which the check is on, where it is off by default. */
function switchedOn(code: string, severity: Severity): Texts {
  if (severity !== 'off') return {};
  return { 'annotations/schema.yaml': `format: schema/1\nchecks: { ${code}: warning }\n` };
}

test('every code of the table has its example', () => {
  assert.deepEqual(Object.keys(EXAMPLES).sort(), TABLE.map(({ code }) => code).sort());
});

function open(example: Example, more: Texts = {}): { at: Workspace; around: Around } {
  const sources: Texts = example.source === undefined ? {} : { 's.txt': example.source };
  const at = workspace({ ...example.files, ...more }, { ...sources, 't.txt': SOURCE });
  if (example.moves !== undefined) at.store.setMoves(example.moves);
  return { at, around: { sourceText: at.sourceText } };
}

function apply(at: Workspace, fix: Fix): void {
  if (fix.kind === 'operations') {
    carryOut(at, fix.operations);
    return;
  }
  const text = at.store.file(fix.path)?.text ?? '';
  at.store.replaceFile(fix.path, applyEdits(text, fix.edits));
}

for (const { code, severity } of TABLE) {
  const example = EXAMPLES[code] ?? { files: {} };
  const count = example.count ?? 1;
  const on = switchedOn(code, severity);

  test(`${code} is found in its example, with its own severity, and nothing else is`, () => {
    const { at, around } = open(example, on);
    const problems = checkWorkspace(at.store, around);
    assert.deepEqual(
      problems.map((problem) => `${problem.code} ${problem.severity}`),
      Array.from({ length: count }, () => `${code} ${severity === 'off' ? 'warning' : severity}`),
    );
    for (const problem of problems) {
      assert.match(problem.message, /\.$|YAML|Unexpected/);
      assert.ok(problem.path in example.files);
    }
  });

  if (severity === 'off') {
    test(`${code} is silent unless the project turns it on`, () => {
      const { at, around } = open(example);
      assert.deepEqual(checkWorkspace(at.store, around), []);
    });
  }

  test(`${code} is silent when the project turns it off, unless the file cannot be read`, () => {
    const schema = { 'annotations/schema.yaml': `format: schema/1\nchecks: { ${code}: off }\n` };
    const { at, around } = open(example, schema);
    const isBroken = [...at.store.files()].some(({ readable }) => !readable);
    assert.equal(checkWorkspace(at.store, around).length, isBroken ? count : 0);
  });

  test(`${code} has the fixes that help, at most one of them preferred and that one first`, () => {
    const { at, around } = open(example, on);
    const problems = checkWorkspace(at.store, around);
    const fixes = problems.map((problem) => fixesOf(at.store, problem, around));
    assert.deepEqual(
      fixes.flat().map(({ title }) => title),
      example.fixes ?? [],
    );
    for (const each of fixes) {
      assert.ok(each.slice(1).every(({ isPreferred }) => !isPreferred));
    }
  });

  for (const [index, title] of (example.fixes ?? []).entries()) {
    test(`${code}: “${title}” ends it, leaves files that parse, and changes no other file`, () => {
      const { at, around } = open(example, on);
      const before = checkWorkspace(at.store, around);
      const fixes = before.flatMap((problem) =>
        fixesOf(at.store, problem, around).map((fix) => ({ fix, problem })),
      );
      const chosen = fixes[index];
      assert.ok(chosen !== undefined);
      apply(at, chosen.fix);
      const after = checkWorkspace(at.store, around);
      const isLeft = after.some(
        (each) =>
          each.code === code &&
          each.path === chosen.problem.path &&
          each.message === chosen.problem.message,
      );
      assert.ok(!isLeft, JSON.stringify(after));
      const isDoubled = title === 'Keep both';
      assert.equal(after.length, isDoubled ? 1 : (example.leaves ?? 0), JSON.stringify(after));
      for (const { path, text } of at.store.files()) {
        if (
          path !== chosen.problem.path &&
          path in example.files &&
          title.startsWith('Change the type of')
        )
          continue;
        if (path !== chosen.problem.path && path in example.files)
          assert.equal(text, example.files[path]);
      }
    });
  }
}
