// Electron's fuses are bytes in its executable: this text, a version byte, a length byte, then one character per fuse.
// https://www.electronjs.org/docs/latest/tutorial/fuses
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

export const fuse = {
  runAsNode: 0,
  cookieEncryption: 1,
  nodeOptions: 2,
  nodeCliInspect: 3,
  onlyLoadAppFromAsar: 5,
  browserSnapshot: 6,
  fileProtocolPrivileges: 7,
}

/** Sets fuses in the bytes of an executable, in place: `{ [fuse.runAsNode]: true }`. Returns all fuses as text. */
export function setFuses(executable, wanted) {
  const at = executable.indexOf(sentinel)
  if (at < 0) throw new Error('the executable has no fuses: it is not Electron')
  if (executable.indexOf(sentinel, at + 1) >= 0) throw new Error('the executable has the fuses more than once')
  const [version, length] = executable.subarray(at + sentinel.length)
  if (version !== 1) throw new Error(`version ${version} of the fuses is unknown`)
  const wire = executable.subarray(at + sentinel.length + 2, at + sentinel.length + 2 + length)
  for (const [index, on] of Object.entries(wanted)) {
    if (wire[index] !== 0x30 && wire[index] !== 0x31) throw new Error(`fuse ${index} is not in this executable`)
    wire[index] = on ? 0x31 : 0x30
  }
  return wire.toString('latin1')
}
