import { after, before, test } from 'node:test';
import { openWorkbench, type Workbench } from './harness';
let workbench: Workbench;
before(async () => {
  workbench = await openWorkbench();
});
after(async () => {
  await workbench.dispose();
});
test('probe', async () => {
  const { page } = workbench;
  await workbench.openFile('seeds/000_0edcb852b796c81c.txt');
  await workbench.runCommand('View: Show Source Annotator');
  await page.waitForTimeout(2500);
  console.log(
    await page
      .locator('.pane-header')
      .evaluateAll((x) => x.map((y) => y.getAttribute('aria-label'))),
  );
  console.log(
    await page
      .locator('.sidebar [role=treeitem]')
      .evaluateAll((x) =>
        x.map(
          (y) =>
            y.getAttribute('aria-label') +
            ' L' +
            y.getAttribute('aria-level') +
            ' ' +
            y.getAttribute('aria-expanded'),
        ),
      ),
  );
  await page.screenshot({ path: '/tmp/plan/side1.png' });
  // accessibility help
  await workbench.focusEditor();
  await page.keyboard.press('Alt+F1');
  await page.waitForTimeout(1000);
  await page.keyboard.press('Alt+a');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: '/tmp/plan/side2.png' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await workbench.focusEditor();
  await page.keyboard.press('Shift+F10');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: '/tmp/plan/side3.png' });
  await page.keyboard.press('Escape');
  await workbench.runCommand('Source Annotator: Go to Next Annotation');
  await workbench.runCommand('Source Annotator: Go to Next Annotation');
  await workbench.runCommand('Source Annotator: Show All Mentions');
  await page.waitForTimeout(1500);
  await page.keyboard.press('F4');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: '/tmp/plan/side4.png' });
  await page.keyboard.press('F4');
  await page.waitForTimeout(1000);
  await page.screenshot({ path: '/tmp/plan/side5.png' });
});
