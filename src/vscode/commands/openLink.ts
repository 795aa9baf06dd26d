/** Opening what a record links to, in the browser and only when that is asked for. */
import * as vscode from 'vscode';
import { linkAddress, linkLabel } from '../../core/schema/links';
import { shorten } from '../../core/outline/words';
import { tell } from '../adapters/failures';
import { themeIcon } from '../pickers/icons';
import { pickFrom } from '../pickers/pickOne';
import type { Command } from './command';
import { givenText } from './given';
import { nameOf, oneRecord } from './recordSubject';

const LONGEST = 50;

/**
 * Opens a link of the entity of the node, of `{ id }` or at the caret: the one of `{ link: key }`, or the only one;
 * of several one is chosen. Gives the address.
 */
export const openLink: Command = async (services, node) => {
  const ref = await oneRecord(services, node);
  if (ref === undefined) return undefined;
  const { schema } = services.store;
  const links = ref.kind === 'entity' ? Object.entries(ref.record.links) : [];
  const wanted = givenText(node, 'link');
  const choices = links.flatMap(([key, id]) => {
    const address = linkAddress(schema, key, id);
    if (address === undefined || (wanted !== undefined && key !== wanted)) return [];
    return [
      {
        value: address,
        label: linkLabel(schema, key),
        description: address,
        iconPath: themeIcon({ name: 'link-external' }),
      },
    ];
  });
  const name = shorten(nameOf(ref), LONGEST);
  const [first] = choices;
  if (first === undefined) {
    tell(`${name} has no link that can be opened: “Edit Record…” (Alt+A R) adds one.`);
    return undefined;
  }
  if (choices.length === 1) return await openAddress(first.value);
  const answer = await pickFrom({
    title: `Links of ${name}`,
    placeholder: 'Which one? It opens in the browser',
    choices,
  });
  return answer.kind === 'answer' ? await openAddress(answer.value) : undefined;
};

/** Only over http and https, whatever a file says. */
export async function openAddress(address: string): Promise<string | undefined> {
  const uri = vscode.Uri.parse(address, true);
  if (uri.scheme !== 'https' && uri.scheme !== 'http') return undefined;
  await vscode.env.openExternal(uri);
  return address;
}
