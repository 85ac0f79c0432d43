/** Evidence in captured files: where the words are, what may be a locator, what carries *verified* (rules 7, 11). */
import { describe, expect, test } from 'vitest'
import { docxOf } from '../../../builders/files/docxOf'
import { pdfFrom } from '../../../builders/files/pdfFrom'
import { newsDesk } from '../../newsDesk'

const COPY =
  'Crews end strike\n\nA deck\n\nThe strike lasted 17 hours. “We got our nights back,” said Bae Jung-ho.\n\n' +
  'She met 412 workers.'

async function agreementDesk() {
  const desk = await newsDesk()
  const { act } = desk
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode(COPY),
  })
  const { id: source } = await act('Reporter', 'source.add', { name: 'Wage agreement', kind: 'document' })
  const keep = async (by: string, name: string, bytes: Uint8Array) => {
    const { upload } = await act(by, 'file.begin', { name })
    await act(by, 'file.write', { upload, bytes })
    const { sha256 } = await act(by, 'file.keep', { upload })
    return { file: sha256, fileName: name }
  }
  const tag = async (text: string, type: 'figure' | 'quote' | 'name' = 'figure') =>
    (await act('Reporter', 'fact.tag', { story, text, type })).id
  const hours = await tag('17 hours')
  const find = (fact: string) => act('Editor', 'fact.find', { story, fact, source })
  const status = async (fact: string) =>
    (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)?.status
  return { ...desk, story, source, keep, tag, hours, find, status }
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('the words of a fact are looked for in what its source captured', () => {
  test.each([
    ['agreement.pdf', pdfFrom(['Agenda', 'The stoppage lasted 17 hours.']), 'p. 2'],
    ['agreement.txt', text('Agenda\n\nThe stoppage lasted 17 hours.'), '¶ 2'],
    [
      'agreement.docx',
      docxOf('<w:p><w:r><w:t>Agenda</w:t></w:r></w:p><w:p><w:r><w:t>It lasted 17 hours.</w:t></w:r></w:p>'),
      '¶ 2',
    ],
    [
      'agreement.html',
      text('<!doctype html><title>Deal</title><script>17 hours</script><p>It lasted <b>17</b> hours.'),
      '¶ 2',
    ],
    [
      'talk.srt',
      text('1\n00:00:01,000 --> 00:00:03,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\n17 hours.\n'),
      '00:00:03',
    ],
  ])('%s', async (name, bytes, locator) => {
    const { act, story, source, keep, hours, find } = await agreementDesk()
    const file = await keep('Reporter', name, bytes)
    const other = await act('Reporter', 'fact.tag', { story, text: '412 workers', type: 'figure' })
    await act('Reporter', 'fact.addEvidence', {
      story,
      fact: other.id,
      evidence: { source, locator: name.endsWith('.pdf') ? 'p. 1' : 'whole', stance: 'supports', ...file },
    })
    const { places, why } = await find(hours)
    expect([why, places.map((place) => [place.locator, place.words, place.file])]).toEqual([
      undefined,
      [[locator, '17 hours', file.file]],
    ])
    const nowhere = await find(other.id)
    expect([nowhere.places, nowhere.why]).toEqual([[], '“412 workers” is not in Wage agreement.'])
  })

  test('a file that a first name hides is read under its own name', async () => {
    const { act, story, source, keep, hours, find } = await agreementDesk()
    const file = await keep('Reporter', 'agreement.txt', text('Agenda\n\nThe stoppage lasted 17 hours.'))
    const attach = (fileName: string, locator: string, excerpt?: string) =>
      act('Reporter', 'fact.addEvidence', {
        story,
        fact: hours,
        evidence: { source, stance: 'supports', file: file.file, fileName, locator, ...(excerpt ? { excerpt } : {}) },
      })
    const unread = 'The captured file cannot be read, so no one can say that this place is in it.'
    // A page may be looked at later, and words that nobody found in the file are not taken.
    await attach('agreement.docx', 'p. 1')
    await expect(attach('agreement.docx', 'letter', 'It lasted 99 hours')).rejects.toThrow(unread)
    await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })).rejects.toThrow(unread)
    await expect(attach('agreement.txt', '¶ 2', 'It lasted 99 hours')).rejects.toThrow('These words are not in')
    await attach('agreement.txt', '¶ 2', 'lasted 17 hours')
    expect((await find(hours)).places.map(({ locator, fileName }) => [locator, fileName])).toEqual([
      ['¶ 2', 'agreement.txt'],
    ])
    await act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })
  })

  test('without a captured file, and in one without words, the locator is asked for', async () => {
    const { act, story, source, keep, hours, find } = await agreementDesk()
    expect((await find(hours)).why).toContain('No file of Wage agreement was captured')
    const file = await keep('Reporter', 'scan.pdf', pdfFrom(['']))
    await act('Reporter', 'fact.addEvidence', {
      story,
      fact: hours,
      evidence: { source, locator: 'p. 1', stance: 'supports', ...file },
    })
    expect((await find(hours)).why).toContain('is not in Wage agreement')
  })

  test('a quote that differs, has another speaker or is cut beside a negation is refused', async () => {
    const { act, story, source, keep, tag, find } = await agreementDesk()
    const quote = await tag('“We got our nights back,”', 'quote')
    await act('Reporter', 'fact.describe', { story, fact: quote, attributedTo: 'Bae Jung-ho' })
    const attach = async (words: string) =>
      act('Reporter', 'fact.addEvidence', {
        story,
        fact: (await act('Reporter', 'fact.tag', { story, text: '412 workers', type: 'figure' })).id,
        evidence: { source, locator: '¶ 1', stance: 'supports', ...(await keep('Reporter', 'talk.txt', text(words))) },
      })
    await attach('HAN: We got our nights back.')
    expect(await find(quote)).toMatchObject({ places: [], refused: true })
    await attach('BAE JUNG-HO: We got our days back.')
    expect(await find(quote)).toMatchObject({ places: [], refused: true })
    await attach('BAE JUNG-HO: We got our nights back.')
    expect((await find(quote)).places.map(({ locator }) => locator)).toEqual(['¶ 1'])
  })

  test('a fact with a verdict against it or an open query is refused', async () => {
    const { act, story, hours, find } = await agreementDesk()
    for (const verdict of ['queried', 'wrong'] as const) {
      await act('Editor', 'fact.sign', { story, fact: hours, status: verdict, reason: 'Which hours?' })
      expect(await find(hours)).toMatchObject({ places: [], refused: true })
    }
  })
})

