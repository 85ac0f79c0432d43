import { escapeHtml } from '../../../projection/htmlOfBlocks'

/** Languages written from right to left, by their first subtag. */
const RIGHT_TO_LEFT = /^(?:ar|arc|dv|fa|ha-arab|he|iw|khw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i

/** A complete HTML document without scripts of its own. `head` and `body` are HTML. */
export function htmlDocument({ language, title, head = '', body }: { language: string; title: string; head?: string; body: string }): string {
  const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`
  const direction = RIGHT_TO_LEFT.test(language) ? ' dir="rtl"' : ''
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
