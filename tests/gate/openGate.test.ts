import { describe, expect, it } from 'vitest'
import { answerOf } from '../../src/gate/doors'
import { openGate, type GateRequest } from '../../src/gate/openGate'
import { mayDismiss, mayOverride, whyNotDismiss, whyNotOverride } from '../../src/gate/override'
import { assessStory } from '../../src/story/assessment/assessStory'
import { RULES, type Finding, type RuleId } from '../../src/story/assessment/finding'
import { hashCopy } from '../../src/story/ledger/hash'
import { leavingOf } from '../../src/story/ledger/leaving/leaving'
import type { LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import { DOORS, type Door } from '../../src/story/ledger/stages'
import type { Source } from '../../src/story/desk/source'
import type { Desk, Story } from '../../src/story/assessment/story'
import { deskFrom, POOL, storyFrom } from '../builders/stories/storyFrom'
import { NO_WRITER } from '../builders/noWriter'

const page = (body: string): string => `Leaders meet\nTalks are held\n${body}`
const gate = (
  story: Story,
  door: Door,
  more: Partial<GateRequest> = {},
  desk: Desk = deskFrom(),
): ReturnType<typeof openGate> =>
  openGate({ story, assessments: assessStory(story, desk), desk, door, wroteAt: NO_WRITER, ...more })
const rules = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule)
const cleared = (story: Story): Story => ({
  ...story,
  ledger: {
    ...story.ledger,
    clearedHash: hashCopy(story.copy),
    cleared: leavingOf(story.copy, story.fields),
  },
})
const CLEAN = storyFrom(page('they met.'))
const FIGURE = storyFrom(page('it ran 100 minutes there.'))

describe('the table of rules and doors', () => {
  const aboutCopy: readonly RuleId[] = [
    'factStatus',
    'context',
    'precedingSentence',
    'hole',
    'factLeftStanding',
    'untaggedQuote',
    'untaggedFigure',
    'untaggedSuperlative',
    'untaggedName',
    'unreadLanguage',
    'openTk',
    'deskLine',
    'mustFix',
    'pictureCredit',
    'pictureRights',
    'pictureAlt',
    'mandatoryField',
    'needsLegal',
    'legalChanged',
    'selfChecked',
    'offTheRecord',
    'alertOnly',
    'quoteDiffers',
    'quoteCut',
    'quoteSpeaker',
    'translation',
    'derivedFigure',
    'echo',
    'groundRules',
    'otherOutlet',
    'allegationBacking',
    'responseSought',
    'openSuggestion',
    'correctionRecord',
    'loss',
  ]
  const everywhere: readonly RuleId[] = ['sourceProtection', 'directionOverride']
  const expected: Readonly<Record<Door, (rule: RuleId) => string>> = {
    file: (rule) => ([...aboutCopy, ...everywhere].includes(rule) ? 'shows' : '–'),
    sendBack: (rule) => ([...aboutCopy, ...everywhere].includes(rule) ? 'shows' : '–'),
    spike: (rule) => ([...aboutCopy, ...everywhere].includes(rule) ? 'shows' : '–'),
    clear: (rule) => (rule === 'sampleStory' ? 'shows' : [...aboutCopy, ...everywhere].includes(rule) ? 'asks' : '–'),
    publish: (rule) => (rule === 'killText' ? '–' : 'asks'),
    kill: (rule) => (rule === 'killText' ? 'asks' : '–'),
    factsheet: (rule) => (everywhere.includes(rule) || rule === 'loss' ? 'asks' : '–'),
    draftExport: (rule) => (everywhere.includes(rule) || rule === 'loss' ? 'asks' : '–'),
  }
  it.each(RULES.flatMap((rule) => DOORS.map((door) => [rule, door] as const)))(
    'says whether the rule %s is asked at the door %s',
    (rule, door) => expect(answerOf(rule, door)).toBe(expected[door](rule)),
  )
})

