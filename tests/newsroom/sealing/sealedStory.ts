/** A story that rests on a protected source, a desk that knows who it is, and machines of colleagues. */
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import type { OpenBundle } from '../../../src/exchange/bundle/storyBundle'
import { unzipPackage } from '../../../src/exchange/export/readBack/unzipPackage'
import { readCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import type { Source } from '../../../src/story/desk/source'
import { machine, trust, type Machine } from '../merge/machines'
import { two } from '../merge/twoMachines'

export const NAME = 'Olena Kovalchuk'
/** What tells who it is. None of it may stand anywhere but in the source book and in what is sealed. */
export const SECRETS = [
  'olena',
  'kovalchuk',
  'lena k',
  'olena@example.org',
  '+380 44 123',
  'an aide to nobody',
] as const
const RECORD = {
  name: NAME,
  kind: 'person',
  groundRules: 'background',
  protected: true,
  aliases: ['Lena K'],
  contact: 'olena@example.org, +380 44 123 45 67',
  wording: 'Olena agreed to be an aide to nobody.',
  description: 'an aide',
} as const

const utf8 = new TextEncoder()

/** A captured file that only the protected source gave, and a snapshot that names it. */
export async function guarded({ files = false } = {}) {
  const places = await two()
  const { desk, story, fact } = places
  const { id: source } = await desk.act('Lee', 'source.add', RECORD)
  const file = files ? await kept(desk, 'call.txt', `${NAME}: about 100 minutes.`) : undefined
  await desk.act('Ben', 'fact.addEvidence', {
    story,
    fact,
    evidence: {
      source,
      locator: files ? '¶ 1' : `Call with ${NAME}`,
      stance: 'supports',
      ...(file === undefined ? {} : { file, fileName: 'call.txt' }),
    },
  })
  await desk.act('Lee', 'fact.sign', { story, fact, status: 'onAuthor' })
  return { ...places, source, file }
}

export async function kept({ act }: Machine, name: string, words: string): Promise<string> {
  const { upload } = await act('Ben', 'file.begin', { name })
  await act('Ben', 'file.write', { upload, bytes: utf8.encode(words) })
  return (await act('Ben', 'file.keep', { upload })).sha256
}

/** Each trusts the other's key. Kim has a machine of his own. */
export async function withKim(more: { readonly files?: boolean } = {}) {
  const places = await guarded(more)
  await trust('Lee', places.desk, 'Kim', places.train, 'reporter')
  await trust('Kim', places.train, 'Lee', places.desk, 'editor')
  await trust('Kim', places.train, 'Ben', places.desk, 'reporter')
  return places
}

/** Another editor of a machine: who added a source, or took it in, does not weaken its protection alone. */
export async function second({ act }: Machine, by: string): Promise<string> {
  await act(by, 'roster.add', { name: 'Max', role: 'editor' })
  return 'Max'
}

/** Another colleague, with a machine whose key the desk trusts, and who trusts the desk's. */
export async function withPat(desk: Machine): Promise<Machine> {
  const pats = await machine(3, [['Pat', 'editor']])
  await trust('Lee', desk, 'Pat', pats, 'editor')
  await trust('Pat', pats, 'Lee', desk, 'editor')
  await trust('Pat', pats, 'Ben', desk, 'reporter')
  return pats
}

export const handOverFor = (from: Machine, by: string, stories: readonly string[], ...people: readonly string[]) =>
  from.act(by, 'story.handOver', { stories, for: people })

export const opened = (bytes: Uint8Array): Promise<OpenBundle> =>
  readBundle(bytes, 'talks.stet', { check: checkSignature, readCard: (text) => readCard(text, checkSignature) })

export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => new Map(unzipPackage(bytes))

export const sourceHere = ({ room }: Machine, id: string): Source | undefined =>
  room.library.sources.find((one) => one.id === id)

/** The rows of a machine that tell any of the secrets, as JSON: reports, lists, histories, views. */
export const told = (value: unknown): readonly string[] => {
  const text = JSON.stringify(value).toLowerCase()
  return SECRETS.filter((secret) => text.includes(secret))
}