describe('a locator that leads nowhere', () => {
  test('is refused with the evidence, and nothing is attached or signed', async () => {
    const { act, story, source, keep, hours, status } = await agreementDesk()
    const file = await keep('Editor', 'agreement.pdf', pdfFrom(['Agenda', 'It lasted 17 hours.']))
    const before = (await act('Editor', 'story.history', { story })).length
    for (const [locator, excerpt, said] of [
      ['p. 3', undefined, 'There is no page 3'],
      ['p. 1', 'It lasted 17 hours.', 'These words are not on page 1'],
      ['x', undefined, 'Say where in the source'],
      ['\u200B', undefined, 'Say where in the source'],
    ] as const) {
      const evidence = { source, locator, stance: 'supports', ...(excerpt ? { excerpt } : {}), ...file } as const
      await expect(act('Editor', 'fact.addEvidence', { story, fact: hours, evidence })).rejects.toThrow(said)
      await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified', evidence })).rejects.toThrow(
        said,
      )
    }
    expect((await act('Editor', 'story.history', { story })).length).toBe(before)
    await act('Editor', 'fact.sign', {
      story,
      fact: hours,
      status: 'verified',
      evidence: { source, locator: 'p. 2', stance: 'supports', excerpt: '17 hours', ...file },
    })
    expect(await status(hours)).toBe('verified')
  })

  test('of evidence that was attached before carries no verified, whatever lies beside it', async () => {
    const { act, story, hours } = await agreementDesk()
    const { id: person } = await act('Editor', 'source.add', { name: 'Han Seo-yeon', kind: 'person' })
    await act('Editor', 'fact.addEvidence', {
      story,
      fact: hours,
      evidence: { source: person, locator: 'by phone', stance: 'supports' },
    })
    await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })).rejects.toThrow(
      'Give the date and how you spoke',
    )
  })
})

