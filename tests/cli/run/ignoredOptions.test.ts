/** An option that would change nothing is wrong usage: who gives it believes that it does something. */
import { expect, test } from 'vitest'
import { commandLine } from './terminal'

const exporting = ['export', 'story-1', '--draft', '--out', 'out'] as const
const bundle = '--format bundle: a bundle contains the whole story as it is.'

test.each([
  [['move', 'story-1', 'published', '--kind', 'correction'], 'stet move ID inReview --kind KIND'],
  [['move', 'story-1', 'filed', '--kind', 'update'], 'stet move ID inReview --kind KIND'],
  [['fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--reason', 'r'], '--reason needs --status'],
  [['derive', 'story-1', 'fact-1', '--expression', 'a', '--rate-source', 'ECB'], '--rate-source needs --rate.'],
  [['derive', 'story-1', 'fact-1', '--expression', 'a', '--rate-date', '2026-01-02'], '--rate-date needs --rate.'],
  [['export', 'story-1', '--out', 'out', '--format', 'bundle', '--bare'], `--bare cannot be used with ${bundle}`],
  [['export', 'story-1', '--out', 'out', '--format', 'bundle', '--embed'], `--embed cannot be used with ${bundle}`],
  [
    ['export', 'story-1', '--out', 'out', '--format', 'bundle', '--paper', 'story'],
    `--paper cannot be used with ${bundle}`,
  ],
  [[...exporting, '--format', 'html', '--line-length', '60'], '--line-length cannot be used with --format html.'],
  [[...exporting, '--format', 'text', '--line-length', '20'], '--line-length needs a whole number from 30 to 500.'],
  [[...exporting, '--format', 'html', '--slug-header'], 'Formats that have it: text.'],
  [[...exporting, '--format', 'text', '--bare'], 'Formats that have it: html.'],
  [[...exporting, '--format', 'html', '--embed'], 'Formats that have it: markdown.'],
  [[...exporting, '--format', 'pdf', '--paper', 'story'], 'Formats that have it: factsheet.'],
  [
    [...exporting, '--format', 'html', '--edition', 'internal'],
    'Formats with an internal edition: factsheet, annotations.',
  ],
  [['profiles', 'add', 'Web', '--folder', 'out', '--format', 'html', '--line-length', '60'], '--line-length cannot'],
])('%j', async (argv, said) => {
  const { stet } = await commandLine()
  await stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  const { code, out, err } = await stet(...argv)
  expect([code, out, err]).toEqual([1, '', expect.stringContaining(said)])
})

test('the public edition of a format that has only that one is no mistake', async () => {
  const { stet } = await commandLine()
  await stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  expect((await stet(...exporting, '--format', 'html', '--edition', 'public')).code).toBe(0)
})
