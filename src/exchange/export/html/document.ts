import { escapeHtml } from '../../../projection/print/htmlOfBlocks'
import { isRightToLeft } from '../parts/rightToLeft'

/**
 * Returns a complete HTML document. `head` and `body` are HTML. An unknown language is written as `lang=""` (HTML
 * 3.2.6.2).
 */
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