describe('without a captured file', () => {
  test.each([
    ['2026-13-45, by phone', 'There is no day “2026-13-45”. Give the day on which it was.'],
    ['3099-01-01, by phone', '“3099-01-01” is still to come. Give the day on which it was.'],
  ])('“%s” carries no verified, attached before or now', async (locator, said) => {
    const { act, story, hours } = await agreementDesk()
    const { id: person } = await act('Editor', 'source.add', { name: 'Han Seo-yeon', kind: 'person' })
    const evidence = { source: person, locator, stance: 'supports' } as const
    const verified = { story, fact: hours, status: 'verified' } as const
    await expect(act('Editor', 'fact.sign', { ...verified, evidence })).rejects.toThrow(said)
    await act('Editor', 'fact.addEvidence', { story, fact: hours, evidence })
    await expect(act('Editor', 'fact.sign', verified)).rejects.toThrow(said)
  })

  test('one piece of evidence carries verified only if it also leads to its place', async () => {
    const { act, story, hours, status } = await agreementDesk()
    const { id: person } = await act('Editor', 'source.add', { name: 'Han Seo-yeon', kind: 'person' })
    const add = async (by: string, locator: string): Promise<void> =>
      void (await act(by, 'fact.addEvidence', {
        story,
        fact: hours,
        evidence: { source: person, locator, stance: 'supports' },
      }))
    await add('Editor', 'by phone')
    await add('Reporter', '30 Oct 2026, by phone')
    await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })).rejects.toThrow(
      'Give the date and how you spoke',
    )
    await add('Editor', '30 Oct 2026, by phone')
    await act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })
    expect(await status(hours)).toBe('verified')
  })

  test('what only the author brought carries on author, not verified', async () => {
    const { act, story, source, keep, hours, status } = await agreementDesk()
    await act('Reporter', 'fact.addEvidence', {
      story,
      fact: hours,
      evidence: { source, locator: 'p. 2', stance: 'supports' },
    })
    await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })).rejects.toThrow(
      'Only an author supplied or saw this',
    )
    await act('Editor', 'fact.sign', { story, fact: hours, status: 'onAuthor' })
    expect(await status(hours)).toBe('onAuthor')
    const file = await keep('Reporter', 'agreement.pdf', pdfFrom(['Agenda', 'It lasted 17 hours.']))
    await act('Reporter', 'fact.addEvidence', {
      story,
      fact: hours,
      evidence: { source, locator: 'p. 2', stance: 'supports', ...file },
    })
    await act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })
    expect(await status(hours)).toBe('verified')
  })

  test('what the verifier saw carries on author; what another person saw carries verified', async () => {
    const { act, story, hours, status } = await agreementDesk()
    const { id: seen } = await act('Editor', 'source.add', { name: 'At the pier', kind: 'observation' })
    const evidence = { source: seen, locator: 'Legal, Pier 3, 30 Oct 11:00', stance: 'supports' } as const
    await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified', evidence })).rejects.toThrow(
      'This is based on what Editor saw',
    )
    await act('Legal', 'fact.addEvidence', { story, fact: hours, evidence })
    await act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })
    expect(await status(hours)).toBe('verified')
  })
})

test('an observation that names the verifier is the verifier’s, whoever attached it', async () => {
  const { act, story, hours, status } = await agreementDesk()
  const { id: seen } = await act('Editor', 'source.add', { name: 'At the pier', kind: 'observation' })
  const evidence = { source: seen, locator: 'Editor, Pier 3, 30 Oct 11:00', stance: 'supports' } as const
  await act('Legal', 'fact.addEvidence', { story, fact: hours, evidence })
  await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })).rejects.toThrow(
    'This is based on what Editor saw',
  )
  await act('Editor', 'fact.sign', { story, fact: hours, status: 'onAuthor' })
  expect(await status(hours)).toBe('onAuthor')
})

