/** Texts in a page. */
import { harmless } from '../context';

/** As text or as the value of an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return harmless(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
