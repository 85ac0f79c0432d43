import { escapeHtml } from '../../../projection/htmlOfBlocks'
import { isRightToLeft } from '../rightToLeft'

/** A complete HTML document without scripts of its own. `head` and `body` are HTML. */
export function htmlDocument({ language, title, head = '', body }: { language: string; title: string; head?: string; body: string }): string {
  const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`
  const direction = isRightToLeft(language) ? ' dir="rtl"' : ''
  return `<!doctype html>
<html${lang}${direction}>
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
