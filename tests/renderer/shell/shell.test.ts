import { describe, expect, test, vi } from 'vitest'
import { setLanguage } from '../../../src/catalogue/area'
import { blocksOf, isPlainMove, moveWords, offeredMoves } from '../../../src/renderer/checks/move/nextMove'
import { bylineLine, slugLineText } from '../../../src/renderer/sheet/slug/slugLineText'
import { TYPE_KEYS } from '../../../src/ipc/commands'
import { typeOfKey } from '../../../src/ipc/keymap'
import { ariaKeys, formatKeys } from '../../../src/renderer/ui/controls/shortcuts'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Finding, Verdict } from '../../../src/story/assessment/finding'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import type { Stage } from '../../../src/story/ledger/stages'
import { storyFrom } from '../../builders/stories/storyFrom'

const moved = (from: Stage, to: Stage) => ({
  kind: 'moved' as const,
  from,
  to,
  copyHash: '',
  blocks: 0,
  warns: 0,
  overrides: [],
})
const PAGE = 'Headline\nDeck\nBody.'
const inReview = storyFrom(PAGE, {}, [moved('draft', 'filed'), moved('filed', 'inReview')])
const finding: Finding = {
  rule: 'openTk',
  key: 'k',
  severity: 'block',
  message: 'TK',
  where: { kind: 'story' },
  overridable: true,
  dismissable: true,
}
const verdict = (blocks: number): Verdict => ({
  door: 'clear',
  blocks: Array.from({ length: blocks }, () => finding),
  warns: [],
  overridden: [],
})

describe('the button of the next move', () => {
  test('names the move and what blocks it, and offers sending back', () => {
    const { next, sendBack, spike, kill } = offeredMoves(inReview)
    expect({
      next: next && [moveWords(next), blocksOf(next, verdict(4))],
      sendBack: sendBack && moveWords(sendBack),
      spike: spike && moveWords(spike),
      kill,
    }).toEqual({
      next: ['Clear…', 4],
      sendBack: 'Send back…',
      spike: 'Spike…',
      kill: undefined,
    })
  })

  test('files a draft without asking and without a count', () => {
    const { next, sendBack } = offeredMoves(storyFrom(PAGE))
    expect({
      label: next && moveWords(next),
      issues: next && blocksOf(next, verdict(4)),
      plain: next && isPlainMove(next),
      sendBack,
    }).toEqual({
      label: 'File to desk',
      issues: 0,
      plain: true,
      sendBack: undefined,
    })
  })

  test('restores a spiked story', () => {
    expect(offeredMoves(storyFrom(PAGE, {}, [moved('draft', 'spiked')])).next?.name).toBe('Restore')
  })

  test('offers the kill of a spiked story of which something is outside', () => {
    const sent: LedgerEvent = {
      ...{ kind: 'exported', format: 'ninjs', edition: 'wire', fileName: 'a.json', sha256: 'a' },
      ...{ draft: false, blocks: 0, overrides: [] },
    }
    const kills = [[], [{ ...sent, draft: true }], [sent]].map(
      (events) => offeredMoves(storyFrom(PAGE, {}, [...events, moved('draft', 'spiked')])).kill?.to,
    )
    expect(kills).toEqual([undefined, undefined, 'killed'])
  })
})

