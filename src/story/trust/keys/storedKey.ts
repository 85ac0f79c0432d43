/** Private keys as a library keeps them, in `keys.json`. They never leave the process that owns the library. */

/** A private key that is encrypted under a PIN or under recovery words. Bytes are lower-case hex. */
export interface WrappedKey {
  readonly algorithm: 'argon2id-aes-256-gcm'
  /** Cost of argon2id: memory in KiB, passes, lanes. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
  /** New for each PIN, so that it also identifies the PIN. */
  readonly salt: string
  readonly iv: string
  /** The key and its authentication tag. */
  readonly sealed: string
}

/** The private half of a public key (Ed25519 seed). */
export interface StoredKey {
  readonly id: string
  readonly person: string
  /** Not encrypted: of the library, or of a person without a PIN. */
  readonly open?: string
  readonly underPin?: WrappedKey
  readonly underWords?: WrappedKey
}

export interface KeysRecord {
  /** Tells this copy of the library from others. */
  readonly device: string
  /** Id of the library's own key. */
  readonly library: string
  readonly keys: readonly StoredKey[]
}
