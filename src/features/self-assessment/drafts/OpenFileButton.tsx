import { useText } from '../../../ui/language.tsx'
import { draftsWords } from './words.ts'

/** A submission file, made here or on another computer. */
export function OpenFileButton({ openFile }: { openFile: (file: File) => void }) {
  const words = useText(draftsWords)
  return (
    <section className="sa-open-file" aria-labelledby="sa-open-file">
      <div className="section-head">
        <h2 id="sa-open-file">{words.fileTitle}</h2>
      </div>
      <p>{words.fileHint}</p>
      <label className="button">
        {words.fileOpen}
        <input
          type="file"
          className="visually-hidden"
          accept=".parboard"
          onChange={event => {
            const [file] = event.target.files ?? []
            // Choosing the same file again is a change too.
            event.target.value = ''
            if (file) openFile(file)
          }}
        />
      </label>
    </section>
  )
}
