/**
 * The style sheet of an exported page. It is complete in itself: it loads no font, no picture and no address, and
 * follows the reader's light or dark scheme. A line has about 65 letters. Distances are logical, so a right-to-left
 * page is its mirror.
 */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#1d1b18;--soft:#5c564e;--rule:#d8d1c5;--page:#fffdf9;\
--wash:#f6f2ea;--link:#1f5f8b;--alarm:#a4262c;\
--serif:'Source Serif 4','Iowan Old Style',Charter,Georgia,'Noto Serif','Noto Serif CJK KR',serif;\
--sans:Inter,system-ui,'Noto Sans','Noto Sans CJK KR',sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9e4db;--soft:#aaa297;--rule:#45403a;--page:#1b1917;\
--wash:#26231f;--link:#8fc1e6;--alarm:#f0908f}}
html{background:var(--page);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:37rem;padding:clamp(1.25rem,5vw,4rem) 1.25rem 3.5rem;\
font:400 1.125rem/1.6 var(--serif);overflow-wrap:break-word}
p,li{text-wrap:pretty}p{margin:0 0 1.05em}
h1,h2,h3{line-height:1.2;font-weight:650;text-wrap:balance;break-after:avoid}
h1{font-size:clamp(1.8rem,1.45rem + 1.9vw,2.6rem);line-height:1.12;letter-spacing:-.012em;margin:0 0 .5em}
h2{font-size:1.3rem;margin:1.9em 0 .5em}h3{font-size:1.125rem;margin:1.6em 0 .4em}
header{margin:0 0 2rem}header>:last-child{margin-bottom:0}
.deck{font-size:1.25rem;line-height:1.4;color:var(--soft);margin:0 0 1rem;text-wrap:balance}
.byline,figcaption,table,footer,.draft,.correction,.withdrawn:first-of-type{font-family:var(--sans)}
.byline{text-wrap:balance;font-size:.875rem;line-height:1.45;color:var(--soft);padding-top:.85rem;\
border-top:1px solid var(--rule)}
.dateline{font:600 .78em/1 var(--sans);letter-spacing:.03em}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.16em}
blockquote{margin:1.6em 0;padding-inline-start:1.1em;border-inline-start:3px solid var(--rule)}\
blockquote p{margin:0}blockquote+blockquote{margin-top:-.6em}
ul,ol{margin:0 0 1.05em;padding-inline-start:1.4em}li{margin:0 0 .4em}li>ul,li>ol{margin:.4em 0 0}
figure{margin:2em 0}img{display:block;max-width:100%;height:auto;margin-inline:auto;border-radius:2px}
figcaption{font-size:.8125rem;line-height:1.5;color:var(--soft);margin-top:.6rem}
table{border-collapse:collapse;width:100%;margin:1.8em 0;font-size:.875rem;line-height:1.4;\
font-variant-numeric:tabular-nums}
th,td{padding:.5em .7em;text-align:start;vertical-align:top;border-bottom:1px solid var(--rule)}\
th{font-weight:600}:is(th,td):first-child{padding-inline-start:0}:is(th,td):last-child{padding-inline-end:0}\
thead th{border-bottom:2px solid var(--soft)}
.draft{font-size:.875rem;color:var(--alarm);border:1px solid;border-radius:2px;padding:.5em .8em;margin:0 0 1.8rem}
.withdrawn:first-of-type{font-weight:600;color:var(--alarm)}
.correction{font-size:.9375rem;line-height:1.5;margin:2.2em 0 0;padding:.9em 1.1em;background:var(--wash);\
border-inline-start:3px solid var(--soft)}
footer{margin-top:2.8rem;padding-top:.9rem;border-top:1px solid var(--rule);font-size:.8125rem;line-height:1.5;\
color:var(--soft)}footer p{margin:0 0 .3em;unicode-bidi:plaintext;text-align:match-parent}
:is(:lang(ko),:lang(ja),:lang(zh)) :is(p,li,blockquote){line-height:1.75}:lang(ko){word-break:keep-all}
:is(:lang(ko),:lang(ja),:lang(zh),:lang(ar),:lang(fa),:lang(ur),:lang(he)) :is(h1,.dateline){letter-spacing:normal}
:is(:lang(ar),:lang(fa),:lang(ur)) :is(p,li,h1,h2,h3){line-height:1.8}
:is(:lang(ar),:lang(fa),:lang(ur)) h1{line-height:1.4}
@media (max-width:40em){table{display:block;overflow-x:auto;font-size:.8125rem}th,td{padding-inline:.45em}}
@page{margin:22mm 24mm 24mm}
@media print{:root{color-scheme:light;--page:#fff;--wash:transparent}body{max-width:none;padding:0;font-size:11pt}\
p,li{orphans:3;widows:3}figure,tr,.correction{break-inside:avoid}thead{display:table-header-group}\
h1{font-size:24pt}img{max-height:85mm;width:auto}a{color:inherit}}`