describe('each door', () => {
  it.each(['file', 'sendBack', 'spike'] as const)('%s blocks nothing and warns of everything', (door) =>
    expect(gate(FIGURE, door)).toEqual({
      door,
      blocks: [],
      overridden: [],
      warns: [
        expect.objectContaining({
          rule: 'untaggedFigure',
          severity: 'warn',
          message: '“100 minutes” is a figure without a tag.',
          where: { kind: 'text', block: 2, from: 7, to: 18 },
        }),
      ],
    }),
  )
  it('clear checks the copy, but not an embargo', () => {
    const story = storyFrom(page('it ran 100 minutes there.'), {}, [], { embargo: '2026-11-01T00:00:00Z' })
    expect(rules(gate(story, 'clear').blocks)).toEqual(['untaggedFigure'])
  })
  it('publish requires the cleared copy', () => {
    expect(gate(CLEAN, 'publish').blocks.map(({ message }) => message)).toEqual(['This copy has not been cleared.'])
    expect(gate(cleared(CLEAN), 'publish')).toEqual({ door: 'publish', blocks: [], warns: [], overridden: [] })
    const edited = { ...cleared(CLEAN), copy: storyFrom(page('they met again.')).copy }
    expect(gate(edited, 'publish').blocks.map(({ message }) => message)).toEqual([
      'Changed since it was cleared: text. Undo the change, or have the story cleared again.',
    ])
  })
  it('publish requires the fields and picture details that were cleared', () => {
    const renamed = { ...cleared(CLEAN), fields: { ...CLEAN.fields, byline: [{ name: 'Ida' }], keywords: ['talks'] } }
    expect(gate(renamed, 'publish').blocks.map(({ message }) => message)).toEqual([
      'Changed since it was cleared: byline, keywords. Undo the change, or have the story cleared again.',
    ])
    // An override holds for what leaves now, and for nothing that changes next.
    const [block] = gate(renamed, 'publish').blocks
    const lifted = {
      ...renamed,
      ledger: {
        ...renamed.ledger,
        overrides: [{ rule: 'copyChanged', key: block?.key ?? '', by: 'Editor', reason: 'ok' }],
      },
    }
    expect(rules(gate(lifted, 'publish').blocks)).toEqual([])
    const again = { ...lifted, fields: { ...lifted.fields, keywords: ['other talks'] } }
    expect(rules(gate(again, 'publish').blocks)).toEqual(['copyChanged'])
    // Who works on it does not leave.
    const assigned = { ...cleared(CLEAN), fields: { ...CLEAN.fields, assignee: 'Ida', wordTarget: 300 } }
    expect(gate(assigned, 'publish').blocks).toEqual([])
  })
  it('publish says that a story was cleared before fields were covered', () => {
    const before = { ...CLEAN, ledger: { ...CLEAN.ledger, clearedHash: hashCopy(CLEAN.copy) } }
    const { blocks, warns } = gate(before, 'publish')
    expect([blocks, warns.map(({ message }) => message)]).toEqual([
      [],
      [expect.stringContaining('This story was cleared in an older version of Stet, which did not cover its fields')],
    ])
    const set = { ...before, ledger: { ...before.ledger, leavingSet: new Map([['byline' as const, '[]']]) } }
    expect(rules(gate(set, 'publish').blocks)).toEqual(['copyChanged'])
  })
  it.each(['clear', 'publish', 'factsheet', 'draftExport'] as const)(
    '%s is closed while a direction override is in the copy or a field',
    (door) => {
      const turned = cleared(storyFrom(page('they met \u202e54\u202c times.')))
      expect(rules(gate(turned, door).blocks)).toContain('directionOverride')
      const field = cleared({ ...CLEAN, fields: { ...CLEAN.fields, byline: [{ name: 'I\u202dda' }] } })
      expect(rules(gate(field, door).blocks)).toContain('directionOverride')
    },
  )
  it('a kill is not held up by a direction override, and isolates and marks hold up nothing', () => {
    expect(gate(storyFrom(page('they \u202emet.')), 'kill', { killText: 'Wrong.' }).blocks).toEqual([])
    expect(gate(cleared(storyFrom(page('they \u2067met\u2069 \u200fthere.'))), 'publish').blocks).toEqual([])
  })
  it.each(['factsheet', 'draftExport'] as const)('%s does not check the copy', (door) =>
    expect(gate(FIGURE, door)).toEqual({ door, blocks: [], warns: [], overridden: [] }),
  )
  it('kill requires its text', () => {
    expect(rules(gate(FIGURE, 'kill', { killText: ' ' }).blocks)).toEqual(['killText'])
    expect(rules(gate(FIGURE, 'kill').warns)).toEqual(['killText'])
    expect(gate(FIGURE, 'kill', { killText: 'The story is wrong.' })).toEqual({
      door: 'kill',
      blocks: [],
      warns: [],
      overridden: [],
    })
  })
})

