/** What people do with the source book of a machine. */
import type { Card } from './sourceBooks'
import { GROUND_RULES } from '../../../src/story/desk/source'
import { deskOf, type Seat } from './readyMachines'
import type { Step } from './steps'
import { allowed, type World } from './world'

type SourceStep = Extract<Step, { kind: 'source' }>

async function add(world: World, { here, by, index }: Seat, nth: number, isProtected: boolean): Promise<string> {
  const [name, kind] = [`Nam ${index}k${nth}e`, nth % 2 === 0 ? 'pool' : 'document'] as const
  const { id } = await here.act(by, 'source.add', { name, kind, protected: isProtected })
  const { books } = world.known
  books.put(index, { id, name, kind, rules: 'onTheRecord', version: 1, names: [name] })
  if (isProtected) books.protect(index, id, 'protect')
  return id
}

/** A source on which evidence may rest: one of those here, or a new one. */
export async function pickSource(world: World, seat: Seat, at: number, nth: number): Promise<string> {
  const cards = world.known.books.cards(seat.index).filter(({ into }) => into === undefined)
  return cards.length === 0 || nth % 3 === 0
    ? add(world, seat, nth, nth % 2 === 0)
    : (cards[at % cards.length] as Card).id
}

/** Sources whose identity is not known here, or was destroyed, stay as they are. */
export async function changeSource(world: World, seat: Seat, { does, at }: SourceStep, nth: number): Promise<void> {
  const { here, by, index } = seat
  const { books } = world.known
  if (does === 'add' || does === 'addProtected') return void (await add(world, seat, nth, does === 'addProtected'))
  const cards = books.cards(index).filter(({ into, sealed, destroyed }) => into === undefined && !sealed && !destroyed)
  // Mostly one on which something rests.
  const open = await world.open(seat)
  const used = new Set(open.assessments().flatMap(({ evidence }) => evidence.map((item) => item.source)))
  const resting = at % 3 === 0 ? [] : cards.filter(({ id }) => used.has(id))
  const among = resting.length > 0 ? resting : cards
  const card = among[at % Math.max(among.length, 1)]
  if (!card) return
  const { id } = card
  const edit = async (change: object): Promise<boolean> =>
    (await allowed(here.act(by, 'source.edit', { source: id, reason: 'r', ...change } as never))) !== undefined
  const isProtected = (): boolean => here.room.library.sources.find((one) => one.id === id)?.protected === true
  switch (does) {
    case 'rename': {
      const name = `New ${index}k${nth}e`
      if (await edit({ name })) books.put(index, { ...card, name, names: [...card.names, name] })
      break
    }
    case 'kind': {
      const kind = card.kind === 'pool' ? 'document' : 'pool'
      if (await edit({ kind })) books.put(index, { ...card, kind })
      break
    }
    case 'stricter':
    case 'looser': {
      const rules = GROUND_RULES[GROUND_RULES.indexOf(card.rules) + (does === 'stricter' ? 1 : -1)]
      if (rules !== undefined && (await edit({ groundRules: rules }))) books.renew(index, id, rules)
      break
    }
    case 'protect':
      if (await edit({ protected: true })) books.protect(index, id, 'protect')
      break
    case 'lift': {
      if (!isProtected()) break
      const lifted = await allowed(
        here.act(deskOf(by), 'source.edit', { source: id, reason: 'r', protected: false } as never),
      )
      if (lifted) {
        world.known.changes[index]?.push(`${id} is open`)
        for (const one of books.cards(index))
          if (books.keptId(index, one.id) === id) books.protect(index, one.id, 'lift')
      }
      break
    }
    case 'destroy': {
      if (!(await allowed(here.act(deskOf(by), 'source.destroy', { source: id, reason: 'r' })))) break
      books.put(index, { ...card, destroyed: true })
      for (const name of card.names) world.destroyed[index]?.add(name)
      break
    }
    case 'join': {
      const into = cards.find((one) => one.id !== id)
      if (!into) break
      const wasProtected = isProtected()
      if (!(await allowed(here.act(by, 'source.merge', { source: id, into: into.id })))) break
      books.joined.add(id).add(into.id)
      const renewed = card.rules === into.rules ? 0 : 1
      books.put(index, { ...card, into: into.id, version: card.version + renewed })
      books.put(index, { ...into, names: [...into.names, ...card.names] })
      if (wasProtected) books.protect(index, into.id, 'protect')
      break
    }
  }
}
