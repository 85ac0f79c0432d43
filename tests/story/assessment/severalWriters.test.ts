/** Verdicts that people gave on machines that had not heard of one another: which of them counts. */
import { describe, expect, test } from 'vitest'
import { lastCounted, type Counted } from '../../../src/story/assessment/counting'
import type { Assessment } from '../../../src/story/assessment/assessment'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { weighFact } from '../../../src/story/assessment/clearing'
import { replacedVerdict, whyNotSign, whyNotWithdraw } from '../../../src/story/assessment/people/entitlement'
import { needsAnotherLook } from '../../../src/story/assessment/verdicts/anotherLook'
import { takenBack } from '../../../src/story/assessment/verdicts/takenBack'
import { factStatus } from '../../../src/checks/rules/facts/factStatus'
import type { Evidence } from '../../../src/story/ledger/facts/fact'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { Machine, signed, twoMachines } from '../../builders/stories/machines'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const DESK = deskFrom({
  roster: [
    { name: 'Ed', role: 'editor' },
    { name: 'Ana', role: 'checker' },
    { name: 'Ben', role: 'checker' },
    { name: 'Cho', role: 'reporter' },
    { name: 'Author', role: 'reporter' },
  ],
})
const storyOf = (machine: Machine) => ({ fields: { ...EMPTY_FIELDS, author: 'Author' }, ledger: machine.state })
const counted = (machine: Machine): Counted => lastCounted(machine.fact, storyOf(machine), DESK)
const shown = (machine: Machine): string | undefined => {
  const { current, differs } = counted(machine)
  return current && `${current.status} by ${current.by}${differs ? ', differs' : ''}`
}

/** The fact as the window shows it, in the copy or without its tag. */
function assessed(machine: Machine, page = 'Headline\nDeck\nIt cost {f:100 won}.'): Assessment {
  const story = { ...storyFrom(page, { f: 'name' }, [], { author: 'Author' }), ledger: machine.state }
  const [fact] = assessStory(story, DESK)
  if (!fact) throw new Error('The story has no fact.')
  return fact
}

const BACKUP = { id: 'e', source: 's', locator: 'p. 1', stance: 'supports', excerpt: '' } as unknown as Evidence
const whyNotVerify = (by: string, machine: Machine): string | undefined =>
  whyNotSign(
    { by, status: 'verified', type: 'figure', record: machine.fact, words: '100 won', evidence: [BACKUP], reason: 'x' },
    storyOf(machine),
    DESK,
  )

describe('a verdict against the words, beside a tick whose giver had not heard of it', () => {
  // Whichever clock is ahead.
  const merged = (tick: number): Machine => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('wrong'), 5)
    laptop.write('Ben', signed('verified'), tick)
    return desk.receive(laptop)
  }

  test.each([3, 9])('is replaced by its giver or an editor alone, with a clock at %i', (tick) => {
    const desk = merged(tick)
    const refusal =
      'Ana marked exactly these words wrong. Only an editor can replace or take back another person’s verdict against these words'
    expect(shown(desk)).toBe('wrong by Ana')
    expect(whyNotVerify('Ben', desk)).toContain(refusal)
    expect(whyNotVerify('Cho', desk)).toContain(refusal)
    expect(whyNotVerify('Ana', desk)).toBeUndefined()
    expect(whyNotVerify('Ed', desk)).toBeUndefined()
  })

  test.each([3, 9])('stands after a tick that the app would have refused, with a clock at %i', (tick) => {
    for (const by of ['Ben', 'Cho']) {
      const desk = merged(tick)
      desk.write(by, signed('verified'), 20)
      expect(shown(desk)).toBe('wrong by Ana')
      expect(counted(desk).refused?.signOff.by).toBe(by)
    }
    const desk = merged(tick)
    desk.write('Ed', signed('verified'), 20)
    expect(shown(desk)).toBe('verified by Ed')
  })

  test('stands when two people gave it and one of them takes it back', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('wrong'), 5)
    laptop.write('Ben', signed('wrong'), 6)
    desk.receive(laptop)
    desk.write('Ana', signed('verified'), 7)
    expect(shown(desk)).toBe('wrong by Ben')
  })
})

