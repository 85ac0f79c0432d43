import { escapeHtml } from '../../../projection/print/htmlOfBlocks'
import { isRightToLeft } from '../parts/rightToLeft'

/** A complete HTML document without scripts of its own. `head` and `body` are HTML. A language that is not known is said to be so (HTML 3.2.6.2: lang=""). */
export function htmlDocument({
  language,
  title,
  head = '',
  body,
}: {
  language: string
  title: string
  head?: string
  body: string
}): string {
  const direction = isRightToLeft(language) ? ' dir="rtl"' : ''
  return `<!doctype html>
<html lang="${escapeHtml(language)}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}</head>
<body>
${body}
</body>
</html>
`
}
