import { newsroomText } from '../../catalogue/newsroom'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sameName } from '../../story/text/personName'
import { foldPin, type StoredPin } from '../../story/desk/pin'
import { NewsroomError } from '../../story/requests/requests'
import { Sequencer } from '../../storage/disk/sequencer'
import { isPinOf } from './pinHash'

/** Milliseconds to wait after the first wrong PIN; doubled with each further one. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

interface Tries {
  /** Wrong ones since the last right one, and when the latest came. */
  wrong: number
  at: number
  /** Of the PIN that was right last, under a key that only this process knows. */
  right: Buffer | undefined
  readonly turns: Sequencer
}

/** Holds PINs against what is kept of them, one try of a person's PIN after the other. What it remembers goes with the process. */
export class PinGuard {
  /** By salt: another PIN begins anew. */
  readonly #tries = new Map<string, Tries>()
  readonly #key = randomBytes(32)

  /** `now`: milliseconds. */
  constructor(
    private readonly stored: () => readonly StoredPin[],
    private readonly now: () => number,
  ) {}

  /**
   * Resolves with the proof that `pin` is that of `person`; with undefined when the person has none. Rejects with
   * NewsroomError: after a wrong one every try is refused at once, the right one too, until a while has passed.
   */
  async check(person: string, pin: string | undefined): Promise<string | undefined> {
    const stored = this.#of(person)
    if (!stored) return undefined
    if (pin === undefined || pin.trim() === '')
      throw new NewsroomError('refused', newsroomText('pinGuard.pinNeeded', { person: stored.person }))
    const tries = this.#triesOf(stored)
    return tries.turns.queue(async () => {
      const wait = waitOf(tries, this.now())
      if (wait > 0)
        throw new NewsroomError(
          'refused',
          newsroomText('pinGuard.waiting', { person: stored.person, wait: seconds(wait) }),
        )
      const mac = createHmac('sha256', this.#key).update(foldPin(pin)).digest()
      // The slow way once: a script that sends its PIN with each of a thousand requests waits for it once.
      if (!(tries.right && timingSafeEqual(tries.right, mac)) && !(await isPinOf(stored, pin))) {
        tries.wrong += 1
        tries.at = this.now()
        throw new NewsroomError(
          'refused',
          newsroomText('pinGuard.wrongPin', { person: stored.person, seconds: seconds(waitOf(tries, tries.at)) }),
        )
      }
      tries.wrong = 0
      tries.right = mac
      return stored.salt
    })
  }

  /** Whether who gave `proof` may still act as `person`: a PIN that was set or changed since has to be given again. */
  holds(person: string, proof: string | undefined): boolean {
    const stored = this.#of(person)
    return stored === undefined || stored.salt === proof
  }

  /** For who set the PIN a moment ago. */
  proofOf(person: string): string | undefined {
    return this.#of(person)?.salt
  }

  #of(person: string): StoredPin | undefined {
    return this.stored().find((pin) => sameName(pin.person, person))
  }

  #triesOf({ salt }: StoredPin): Tries {
    const known = this.#tries.get(salt)
    if (known) return known
    const tries: Tries = { wrong: 0, at: 0, right: undefined, turns: new Sequencer() }
    this.#tries.set(salt, tries)
    return tries
  }
}

/** Milliseconds left. A clock that was put back counts as passed: nobody is locked out by it. */
function waitOf({ wrong, at }: Tries, now: number): number {
  if (wrong === 0 || now < at) return 0
  return Math.max(0, at + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - 1)) - now)
}

const seconds = (wait: number): string =>
  wait <= 1000
    ? newsroomText('pinGuard.oneSecond')
    : newsroomText('pinGuard.seconds', { count: Math.ceil(wait / 1000) })
