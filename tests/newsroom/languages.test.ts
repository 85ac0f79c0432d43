/**
 * Nothing that is stored, signed, hashed or compared depends on the language that the person reads: the same acts make
 * the same records in each language, and what was lifted in one language stays lifted in another.
 */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setLanguage } from '../../src/catalogue/area'
import { speak } from '../../src/catalogue/language'
import { runChecks } from '../../src/checks/runChecks'
import { runAction } from '../../src/newsroom/runAction'
import { wroteIn } from '../../src/newsroom/gate/wroteAt'
import { seenOfFinding } from '../../src/story/assessment/seenFinding'
import type { Finding } from '../../src/story/assessment/finding'
import { historyLines } from '../../src/story/history/historyLines'
import { shownStored } from '../../src/story/history/storedText'
import { hashBytes } from '../../src/story/ledger/hash'
import { EXPORT_FORMATS } from '../../src/story/desk/exportFormat'
import { DOORS } from '../../src/story/ledger/stages'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import type { SnapshotLine } from '../../src/story/requests/snapshotLine'
import { BUSAN, newsDesk, type NewsDesk } from './newsDesk'

beforeAll(async () => {
  await speak('ko')
  setLanguage('en')
})
afterEach(() => setLanguage('en'))

/** A desk with a story on which people did all that leaves records. */
async function filled(): Promise<NewsDesk & { readonly stories: readonly string[] }> {
  const desk = await newsDesk()
  const { act } = desk
  const file = (name: string, text: string) =>
    act('Reporter', 'story.import', { name, bytes: new TextEncoder().encode(text) })
  const { id: story } = await file('busan.txt', BUSAN)
  const { id: pool } = await act('Reporter', 'source.add', { name: 'Pool report 3', kind: 'pool' })
  const { id: clerk } = await act('Editor', 'source.add', {
    name: 'Han Dae-jung',
    kind: 'person',
    protected: true,
    groundRules: 'background',
    aliases: ['the clerk'],
  })
  const tag = async (text: string, type: 'figure' | 'quote' | 'name' | 'allegation' | 'superlative') =>
    (await act('Reporter', 'fact.tag', { story, text, type })).id
  const figure = await tag('100 minutes', 'figure')
  const quote = await tag('“a very tough negotiator,”', 'quote')
  const first = await tag('first talks in six years', 'superlative')
  await act('Reporter', 'fact.derive', {
    story,
    fact: figure,
    derivation: { expression: 'end - start', inputs: [{ name: 'start', value: 'noon' }] },
  })
  await act('Editor', 'fact.addEvidence', {
    story,
    fact: quote,
    evidence: { source: pool, locator: '¶ 2', stance: 'supports' },
  })
  await act('Editor', 'fact.sign', { story, fact: quote, status: 'verified' })
  await act('Editor', 'fact.sign', { story, fact: first, status: 'queried', reason: 'Since when?' })
  await act('Reporter', 'fact.answer', { story, fact: first, text: 'Since 2019.' })
  const { id: apart } = await act('Editor', 'suggestion.propose', { story, replace: 'separately', with: 'apart' })
  await act('Editor', 'suggestion.propose', { story, replace: 'They left', with: '' })
  await act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: apart }] })
  await act('Reporter', 'story.setField', { story, field: 'slug', value: 'BUSAN-SUMMIT' })
  await act('Reporter', 'story.setField', { story, field: 'edNote', value: 'Story TK' })
  await act('Reporter', 'version.keep', { story, name: 'Before the desk' })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  await act('Editor', 'story.export', { story, format: 'text', draft: true, override: 'For the archive.' })
  await settled(desk)
  const { id: second } = await file('port.txt', PORT)
  const ships = (await act('Reporter', 'fact.tag', { story: second, text: '12 ships', type: 'figure' })).id
  await act('Reporter', 'story.move', { story: second, to: 'filed' })
  await act('Editor', 'story.move', { story: second, to: 'inReview' })
  const { suggestion } = await act('Editor', 'fact.sign', {
    story: second,
    fact: ships,
    status: 'wrong',
    reason: 'The log has 13.',
    proposed: '13 ships',
    evidence: { source: pool, locator: '¶ 4', stance: 'contradicts' },
  })
  await act('Reporter', 'suggestion.accept', { story: second, suggestions: [{ id: suggestion ?? '' }] })
  await act('Editor', 'story.setField', { story: second, field: 'needsLegal', value: 'required' })
  await act('Legal', 'story.setField', { story: second, field: 'needsLegal', value: 'complete' })
  const { blocks } = await act('Editor', 'story.gate', { story: second, door: 'clear' })
  for (const { rule, key } of blocks.filter((block) => block.dismissable))
    await act('Editor', 'finding.dismiss', { story: second, rule, key, reason: 'Read it.' })
  await act('Editor', 'story.move', { story: second, to: 'cleared', override: 'Checked by phone.' })
  await act('Reporter', 'copy.replace', { story: second, replace: 'Friday', with: 'Saturday', nth: 1 })
  await settled(desk)
  await act('Editor', 'version.restore', { story: second, n: 1 })
  await settled(desk)
  expect([clerk, ships]).not.toContain('')
  return { ...desk, stories: [story, second] }
}

