import { FileButton } from '../../../ui/FileButton.tsx'
import { useText } from '../../../ui/language.tsx'
import { roundsWords } from './words.ts'

/** A review file, made here or on another computer. */
export function OpenFileButton({ take }: { take: (file: File) => void }) {
  const words = useText(roundsWords)
  return (
    <FileButton accept=".parboard-review" take={([file]) => take(file)}>
      {words.openFile}
    </FileButton>
  )
}
