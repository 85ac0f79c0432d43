/** A protected name stands in a captured file beside its words, or in a file in it. Such a file stays here. */
import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipOf } from '../../../builders/files/zipOf'
import { busanDesk } from '../../newsDesk'
import { allText, open } from './bundleDesk'

const NAME = 'Olena Kovalchuk'
const utf16 = Buffer.from(`\uFEFF${NAME}`, 'utf16le').swap16()
const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** A PDF of one page that says “About 100 minutes.” Object 6 on are `more`. */
function pdf({ info = '', page = '', catalog = '', more = [] as readonly string[] } = {}): Buffer {
  const words = 'BT /F 12 Tf 20 100 Td (About 100 minutes.) Tj ET'
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${page}>>`,
    `<</Length ${words.length}>>stream\n${words}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ]
  let file = '%PDF-1.5\n'
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${file}${table}trailer<</Size ${size}/Root 1 0 R${info}>>\nstartxref\n${file.length}\n%%EOF`,
    'latin1',
  )
}
const stream = (dictionary: string, data: Buffer): string =>
  `<<${dictionary}/Length ${data.length}>>stream\n${data.toString('latin1')}\nendstream`
const attached = (name: string, content: Buffer) =>
  pdf({
    catalog: '/Names<</EmbeddedFiles<</Names[(a) 7 0 R]>>>>',
    more: [
      stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(content)),
      `<</Type/Filespec/F(${name})/EF<</F 6 0 R>>>>`,
    ],
  })

const mail = (head: readonly string[], body: string): Buffer =>
  Buffer.from(['From: desk@example.org', 'MIME-Version: 1.0', ...head, '', body].join('\r\n'))
const TEXT = 'Content-Type: text/plain; charset=utf-8'
const parts = (kind: string, ...bodies: readonly string[]): Buffer =>
  mail([`Content-Type: multipart/${kind}; boundary=B`], [...bodies, ''].map((body) => `--B\r\n${body}`).join('\r\n'))
const attachment = (name: string, content: Buffer): string =>
  `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
  `Content-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}`
const INFO = { info: '/Info 6 0 R', more: [`<</Author<${utf16.toString('hex')}>>>`] }
const plainPart = `${TEXT}\r\n\r\nAbout 100 minutes.`

const naming: Readonly<Record<string, Uint8Array>> = {
  'author in another encoding.pdf': pdf(INFO),
  'packed metadata.pdf': pdf({
    catalog: '/Metadata 6 0 R',
    more: [
      stream(
        '/Type/Metadata/Subtype/XML/Filter/FlateDecode',
        deflateSync(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${NAME}</a></x:xmpmeta>`),
      ),
    ],
  }),
  'note.pdf': pdf({
    page: '/Annots[6 0 R]',
    more: [`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T<${utf16.toString('hex')}>/Contents(Check.)>>`],
  }),
  'attached.pdf': attached('notes.txt', Buffer.from(`${NAME} told us.`)),
  'attached in attached.pdf': attached('inner.pdf', attached('notes.txt', Buffer.from(`${NAME} told us.`))),
  'subject.eml': mail([`Subject: =?utf-8?B?${base64(NAME)}?=`, TEXT], 'About 100 minutes.'),
  'reply.eml': mail([`Reply-To: =?utf-8?Q?Olena_Kovalchu=6B?= <o@example.org>`, TEXT], 'About 100 minutes.'),
  'second version.eml': parts(
    'alternative',
    plainPart,
    `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(`<p>${NAME}</p>`)}`,
  ),
  'scan.eml': parts('mixed', plainPart, attachment('scan.pdf', pdf(INFO))),
  'few header fields.eml': Buffer.from(
    `From: desk@example.org\r\n${TEXT}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(`${NAME} told us.`)}`,
  ),
  'box.mbox': Buffer.concat(
    [mail([TEXT], 'About 100 minutes.\r\n'), mail([TEXT, 'Content-Transfer-Encoding: base64'], base64(NAME))].map(
      (letter) => Buffer.concat([Buffer.from('From desk Thu Oct 30 2025\r\n'), letter]),
    ),
  ),
  'papers.zip': zipOf([{ name: 'report.pdf', data: pdf(INFO) }]),
}
const unread: Readonly<Record<string, Uint8Array>> = {
  'unknown part.eml': parts('mixed', plainPart, attachment('data.bin', Buffer.from([1, 0, 2, 0, 3, 0, 0xee, 0xff]))),
  'packed part.zip': zipOf([{ name: 'a.txt.gz', data: gzipSync(NAME) }]),
}
const clean: Readonly<Record<string, Uint8Array>> = {
  'report.pdf': pdf({ info: '/Info 6 0 R', more: ['<</Author(Ministry)>>'] }),
  'with notes.pdf': attached('notes.txt', Buffer.from('The ministry told us.')),
  'letter.eml': parts('mixed', plainPart, attachment('scan.pdf', pdf())),
}

test('a file with the name in its metadata, its notes, its other version or its attachments stays here', async () => {
  const { act, story, pool } = await busanDesk()
  await act('Editor', 'source.add', { name: NAME, kind: 'person', groundRules: 'background', protected: true })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const names = new Map<string, string>()
  for (const [name, bytes] of Object.entries({ ...naming, ...unread, ...clean })) {
    const { upload } = await act('Reporter', 'file.begin', { name })
    await act('Reporter', 'file.write', { upload, bytes: Uint8Array.from(bytes) })
    const { sha256: file } = await act('Reporter', 'file.keep', { upload })
    names.set(file, name)
    const evidence = { source: pool, locator: 'whole', stance: 'supports' as const, file, fileName: name }
    await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
  }
  const handed = await act('Reporter', 'story.handOver', { stories: [story] })
  const [read] = (await open(handed.bytes)).stories
  expect([...(read?.files.keys() ?? [])].map((file) => names.get(file)).sort()).toEqual(Object.keys(clean).sort())
  expect(handed.losses.map(({ what, count }) => `${what}: ${count}`)).toEqual([
    `captured files that name a protected source: ${Object.keys(naming).length}`,
    `captured files that Stet cannot read and that may name a protected source: ${Object.keys(unread).length}`,
  ])
  expect(allText(handed.bytes)).not.toContain('Kovalchuk')
})
