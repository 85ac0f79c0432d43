import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Whether nothing holds a value any longer. Give it the only reference, and await what made it first. */
export async function isCollected(value: WeakRef<object>): Promise<boolean> {
  // A weak reference holds its value until the task that made it is over.
  await new Promise((resolve) => setImmediate(resolve))
  collect()
  return value.deref() === undefined
}
