/** One attempt to get past the rules, and the list of all of them. */
import { defined } from '../../src/story/text/defined'
import type { Room } from './driver'
import { proofs } from './proofs'

export const GROUPS = {
  meaning: 'Meaning moved under a tick',
  tired: 'Tired people',
  failsOpen: 'Fails open',
  whoMay: 'Who may',
  exits: 'Clipboard and exits',
  keys: 'Keys, PINs, ledger',
  fields: 'Fields and cleared hash',
  evidence: 'Evidence, sources, locators',
  oldLibraries: 'Old libraries',
} as const
export type Group = keyof typeof GROUPS

export interface Seen {
  /** The attempt got past the rule. */
  readonly through: boolean
  /** What happened, for the table. */
  readonly seen: string
}

/** What shows that the attempt is a real one: the present code with pieces replaced (mutants.mjs) lets it through. */
export interface Proof {
  readonly mutant: string
}

export interface Attempt {
  readonly group: Group
  readonly name: string
  /** What the specification says. */
  readonly spec: string
  /** Not one of the kinds that the issue names. */
  readonly ours: boolean
  /** Absent: no mutant is known. */
  readonly proof?: Proof
  readonly run: (room: Room) => Promise<Seen>
}

/** By group and name. */
const PROOFS: ReadonlyMap<string, Proof> = new Map(
  Object.entries(proofs).flatMap(([mutant, names]) => names.map((name) => [name, { mutant }] as const)),
)

/** Attempts in the order in which their files were read. */
export const attempts: Attempt[] = []

type Told = { readonly spec: string; readonly proof?: Proof }

/** Adds attempts of one group. `named`: a kind that the issue names. `ours`: another kind. */
export function group(name: Group): {
  readonly named: (what: string, told: Told, run: Attempt['run']) => void
  readonly ours: (what: string, told: Told, run: Attempt['run']) => void
} {
  const add =
    (ours: boolean) =>
    (what: string, { spec, proof = PROOFS.get(`${name}: ${what}`) }: Told, run: Attempt['run']) =>
      void attempts.push({ group: name, name: what, spec, ours, ...defined({ proof }), run })
  return { named: add(false), ours: add(true) }
}
