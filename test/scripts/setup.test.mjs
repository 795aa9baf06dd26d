// @ts-check
// Whether Node and the installed packages are what the project needs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled, isRecentEnough } from '../../scripts/setup.mjs';

test('Node 20.19 and everything later is recent enough', () => {
  const answers = ['18.20.0', '20.18.9', '20.19.0', '20.20.2', '22.0.0'].map(isRecentEnough);
  assert.deepEqual(answers, [false, false, true, true, true]);
});

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  },
};

test('packages for other platforms need not be there', () => {
  const installed = { packages: { 'node_modules/yaml': { version: '2.9.1' } } };
  assert.equal(isInstalled(lock, installed), true);
});

test('another version, a missing and a foreign package call for an installation', () => {
  const other = { packages: { 'node_modules/yaml': { version: '2.9.0' } } };
  const missing = { packages: {} };
  const foreign = {
    packages: { 'node_modules/yaml': { version: '2.9.1' }, 'node_modules/x': { version: '1.0.0' } },
  };
  assert.deepEqual(
    [other, missing, foreign].map((installed) => isInstalled(lock, installed)),
    [false, false, false],
  );
});
