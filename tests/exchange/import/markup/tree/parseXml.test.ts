import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../../../src/exchange/import/markup/tree/parseXml'

const parse = (xml: string) => parseXml(xml, 'x.xml')

describe('parseXml', () => {
  test.each([
    [
      'a declaration, attributes, text and references',
      '<?xml version="1.0" encoding="UTF-8"?>\n<w:p w:a="1" b=\'&lt;2&gt;\'>' +
        '<w:t xml:space="preserve"> 24 &amp; 25&#8239;% </w:t><w:br/></w:p>\n',
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
      'tags that end with a space',
      '<p ><br /></p>',
      { name: 'p', attributes: {}, children: [{ name: 'br', attributes: {}, children: [] }] },
    ],
    [
      'comments and processing instructions, and leaves them out',
      '<p>a<!-- x --><?x y?>b</p>',
      { name: 'p', attributes: {}, children: ['a', 'b'] },
    ],
    ['CDATA as text', '<p><![CDATA[<b>]]></p>', { name: 'p', attributes: {}, children: ['<b>'] }],
    ['letters that HTML names', '<p>caf&eacute;&nbsp;1</p>', { name: 'p', attributes: {}, children: ['café\u00a01'] }],
    ['names beyond ASCII', '<é/>', { name: 'é', attributes: {}, children: [] }],
    ['a line break in an attribute as a space', '<p a="1\n2"/>', { name: 'p', attributes: { a: '1 2' }, children: [] }],
    ['XML 1.1', '<?xml version="1.1"?><p/>', { name: 'p', attributes: {}, children: [] }],
    [
      'a document type with nothing but comments',
      '<!DOCTYPE p SYSTEM "a.dtd" [ <!-- <!ENTITY x "y"> --> <?x y?> ]><p/>',
      { name: 'p', attributes: {}, children: [] },
    ],
    ['a document type that only names itself', '<!DOCTYPE p><p/>', { name: 'p', attributes: {}, children: [] }],
  ])('reads %s', (_what, xml, tree) => expect(parse(xml)).toEqual(tree))

  test.each([
    ['a tag that does not end', '<p', 'document must contain a root element'],
    ['elements that overlap', '<p><b></p></b>', 'line 1, column 10: unexpected close tag'],
    ['an attribute twice', '<p a="1" a="2"/>', 'duplicate attribute: a'],
    ['two roots', '<p/><p/>', 'documents may contain only one root'],
    ['words outside the root', '<p/>x', 'text data outside of root node'],
    ['an unknown entity', '<p>&x;</p>', 'undefined entity'],
    ['a document type with an entity', '<!DOCTYPE p [ <!-- x --><!ENTITY x "y"> ]><p>&x;</p>', 'its own entities'],
    ['a long document type', `<!DOCTYPE p [ <!-- ${'x'.repeat(20_000)} --> ]><p/>`, 'its own entities'],
    ['a document type with two sets', '<!DOCTYPE p [] [ <!ENTITY x "y"> ]><p/>', 'its own entities'],
    ['a character that XML does not allow', '<p>\u0001</p>', 'disallowed character'],
    ['an empty text', '', 'document must contain a root element'],
    ['elements nested too deep', `${'<p>'.repeat(1001)}${'</p>'.repeat(1001)}`, 'nested more than 1,000 deep'],
    ['more elements than a file may have', `<p>${'<b/>'.repeat(1_000_001)}</p>`, 'it has more than 1,000,000 elements'],
  ])('refuses %s', { timeout: 120_000 }, (_what, xml, message) => expect(() => parse(xml)).toThrow(message))
})

test('blank lines before the declaration are no part of the XML', () =>
  expect(parseXml('\n \n<?xml version="1.0"?>\n<nitf/>', 'a.xml').name).toBe('nitf'))
