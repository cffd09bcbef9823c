import { createContext } from 'react'

/**
 * What a picture says of its origin in its foot, below the source: rule set and version, data code, version of the
 * page, moment. Asked when a picture is drawn; supplied by whoever knows what is on screen.
 */
export const PictureFoot = createContext<() => Promise<readonly string[]>>(() => Promise.resolve([]))
