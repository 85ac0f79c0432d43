import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './child.mjs';
import { root } from './places.mjs';

/**
 * How every start of the command line has V8 work: what is compiled ahead is good for these flags only. Optimizing takes a third of a
 * short run's time and pays in a long one, so it begins later than V8's own 67,584 (bytes of bytecode that a function has run through).
 * Plain machine code, which is made quickly, is there from a function's first call instead. And old objects are first looked through
 * when there are 64 MB of them, not some eight: most runs end before. Also in scripts/stet and src/cli/index.ts.
 */
export const V8_FLAGS = ['--interrupt-budget=1056000', '--initial-old-space-size=64', '--always-sparkplug'];

/**
 * And of a start from the snapshot. V8 draws the seed of its hash tables when a process starts, and then puts all tables of a snapshot anew for it, an
 * eighth of that start. With this one the seed stays that of the process which made the snapshot. That one has to draw it as all processes do,
 * or it would be the same on all machines: so it works without this flag, and what it made is marked as good with it.
 */
const KEEP_SEED = '--no-rehash-snapshot';

/**
 * Makes the start-up snapshot for scripts/stet of the build in `folder`, with the Node that runs this. Throws when there is none after
 * it, or none that works; then `folder` is as it was.
 */
export async function makeStartSnapshot(folder) {
  const programs = join(folder, 'main');
  const place = join(programs, 'snapshot');
  const blob = join(place, 'stet.blob');
  mkdirSync(place);
  try {
    const env = { ...process.env, NODE_OPTIONS: '', STET_DAY: join(root, 'scripts', 'day-of-work.cjs') };
    const made = await run(process.execPath, [...V8_FLAGS, '--snapshot-blob', blob, '--build-snapshot', join(programs, 'snapshot.cjs')], { show: 'none', env });
    if (made.code !== 0) throw new Error(made.output.trim());
    await markAsGoodFor(blob);
    await tryOut(programs, blob);
    // scripts/stet reads which Node it is for, and sees by the time of this file whether that is still the same.
    writeFileSync(join(place, 'node'), `${process.execPath}\n`);
    execFileSync('touch', ['-r', process.execPath, join(place, 'node')]);
  } catch (trouble) {
    rmSync(place, { recursive: true, force: true });
    throw trouble;
  }
}

/** Node refuses a snapshot for other flags by a number that stands at its beginning, one of those that V8 has for its version, its flags and the processor. */
async function markAsGoodFor(blob) {
  const tag = async (...flags) => {
    const { output } = await run(process.execPath, [...V8_FLAGS, ...flags, '-p', "require('node:v8').cachedDataVersionTag()"], { show: 'none', env: { ...process.env, NODE_OPTIONS: '' } });
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(Number(output.trim()));
    return bytes;
  };
  const snapshot = readFileSync(blob);
  const place = snapshot.subarray(0, HEAD_BYTES).indexOf(await tag());
  if (place === -1) throw new Error('Nothing at its beginning says which flags it is for.');
  (await tag(KEEP_SEED)).copy(snapshot, place);
  writeFileSync(blob, snapshot);
}

/** Where Node's own account of a snapshot ends, at the latest. */
const HEAD_BYTES = 256;

/** Another Node may make a snapshot and not get along with it: threads, files, the socket and the clock are used once. */
async function tryOut(programs, blob) {
  const desk = mkdtempSync(join(tmpdir(), 'stet-snapshot-'));
  try {
    writeFileSync(join(desk, 'story.txt'), 'Talks end after two hours\n\nThe talks ended on Friday.\n');
    const env = { ...process.env, NODE_OPTIONS: '', STET_LIBRARY: join(desk, 'library'), STET_USER: 'Reporter', STET_IDS: 'sequential' };
    for (const args of [['import', 'story.txt'], ['export', 'story-1', '--draft', '--format', 'docx', '--out', 'story-DRAFT.docx']]) {
      const { code, output } = await run(process.execPath, [...V8_FLAGS, KEEP_SEED, '--snapshot-blob', blob, join(programs, 'stet.cjs'), ...args], { show: 'none', cwd: desk, env });
      if (code !== 0) throw new Error(`stet ${args.join(' ')} ended with ${code}: ${output.trim()}`);
    }
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}
