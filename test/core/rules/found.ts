/** What a check finds in a small workspace, in a form that reads well in an assertion. */
import { checkWorkspace } from '../../../src/core/rules/check';
import type { Problem } from '../../../src/core/model/problem';
import { workspace, type Texts } from '../workspace';

export function problemsOf(files: Texts, sources: Texts = {}): readonly Problem[] {
  const at = workspace(files, sources);
  return checkWorkspace(at.store, at);
}

/** `line:column words` for each problem with this code; the words are those that its span encloses. */
export function found(code: string, files: Texts, sources: Texts = {}): readonly string[] {
  return problemsOf(files, sources)
    .filter((problem) => problem.code === code)
    .map(({ path, line, column, span }) => {
      const words = (files[path] ?? '').slice(span.start, span.end);
      return `${line}:${column} ${words}`;
    });
}