describe('an embargo', () => {
  const embargoed = (embargo: string, format?: GateRequest['format']): readonly string[] => {
    const { blocks, warns } = gate(
      cleared(storyFrom(page('they met.'), {}, [], { embargo })),
      'publish',
      format ? { format } : {},
    )
    return [...blocks, ...warns].map(({ severity, message }) => `${severity}: ${message}`)
  }
  it('blocks a format without a field for it', () =>
    expect(embargoed('2026-10-30T18:00:01+09:00', { hasEmbargoField: false })).toEqual([
      'block: Embargoed until 2026-10-30 09:00 UTC: this format has no field for it.',
    ]))
  it('only warns for a format with a field for it', () =>
    expect(embargoed('2026-10-31T00:00:00Z', { hasEmbargoField: true })).toEqual([
      'warn: Embargoed until 2026-10-31 00:00 UTC.',
    ]))
  it('ends at its instant', () =>
    expect(embargoed('2026-10-30T18:00:00+09:00', { hasEmbargoField: false })).toEqual([]))
  it('on a day that does not exist blocks every format', () =>
    expect(embargoed('2026-11-31T18:00+09:00', { hasEmbargoField: true })).toEqual([
      'block: The embargo “2026-11-31T18:00+09:00” is not a date and time with a zone. Correct it in Fields.',
    ]))
  it('without a zone blocks every format', () =>
    expect(embargoed('2026-10-31T00:00', { hasEmbargoField: true })).toEqual([
      'block: The embargo “2026-10-31T00:00” is not a date and time with a zone. Correct it in Fields.',
    ]))
})

describe('source protection', () => {
  const informant: Source = { ...POOL, id: 'secret', name: 'Jin-woo Park', kind: 'person', protected: true }
  const desk = deskFrom({ sources: new Map([[informant.id, informant]]) })
  const story = storyFrom(page('they met JIN-WOO PARK there.'))
  it.each(['clear', 'publish', 'factsheet', 'draftExport'] as const)(
    'holds at %s, whatever the case, and names no name',
    (door) => {
      const [found] = gate(cleared(story), door, { killText: 'Wrong.' }, desk).blocks.filter(
        ({ rule }) => rule === 'sourceProtection',
      )
      expect(found).toMatchObject({
        overridable: false,
        dismissable: true,
        dismissNotAuthor: true,
        where: { kind: 'text', block: 2, from: 9, to: 21 },
      })
      expect(found?.message).not.toMatch(/park/iu)
    },
  )
  it('holds up no kill, which leaves without the words that name somebody', () => {
    const kill = (told: Story): readonly string[] => rules(gate(told, 'kill', { killText: 'Wrong.' }, desk).blocks)
    expect([kill(story), kill(storyFrom('Jin-woo Park met them\ndeck\nthey met there.'))]).toEqual([[], []])
  })
  it('passes a sentence only if another person confirms it', () => {
    const key = gate(story, 'draftExport', {}, desk).blocks[0]?.key ?? ''
    const confirmedBy = (by: string, body = 'they met JIN-WOO PARK there.'): readonly string[] =>
      rules(
        gate(
          storyFrom(page(body), {}, [{ kind: 'dismissed', rule: 'sourceProtection', key, by }]),
          'draftExport',
          {},
          desk,
        ).blocks,
      )
    expect(confirmedBy('Editor')).toEqual([])
    expect(confirmedBy('Reporter')).toEqual(['sourceProtection'])
    expect(confirmedBy('Editor', 'they met JIN-WOO PARK again.')).toEqual(['sourceProtection'])
  })
})

