/**
 * Words that open an editor's key when the PIN is forgotten. They are from the PGP word list: easy to tell apart when
 * read aloud.
 */
import { randomInt } from 'node:crypto'

const LIST =
  'aardvark absurd accrue acme adrift adult afflict ahead aimless algol allow alone ammo ancient apple artist assume ' +
  'athens atlas aztec baboon backfield backward banjo beaming bedlamp beehive beeswax befriend belfast berserk ' +
  'billiard bison blackjack blockade blowtorch bluebird bombast bookshelf brackish breadline breakup brickyard ' +
  'briefcase burbank button buzzard cement chairlift chatter checkup chisel choking chopper christmas clamshell ' +
  'classic classroom cleanup clockwork cobra commence concert cowbell crackdown cranky crowfoot crucial crumpled ' +
  'crusade cubic dashboard deadbolt deckhand dogsled dragnet drainage dreadful drifter dropper drumbeat drunken ' +
  'dupont dwelling eating edict egghead eightball endorse endow enlist erase escape exceed eyeglass eyetooth facial ' +
  'fallout flagpole flatfoot flytrap fracture framework freedom frighten gazelle geiger glitter glucose goggles ' +
  'goldfish gremlin guidance hamlet highchair hockey indoors indulge inverse involve island jawbone keyboard kickoff ' +
  'kiwi klaxon locale lockup merit minnow miser mohawk mural music necklace neptune newborn nightbird oakland obtuse ' +
  'offload optic orca payday peachy pheasant physique playhouse pluto preclude prefer preshrunk printer prowler ' +
  'pupil puppy python quadrant quiver quota ragtime ratchet rebirth reform regain reindeer rematch repay retouch ' +
  'revenge reward rhythm ribcage ringbolt robust rocker ruffled sailboat sawdust scallion scenic scorecard scotland ' +
  'seabird select sentence shadow shamrock showgirl skullcap skydive slingshot slowdown snapline snapshot snowcap ' +
  'snowslide solo southward soybean spaniel spearhead spellbind spheroid spigot spindle spyglass stagehand stagnate ' +
  'stairway standard stapler steamship sterling stockman stopwatch stormy sugar surmount suspense sweatband swelter ' +
  'tactics talon tapeworm tempest tiger tissue tonic topmost tracker transit trauma treadmill trojan trouble tumor ' +
  'tunnel tycoon uncut unearth unwind uproot upset upshot vapor village virus vulcan waffle wallet watchword wayside ' +
  'willow woodlark zulu'

const RECOVERY_WORDS: readonly string[] = LIST.split(' ')
/** 95 bits. */
const COUNT = 12

export const newRecoveryWords = (): string =>
  Array.from({ length: COUNT }, () => RECOVERY_WORDS[randomInt(RECOVERY_WORDS.length)]).join(' ')

/** Case, punctuation and white space do not count. */
export const foldWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
