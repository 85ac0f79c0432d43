import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCopy, readMarkedCopy } from '../../src/document/reading/readStory'
import { readCopyFromDoc, readMarkedCopyFromDoc } from '../../src/editor/copy/readCopy'
import { close, desk, exchange, shown, storyState, type Desk } from './desk'
import { accepted, acceptAll, apply, pending, randomOp, rejectAll, suggestingDesk } from './suggestingDesk'

/** A short campaign. The long one is `npm run faults:suggestions`. */
const RUNS = Number(process.env['SUGGESTION_RUNS'] ?? 20)

/** Milliseconds; on a busy machine a run takes a second. */
const PATIENCE = Math.max(120_000, RUNS * 5000)

const PAGE = [
  'headline: Trump and Xi hold talks',
  'deck: Leaders meet',
  'The meeting lasted 100 minutes.',
  'subhead: What was said',
  'quote: It went well.',
  'bullet: One',
  'Done.',
]

test(
  'rejecting everything gives the original, accepting everything the same edits made directly',
  () => {
    const state = storyState(PAGE)
    fc.assert(
      fc.property(fc.array(randomOp, { minLength: 1, maxLength: 12 }), (ops) => {
        const direct = desk(state, 100)
        const proposing = suggestingDesk(state, 200)
        const original = readCopy(direct.doc)
        try {
          for (const op of ops) {
            apply(direct, op)
            apply(proposing, op)
            expect(readCopyFromDoc(proposing.editor.state.doc)).toEqual(original)
          }
          shown(proposing)
          expect(readMarkedCopyFromDoc(proposing.editor.state.doc)).toEqual(readMarkedCopy(proposing.doc))
          expect(accepted(proposing)).toEqual(readCopy(direct.doc))
          const rejecting = desk(stateOf(proposing), 300)
          rejectAll(rejecting)
          expect([readCopy(rejecting.doc), pending(readMarkedCopy(rejecting.doc))]).toEqual([original, 0])
          close(rejecting)
          acceptAll(proposing)
          shown(proposing)
          expect([readCopy(proposing.doc), pending(readMarkedCopy(proposing.doc))]).toEqual([readCopy(direct.doc), 0])
        } finally {
          close(direct)
          close(proposing)
        }
      }),
      { seed: 1, numRuns: RUNS },
    )
  },
  PATIENCE,
)

test(
  'two who suggest at once, sync, and one accepts or rejects all: both end equal, and what stood stands until then',
  () => {
    const state = storyState(PAGE)
    fc.assert(
      fc.property(
        fc.array(randomOp, { minLength: 1, maxLength: 6 }),
        fc.array(randomOp, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (hers, his, accepts) => {
          const a = suggestingDesk(state, 100, 'Ida')
          const b = suggestingDesk(state, 200, 'Max')
          const original = readCopy(a.doc)
          try {
            for (const op of hers) apply(a, op)
            for (const op of his) apply(b, op)
            exchange(a, b)
            expect([readCopy(a.doc), readCopy(b.doc)]).toEqual([original, original])
            expect(shown(a)).toEqual(shown(b))
            if (accepts) acceptAll(a)
            else rejectAll(a)
            exchange(a, b)
            expect(readMarkedCopy(a.doc)).toEqual(readMarkedCopy(b.doc))
            expect([shown(a), pending(readMarkedCopy(a.doc))]).toEqual([shown(b), 0])
            if (!accepts) expect(readCopy(a.doc)).toEqual(original)
          } finally {
            close(a)
            close(b)
          }
        },
      ),
      { seed: 1, numRuns: RUNS },
    )
  },
  PATIENCE,
)

const stateOf = ({ doc }: Desk): Uint8Array => Y.encodeStateAsUpdate(doc)