describe('an entry that says it only looks at the context of a verdict', () => {
  test('is a verdict of its signer if it says something else of the words, or something of other words', () => {
    const wrong = new Machine()
    wrong.write('Author', { kind: 'created', origin: 'new' }, 0)
    const { hash } = wrong.write('Ana', signed('wrong'), 5)
    wrong.write('Author', signed('verified', { carries: hash, contextWriters: [] }), 6)
    expect(shown(wrong)).toBe('wrong by Ana')

    const others = new Machine()
    others.write('Author', { kind: 'created', origin: 'new' }, 0)
    const tick = others.write('Ana', signed('verified'), 5)
    others.write('Author', signed('verified', { carries: tick.hash, words: '900 won', contextWriters: [] }), 6)
    expect(counted(others).refused?.signOff.by).toBe('Author')
    expect(counted(others).current?.words).toBe('100 won')
  })

  test('carries the verdict over if it says the same of the same words', () => {
    const desk = new Machine()
    desk.write('Author', { kind: 'created', origin: 'new' }, 0)
    const { hash } = desk.write('Ana', signed('verified'), 5)
    desk.write('Author', signed('verified', { carries: hash, sentence: 'It did cost 100 won.' }), 6)
    expect(counted(desk).current).toMatchObject({ by: 'Ana', acceptedBy: 'Author' })
  })

  test('is no look of whoever changed that context, whatever it says of who did', () => {
    const desk = new Machine()
    desk.write('Author', { kind: 'created', origin: 'new' }, 0)
    const { hash } = desk.write('Ana', signed('verified'), 5)
    desk.write('Author', { kind: 'lapsed', fact: 'f', reasons: ['context'], words: '100 won' }, 6)
    const look = { carries: hash, sentence: 'It did not cost 100 won.', contextWriters: ['Ana'] }
    desk.write('Author', signed('verified', look), 7)
    const { current } = counted(desk)
    expect(current && needsAnotherLook(current, desk.fact)).toBe(true)
  })
})

describe('an answer', () => {
  test('to a query leaves a verdict against the words that whoever asked had not heard of', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('wrong'), 5)
    laptop.write('Ben', signed('queried'), 9)
    desk.receive(laptop)
    desk.write('Author', { kind: 'answered', fact: 'f', text: 'Yes.' }, 20)
    expect(shown(desk)).toBe('wrong by Ana')
  })

  test('to a query that does not count takes no verdict against the words away', () => {
    const desk = new Machine()
    desk.write('Author', { kind: 'created', origin: 'new' }, 0)
    desk.write('Ana', signed('wrong'), 5)
    desk.write('Author', signed('queried'), 6)
    desk.write('Author', { kind: 'answered', fact: 'f', text: 'Yes.' }, 7)
    expect(shown(desk)).toBe('wrong by Ana')
  })

  test('to the query of an editor, or of its giver, takes a verdict against the words away', () => {
    for (const by of ['Ed', 'Ana']) {
      const desk = new Machine()
      desk.write('Author', { kind: 'created', origin: 'new' }, 0)
      desk.write('Ana', signed('wrong'), 5)
      desk.write(by, signed('queried'), 6)
      desk.write('Author', { kind: 'answered', fact: 'f', text: 'Yes.' }, 7)
      expect(shown(desk)).toBeUndefined()
    }
  })

  test('takes no query away that its writer had not heard of', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ben', signed('queried'), 5)
    desk.write('Author', { kind: 'answered', fact: 'f', text: 'Yes.' }, 9)
    laptop.write('Ana', signed('queried'), 6)
    desk.receive(laptop)
    expect(shown(desk)).toBe('queried by Ana')
  })

  test('leaves no verdict against the words that an editor had replaced', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('wrong'), 5)
    desk.write('Ed', signed('verified'), 6)
    laptop.write('Ben', signed('queried'), 9)
    desk.receive(laptop)
    desk.write('Author', { kind: 'answered', fact: 'f', text: 'Yes.' }, 20)
    expect(shown(desk)).toBeUndefined()
  })
})

