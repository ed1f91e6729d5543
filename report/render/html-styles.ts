/** The look of the report: plain, readable in light and dark, and on paper. */
export const STYLES = `
:root { color-scheme: light dark; --ink: #1c2128; --soft: #57606a; --page: #fff; --line: #d8dee4; --sheet: #f6f8fa;
  --pass: #1a7f37; --fail: #cf222e; --known: #8250df; --open: #9a6700; --none: #6e7781; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --page: #0d1117; --line: #30363d; --sheet: #161b22;
  --pass: #3fb950; --fail: #ff7b72; --known: #d2a8ff; --open: #d29922; --none: #8b949e; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
header, main { max-width: 68rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { border-top: .5rem solid var(--open); padding-top: 1.5rem; }
header.conformant { border-color: var(--pass); } header.not-conformant { border-color: var(--fail); }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; } h1::first-letter { text-transform: uppercase; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; } h3 { margin: 1rem 0 .25rem; font-size: .95rem; }
.product, .facts, small { color: var(--soft); } .product { margin: 0; font-weight: 600; } p { margin: .25rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; font-weight: 400; }
th:first-child { text-align: left; } thead th { color: var(--soft); font-size: .85rem; }
td.none { color: var(--line); } td.pass { color: var(--pass); } td.fail, td.harness-error { color: var(--fail); font-weight: 700; }
td.known { color: var(--known); } td.not-verified { color: var(--open); font-weight: 700; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-bottom: 1rem; color: var(--soft); }
.filters select, .filters input { font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--line); border-radius: .3rem; padding: .2rem .4rem; }
.card { border: 1px solid var(--line); border-left: .3rem solid var(--none); border-radius: .3rem; margin: .4rem 0; padding: .5rem .8rem; }
.card.pass { border-left-color: var(--pass); } .card.fail, .card.harness-error { border-left-color: var(--fail); }
.card.known { border-left-color: var(--known); } .card.not-verified { border-left-color: var(--open); }
.card:target { outline: 2px solid var(--open); } summary { cursor: pointer; } summary a { color: inherit; font-weight: 600; }
.badge, .level { font-size: .8rem; color: var(--soft); } .badge { font-weight: 700; }
.pass .badge { color: var(--pass); } .fail .badge, .harness-error .badge { color: var(--fail); }
.known .badge { color: var(--known); } .not-verified .badge { color: var(--open); } .sentence { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .9rem; } dt { color: var(--soft); } dd { margin: 0; }
pre { margin: .25rem 0; padding: .6rem .8rem; max-height: 26rem; overflow: auto; background: var(--sheet); border-radius: .3rem; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre.failure { border-left: .2rem solid var(--fail); } pre.curl { color: var(--soft); }
.compare { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
[hidden] { display: none; }
@media (max-width: 40rem) { section { overflow-x: auto; } th, td { padding: .3rem .35rem; } th:first-child { white-space: nowrap; } summary a { overflow-wrap: anywhere; } }
@media print { .filters { display: none; } .card { break-inside: avoid; } pre { max-height: none; } }
`;
