/** Reads a recording of `strace -f -xx`: the calls that change files, and the program's standard output. */

export type Call =
  | {
      readonly is: 'open'
      readonly fd: number
      readonly path: string
      readonly create: boolean
      readonly truncate: boolean
      readonly append: boolean
    }
  | { readonly is: 'write'; readonly fd: number; readonly bytes: Uint8Array; readonly offset?: number }
  | { readonly is: 'sync'; readonly fd: number; /** Calls that had returned when it began. */ readonly since: number }
  | { readonly is: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly is: 'unlink' | 'makeFolder'; readonly path: string }
  | { readonly is: 'truncate'; readonly fd: number; readonly size: number }
  | { readonly is: 'close'; readonly fd: number }

export const TRACED =
  'open,openat,creat,write,pwrite64,writev,pwritev,rename,renameat,renameat2,link,linkat,' +
  'unlink,unlinkat,mkdir,mkdirat,rmdir,ftruncate,fsync,fdatasync,close'

const LINE = /^(\d+) +(.*)$/
const WHOLE = /^(\w+)\((.*)\) += (-?\d+)/s
const BEGUN = /^(\w+)\((.*?) *<unfinished \.\.\.>$/s
const ENDED = /^<\.\.\. (\w+) resumed>(.*)$/s

/** The calls that succeeded, in the order of their returns. */
export function readTrace(text: string): readonly Call[] {
  const calls: Call[] = []
  const begun = new Map<string, { readonly start: string; readonly since: number }>()
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = LINE.exec(line) ?? []
    const open = BEGUN.exec(rest)
    if (open) {
      // Another file may get the number before this call returns.
      if (open[1] === 'close') calls.push({ is: 'close', fd: Number.parseInt(open[2] ?? '', 10) })
      begun.set(thread, { start: `${open[1] ?? ''}(${open[2] ?? ''}`, since: calls.length })
      continue
    }
    const ended = ENDED.exec(rest)
    const first = ended ? begun.get(thread) : undefined
    begun.delete(thread)
    const [, name, args = '', result = '-1'] = WHOLE.exec(first ? first.start + (ended?.[2] ?? '') : rest) ?? []
    if (name === undefined || Number(result) < 0 || (first && name === 'close')) continue
    const call = callOf(name, args, Number(result), first?.since ?? calls.length)
    if (call) calls.push(call)
  }
  return calls
}

const STRINGS = /"((?:\\x[0-9a-f]{2})*)"/g

function callOf(name: string, args: string, result: number, since: number): Call | undefined {
  const strings = [...args.matchAll(STRINGS)].map(([, hex = '']) => Buffer.from(hex.replaceAll('\\x', ''), 'hex'))
  const [first = '', second = ''] = strings.map((bytes) => bytes.toString('utf8'))
  const fd = Number.parseInt(args, 10)
  const last = Number(args.slice(args.lastIndexOf(',') + 1))
  switch (name) {
    case 'open':
    case 'openat':
    case 'creat':
      return {
        is: 'open',
        fd: result,
        path: first,
        create: name === 'creat' || args.includes('O_CREAT'),
        truncate: name === 'creat' || args.includes('O_TRUNC'),
        append: args.includes('O_APPEND'),
      }
    case 'write':
    case 'writev':
      return { is: 'write', fd, bytes: Buffer.concat(strings).subarray(0, result) }
    case 'pwrite64':
    case 'pwritev':
      return { is: 'write', fd, bytes: Buffer.concat(strings).subarray(0, result), offset: last }
    case 'fsync':
    case 'fdatasync':
      return { is: 'sync', fd, since }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { is: 'rename', from: first, to: second }
    case 'link':
    case 'linkat':
      return { is: 'link', from: first, to: second }
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return { is: 'unlink', path: first }
    case 'mkdir':
    case 'mkdirat':
      return { is: 'makeFolder', path: first }
    case 'ftruncate':
      return { is: 'truncate', fd, size: last }
    case 'close':
      return { is: 'close', fd }
    default:
      return undefined
  }
}
