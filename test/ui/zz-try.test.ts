import { after, before, test } from 'node:test';
import { execSync } from 'node:child_process';
import { openWorkbench, type Workbench } from './harness';
let w: Workbench;
before(async () => { w = await openWorkbench(); });
after(async () => { await w.dispose(); });
const F0 = 'seeds/000_0edcb852b796c81c.txt';
const F2 = 'seeds/002_15b6d9104ddf7dd9.txt';
let n = 0;
const shot = async (name: string) => { await w.screenshot(`/tmp/h-shots/${String(n++).padStart(2, '0')}-${name}.png`); };
const wait = (ms: number) => w.page.waitForTimeout(ms);
const keys = async (...k: string[]) => { for (const each of k) { if (each.startsWith('"')) await w.page.keyboard.type(each.slice(1)); else await w.page.keyboard.press(each); await wait(250); } };
const goto = async (text: string, find: string, occ = 1, into = 1) => {
  let p = -1; for (let i = 0; i < occ; i++) p = text.indexOf(find, p + 1);
  p += into; const before = text.slice(0, p).split('\n');
  await w.page.keyboard.press('Control+g'); await wait(300); await w.page.keyboard.type(`${before.length}:${(before.at(-1) ?? '').length + 1}`); await wait(200); await w.page.keyboard.press('Enter'); await wait(300);
};
const list = async () => { const q = w.page.locator('.quick-input-widget:visible'); if (await q.count() === 0) return 'NO QUICK INPUT'; const title = await w.page.locator('.quick-input-title').innerText(); const rows = await w.page.locator('.quick-input-widget .monaco-list-row').evaluateAll((r) => r.slice(0, 7).map((e) => (e.classList.contains('focused') ? '> ' : '  ') + (e.getAttribute('aria-label') ?? ''))); const msg = await w.page.locator('.quick-input-message').innerText().catch(() => ''); const val = await w.page.locator('.quick-input-widget input').first().inputValue(); return `[${title}] value=${val} msg=${msg}\n${rows.join('\n')}`; };
const diff = () => execSync('git add -A; git diff --cached --stat; git diff --cached -U0 | grep "^[+-]" | head -60; git commit -qm x || true', { cwd: w.workspaceDir, encoding: 'utf8' });
const log = console.log;
test('try', { timeout: 170000 }, async () => {
  await w.openFile(F0); const t0 = w.read(F0); await wait(2500);
  for (let i = 0; i < 4; i++) { await goto(t0, 'Special Coverage', 1, 9);
  await w.page.keyboard.press('Alt+a'); const a = Date.now(); await w.page.keyboard.press('e'); await w.page.locator('.quick-input-widget:visible .monaco-list-row.focused').waitFor(); log('shown after', Date.now() - a); await keys('Escape'); }
  await goto(t0, 'Special Coverage', 1, 9);
  await w.page.keyboard.press('Alt+a'); await w.page.keyboard.press('e'); await wait(80); await w.page.keyboard.press('Enter'); await wait(80);await w.page.keyboard.press('o'); await wait(60); await w.page.keyboard.press('Enter'); await wait(900);
  log(diff()); log(execSync('git status --short', { cwd: w.workspaceDir, encoding: 'utf8' })); await shot('fast');
  await goto(t0, 'Dmytro Kuleba', 1, 2);
  await keys('Alt+a', 'v'); await wait(600); log(await list()); 
  await keys('ArrowUp'); await keys('Enter'); await wait(400); 
  await keys('Enter', 'Enter', 'Enter', 'Enter', 'Enter'); log(await list()); await shot('participants'); await keys('"zelensky'); log(await list()); await keys('Enter'); await wait(300); log(await list()); await shot('participants2'); await keys('Enter'); log(await list()); await keys('Enter', 'Enter'); await wait(800); log(diff());
  await goto(t0, 'Text Size', 1, 2); await keys('Shift+Control+L'); await wait(200);
  await goto(t0, 'reserved', 1, 1); await keys('Control+Alt+ArrowUp'); await keys('Alt+a', 'e'); await wait(500); log(await list()); await shot('multi'); await keys('"wang', 'Enter'); await wait(800); log(await list()); await keys('Escape'); log(diff());
});
