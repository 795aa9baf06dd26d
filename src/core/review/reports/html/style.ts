/** How the page looks: light and dark, on paper too; what changed is told by lines as well as by colours. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #1f2328; --faint: #59636e; --rule: #d1d9e0; --panel: #f6f8fa; --link: #0969da;
  --added: #1a7f37; --added-soft: #dafbe1; --removed: #cf222e; --removed-soft: #ffebe9;
  --changed: #9a6700; --changed-soft: #fff8c5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --ink: #e6edf3; --faint: #9198a1; --rule: #3d444d; --panel: #151b23; --link: #58a6ff;
    --added: #56d364; --added-soft: #12361f; --removed: #ff7b72; --removed-soft: #4a1519;
    --changed: #e3b341; --changed-soft: #3b2e0a;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem; z-index: 1; }
header { padding: 1.5rem 2rem 1rem; border-bottom: 1px solid var(--rule); }
header p { margin: .25rem 0; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
.revisions { font-weight: 400; color: var(--faint); }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
.count, .side, .line { color: var(--faint); font-weight: 400; font-size: .85em; }
.legend { color: var(--faint); font-size: .9rem; }
.legend .mark { margin-left: .5rem; }
.columns { display: grid; grid-template-columns: minmax(14rem, 20rem) minmax(0, 1fr); }
nav {
  position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto;
  padding: 1.25rem 1rem 1.25rem 2rem; border-right: 1px solid var(--rule); font-size: .9rem;
}
nav ol { list-style: none; margin: 0; padding: 0; }
nav details ol { margin: .25rem 0 .75rem; padding-left: 1rem; }
nav li { margin: .2rem 0; overflow-wrap: anywhere; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav details li a { color: var(--ink); }
summary { cursor: pointer; }
main { padding: 1.25rem 2rem 4rem; min-width: 0; }
section { margin-bottom: 2.5rem; }
.beside { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
.reading {
  margin: 0; padding: .75rem 1rem .75rem 3.25rem; background: var(--panel); border: 1px solid var(--rule);
  border-radius: 6px; font-family: Georgia, 'Noto Serif', serif; overflow-wrap: anywhere;
}
.reading li { margin: .15rem 0; min-height: 1.55em; }
.reading li::marker { color: var(--faint); font: .75rem ui-monospace, monospace; }
.reading .gap { list-style: none; color: var(--faint); }
.entries { list-style: none; margin: 0; padding: 0; }
.entry { border-left: 4px solid var(--changed); padding: .35rem .75rem; margin: 0 0 .75rem; background: var(--panel); border-radius: 0 6px 6px 0; }
.entry.added { border-left-color: var(--added); }
.entry.removed { border-left-color: var(--removed); border-left-style: double; }
.entry.changed { border-left-style: dashed; }
.entry:target { outline: 2px solid var(--link); }
.entry p { margin: .1rem 0; overflow-wrap: anywhere; }
.entry ul { margin: .2rem 0; padding-left: 1.25rem; font-size: .92rem; }
.entry blockquote { margin: .35rem 0 0; font-size: .92rem; font-family: Georgia, 'Noto Serif', serif; }
.side, .line { font-family: ui-monospace, monospace; user-select: none; }
.to { font-size: .85em; white-space: nowrap; }
.sign { display: inline-block; min-width: 1ch; font: 700 1em ui-monospace, monospace; }
.sign.added { color: var(--added); }
.sign.removed { color: var(--removed); }
.sign.changed { color: var(--changed); }
.mark {
  color: inherit; background: var(--changed-soft); border-radius: 2px; padding: 0 .08em;
  text-decoration: underline dashed var(--changed) 2px; text-underline-offset: .2em;
}
.mark.added { background: var(--added-soft); text-decoration: underline solid var(--added) 2px; }
.mark.removed { background: var(--removed-soft); text-decoration: line-through solid var(--removed) 2px; }
.mark.added.removed { text-decoration: underline line-through solid var(--changed) 2px; }
.mark.added.changed, .mark.removed.changed { background: var(--changed-soft); }
.mark.removed.changed { text-decoration: underline line-through dashed var(--changed) 2px; }
.mark.added.changed { text-decoration: underline double var(--added) 2px; }
a.mark:hover { outline: 1px solid currentColor; }
span:target + .mark, span:target + span + .mark { outline: 2px solid var(--link); }
@media (max-width: 75rem) { .beside { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 50rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  nav { position: static; max-height: none; border-right: 0; border-bottom: 1px solid var(--rule); padding: 1rem; }
  header, main { padding-left: 1rem; padding-right: 1rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  nav, .skip, .to { display: none; }
  .columns, .beside { display: block; }
  .reading { margin-bottom: 1rem; }
  .entry, .reading li { break-inside: avoid; }
  .mark, .entry, .reading { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 11pt; }
}
`;