const PORT = 'Clerk sees 12 ships\n\nHan Dae-jung saw 12 ships on Friday in Busan.'

async function settled({ room, settle }: NewsDesk): Promise<void> {
  settle.now()
  await room.settleAll()
}

const inLanguage = async <T>(language: 'en' | 'ko', make: () => Promise<T>): Promise<T> => {
  setLanguage(language)
  try {
    return await make()
  } finally {
    setLanguage('en')
  }
}

/** What a finding is, without its words for people. */
const findingsOf = async ({ room }: NewsDesk, id: string): Promise<readonly object[]> => {
  const story = await room.storyNow(id)
  const [value, assessments, desk] = [story.value(), story.assessments(), room.desk()]
  const one = (finding: Finding) => ({
    rule: finding.rule,
    key: finding.key,
    severity: finding.severity,
    where: finding.where,
    seen: seenOfFinding(finding, value.copy, assessments),
  })
  return [
    ...runChecks({ story: value, assessments, desk }, wroteIn(room, story)).map(one),
    ...(await Promise.all(
      DOORS.map(async (door) => {
        const verdict = await runAction(room, 'Editor', 'story.gate', { story: id, door })
        return { door, seen: verdict.seen, blocks: verdict.blocks.map(one), warns: verdict.warns.map(one) }
      }),
    )),
  ]
}

describe('the language of the person', () => {
  test('changes no finding, no hash of what was seen and no signed view', async () => {
    const desk = await filled()
    for (const id of desk.stories) {
      const views = async () =>
        (await desk.room.storyNow(id)).assessments().map(({ id: fact, view }) => [fact, view?.hash])
      const [english, korean] = [
        await inLanguage('en', async () => ({ findings: await findingsOf(desk, id), views: await views() })),
        await inLanguage('ko', async () => ({ findings: await findingsOf(desk, id), views: await views() })),
      ]
      expect(english.findings.length).toBeGreaterThan(DOORS.length)
      expect(korean).toEqual(english)
    }
  })

  test('changes no entry of the history, no snapshot and no row of the list', async () => {
    const recorded = async (): Promise<{
      readonly entries: readonly LedgerEntry[]
      readonly snapshots: readonly SnapshotLine[]
      readonly rows: readonly object[]
    }> => {
      const desk = await filled()
      const stories = await Promise.all(desk.stories.map((id) => desk.room.storyNow(id)))
      const snapshots = await Promise.all(
        desk.stories.map(async (story) => (await desk.act('Editor', 'version.list', { story })).versions),
      )
      return {
        entries: stories.flatMap((story) => story.entries),
        snapshots: snapshots.flat(),
        rows: stories.map((story) => story.summary()),
      }
    }
    const [english, korean] = [await inLanguage('en', recorded), await inLanguage('ko', recorded)]
    expect(english.entries.length).toBeGreaterThan(20)
    expect(korean).toEqual(english)
  })

  test('changes no byte of an export, which is in the language of its story', async () => {
    const desk = await filled()
    const [story = ''] = desk.stories
    const bytes = async (): Promise<readonly string[]> =>
      Promise.all(
        EXPORT_FORMATS.map(async (format) => {
          const { bytes: written, fileName } = await desk.act('Editor', 'story.previewExport', {
            story,
            format,
            draft: true,
          })
          return `${format} ${fileName} ${hashBytes(written)}`
        }),
      )
    for (const language of ['en', 'ko-KR']) {
      await desk.act('Editor', 'story.setField', { story, field: 'language', value: language })
      expect(await inLanguage('ko', bytes)).toEqual(await inLanguage('en', bytes))
    }
    const { bytes: sheet } = await desk.act('Editor', 'story.previewExport', {
      story,
      format: 'factsheet',
      draft: true,
    })
    expect(new TextDecoder().decode(sheet)).toContain('확인됨')
  })

  test('shows what was stored in English in the language of the reader', async () => {
    const desk = await filled()
    const stories = await Promise.all(desk.stories.map((id) => desk.room.storyNow(id)))
    const kept = (
      await Promise.all(desk.stories.map((story) => desk.act('Editor', 'version.list', { story })))
    ).flatMap(({ versions }) => versions.map(({ why }) => why))
    const lines = () =>
      stories.flatMap(({ entries }) => historyLines(entries, (id) => id)).flatMap(({ notes }) => notes)
    expect([...new Set(kept)].sort()).toEqual([
      'Autosaved',
      'Before snapshot 1 was restored',
      'Clear',
      'Edited after it was cleared',
      'Export as text',
      'File to desk',
      'Legal read',
      'Saved by hand',
      'Start review',
    ])
    expect(lines()).toEqual(
      expect.arrayContaining([
        '“Changed after it was cleared: text.”',
        '“Suggested by Editor, accepted by Reporter.”',
        'cut “They left”',
      ]),
    )
    setLanguage('ko')
    expect([...new Set(kept)].map(shownStored).filter((why) => /[a-z]{3}/.test(why.replace('text', '')))).toEqual([])
    expect(lines()).toEqual(
      expect.arrayContaining(['“승인 뒤 바뀜: 본문.”', '“Editor가 제안하고 Reporter가 수락함.”', '삭제: “They left”']),
    )
  })
})
