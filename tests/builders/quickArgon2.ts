/**
 * Stands for `hash-wasm` in unit tests (vitest.config.ts) and in attacks (tests/attack/bundle.mjs). It is argon2id with
 * 256 KiB and one pass: the 64 MB and three passes that Stet asks for take a fifth of a second for each PIN. End-to-end
 * tests take all of it.
 */
import { createRequire } from 'node:module'
import type { argon2id as RealArgon2id } from 'hash-wasm'

type Argon2id = typeof RealArgon2id

const real = createRequire(import.meta.url)('hash-wasm') as { readonly argon2id: Argon2id }

/** Throws when less is asked for than a PIN needs: no test would see it otherwise. */
export const argon2id = ((options: Parameters<Argon2id>[0]) => {
  const { memorySize, iterations, parallelism } = options
  if (memorySize !== 65_536 || iterations !== 3 || parallelism !== 1)
    throw new Error(`argon2id was asked for ${memorySize} KiB, ${iterations} passes and ${parallelism} lanes`)
  return real.argon2id({ ...options, memorySize: 256, iterations: 1 })
}) as Argon2id