describe('a tag that is removed', () => {
  const untagged = (machine: Machine, lastStatus: string): void => {
    machine.write('Author', { kind: 'untagged', fact: 'f', reason: 'slip', words: '100 won', lastStatus }, 6)
  }

  test('blocks like a verdict of which whoever removed it had not heard', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('wrong'), 5)
    untagged(laptop, 'toCheck')
    const fact = assessed(desk.receive(laptop), 'Headline\nDeck\nIt cost money.')
    expect([fact.status, weighFact(fact)]).toEqual(['untagged', 'block'])
  })

  test('passes beside a verdict that passes, and after one that its remover knew', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('verified'), 5)
    untagged(laptop, 'toCheck')
    expect(weighFact(assessed(desk.receive(laptop), 'Headline\nDeck\nIt cost money.'))).toBe('pass')
  })
})

describe('of verdicts side by side', () => {
  const wrongBeside = (by: string): Machine => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('wrong'), 5)
    laptop.write(by, signed(by === 'Ben' ? 'verified' : 'wrong'), 9)
    return desk.receive(laptop)
  }
  const withdrawn = (by: string, machine: Machine) => {
    const fact = assessed(machine)
    const verdict = takenBack(by, fact)
    if (!verdict) throw new Error('There is no verdict.')
    const why = whyNotWithdraw(by, verdict, fact.record, storyOf(machine), DESK)
    return { verdict: `${verdict.status} by ${verdict.by}`, may: why === undefined }
  }

  test('a person takes back their own, and else the one that is shown, if they may', () => {
    expect(withdrawn('Ed', wrongBeside('Ben'))).toEqual({ verdict: 'wrong by Ana', may: true })
    expect(withdrawn('Cho', wrongBeside('Ben'))).toEqual({ verdict: 'wrong by Ana', may: false })
    expect(withdrawn('Ana', wrongBeside('Cho'))).toEqual({ verdict: 'wrong by Ana', may: true })
    expect(withdrawn('Cho', wrongBeside('Cho'))).toEqual({ verdict: 'wrong by Cho', may: true })
  })

  test('the one that is shown is replaced, with a reason', () => {
    const fact = assessed(wrongBeside('Ben'))
    expect(replacedVerdict('verified', fact.words, fact)?.by).toBe('Ana')
  })

  test('those that differ are named, each with its giver', () => {
    const { desk, laptop } = twoMachines()
    desk.write('Ana', signed('verified'), 5)
    laptop.write('Ben', signed('onAuthor'), 9)
    const fact = assessed(desk.receive(laptop))
    expect(fact.differs?.map(({ by, status }) => `${status} by ${by}`)).toEqual(['verified by Ana'])
    const [finding] = factStatus({ assessments: [fact] } as never)
    expect(finding?.message).toBe(
      'Ben accepted “100 won” on the author’s word, and Ana verified “100 won”, without knowing of each other. Look at both and sign it again.',
    )
  })
})

describe('a name that is taken out of the author field before there is a word', () => {
  const begun = (): Machine => {
    const desk = new Machine()
    desk.write('Ed', { kind: 'created', origin: 'new' }, 0)
    desk.write('Ed', { kind: 'fieldSet', field: 'author', from: '', to: 'Ana' }, 1)
    return desk
  }
  const takenOut: LedgerEvent = { kind: 'fieldSet', field: 'author', from: 'Ana', to: 'Ben', beforeWords: true }
  const tagged: LedgerEvent = { kind: 'tagged', fact: 'f', type: 'figure', words: '100 won', writers: ['Ana'] }

  test('leaves no trace', () => {
    const desk = begun()
    desk.write('Ana', takenOut, 5)
    desk.write('Ana', tagged, 6)
    expect(desk.state.authors).toEqual(['Ed', 'Ben'])
  })

  test('stays if there were words', () => {
    const desk = begun()
    desk.write('Ana', tagged, 5)
    desk.write('Ana', takenOut, 6)
    expect(desk.state.authors).toEqual(['Ed', 'Ana', 'Ben'])
  })

  test.each([4, 9])('stays if there were words on another machine, with its clock at %i', (time) => {
    const desk = begun()
    const laptop = new Machine().receive(desk)
    desk.write('Ana', tagged, time)
    laptop.write('Ana', takenOut, 6)
    expect(desk.receive(laptop).state.authors.toSorted()).toEqual(['Ana', 'Ben', 'Ed'])
  })
})
