import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ImportError } from '../../../../src/exchange/import/parts/importError'
import type { MarkupElement } from '../../../../src/exchange/import/markup/markupTree'
import { parseAllXml, parseXml } from '../../../../src/exchange/import/markup/parseXml'
import { scanXml } from '../../../../src/exchange/import/markup/scanXml'

function whole(xml: string): MarkupElement | 'refused' {
  try {
    return parseAllXml(xml, 'x.xml')
  } catch (trouble) {
    if (trouble instanceof ImportError) return 'refused'
    throw trouble
  }
}

const name = fc.constantFrom('p', 'w:p', 'w:t', 'a:b:c', '_x', 'x-1.y')
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'talks',
        ' ',
        '\n',
        '\t',
        '&amp;',
        '&lt;',
        '&#8220;',
        '&#x1F692;',
        '&nbsp;',
        '&eacute;',
        '이라고',
        '🚒',
        '"',
        "'",
        '>',
        ']]',
        '\u00a0',
        '/',
        '=',
      ),
      fc.string({ maxLength: 3, unit: 'grapheme' }).map((text) => text.replace(/[<&]/g, '')),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''))
const attribute = fc
  .tuple(fc.constantFrom('w:val', 'val', 'xml:space', 'id'), words, fc.constantFrom('"', "'"))
  .map(([key, value, quote]) => ` ${key}=${quote}${value.replaceAll(quote, '').replaceAll('>', '')}${quote}`)
const blank = fc.constantFrom('', '', '', ' ', '\n')
const { element } = fc.letrec<{ element: string; node: string }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, words, tie('element')),
  element: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 2, selector: (one) => one.slice(0, one.indexOf('=')) }),
      fc.array(tie('node'), { maxLength: 4 }),
      blank,
      fc.boolean(),
    )
    .map(([tag, attributes, children, space, short]) =>
      short && children.length === 0
        ? `<${tag}${attributes.join('')}${space}/>`
        : `<${tag}${attributes.join('')}${space}>${children.join('')}</${tag}>`,
    ),
}))
const declaration = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  "<?xml version='1.0' encoding='utf-8'?>",
)
const document = fc.tuple(declaration, element, blank).map((parts) => parts.join(''))
/** Pieces that end, open or break something, where they may or may not belong. */
const spoiled = fc
  .tuple(
    document,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '/',
      '</p>',
      '<p>',
      '<!-- x -->',
      '<![CDATA[<b>]]>',
      ']]>',
      '<?x y?>',
      '<!DOCTYPE p>',
      '&#0;',
      '&#13;',
      '&nothing;',
      '&amp',
      '\r',
      '\u0001',
      '\ufffe',
      '\ud800',
      ' val="1"',
      '=',
      ':',
      '\u00e9',
      '\ufeff',
    ),
  )
  .map(([xml, place, cut, piece]) => {
    const at = place % (xml.length + 1)
    return xml.slice(0, at) + piece + xml.slice(at + cut)
  })

describe('reading XML by jumps', () => {
  test('gives the tree that the whole parser gives, or leaves it to that one', () => {
    let scanned = 0
    fc.assert(
      fc.property(fc.oneof(document, spoiled), (xml) => {
        const quick = scanXml(xml)
        if (quick === undefined) return
        scanned += 1
        expect(quick).toEqual(whole(xml))
      }),
      { numRuns: 3000, seed: 5 },
    )
    expect(scanned).toBeGreaterThan(1000)
  })

  test.each([
    [
      'a declaration, attributes, text and references',
      '<?xml version="1.0" encoding="UTF-8"?>\n<w:p w:a="1" b=\'&lt;2&gt;\'><w:t xml:space="preserve"> 24 &amp; 25&#8239;% </w:t><w:br/></w:p>\n',
      {
        name: 'p',
        attributes: { 'w:a': '1', b: '<2>' },
        children: [
          { name: 't', attributes: { 'xml:space': 'preserve' }, children: [' 24 & 25\u202f% '] },
          { name: 'br', attributes: {}, children: [] },
        ],
      },
    ],
    [
      'tags that end with a blank',
      '<p ><br /></p>',
      { name: 'p', attributes: {}, children: [{ name: 'br', attributes: {}, children: [] }] },
    ],
  ])('reads %s', (_what, xml, tree) => expect(scanXml(xml)).toEqual(tree))

  test.each([
    ['a comment', '<p><!-- x --></p>'],
    ['CDATA', '<p><![CDATA[x]]></p>'],
    ['a document type', '<!DOCTYPE p><p/>'],
    ['a processing instruction', '<p><?x y?></p>'],
    ['a name beyond ASCII', '<é/>'],
    ['a break in an attribute', '<p a="1\n2"/>'],
    ['XML 1.1', '<?xml version="1.1"?><p/>'],
    ['a tag that does not end', '<p'],
    ['elements that overlap', '<p><b></p></b>'],
    ['an attribute twice', '<p a="1" a="2"/>'],
    ['two roots', '<p/><p/>'],
    ['words outside', '<p/>x'],
    ['an entity that nobody knows', '<p>&x;</p>'],
    ['a sign that XML has not', '<p>\u0001</p>'],
    ['nothing', ''],
    ['a tag without end', `<p a="${'x'.repeat(20_000)}"/>`],
    ['elements nested beyond reason', `${'<p>'.repeat(1001)}${'</p>'.repeat(1001)}`],
  ])('leaves %s to the whole parser', (_what, xml) => expect(scanXml(xml)).toBeUndefined())

  test('a file of a million and more elements is refused as before', () => {
    expect(() => parseXml(`<p>${'<b/>'.repeat(1_000_001)}</p>`, 'x.xml')).toThrow('it has more than 1,000,000 elements')
  })
})
