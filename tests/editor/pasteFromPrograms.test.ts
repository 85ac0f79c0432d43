import { describe, expect, it } from 'vitest'
import { readCopyFromDoc } from '../../src/editor/copy/readCopy'
import { clipboard, oneDesk, paste, records, selectRange, shown, type Desk } from './desk'

const pasted = (html: string): Desk => {
  const d = oneDesk('headline: H', 'deck: D', '')
  selectRange(d, d.editor.state.doc.content.size - 1)
  paste(d, clipboard({ 'text/html': html, 'text/plain': 'plain' }))
  return d
}
const marks = (d: Desk) =>
  readCopyFromDoc(d.editor.state.doc).flatMap((block) =>
    block.spans.map((span) => [
      block.text.slice(span.from, span.to),
      span.mark,
      ...('href' in span ? [span.href] : []),
    ]),
  )
/** Invisible characters, and marks or elements that only the other program knows. */
const invisible = (d: Desk) => [
  readCopyFromDoc(d.editor.state.doc).flatMap(({ text }) => [
    ...text.matchAll(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g),
  ]).length,
  records(d),
  d.editor.view.dom.querySelectorAll('[style],[class^=Mso],o\\:p,script,img,meta').length,
]

/** Clipboard content of Word for Windows: conditional comments, Mso classes, list markers as text, o:p. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/kim/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--><style><!-- @font-face {font-family:"Cambria Math";} p.MsoNormal {margin:0cm;font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB link="#0563C1" style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><span lang=EN-GB style='font-size:16.0pt;color:#2F5496'>Trade<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-GB>One <b style='mso-bidi-font-weight:normal'>bold</b> and <i>slanted</i> <a href="https://example.org/a">link</a>,<span style='mso-spacerun:yes'>\u00a0 </span>two spaces.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>first<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>second<o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>hidden</span>Last<span style='mso-bookmark:x'></span>.<o:p></o:p></p>
<!--EndFragment--></body></html>`

/**
 * Clipboard content of Google Docs: a `b` that is not bold around everything, styles on spans, lists with aria-level.
 */
const DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f6b5b2e-7fff-8a8a-1b1b-000000000000"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;white-space:pre-wrap;">Trade</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre-wrap;">One </span><span style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">bold</span><span style="font-weight:400;white-space:pre-wrap;"> and </span><span style="font-weight:400;font-style:italic;">slanted</span><span> </span><a href="https://example.org/a" style="text-decoration:none;"><span style="font-weight:400;color:#1155cc;text-decoration:underline;">link</span></a><span>.</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">first</span></p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">second</span></p></li></ul></ul><ol><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>third</span></p></li></ol></b><br class="Apple-interchange-newline">`

/** A mail program's reply: quoted words in nested divs, a signature, a tracking pixel. */
const MAIL = `<html><head></head><body><div dir="ltr"><div>We stand by it.</div><div><br></div><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Lee wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid"><div>Is it <b>fourteen</b>?\u200b</div></blockquote></div></div><img src="https://track.example.org/p.gif" width="1" height="1"></body></html>`

describe('pasted from other programs', () => {
  it('Word: keeps structure, drops list marks, Word’s own markup and invisible characters', () => {
    const d = pasted(WORD)
    expect(shown(d).slice(2)).toEqual([
      'subhead: Trade',
      'One bold and slanted link,\u00a0 two spaces.',
      'bullet: first',
      'ordered2: second',
      'Last.',
    ])
    expect(marks(d)).toEqual([
      ['bold', 'bold'],
      ['slanted', 'italic'],
      ['link', 'link', 'https://example.org/a'],
    ])
    expect(invisible(d)).toEqual([0, {}, 0])
  })

  it('Google Docs: the b round all is not bold, spans give bold and italic, lists keep their levels', () => {
    const d = pasted(DOCS)
    expect(shown(d).slice(2)).toEqual([
      'subhead: Trade',
      'One bold and slanted link.',
      'bullet: first',
      'bullet2: second',
      'ordered: third',
    ])
    expect(marks(d)).toEqual([
      ['bold', 'bold'],
      ['slanted', 'italic'],
      ['link', 'link', 'https://example.org/a'],
    ])
    expect(invisible(d)).toEqual([0, {}, 0])
  })

  it('mail: quoted words are quotes, the pixel is not fetched', () => {
    const d = pasted(MAIL)
    expect(shown(d).slice(2)).toEqual(['We stand by it.', 'On Mon, Lee wrote:', 'quote: Is it fourteen?'])
    expect(marks(d)).toEqual([['fourteen', 'bold']])
    expect(invisible(d)).toEqual([0, {}, 0])
  })

  it('a post or a chat: line ends that are seen are line ends, those of the source are not', () => {
    const post = '<span style="white-space: pre-wrap;">Talks are over.\n\nWe <b>won</b>\nat last.</span>'
    expect(shown(pasted(`<meta charset='utf-8'>${post}`)).slice(2)).toEqual(['Talks are over.\n\nWe won\nat last.'])
    const set =
      '<div style="white-space: pre-wrap">\n  <p>One</p>\n  <p style="white-space: normal">Two\nthree</p>\n</div>'
    expect(shown(pasted(set)).slice(2)).toEqual(['One', 'Two three'])
    expect(shown(pasted('<span style="white-space-collapse: preserve">One\ntwo</span>')).slice(2)).toEqual(['One\ntwo'])
    expect(shown(pasted('<p>One\ntwo</p>')).slice(2)).toEqual(['One two'])
  })

  it('a post: a line end between a link and a name is one, and white space between grafs, items and rows is none', () => {
    const post = '<div style="white-space: pre-wrap"><span>Won.\n</span><a>#one</a><span>\n</span><a>@two</a></div>'
    expect(shown(pasted(post)).slice(2)).toEqual(['Won.\n#one\n@two'])
    const set = [
      '<div style="white-space: pre-wrap">\n  <p>One</p>\n\n  <ul>\n    <li>Two</li>\n    <li>Three</li>\n  </ul>',
      '<table>\n<tr>\n<td>Four</td>\n</tr>\n</table>\n</div>\n',
    ].join('\n')
    expect(shown(pasted(set)).slice(2)).toEqual(['One', 'bullet: Two', 'bullet: Three', 'Four'])
    const tables =
      '<table style="white-space: pre-wrap"><tr>\n<td><table>\n<tr>\n<td>A</td>\n<td>B</td>\n</tr></table></td></tr></table>'
    expect(shown(pasted(tables)).slice(2)).toEqual(['A \tB'])
  })
})
