/** Reads all attempts, in the order of the table. */
import './meaning'
import './tired'
import './failsOpen'
import './whoMayVerify'
import './whoMayDoors'
import './exits'
import './keys'
import './pins'
import './fields'
import './evidence'
import './oldLibraries'

export { attempts, GROUPS } from './attempt'
