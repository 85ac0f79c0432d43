/** Mail and pages that a browser saved as one file are shown as words: nothing runs, nothing is fetched. */
import { describe, expect, it } from 'vitest'
import { readCapturedText } from '../../../../src/exchange/import/captured/readCapturedText'

const lines = (...text: readonly string[]): Uint8Array => new TextEncoder().encode(text.join('\r\n'))

const read = async (name: string, bytes: Uint8Array): Promise<readonly string[] | undefined> =>
  (await readCapturedText(name, bytes))?.parts.map(({ graf, text }) => `${graf} ${text}`)

const HEADERS = [
  'Received: from mail.example.org by mx.example.net; Wed, 4 Nov 2026 09:00:00 +0900',
  'From: =?UTF-8?B?67Cw7KCV7Zi4?= <bae@example.org>',
  'To: Mina Park <mina@example.net>, desk@example.net',
  'Subject: The strike',
  'Date: Wed, 4 Nov 2026 09:00:00 +0900',
  'MIME-Version: 1.0',
]
const FIELDS = [
  '1 Subject: The strike',
  '2 From: 배정호 <bae@example.org>',
  '3 To: Mina Park <mina@example.net>, <desk@example.net>',
]

describe('mail', () => {
  it('reads its fields, its paragraphs, quoted lines and the names of its attachments', async () => {
    const mail = lines(
      ...HEADERS,
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'It lasted 17 hours=',
      ', all told.',
      '',
      '> How long',
      '> did it last?',
      'See the file.',
      '--b',
      'Content-Type: application/pdf; name="deal.pdf"',
      'Content-Disposition: attachment; filename="deal.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--b--',
    )
    expect(await read('a.eml', mail)).toEqual([
      ...FIELDS,
      expect.stringMatching(/^4 Date: .*2026/u),
      '5 It lasted 17 hours, all told.',
      '6 > How long',
      '7 > did it last?',
      '8 See the file.',
      '9 Attachment: deal.pdf',
    ])
  })

  it('tells the moment of its date with the offset of the sender, and of no other graf', async () => {
    const momentsOf = async (date: string) => {
      const headers = HEADERS.map((header) => (header.startsWith('Date:') ? `Date: ${date}` : header))
      const read = await readCapturedText('a.eml', lines(...headers, '', 'On Wed, 4 Nov 2026 09:00:00 +0900 it ended.'))
      return read?.parts.map(({ moment }) => moment)
    }
    const none = undefined
    expect([
      await momentsOf('Wed, 4 Nov 2026 09:00:00 +0900 (KST)'),
      await momentsOf('last Wednesday'),
      await momentsOf(`Wed, 4 Nov 2026 09:00:00 +0900 (${'K'.repeat(100)})`),
    ]).toEqual([
      [none, none, none, { at: '2026-11-04T00:00:00.000Z', written: 'Wed, 4 Nov 2026 09:00:00 +0900 (KST)' }, none],
      [none, none, none, none, none],
      [none, none, none, none, none],
    ])
  })

  it('of a page alone the words are read, in the letters of its part, without scripts', async () => {
    const mail = new Uint8Array(
      Buffer.concat([
        Buffer.from(
          [...HEADERS, 'Content-Type: text/html; charset=euc-kr', '', ''].join('\r\n') +
            '<meta charset="euc-kr"><script>globalThis.hit = 1</script><img src="https://example.org/x.png"><p>',
        ),
        // “파업” in EUC-KR.
        Buffer.from([0xc6, 0xc4, 0xbe, 0xf7]),
        Buffer.from('</p><p>17 hours</p>'),
      ]),
    )
    expect((await read('a.eml', mail))?.slice(4)).toEqual(['5 파업', '6 17 hours'])
    expect('hit' in globalThis).toBe(false)
  })

  it('is nested in itself as deep as it likes, and is refused or read, but never runs away', async () => {
    const deep = Array.from({ length: 5000 }, (_, level) => [
      `Content-Type: multipart/mixed; boundary="b${level}"`,
      '',
      `--b${level}`,
    ]).flat()
    await expect(read('deep.eml', lines(...HEADERS, ...deep))).rejects.toThrow(
      'deep.eml was not imported: it is damaged, or nested too deeply',
    )
  })
})

it('a page that a browser saved as one file says where it came from, and shows its words', async () => {
  const page = lines(
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.org/strike',
    'Subject: Strike ends',
    'Date: Wed, 4 Nov 2026 00:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----b"',
    '',
    '------b',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/strike',
    '',
    '<html><body><p>It lasted 17=20hours.</p><iframe src=3D"https://example.org"></iframe></body></html>',
    '------b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://example.org/x.png',
    '',
    'iVBORw0KGgo=',
    '------b--',
  )
  expect(await read('strike.mht', page)).toEqual([
    '1 Subject: Strike ends',
    '2 Saved from: https://example.org/strike',
    expect.stringMatching(/^3 Date: /u),
    '4 It lasted 17 hours.',
  ])
})

it('a memo that only looks like mail is text as it is', async () => {
  expect(await read('memo.txt', lines('From: Kim', 'To: Lee', '', 'It lasted 17 hours.'))).toEqual([
    '1 From: Kim',
    '2 To: Lee',
    '3 It lasted 17 hours.',
  ])
})
