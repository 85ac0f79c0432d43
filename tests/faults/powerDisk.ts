/**
 * A disk with a cache that a power cut empties. Synced data stays. Every block written since, every truncation and
 * every change of a folder is *pending*: after a cut it may be there or not, in any combination, and a block may be
 * torn.
 */
import { basename, dirname } from 'node:path'
import type { Image } from './memoryFiles'
import type { Call } from './trace'

const BLOCK = 4096
const ABSENT = 0
const PRESENT = 1
const TORN = 2

/** A part of the library that can be opened by itself: only what is pending in it changes what is found in it. */
export interface Part {
  readonly id: number
  /** Raised when nothing of it is pending: states before do not have to be distinguished. */
  epoch: number
  /** Synced since then, while other changes were pending. */
  settled: number[]
}
export type Chosen = readonly number[]

interface Inode {
  readonly id: number
  /** A file's bytes or a folder's names, as synced. */
  bytes: Uint8Array
  readonly names: Map<string, Inode>
  readonly isFolder: boolean
  /** The part it belongs to: a story folder, or the library itself. */
  readonly part: Part
  /** The content that the running system sees. */
  live: Uint8Array
  readonly liveNames: Map<string, Inode>
}

type Change =
  | { readonly is: 'write'; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly is: 'truncate'; readonly size: number }
  | { readonly is: 'names'; readonly set?: readonly [string, Inode]; readonly drop?: readonly [string, Inode] }

interface Pending {
  readonly id: number
  readonly since: number
  readonly inode: Inode
  readonly change: Change
}

export class PowerDisk {
  private readonly parts = new Map<Part, Inode>()
  private readonly root: Inode
  private pending: Pending[] = []
  private readonly open = new Map<number, { readonly inode: Inode; readonly append: boolean; at: number }>()
  private made = 0
  private at = 0

  constructor(
    private readonly folder: string,
    image: Image,
  ) {
    this.root = this.inode(true)
    for (const path of [...image.keys()].sort()) {
      if (path === folder) continue
      const content = image.get(path)
      const above = this.find(dirname(path))
      const inode = this.inode(content === 'folder', above, dirname(path))
      if (content !== undefined && content !== 'folder') inode.bytes = inode.live = content
      above?.names.set(basename(path), inode)
      above?.liveNames.set(basename(path), inode)
    }
  }

  /**
   * The outcomes of a power cut now: each pending thing absent (0), present (1) or torn (2). All combinations, or
   * `most` of them.
   */
  *choices(most: number, roll: (below: number) => number): Generator<Chosen> {
    const kinds = this.pending.map(({ change }) => (change.is === 'write' ? 3 : 2))
    const exhaustive = this.pending.length <= 8
    const all = exhaustive ? kinds.reduce((product, kind) => product * kind, 1) : most
    for (let nth = 0; nth < all; nth++) {
      let rest = nth
      yield kinds.map((kind) => {
        if (!exhaustive) return roll(kind)
        const choice = rest % kind
        rest = Math.floor(rest / kind)
        return choice
      })
    }
  }

  /** Calls so far. */
  get calls(): number {
    return this.at
  }

  get library(): Part {
    return this.root.part
  }

  /** A name for the bytes of this part. */
  nameOf(part: Part, chosen: Chosen): string {
    let name = `${part.id}:${part.epoch}:${part.settled.join()}:`
    for (const [at, { id, inode }] of this.pending.entries())
      if (inode.part === part && chosen[at] !== ABSENT) name += `${id}${chosen[at] === TORN ? 't' : ''},`
    return name
  }

  /** The library without the content of its stories, and the part that each of them is. */
  libraryImage(chosen: Chosen): { readonly image: Image; readonly stories: ReadonlyMap<string, Part> } {
    const stories = new Map<string, Part>()
    const image = this.image(this.folder, this.root, chosen, (path, inode) => {
      if (inode.part === this.root.part) return true
      stories.set(basename(path), inode.part)
      return false
    })
    return { image, stories }
  }

  /** Everything that was written, as a process that is killed leaves it. */
  get everything(): Chosen {
    return this.pending.map(() => PRESENT)
  }

  /** A name for the bytes of the whole library. */
  nameOfAll(chosen: Chosen): string {
    return [...this.parts.keys()].map((part) => this.nameOf(part, chosen)).join(';')
  }

  wholeImage(chosen: Chosen): Image {
    return this.image(this.folder, this.root, chosen, () => true)
  }

  /** The folder of one story, moved to `path`. */
  storyImage(part: Part, path: string, chosen: Chosen): Image {
    return this.image(path, this.parts.get(part) ?? this.root, chosen, () => true)
  }

  /** Applies the call. False when it does not concern this folder. */
  apply(call: Call): boolean {
    this.at += 1
    switch (call.is) {
      case 'open':
        return this.opened(call)
      case 'write': {
        const file = this.open.get(call.fd)
        if (!file) return false
        const offset = call.offset ?? (file.append ? file.inode.live.length : file.at)
        file.at = offset + call.bytes.length
        this.write(file.inode, offset, call.bytes)
        return true
      }
      case 'truncate': {
        const file = this.open.get(call.fd)
        if (!file) return false
        file.inode.live = resized(file.inode.live, call.size)
        this.wait(file.inode, { is: 'truncate', size: call.size })
        return true
      }
      case 'sync': {
        const file = this.open.get(call.fd)
        if (file) this.settle(file.inode, call.since)
        return file !== undefined
      }
      case 'rename': {
        const inode = this.find(call.from)
        const [from, to] = [this.find(dirname(call.from)), this.find(dirname(call.to))]
        if (!inode || !from || !to) return false
        from.liveNames.delete(basename(call.from))
        to.liveNames.set(basename(call.to), inode)
        if (from === to)
          this.wait(to, { is: 'names', set: [basename(call.to), inode], drop: [basename(call.from), inode] })
        else {
          this.wait(to, { is: 'names', set: [basename(call.to), inode] })
          this.wait(from, { is: 'names', drop: [basename(call.from), inode] })
        }
        return true
      }
      case 'link': {
        const inode = this.find(call.from)
        return inode !== undefined && this.name(call.to, inode)
      }
      case 'makeFolder':
        return this.name(call.path, this.inode(true, this.find(dirname(call.path)), dirname(call.path)))
      case 'unlink': {
        const [above, inode] = [this.find(dirname(call.path)), this.find(call.path)]
        if (!above || !inode) return false
        above.liveNames.delete(basename(call.path))
        this.wait(above, { is: 'names', drop: [basename(call.path), inode] })
        return true
      }
      case 'close':
        return this.open.delete(call.fd)
    }
  }

