import { createRoot } from 'react-dom/client'
import './styles.ts'
import './gallery.css'
import { GalleryPage, readLook, showPrintLook } from './GalleryPage.tsx'

const look = readLook(window.location.search)
document.documentElement.lang = look.language
document.documentElement.dataset['theme'] = look.theme === 'all' ? 'light' : look.theme
if (look.print) showPrintLook()

const root = document.getElementById('gallery')
if (!root) throw new Error('index.html has no #gallery')
createRoot(root).render(<GalleryPage look={look} />)
