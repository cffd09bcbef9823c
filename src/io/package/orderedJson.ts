import { canonicalJson } from '../../model/canonicalJson.ts'

/** JSON to be read by people that is the same for the same content: keys in order, two spaces, NFC. */
export function orderedJson(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`.normalize('NFC')
}
