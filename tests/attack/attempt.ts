/** One attempt to get past the rules, and the list of all of them. */
import type { Room } from './driver'

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

/**
 * What shows that the attempt is a real one: the code before this rule lets it through (`before`), or the present code
 * with one piece of source text replaced does (mutants.mjs).
 */
export type Proof = 'before' | { readonly mutant: string }

export interface Attempt {
  readonly group: Group
  readonly name: string
  /** What the specification says. */
  readonly spec: string
  /** Not one of the kinds that the issue names. */
  readonly ours: boolean
  readonly proof: Proof
  readonly run: (room: Room) => Promise<Seen>
}

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
    (what: string, { spec, proof = 'before' }: Told, run: Attempt['run']) =>
      void attempts.push({ group: name, name: what, spec, ours, proof, run })
  return { named: add(false), ours: add(true) }
}
