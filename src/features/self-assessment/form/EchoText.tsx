import { useText } from '../../../ui/language.tsx'
import type { Echo } from './fieldText.ts'
import { formWords } from './words.ts'

/** "= 1.464 văn bản": how a text was read. */
export function EchoText({ echo }: { echo: Echo | null }) {
  const words = useText(formWords)
  return (
    <span className="sa-echo" role="status">
      {echo !== null && (
        <>
          <span aria-hidden="true">{words.echo(echo.shown)}</span>
          <span className="visually-hidden">{words.readAs(echo.spoken)}</span>
        </>
      )}
    </span>
  )
}
