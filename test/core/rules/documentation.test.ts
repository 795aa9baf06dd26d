import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CHECKS } from '../../../src/core/rules/allChecks';

const PAGE = readFileSync(path.join('docs', 'checks.md'), 'utf8');
const SECTIONS = PAGE.split(/^### /m).slice(1);

test('every code has a section of its own, in the order of the table', () => {
  const titles = SECTIONS.map((section) => section.slice(0, section.indexOf('\n')));
  assert.deepEqual(
    titles,
    CHECKS.map(({ code }) => code),
  );
});

test('every section has the severity and the description of the table, an example, and advice', () => {
  for (const [index, { code, severity, description }] of CHECKS.entries()) {
    const section = SECTIONS[index] ?? '';
    const named = severity.charAt(0).toUpperCase() + severity.slice(1);
    assert.ok(section.startsWith(`${code}\n\n**${named}.** ${description}\n\n`), code);
    assert.match(
      section,
      /\n\n[A-Z`][^\n]+\n\n```(?:yaml|text)\n[^`]+\n```\n\nWhat to do: .+\.\n/,
      code,
    );
  }
});
