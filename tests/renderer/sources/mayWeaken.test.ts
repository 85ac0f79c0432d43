import { expect, test } from 'vitest'
import { mayWeaken } from '../../../src/renderer/sources/mayWeaken'
import type { Source } from '../../../src/story/desk/source'
import { POOL } from '../../builders/stories/storyFrom'

const WILSON: Source = {
  ...POOL,
  name: 'Dr. José Wilson',
  kind: 'person',
  protected: true,
  aliases: ['Joe'],
  contact: 'x@y.org',
}
const said = { kind: 'person', protected: true, aliases: 'Joe', contact: 'x@y.org', description: '' } as const
const asks = (change: Partial<Parameters<typeof mayWeaken>[1]>, from = WILSON) =>
  mayWeaken(from, { ...said, ...change })

test('a reason is asked for when a protected name may be sought less, and only then', () => {
  expect({
    nothing: asks({}),
    protection: asks({ protected: false }),
    alias: asks({ aliases: '' }),
    contact: asks({ contact: '' }),
    moreContact: asks({ contact: 'x@y.org, @joe' }),
    kind: asks({ kind: 'document' }),
    kindOfPlainName: asks({ kind: 'document' }, { ...WILSON, name: 'José Wilson' }),
    nameInDescription: asks({ description: 'an aide of JOSE Wilson' }),
    otherDescription: asks({ description: 'an aide' }),
    unprotected: asks({ protected: false, kind: 'document' }, { ...WILSON, protected: false }),
  }).toEqual({
    nothing: false,
    protection: true,
    alias: true,
    contact: true,
    moreContact: false,
    kind: true,
    kindOfPlainName: false,
    nameInDescription: true,
    otherDescription: false,
    unprotected: false,
  })
})
