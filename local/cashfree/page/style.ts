/** Colours of both themes have a contrast of at least 4.5 to 1. */
export const style = `
:root {
	color-scheme: light dark;
	--page: #f6f7f9; --card: #ffffff; --text: #1d2330; --quiet: #566073; --line: #8b94a5;
	--accent: #5b34c9; --on-accent: #ffffff; --good: #17683a; --bad: #a8201a;
}
@media (prefers-color-scheme: dark) {
	:root {
		--page: #14171d; --card: #1e232c; --text: #e8ebf1; --quiet: #a7b0c0; --line: #717c90;
		--accent: #b9a3ff; --on-accent: #14171d; --good: #6fd196; --bad: #ff9d94;
	}
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 90rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { padding-bottom: 0; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; }
h2 { margin: 0 0 .75rem; font-size: 1.15rem; }
p { margin: 0 0 .75rem; }
section { margin-bottom: 1.25rem; padding: 1.25rem; background: var(--card); border-radius: .5rem; }
nav a { margin-right: 1rem; }
a { color: var(--accent); }
.quiet { color: var(--quiet); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.notice { padding: .75rem 1rem; background: var(--card); border-left: .3rem solid; border-radius: .25rem; }
.scroll { overflow-x: auto; }
table { width: 100%; min-width: 56rem; border-collapse: collapse; text-align: left; }
th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; color: var(--quiet); font-weight: 600; white-space: nowrap; }
td, tbody th { overflow-wrap: anywhere; min-width: 5rem; font-weight: 400; }
td.wide { min-width: 18rem; }
td.whole { overflow-wrap: normal; white-space: nowrap; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0; }
section > form { margin-bottom: 1rem; }
.scroll + form { margin-top: 1rem; }
form > span { align-self: center; }
label { display: grid; gap: .2rem; }
label.wide { flex: 1 1 20rem; }
input, select, button { font: inherit; color: inherit; padding: .35rem .7rem; border-radius: .35rem;
	border: 1px solid var(--line); background: var(--card); max-width: 100%; min-height: 2.4rem; }
label.wide input { width: 100%; }
input[type=number] { width: 8rem; }
button { cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
:focus-visible { outline: .2rem solid var(--accent); outline-offset: .15rem; }
`;