describe('an override', () => {
  const key = gate(FIGURE, 'clear').blocks[0]?.key ?? ''
  const overridden = (by: string, body = 'it ran 100 minutes there.'): readonly (readonly string[])[] => {
    const event: LedgerEvent & { readonly by: string } = {
      kind: 'overridden',
      rule: 'untaggedFigure',
      key,
      reason: 'Counted twice',
      by,
    }
    const { blocks, overridden: lifted } = gate(storyFrom(page(body), {}, [event]), 'clear')
    return [rules(blocks), rules(lifted)]
  }
  it('by an editor lifts the block and is still shown', () =>
    expect(overridden('Editor')).toEqual([[], ['untaggedFigure']]))
  it('moves with its sentence', () =>
    expect(overridden('Editor', 'they met.\nit ran 100 minutes there.')).toEqual([[], ['untaggedFigure']]))
  it('applies to these words only', () =>
    expect(overridden('Editor', 'it ran 1000 minutes there.')).toEqual([['untaggedFigure'], []]))
  it('applies to this sentence only', () =>
    expect(overridden('Editor', 'it never ran 100 minutes there.')[1]).toEqual([]))
  it.each(['Reporter', 'Checker', 'Nobody'])('by %s lifts nothing', (by) =>
    expect(overridden(by)).toEqual([['untaggedFigure'], []]),
  )
})

describe('the right', () => {
  const desk = deskFrom({ roster: [...deskFrom().roster, { name: 'Counsel', role: 'legal' }] })
  const alone = { ...desk, settings: { deskOfOne: true } }
  const overridable = { rule: 'untaggedFigure', overridable: true } as const
  it('to override is not the author’s, except on a desk of one', () => {
    expect(whyNotOverride(overridable, 'Reporter', CLEAN, desk)).toBe(
      'Reporter is the author or has a byline. Someone else must override this.',
    )
    const own = { ...CLEAN, fields: { ...CLEAN.fields, author: 'Editor' } }
    expect([mayOverride(overridable, 'Editor', own, desk), mayOverride(overridable, 'Editor', own, alone)]).toEqual([
      false,
      true,
    ])
  })
  it('to override is nobody’s if the finding is not overridable', () =>
    expect(mayOverride({ rule: 'offTheRecord', overridable: false }, 'Editor', CLEAN, alone)).toBe(false))
  it('to override a legal rule is only legal’s, even on a desk of one', () => {
    expect(
      ['Editor', 'Reporter', 'Counsel'].map((name) =>
        mayOverride({ rule: 'needsLegal', overridable: true }, name, CLEAN, alone),
      ),
    ).toEqual([false, false, true])
  })
  it('to dismiss a TK is anyone’s, to dismiss a statement only another person’s', () => {
    expect(mayDismiss({ dismissable: true }, 'Reporter', CLEAN, desk)).toBe(true)
    expect(whyNotDismiss({ dismissable: true, dismissNotAuthor: true }, 'Reporter', CLEAN, desk)).toBe(
      'Reporter is the author or has a byline. Someone else must say that there is nothing to check.',
    )
    expect(mayDismiss({ dismissable: true, dismissNotAuthor: true }, 'Checker', CLEAN, desk)).toBe(true)
    expect(mayDismiss({ dismissable: false }, 'Editor', CLEAN, desk)).toBe(false)
    expect(mayDismiss({ dismissable: true }, 'Nobody', CLEAN, desk)).toBe(false)
  })
})