test('what a former author brought carries on author', async () => {
  const { act, story, source, hours } = await agreementDesk()
  await act('Legal', 'fact.addEvidence', {
    story,
    fact: hours,
    evidence: { source, locator: 'p. 2', stance: 'supports' },
  })
  await act('Editor', 'story.setField', { story, field: 'byline', value: [{ name: 'Legal' }] })
  await act('Editor', 'story.setField', { story, field: 'byline', value: [] })
  await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'verified' })).rejects.toThrow('author')
})

test('taking a verdict back needs a reason, which stays in the history', async () => {
  const { act, story, hours } = await agreementDesk()
  await act('Editor', 'fact.sign', { story, fact: hours, status: 'wrong', reason: '18' })
  await expect(act('Editor', 'fact.withdraw', { story, fact: hours, reason: ' ' })).rejects.toThrow(
    'Say why you take the verdict back. The reason is kept in the history.',
  )
  await act('Editor', 'fact.withdraw', { story, fact: hours, reason: 'A slip of the key' })
  expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
    kind: 'withdrawn',
    reason: 'A slip of the key',
  })
})

test('a verdict against unchanged words is replaced only with a reason', async () => {
  const { act, story, source, hours, status } = await agreementDesk()
  await act('Editor', 'fact.sign', { story, fact: hours, status: 'wrong', reason: '18' })
  const verdict = {
    story,
    fact: hours,
    status: 'verified',
    evidence: { source, locator: 'p. 2', stance: 'supports' },
  } as const
  await expect(act('Editor', 'fact.sign', verdict)).rejects.toThrow('Say why your verdict replaces it.')
  expect(await status(hours)).toBe('wrong')
  await act('Editor', 'fact.sign', { ...verdict, reason: 'I misread the page' })
  expect(await status(hours)).toBe('verified')
})

test('a query replaces a verdict against the words, its question is the reason, and taking it back restores the verdict', async () => {
  const { act, story, hours, status } = await agreementDesk()
  await act('Editor', 'fact.sign', { story, fact: hours, status: 'wrong', reason: '18' })
  await expect(act('Editor', 'fact.sign', { story, fact: hours, status: 'queried' })).rejects.toThrow(
    'Say why your verdict replaces it.',
  )
  await act('Editor', 'fact.sign', { story, fact: hours, status: 'queried', reason: 'Which clock was that?' })
  expect(await status(hours)).toBe('queried')
  expect((await act('Editor', 'query.list', { story })).queries).toMatchObject([{ question: 'Which clock was that?' }])
  await act('Editor', 'fact.withdraw', { story, fact: hours, reason: 'Asked by phone' })
  expect(await status(hours)).toBe('wrong')
})

test('sign again takes no evidence that came or was exchanged meanwhile', async () => {
  const { act, story, source, hours, status } = await agreementDesk()
  await act('Editor', 'fact.sign', {
    story,
    fact: hours,
    status: 'verified',
    evidence: { source, locator: 'p. 2', stance: 'supports' },
  })
  const [mine] = (await act('Editor', 'story.show', { story })).facts[0]?.evidence ?? []
  await act('Reporter', 'fact.removeEvidence', { story, fact: hours, evidence: mine?.id ?? '' })
  await act('Reporter', 'fact.addEvidence', {
    story,
    fact: hours,
    evidence: { source, locator: 'p. 99', stance: 'supports' },
  })
  const { words, sentence } = (await act('Editor', 'story.show', { story })).facts[0] ?? { words: '', sentence: '' }
  const seen = [{ fact: hours, words, sentence }]
  expect(await act('Editor', 'fact.signAgain', { story, facts: seen })).toEqual({ signed: [], refused: [] })
  expect(await status(hours)).toBe('reCheck')
})
