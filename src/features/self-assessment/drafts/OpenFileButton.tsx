import { FileButton } from '../../../ui/FileButton.tsx'
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
      <FileButton accept=".parboard" take={([file]) => openFile(file)}>
        {words.fileOpen}
      </FileButton>
    </section>
  )
}
