import * as z from 'zod'
import { fileSchemas } from './schema.ts'

/** JSON Schema text of every kind of data file, by file name; what stands in `data/schema/`. */
export function jsonSchemaFiles(): readonly { readonly name: string; readonly text: string }[] {
  return Object.entries(fileSchemas).map(([kind, schema]) => ({
    name: `${kind}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  }))
}
