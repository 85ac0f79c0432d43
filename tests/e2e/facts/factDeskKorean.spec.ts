/**
 * A Korean story on the fact desk, by keyboard alone, from the import to the correction of the next morning: an
 * allegation that legal holds up, an embargo in Korean time, a translated quote and a figure worked out from won.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { busanDesk } from '../pages/busanDesk'
import { Seat } from '../pages/seat'
import { optionIn } from '../pages/options'
import { ChecksPanel } from '../pages/checksPanel'

const COPY = `# 한빛해운, 충돌 사고 숨겼다는 의혹

*보험사는 보상을 거부했다*

한빛해운이 지난달 충돌 사고를 숨겼다고 전직 항해사가 말했다.

런던 보험사의 대변인은 “우리는 보상하지 않을 것이다”라고 밝혔다.

손실은 3500억 원(약 2억4500만 달러)으로 알려졌다.
`
const [HIDDEN, QUOTE, WON, DOLLARS] = [
  '충돌 사고를 숨겼다',
  '“우리는 보상하지 않을 것이다”',
  '3500억 원',
  '약 2억4500만 달러',
] as const
const TRANSCRIPT = 'SPOKESMAN: Let me be clear. We will not pay.\n'

interface Shown {
  readonly stage: string
  readonly version: number
  readonly fields: { readonly language: string; readonly embargo: string }
  readonly facts: readonly { readonly text: string; readonly status: string }[]
}

test('a Korean story goes out under its embargo on the same day and is corrected the next morning', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'hanbit.md')
  const transcript = join(newsroom.scratch, 'call.txt')
  await writeFile(file, COPY)
  await writeFile(transcript, TRANSCRIPT)
  const evening = await busanDesk(
    newsroom,
    [
      ['Editor', 'editor'],
      ['Legal', 'legal'],
    ],
    {},
    file,
  )
  const { launched, reporter, editor, third: legal, story, lap } = evening
  const shown = (): Promise<Shown> => newsroom.json(['show', story])
  expect((await shown()).fields.language).toBe('ko')

  // The reporter tags, notes the original words and how the dollars were worked out, and files.
  for (const [words, letter] of [
    [HIDDEN, 'a'],
    [QUOTE, 'q'],
    [WON, 'f'],
    [DOLLARS, 'f'],
  ] as const)
    await reporter.tag(words, letter)
  await reporter.take(QUOTE)
  await reporter.attach({ source: '보험사 통화', kind: 'Image, audio or video', locator: '0:04', file: transcript })
  await reporter.command('Translation…')
  const translation = reporter.dialog('Translation')
  for (const [label, text] of [
    ['Original words', 'We will not pay'],
    ['Language', 'en'],
  ] as const)
    await reporter.fill(translation.getByLabel(label), text)
  await reporter.press('Enter')
  await expect(translation).toBeHidden()
  await expect(reporter.stet.fact(QUOTE)).toContainText('matches the transcript')
  await reporter.take(DOLLARS)
  await reporter.command('Calculation…')
  const working = reporter.dialog('Calculation')
  await reporter.choose(working.getByLabel('Kind'), 'a divided by a rate (won to dollars)')
  await reporter.choose(
    working.getByRole('group', { name: 'a', exact: true }).getByLabel('Source', { exact: true }),
    `Fact: ${WON}`,
  )
  for (const [label, text] of [
    ['Rate', '1,428.50'],
    ['Source of the rate', '한국은행'],
    ['Date of the rate', '2026-10-30'],
  ] as const)
    await reporter.fill(working.getByLabel(label, { exact: true }), text)
  await reporter.fill(working.getByLabel('Rounded to'), '1000000')
  await expect(working.getByRole('status')).toContainText('as in the copy')
  await reporter.press('Enter')
  await expect(working).toBeHidden()
  await reporter.setField('Slug', 'hanbit')
  await reporter.stet.nextMove('File to desk')
  await expect.poll(async () => (await shown()).stage).toBe('filed')
  lap('reporter')

  // The editor checks the facts; only legal can lift the block.
  await editor.stet.nextMove('Start review')
  await expect.poll(async () => (await shown()).stage).toBe('inReview')
  await editor.verify(WON, { source: '공시', kind: 'Document', locator: '3쪽' })
  await editor.verify(DOLLARS, { source: '공시', locator: '3쪽' })
  await editor.take(QUOTE)
  await editor.command('Translation…')
  await editor.dialog('Translation').getByLabel('I have compared it').press('Space')
  await editor.dialog('Translation').getByRole('button', { name: 'Save' }).press('Enter')
  await expect(editor.dialog('Translation')).toBeHidden()
  await editor.verify(QUOTE)
  await editor.verify(HIDDEN, { source: '항해일지', kind: 'Document', locator: '9월 12일' })
  const row = await editor.take(HIDDEN)
  await editor.attach({ source: '항만 관제사', kind: 'Person', locator: '10월 30일, 전화' })
  await editor.verify(HIDDEN)
  await editor.take(HIDDEN)
  await row.getByRole('button', { name: 'Note a response…' }).press('Enter')
  for (const [label, text] of [
    ['Who was asked', '한빛해운'],
    ['How', '전화'],
    ['When', '10월 30일 17:40'],
    ['Reply', '확인 중'],
  ] as const)
    await editor.fill(row.getByLabel(label, { exact: true }), text)
  await editor.press('Enter')
  await expect(row).toContainText('확인 중')
  await editor.stet.nextMove(/^Clear/)
  const panel = editor.dialog()
  await expect(panel.getByRole('region', { name: 'Checks of this move' })).toContainText(
    'Legal has not read the allegation',
  )
  await expect(panel.getByLabel(/^Reason to override/)).toHaveCount(0)
  await editor.press('Enter')
  await expect(panel.getByRole('alert')).toHaveText(
    /^Legal has not read the allegation .*Only someone with the legal role can override this; you do not have it\. Fix the issues first\.$/,
  )
  await editor.press('Escape')
  await legal.setField('Legal read', 'Complete')
  await editor.press('Control+2')
  await editor.checks.unfold()
  await expect(editor.checks.finding('needsLegal')).toHaveCount(0)
  lap('editor')

  // The embargo is given in Korean time: 21:30 there is 12:30 UTC.
  await editor.press('Control+6')
  await editor.choose(
    editor.page.getByLabel('Zone'),
    (await optionIn(editor.page.getByLabel('Zone'), /KST|Seoul/)
      .first()
      .textContent()) ?? '',
  )
  await editor.page.getByLabel('Embargo until').focus()
  await editor.page.keyboard.type('10302026')
  await editor.press('Tab')
  await editor.page.keyboard.type('0930PM')
  await editor.press('Enter')
  await expect.poll(async () => Date.parse((await shown()).fields.embargo)).toBe(Date.parse('2026-10-30T12:30:00Z'))
  await editor.move(/^Clear/)
  await expect.poll(async () => (await shown()).stage).toBe('cleared')
  const wire = join(newsroom.scratch, 'hanbit-EMBARGOED.txt')
  await editor.press('Control+e')
  await editor
    .dialog('Export')
    .getByRole('radio', { name: /^Web page/ })
    .press('Space')
  await expect(editor.dialog('Export').getByRole('region', { name: 'Checks and leak scan' })).toContainText(
    'this format has no field for it',
  )
  await editor.press('Escape')
  await editor.saveExport(launched, /^Plain text/, wire)
  expect((await readFile(wire, 'utf8')).split('\n')[0]).toBe(
    '엠바고: 2026-10-30T21:30:00+09:00(2026-10-30 12:30 UTC)까지. 그 전에는 보도할 수 없음.',
  )
  await editor.move(/^Publish/)
  await expect.poll(async () => (await shown()).stage).toBe('published')
  await launched.app.close()
  lap('published')

  // Nine in the morning in Seoul: the figure was wrong, and the figure derived from it lapses too.
  const morning = await newsroom.launch({ user: 'Editor', env: { STET_NOW: '2026-10-31T00:00:00Z' } })
  const desk = new Seat(morning.stet, 'Editor')
  await expect(desk.stet.story).toContainText(WON)
  await desk.move(/^New version/, { kind: /^Correction/ })
  await expect.poll(async () => `${(await shown()).stage} ${(await shown()).version}`).toBe('inReview 2')
  const other = await Seat.beside(morning, 'Legal')
  await other.stet.select(WON)
  await other.page.keyboard.insertText('3600억 원')
  await expect(desk.stet.factsPanel.row('3600억 원').status).toHaveText('Re-check')
  await expect(desk.stet.factsPanel.row(DOLLARS).status).toHaveText('Re-check')
  await other.stet.select(DOLLARS)
  await other.page.keyboard.insertText('약 2억5200만 달러')
  await desk.press('Control+2')
  await desk.checks.unfold()
  await expect(desk.checks.finding('derivedFigure')).toHaveCount(0)
  for (const words of ['3600억 원', '약 2억5200만 달러']) await desk.verify(words)
  await desk.press('Control+2')
  await desk.checks.unfold()
  await expect(desk.checks.finding('correctionRecord')).toHaveCount(1)
  await desk.press('Control+Alt+c')
  const record = desk.page.getByRole('region', { name: 'Correction, version 2' })
  for (const [label, words] of Object.entries({
    Was: WON,
    Is: '3600억 원',
    'How it happened': '공시를 잘못 읽음',
    'For readers': '앞선 기사는 손실을 3500억 원으로 적었습니다.',
  }))
    await desk.fill(record.getByLabel(label, { exact: true }), words)
  await desk.press('Enter')
  await expect(record).toContainText(/Saved by Editor, .*\. Not approved yet\./)
  await newsroom.json(['correction', story, '--approve'], 'Legal')
  await expect(record).toContainText('Approved by Legal')
  await desk.press('Control+2')
  await expect(new ChecksPanel(desk.page).blocks).toHaveCount(0)
  await desk.move(/^Clear/)
  await desk.move(/^Publish/)
  await expect.poll(async () => `${(await shown()).stage} ${(await shown()).version}`).toBe('published 2')
  const page = join(newsroom.scratch, 'hanbit.html')
  await desk.saveExport(morning, /^Web page/, page)
  expect(await readFile(page, 'utf8')).toContain('3600억 원(약 2억5200만 달러)')
  expect(await readFile(page, 'utf8')).toContain(
    '<p class="correction"><strong>정정(2026년 10월 31일):</strong> 앞선 기사는 손실을 3500억 원으로 적었습니다.</p>',
  )
  expect((await shown()).facts.map(({ text, status }) => `${text} ${status}`)).toEqual([
    `${HIDDEN} verified`,
    `${QUOTE} verified`,
    '3600억 원 verified',
    '약 2억5200만 달러 verified',
  ])
  lap('correction')
})
