/** The colours of our pages, light and dark as the reader asks. */
export const PALETTE = `:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--label:#4a4f57;--value:#12306e;--link:#0b57a4;--bad:#a3180f;--rule:#8b919a;--shade:#f1f3f6}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e9ebee;--label:#b4bac3;--value:#b9d0ff;--link:#8fc1ff;--bad:#ffb0a6;--rule:#6b727d;--shade:#20252b}}
`

/** The page's only style sheet. On paper always light, letter, landscape. */
export const STYLE = `${PALETTE}*{box-sizing:border-box}
html{font-size:87.5%}
body{margin:0 auto;padding:1rem;max-width:90rem;background:var(--paper);color:var(--ink);font:1rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,p,ul{margin:0;padding:0}
ul{list-style:none}
a{color:var(--link)}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:1px}
h1{font-size:1.2rem;text-transform:uppercase;margin:.4rem 0}
h2{font-size:1rem;margin:1.2rem 0 .4rem}
h2 small{font-weight:normal;font-size:.85rem}
.v{color:var(--value)}
.ours{color:var(--label);font-style:italic}
.bad{color:var(--bad)}
.name{font-weight:bold}
.cik,.law,.foreign,.back,footer{color:var(--label);font-size:.85rem}
header{display:grid;grid-template-columns:9rem 1fr 13rem;gap:.5rem 1rem;align-items:start;text-align:center}
.form{font-size:1.4rem;font-weight:bold;text-align:left}
.omb{font-size:.8rem;text-align:left;border:1px solid var(--rule);padding:.4rem}
.filed{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;text-align:left;color:var(--label)}
.filed b{color:var(--ink)}
.checks{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;margin:.8rem 0}
.checks li{flex:1 1 16rem;display:flex;gap:.5rem;font-size:.85rem}
.tick{flex:none;display:inline-block;width:1.25em;height:1.25em;line-height:1.15em;border:1px solid var(--ink);text-align:center;font-weight:bold;vertical-align:middle}
.boxes{display:grid;grid-template-columns:1fr 1fr 1fr;grid-template-areas:"o i r" "o p r" "o a j";border:1px solid var(--rule);margin-top:.8rem}
.form3{grid-template-areas:"o p r" "o i r" "o a j"}
.boxes section{padding:.5rem;border:1px solid var(--rule);margin:-.5px}
.boxes h2{font-size:.85rem;font-weight:normal;color:var(--label);margin:0 0 .3rem}
.boxes li{margin:.2rem 0}
.ticks{display:grid;grid-template-columns:1fr 1fr}
.reportingOwner{grid-area:o}.issuer{grid-area:i}.periodOfReport{grid-area:p}.dateOfOriginalSubmission{grid-area:a}.relationship{grid-area:r}.individualOrJoint{grid-area:j}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem}
th,td{border:1px solid var(--rule);padding:.3rem .4rem;vertical-align:top;text-align:left;font-weight:normal;overflow-wrap:normal}
thead th{background:var(--shade);color:var(--ink);font-size:.75rem}
.w{min-width:8.5rem}
.d .v,sup{white-space:nowrap}
.n{text-align:right;font-variant-numeric:tabular-nums}
.n .v{white-space:nowrap}
sup{font-size:.75em;line-height:0;margin-left:.15em}
.notes li{margin:.35rem 0}
.signatures{max-width:48rem}
footer{margin-top:1.2rem;border-top:1px solid var(--rule);padding-top:.5rem}
@media (max-width:48em){header{grid-template-columns:1fr}.omb{justify-self:stretch}.boxes,.form3{display:block}}
@media screen and (max-width:30em){
html{font-size:94%}
body{padding:.6rem}
.w{min-width:0}
.scroll{overflow:visible}
.rows,.rows tbody,.rows tr,.rows th,.rows td,.owners,.owners tbody,.owners tr,.owners th,.owners td{display:block;overflow-wrap:anywhere}
.rows thead,.owners thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rows tr,.owners tr{border:1px solid var(--rule);margin-bottom:.7rem}
.rows tbody th,.owners tbody th{border:0;background:var(--shade)}
.rows tbody th{font-weight:bold}
.rows td,.owners td{border:0;border-top:1px solid var(--rule);text-align:left}
.rows td[data-c],.owners td[data-c]{display:grid;grid-template-columns:45% 1fr;gap:.5rem}
td[data-c]::before{content:attr(data-c);color:var(--label)}
.rows td:empty,.owners td:empty{display:none}
.n .v{white-space:normal}
}
@page{size:letter landscape;margin:.45in}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--label:#333;--value:#000;--link:#000;--bad:#000;--rule:#777;--shade:#eee}
html{font-size:7.5pt}
body{padding:0;max-width:none}
a{text-decoration:none}
.back{display:none}
.scroll{overflow:visible}
.w{min-width:5.5rem}
th,td{padding:.15rem .25rem}
tbody th,tbody td{overflow-wrap:anywhere}
thead{display:table-header-group}
tr,.notes li,.boxes section{break-inside:avoid}
h2{break-after:avoid}
header{grid-template-columns:9rem 1fr 13rem}
.boxes{display:grid}
}
`
