import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

const WORDS = [
  'Talks in Busan end',
  'The talks lasted about 100 minutes, officials said.',
  '대통령은 6년 만에 부산에서 회담했다.',
  '北京の会談は続く。',
]
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ')

test('stet export --format pdf works without a display: a valid file with the words, its own metadata only, and the same bytes each time', async ({
  newsroom,
}) => {
  const source = join(newsroom.scratch, 'talks.md')
  await writeFile(
    source,
    `# ${WORDS[0]}\n\n${WORDS.slice(1).join('\n\n')}\n\n| Port | Ships |\n|---|---|\n| Busan | 40 |\n`,
  )
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', source])
  const [first, second] = ['one-DRAFT.pdf', 'two-DRAFT.pdf'].map((name) => join(newsroom.scratch, name))
  for (const path of [first ?? '', second ?? ''])
    await newsroom.json(['export', story?.id ?? '', '--format', 'pdf', '--draft', '--out', path])
  const text = squeezed(execFileSync('pdftotext', ['-layout', first ?? '', '-'], { encoding: 'utf8' }))
  for (const words of [...WORDS, 'DRAFT. Not for publication.', 'Busan 40']) expect(text).toContain(squeezed(words))
  execFileSync('qpdf', ['--check', first ?? ''])
  const info = execFileSync('pdfinfo', [first ?? ''], { encoding: 'utf8' })
  expect(info).toMatch(/Title: +DRAFT: Talks in Busan end\nCreationDate: +Fri Oct 30 09:00:\d\d 2026/)
  expect(info).not.toMatch(/Producer|Creator|Author/)
  expect((await readFile(second ?? '')).equals(await readFile(first ?? ''))).toBe(true)
  expect(await readFile(first ?? '', 'latin1')).not.toMatch(/Typst|xmp-writer|Chromium|Skia|Mozilla/)
})
