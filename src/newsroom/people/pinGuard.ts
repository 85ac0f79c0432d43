import { newsroomText } from '../../catalogue/rooms/newsroom'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sameName } from '../../story/text/words/personName'
import { foldPin } from '../../story/desk/pin'
import { NewsroomError } from '../../story/requests/requests'
import { Sequencer } from '../../storage/disk/sequencer'

/** Milliseconds to wait after the first wrong PIN. Each further one doubles them. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

/** What a PIN opens. */
export interface PinLock {
  readonly person: string
  /** Tells this PIN from others of the person. */
  readonly salt: string
  /**
   * Opens the person's key in this process. Resolves with the salt that proves the PIN from now on, or with undefined
   * when it is another PIN.
   */
  open(pin: string): Promise<string | undefined>
}

interface Tries {
  /** Wrong tries since the last right one, and the time of the latest. */
  wrong: number
  at: number
  /** A hash of the last right PIN, under a key that only this process knows. */
  right: Buffer | undefined
  readonly turns: Sequencer
}

/** Checks PINs, one try per person at a time. Forgets the tries when the process ends. */
export class PinGuard {
  /** By salt: a new PIN starts without wrong tries. */
  readonly #tries = new Map<string, Tries>()
  readonly #key = randomBytes(32)

  /** `now`: milliseconds. */
  constructor(
    private readonly locks: () => readonly PinLock[],
    private readonly now: () => number,
  ) {}

  /**
   * Resolves with a proof that `pin` is that of `person`, or with undefined when the person has no PIN. Rejects with
   * NewsroomError. After a wrong PIN it refuses every try for a while, the right PIN too.
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
      let proof: string | undefined = stored.salt
      const mac = createHmac('sha256', this.#key).update(foldPin(pin)).digest()
      // Hashes slowly only once: a script may send its PIN with each of a thousand requests.
      if (!(tries.right && timingSafeEqual(tries.right, mac)) && !(proof = await stored.open(pin))) {
        tries.wrong += 1
        tries.at = this.now()
        throw new NewsroomError(
          'refused',
          newsroomText('pinGuard.wrongPin', { person: stored.person, seconds: seconds(waitOf(tries, tries.at)) }),
        )
      }
      tries.wrong = 0
      tries.right = mac
      return proof
    })
  }

  /** Whether `proof` still holds for `person`. It does not after the PIN was set or changed. */
  holds(person: string, proof: string | undefined): boolean {
    const stored = this.#of(person)
    return stored === undefined || stored.salt === proof
  }

  /** The proof for a person who has just set the PIN. */
  proofOf(person: string): string | undefined {
    return this.#of(person)?.salt
  }

  #of(person: string): PinLock | undefined {
    return this.locks().find((lock) => sameName(lock.person, person))
  }

  #triesOf({ salt }: PinLock): Tries {
    const known = this.#tries.get(salt)
    if (known) return known
    const tries: Tries = { wrong: 0, at: 0, right: undefined, turns: new Sequencer() }
    this.#tries.set(salt, tries)
    return tries
  }
}

/** Milliseconds left. Zero when the clock was set back, which must not lock anybody out. */
function waitOf({ wrong, at }: Tries, now: number): number {
  if (wrong === 0 || now < at) return 0
  return Math.max(0, at + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - 1)) - now)
}

const seconds = (wait: number): string =>
  wait <= 1000
    ? newsroomText('pinGuard.oneSecond')
    : newsroomText('pinGuard.seconds', { count: Math.ceil(wait / 1000) })
