import { useText } from '../../../ui/language.tsx'
import { roundsWords } from './words.ts'

/** A review file, made here or on another computer. */
export function OpenFileButton({ take }: { take: (file: File) => void }) {
  const words = useText(roundsWords)
  return (
    <label className="button">
      {words.openFile}
      <input
        type="file"
        className="visually-hidden"
        accept=".parboard-review"
        onChange={event => {
          const [file] = event.target.files ?? []
          // Choosing the same file again is a change too.
          event.target.value = ''
          if (file) take(file)
        }}
      />
    </label>
  )
}