describe('the line over the headline', () => {
  test.each([
    ['in review, whose strip shows the embargo', inReview, ['busan', 'In review', 'Legal read required']],
    [
      'killed, without that strip',
      storyFrom(PAGE, {}, [moved('draft', 'killed')]),
      ['busan', 'Killed', 'Legal read required', 'Embargo until 30 Oct 18:00 KST · 09:00 UTC · in 3 h 12 min'],
    ],
  ])('emphasises slug, stage, legal and embargo, which it shows once: %s', (_, { ledger }, weighty) => {
    const parts = slugLineText(
      { ...EMPTY_FIELDS, slug: 'busan', embargo: '2026-10-30T18:00:00+09:00' },
      ledger.standing,
      'required',
      '2026-10-30T05:48:00Z',
      { zone: 'Asia/Seoul' },
    )
    expect(parts.filter((part) => part.weighty).map((part) => part.text)).toEqual(weighty)
  })

  test('does not emphasise an embargo that is over', () => {
    const [part] = slugLineText(
      { ...EMPTY_FIELDS, embargo: '2026-10-30T18:00:00+09:00' },
      inReview.ledger.standing,
      'none',
      '2026-10-30T09:00:00Z',
      { zone: 'Asia/Seoul' },
    ).filter(({ id }) => id === 'embargo')
    expect(part).toEqual({ id: 'embargo', text: 'embargo 30 Oct 18:00 KST · 09:00 UTC · lifted', weighty: false })
  })

  test('asks for the zone of the machine only where it shows an embargo', () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
    slugLineText({ ...EMPTY_FIELDS, slug: 'busan' }, inReview.ledger.standing, 'none', '2026-10-30T05:48:00Z')
    expect(asked).not.toHaveBeenCalled()
    slugLineText(
      { ...EMPTY_FIELDS, embargo: '2026-10-30T18:00:00+09:00' },
      inReview.ledger.standing,
      'none',
      '2026-10-30T09:00:00Z',
    )
    expect(asked).toHaveBeenCalled()
    asked.mockRestore()
  })

  test('shows the current legal status, not the stored one', () => {
    const shown = (['none', 'required', 'complete', 'lapsed', 'ownWork'] as const).map(
      (legal) =>
        slugLineText(
          { ...EMPTY_FIELDS, needsLegal: 'complete' },
          inReview.ledger.standing,
          legal,
          '2026-10-30T05:48:00Z',
          {
            zone: 'Asia/Seoul',
          },
        ).find(({ id }) => id === 'legal')?.text,
    )
    expect(shown).toEqual([
      undefined,
      'Legal read required',
      'Legal read complete',
      'Legal read lapsed, required again',
      'Legal read required again: the last reader wrote part of it',
    ])
  })

  test('shows byline and dateline as printed', () => {
    const full = bylineLine({
      ...EMPTY_FIELDS,
      byline: [{ name: 'Ann' }, { name: 'Bo' }],
      dateline: { place: 'Busan', date: 'Oct. 30' },
    })
    expect([full, bylineLine(EMPTY_FIELDS)]).toEqual(['By Ann and Bo · BUSAN, Oct. 30', ''])
  })

  test('prints a Korean title behind the name, and another role in parentheses', () => {
    const byline = [
      { name: '김서연', role: '기자' },
      { name: '박준호', role: '특파원' },
      { name: '이민지', role: '사진' },
    ]
    expect(bylineLine({ ...EMPTY_FIELDS, byline, language: 'ko' })).toBe('김서연 기자, 박준호 특파원, 이민지 (사진)')
  })

  test('has the city alone in capitals, and the words of the story’s language in a window of another', () => {
    const fields = {
      ...EMPTY_FIELDS,
      byline: [{ name: 'Mina Park' }, { name: 'Jun Ito', role: 'photos' }],
      dateline: { place: 'Mokpo, South Korea', date: 'Nov. 4' },
    }
    setLanguage('ko')
    try {
      expect([bylineLine(fields), bylineLine({ ...fields, language: 'ko' })]).toEqual([
        'By Mina Park and Jun Ito (photos) · MOKPO, South Korea, Nov. 4',
        'Mina Park, Jun Ito (photos) · MOKPO, South Korea, Nov. 4',
      ])
    } finally {
      setLanguage('en')
    }
  })
})

describe('keys', () => {
  test('are written as on the platform', () => {
    expect([
      formatKeys('CmdOrCtrl+Shift+K', 'linux'),
      formatKeys('CmdOrCtrl+Shift+K', 'darwin'),
      formatKeys('F6', 'darwin'),
      ariaKeys('Ctrl+Shift+K'),
    ]).toEqual(['Ctrl+Shift+K', '⇧⌘K', 'F6', 'Control+Shift+K'])
  })

  test('every type of fact has its own letter', () => {
    expect(new Set(TYPE_KEYS.map((row) => row.keys)).size).toBe(11)
    expect([
      typeOfKey('KeyF', {}),
      typeOfKey('KeyZ', {}),
      typeOfKey('KeyZ', { 'type.figure': 'Z' }),
      typeOfKey('KeyF', { 'type.figure': 'Z' }),
    ]).toEqual(['figure', undefined, 'figure', undefined])
  })
})
