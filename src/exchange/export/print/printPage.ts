import type { PublishedStory } from '../../../projection/published/publishedStory'
import { htmlDocument } from '../html/document'
import { articleOf } from '../html/writeHtml'
import { titleOf } from '../parts/titles'
import type { WriterInput } from '../parts/writer'

/**
 * Writes the page that people look at before they save a PDF or a Word document. PDF itself is typeset by
 * pdf/typst/page.typ and looks the same.
 */
export const printPage = (story: PublishedStory, input: WriterInput): string =>
  htmlDocument({
    language: story.fields.language,
    title: titleOf(story),
    head: `<style>${PRINT_STYLE}</style>\n`,
    body: articleOf(story, input),
  })

/** Font families as the window names the shipped ones, with system fonts as fallback. */
export const PRINT_STYLE = `@page{size:A4;margin:24mm 24mm 26mm}
html{font:11.5pt/1.52 'Source Serif 4 Variable',serif;color:#1d1b18;background:#fff}
body{margin:0 auto;max-width:38em;overflow-wrap:anywhere}
h1{font-size:24pt;line-height:1.16;font-weight:640;margin:0 0 8pt}
h2,h3{line-height:1.25;font-weight:640;margin:16pt 0 4pt;break-after:avoid}h2{font-size:14pt}h3{font-size:12pt}
p{margin:0 0 8pt;orphans:2;widows:2}
.deck{font-size:14pt;line-height:1.35;color:#4d4842}
.byline,.dateline,footer,figcaption,.draft,.correction,.edition,.identity,dt,th{font-family:'Inter Variable',sans-serif}
.byline{font-size:9.5pt;color:#4d4842;margin-bottom:14pt}.dateline{font-size:.82em;letter-spacing:.02em;font-weight:550}
.draft{color:#a4262c;border:1pt solid #a4262c;padding:3pt 6pt;font-size:9.5pt}
.correction{font-size:9.5pt;margin-top:14pt;\
border-inline-start:2pt solid #a39c8f;padding-inline-start:8pt;break-inside:avoid}
blockquote{margin:8pt 0 8pt 18pt;border-inline-start:2pt solid #1f5f8b;padding-inline-start:10pt}
ul,ol{margin:0 0 8pt;padding-inline-start:20pt}li{margin:0 0 3pt}
a{color:#1f5f8b;text-decoration:underline}
table{border-collapse:collapse;margin:8pt 0;width:100%;font-size:10pt}\
td,th{border:.5pt solid #a39c8f;padding:3pt 5pt;text-align:start;vertical-align:top}tr{break-inside:avoid}
figure{margin:10pt 0;break-inside:avoid}figure img{max-width:100%;max-height:120mm}\
figcaption{font-size:9pt;color:#4d4842}
@media screen{body{padding:20pt 24pt}}
footer{margin-top:18pt;border-top:.5pt solid #a39c8f;padding-top:6pt;font-size:8.5pt;color:#4d4842}`
