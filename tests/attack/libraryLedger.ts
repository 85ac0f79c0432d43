/** Lines that somebody writes into the library's own ledger. */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import { group } from './attempt'
import { entryOf, forged, isStatus, lastOf, ledgerOf, linesOf, PKCS8, signedWith, writeLines } from './disk'
import { migrated, NOTES } from './oldLibraries'

const { ours } = group('keys')

const CODES = 'Roles: the first PIN is an editor’s; others join by a one-time code.'

/** A key that nobody gave to anybody. */
const SEED = Buffer.alloc(32, 9)
const PUBLIC = createPublicKey(createPrivateKey({ key: Buffer.concat([PKCS8, SEED]), format: 'der', type: 'pkcs8' }))
  .export({ format: 'der', type: 'spki' })
  .subarray(-32)
  .toString('base64url')
const KEY = { id: createHash('sha256').update(PUBLIC).digest('hex').slice(0, 32), publicKey: PUBLIC }
const OWN = { person: 'Checker', device: 'device-9', grade: 'pin', ...KEY }

/** The entry of a library with these changes, after another one, signed by an unencrypted key. */
async function lineAfter(folder: string, person: string, after: LedgerEntry, event: object): Promise<string> {
  const { follows, ledger, heads, vouches, at } = after as LedgerEntry & { heads?: number }
  const place = { follows, ledger, heads, vouches, at } as unknown as LedgerEntry
  return signedWith(folder, person, forged(place, after, { by: person === '' ? 'Stet' : person, ...event }))
}

/** Appends a tick in the name of Checker, signed with the key that nobody gave. */
async function appendTick(folder: string, story: string): Promise<void> {
  const path = ledgerOf(folder, story)
  const lines = await linesOf(path)
  const template = entryOf(lines[lastOf(lines, isStatus('wrong'))] ?? '')
  const last = entryOf(lines.at(-1) ?? '')
  const { follows, ledger, heads, vouches } = last as LedgerEntry & { heads?: number }
  const place = { ...template, prev: undefined, follows, ledger, heads, vouches } as unknown as LedgerEntry
  const line = forged(place, last, { status: 'verified', by: 'Checker', at: last.at })
  const key = { id: KEY.id, person: 'Checker', open: SEED.toString('hex') }
  await writeLines(path, [...lines, await signedWith(folder, 'Checker', line, [key])])
}

ours(
  'A key is added for a person whose PIN is from before keys, and signs',
  { spec: CODES, proof: { mutant: 'nobody lacks a PIN, and everybody has every right' } },
  async (room) => {
    const desk = await migrated(room)
    // The first PIN under a key.
    await desk.must('Editor', 'story.setField', { story: NOTES.story, field: 'keywords', value: ['berth'] })
    await desk.meanwhile(async (folder) => {
      const path = join(folder, 'ledger.jsonl')
      const lines = await linesOf(path)
      const line = await lineAfter(folder, '', entryOf(lines.at(-1) ?? ''), { kind: 'keyAdded', ...OWN })
      await writeLines(path, [...lines, line])
      await appendTick(folder, NOTES.story)
    })
    return desk.blocks(NOTES.story, NOTES.wrong)
  },
)
