import { UsageError } from '../usageError.ts'

/** Loads the desk, or says how to install it. Any other error of loading it is not ours to explain. */
export async function deskRoom() {
  try {
    return {
      server: await import('@section16/desk/server'),
      store: await import('@section16/desk/store'),
      rehearsal: await import('@section16/edgar/rehearsal'),
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError('the desk is not installed: npm install @section16/desk')
  }
}
