/** An input box that says while one types what is wrong, or what was understood. */
import * as vscode from 'vscode';
import { checkEdtf, formatEdtf } from '../../core/dates/edtf';
import type { Answer, Prompt } from './answer';
import { untilAnswered } from './quickInput';

export type Remark =
  /** The text cannot be taken. */
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'hint'; readonly message: string };

export interface AskText extends Prompt {
  readonly prompt: string;
  readonly placeholder?: string;
  /** There at first, and selected: the first key replaces it. */
  readonly value?: string;
  readonly remark?: (text: string) => Remark | undefined;
}

/** The trimmed text. What `remark` calls wrong cannot be accepted. */
export function askText(options: AskText): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = options.prompt;
  input.placeholder = options.placeholder;
  input.value = options.value ?? '';
  const remarkOn = (text: string): Remark | undefined => {
    const remark = options.remark?.(text.trim());
    input.validationMessage =
      remark === undefined ? undefined : { message: remark.message, severity: severityOf(remark) };
    return remark;
  };
  // An empty box is no mistake before anything was typed.
  if (input.value !== '') remarkOn(input.value);
  return untilAnswered<string>(input, options, (accept) => {
    input.onDidChangeValue(remarkOn);
    input.onDidAccept(() => {
      if (remarkOn(input.value)?.kind !== 'wrong') accept(input.value.trim());
    });
  });
}

/**
 * EDTF, or nothing: says how the date reads while it is typed. VS Code shows it in the place of the prompt, so
 * `help` is said again behind it.
 */
export function remarkOnDate(help: string): (text: string) => Remark | undefined {
  return (text) => {
    if (text === '') return undefined;
    const check = checkEdtf(text);
    return check.ok
      ? { kind: 'hint', message: `${formatEdtf(text)}. ${help}` }
      : { kind: 'wrong', message: check.message };
  };
}

/** A remark for texts that must not be empty. */
export function required(what: string): (text: string) => Remark | undefined {
  return (text) => (text === '' ? { kind: 'wrong', message: `${what} is needed.` } : undefined);
}

function severityOf({ kind }: Remark): vscode.InputBoxValidationSeverity {
  return kind === 'wrong'
    ? vscode.InputBoxValidationSeverity.Error
    : vscode.InputBoxValidationSeverity.Info;
}
