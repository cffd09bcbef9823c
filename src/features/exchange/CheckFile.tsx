import { DropZone } from '../../ui/DropZone.tsx'
import { useText } from '../../ui/language.tsx'
import { exchangeWords } from './words.ts'

/** Kiểm tra tệp: a file that left the page comes back; its view is opened and held against it. */
export function CheckFile({ check }: { check: (file: File) => void }) {
  const words = useText(exchangeWords)
  return (
    <section className="panel" aria-labelledby="check-file">
      <div className="section-head">
        <h2 id="check-file" tabIndex={-1}>
          {words.check}
        </h2>
        <p className="sub">{words.checkSub}</p>
      </div>
      <div className="intake">
        <DropZone
          invitation={words.checkDrop}
          pick={words.checkPick}
          accept=".xlsx,.csv,.docx,.pptx"
          hint={words.checkHint}
          take={([first]) => {
            if (first) check(first)
          }}
        />
      </div>
    </section>
  )
}
