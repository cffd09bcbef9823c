import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/states.css'
import './shell.css'
import './nav.css'
import './wayfinding.css'
import '../features/overview/overview.css'
import '../features/overview/ladder.css'
import '../features/overview/ladderEnds.css'
import '../features/overview/duo.css'
import '../receipt/receipt.css'
import '../features/sources/sources.css'
import './print.css'
import { loadDecoders } from '../io/queries.ts'
import { App } from './App.tsx'

// The headline needs the engine and what reads data files: both are fetched beside the first file, not after it.
// A failure shows where they are asked for.
void import('../state/scoreView.ts').catch(() => undefined)
void loadDecoders().catch(() => undefined)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