  private opened(call: Extract<Call, { is: 'open' }>): boolean {
    this.open.delete(call.fd)
    let inode = this.find(call.path)
    if (!inode && call.create) {
      const above = this.find(dirname(call.path))
      if (!above) return false
      inode = this.inode(false, above)
      this.name(call.path, inode)
    }
    if (!inode) return false
    if (call.truncate && inode.live.length > 0) {
      inode.live = new Uint8Array()
      this.wait(inode, { is: 'truncate', size: 0 })
    }
    this.open.set(call.fd, { inode, append: call.append, at: 0 })
    return true
  }

  private name(path: string, inode: Inode): boolean {
    const above = this.find(dirname(path))
    if (!above) return false
    above.liveNames.set(basename(path), inode)
    this.wait(above, { is: 'names', set: [basename(path), inode] })
    return true
  }

  private write(inode: Inode, offset: number, bytes: Uint8Array): void {
    inode.live = written(inode.live, offset, bytes)
    for (let from = 0; from < bytes.length;) {
      const to = Math.min(bytes.length, from + BLOCK - ((offset + from) % BLOCK))
      this.wait(inode, { is: 'write', offset: offset + from, bytes: bytes.subarray(from, to) })
      from = to
    }
  }

  private wait(inode: Inode, change: Change): void {
    this.pending.push({ id: ++this.made, since: this.at, inode, change })
  }

  private settle(inode: Inode, since: number): void {
    const settles = (waiting: Pending): boolean => waiting.inode === inode && waiting.since <= since
    for (const waiting of this.pending) {
      if (!settles(waiting)) continue
      inode.bytes = changed(inode.bytes, inode.names, waiting.change)
      inode.part.settled.push(waiting.id)
    }
    this.pending = this.pending.filter((waiting) => !settles(waiting))
    if (this.pending.some((waiting) => waiting.inode.part === inode.part)) return
    inode.part.epoch += 1
    inode.part.settled = []
  }

  private image(top: string, inode: Inode, chosen: Chosen, goesInto: (path: string, inode: Inode) => boolean): Image {
    const bytes = new Map<Inode, Uint8Array>()
    const names = new Map<Inode, Map<string, Inode>>()
    for (const [at, { inode: of, change }] of this.pending.entries()) {
      const choice = chosen[at] ?? ABSENT
      if (choice === ABSENT) continue
      const named = names.get(of) ?? new Map(of.names)
      names.set(of, named)
      const done =
        choice === TORN && change.is === 'write'
          ? { ...change, bytes: change.bytes.subarray(0, Math.floor(change.bytes.length / 2)) }
          : change
      bytes.set(of, changed(bytes.get(of) ?? of.bytes, named, done))
    }
    const image = new Map<string, Uint8Array | 'folder'>()
    const visit = (path: string, at: Inode): void => {
      image.set(path, at.isFolder ? 'folder' : (bytes.get(at) ?? at.bytes))
      if (goesInto(path, at)) for (const [name, inside] of names.get(at) ?? at.names) visit(`${path}/${name}`, inside)
    }
    visit(top, inode)
    return image
  }

  private find(path: string): Inode | undefined {
    if (path === this.folder) return this.root
    if (!path.startsWith(`${this.folder}/`)) return undefined
    return path
      .slice(this.folder.length + 1)
      .split('/')
      .reduce<Inode | undefined>((inode, name) => inode?.liveNames.get(name), this.root)
  }

  private inode(isFolder: boolean, above?: Inode, abovePath?: string): Inode {
    const isStory = isFolder && abovePath === `${this.folder}/stories`
    const part = isStory || !above ? { id: ++this.made, epoch: 0, settled: [] } : above.part
    const inode: Inode = {
      id: ++this.made,
      bytes: new Uint8Array(),
      live: new Uint8Array(),
      names: new Map(),
      liveNames: new Map(),
      isFolder,
      part,
    }
    if (isStory || !above) this.parts.set(part, inode)
    return inode
  }
}

/** Missing bytes read as zeros. */
function resized(bytes: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size)
  result.set(bytes.subarray(0, size))
  return result
}

function written(bytes: Uint8Array, offset: number, added: Uint8Array): Uint8Array {
  const result = resized(bytes, Math.max(bytes.length, offset + added.length))
  result.set(added, offset)
  return result
}

function changed(bytes: Uint8Array, names: Map<string, Inode>, change: Change): Uint8Array {
  switch (change.is) {
    case 'write':
      return written(bytes, change.offset, change.bytes)
    case 'truncate':
      return resized(bytes, change.size)
    case 'names': {
      const { set, drop } = change
      if (drop && names.get(drop[0]) === drop[1]) names.delete(drop[0])
      if (set) names.set(set[0], set[1])
      return bytes
    }
  }
}
