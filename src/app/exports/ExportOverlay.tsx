import './exports.css'
import { useIsFetching } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type Offer, standingOffers, useOffers } from '../../state/exports/offers.ts'
import { useMakeOrigin } from '../../state/exports/originContext.ts'
import type { TableFormat } from '../../state/exports/tableFile.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../../ui/language.tsx'
import { useOverlay } from '../overlay.ts'
import { toAnotherScreen } from '../screens.ts'
import { useCheckedFile } from './checkStore.ts'
import { clearRun, saveOffer, useExportRun } from './exportRun.ts'
import { PresentLink, presentable } from './PresentLink.tsx'
import { panelWords } from './panelWords.ts'
import { RunStatus } from './RunStatus.tsx'
import { TableOffer, type TableOfferOf } from './TableOffer.tsx'
import { useTableCopy } from './useTableCopy.ts'

/** Files that "Kiểm tra tệp" reads. */
const checkedFiles = '.xlsx,.csv,.docx,.pptx'

/** Tải về: everything that can be taken away from the view as it stands. */
export function ExportOverlay() {
  const words = useText(panelWords)
  const show = useOverlay(state => state.show)
  const close = () => show(null)
  const offers = standingOffers(useOffers(state => state.offers))
  const pathname = useRouterState({ select: state => state.location.pathname })
  // The buttons that the line speaks of stand on the screen behind, or they do not.
  const [hasCharts] = useState(() => document.querySelector('.chart-tools') !== null)
  const makeOrigin = useMakeOrigin()
  const run = useExportRun(state => state.run)
  const isBusy = run.status === 'busy'
  const check = useCheckedFile(state => state.check)
  const field = useRef<HTMLTextAreaElement>(null)
  const copying = useTableCopy(field)
  useEffect(() => clearRun, [])
  const save = (offer: Offer, format: TableFormat) => {
    copying.clear()
    void saveOffer(offer, format, offer.name, makeOrigin)
  }
  const tables = offers.filter((offer): offer is TableOfferOf => offer.kind === 'table')
  const others = offers.filter(offer => offer.kind !== 'table')
  const canPresent = presentable.includes(pathname)
  return (
    <Dialog label={words.title} className="ex-panel" close={close}>
      <header className="ex-top">
        <h2>{words.title}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard has to get in */}
      <section className="ex-body" aria-label={words.title} tabIndex={0}>
        <p className="ex-lead">{words.lead}</p>
        {offers.length === 0 && <NothingHere close={close} />}
        {tables.length > 0 && (
          <section aria-labelledby="ex-tables">
            <h3 id="ex-tables">{words.tables}</h3>
            <ul>
              {tables.map(offer => (
                <TableOffer
                  key={offer.id}
                  offer={offer}
                  isBusy={isBusy}
                  save={format => save(offer, format)}
                  copy={() => void copying.copy(offer)}
                />
              ))}
            </ul>
          </section>
        )}
        {(others.length > 0 || canPresent) && (
          <section aria-labelledby="ex-more">
            <h3 id="ex-more">{words.more}</h3>
            <ul>
              {others.map(offer => (
                <FileOffer
                  key={`${offer.kind} ${offer.id}`}
                  offer={offer}
                  isBusy={isBusy}
                  save={() => save(offer, 'xlsx')}
                />
              ))}
              {canPresent && (
                <li className="ex-offer">
                  <div>
                    <b>{words.presentName}</b>
                    <small>{words.presentSub}</small>
                  </div>
                  <div className="ex-buttons">
                    <PresentLink className="button" press={close}>
                      {words.present}
                    </PresentLink>
                  </div>
                </li>
              )}
            </ul>
          </section>
        )}
        <section aria-labelledby="ex-others">
          <h3 id="ex-others">{words.others}</h3>
          <ul>
            <li className="ex-offer">
              <div>
                <b>{words.print}</b>
                <small>{words.printSub}</small>
              </div>
              <div className="ex-buttons">
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    close()
                    // The page has to be itself again before it is printed.
                    setTimeout(() => window.print(), 60)
                  }}
                >
                  {words.printButton}
                </button>
              </div>
            </li>
            {hasCharts && (
              <li className="ex-offer">
                <div>
                  <b>{words.pictures}</b>
                  <small>{words.picturesSub}</small>
                </div>
              </li>
            )}
            <li className="ex-offer">
              <div>
                <b>{words.check}</b>
                <small>{words.checkSub}</small>
              </div>
              <div className="ex-buttons">
                <FileButton
                  accept={checkedFiles}
                  take={([file]) => {
                    close()
                    check(file)
                  }}
                >
                  {words.checkButton}
                </FileButton>
              </div>
            </li>
          </ul>
        </section>
        {/* Copied from where the browser withholds the clipboard. */}
        <textarea ref={field} className="visually-hidden" tabIndex={-1} aria-hidden="true" readOnly />
      </section>
      <RunStatus run={run} copied={copying.said} />
    </Dialog>
  )
}

/** A workbook, report or deck: one form each. */
function FileOffer({ offer, isBusy, save }: { offer: Offer; isBusy: boolean; save: () => void }) {
  const words = useText(panelWords)
  const [does, sub] =
    offer.kind === 'workbook'
      ? [words.workbook, words.workbookSub]
      : offer.kind === 'report'
        ? [words.report, words.reportSub]
        : [words.deck, words.deckSub]
  return (
    <li className="ex-offer">
      <div>
        <b>{offer.name}</b>
        <small>{sub}</small>
      </div>
      <div className="ex-buttons">
        <button
          type="button"
          className="button"
          aria-label={words.of(does, offer.name)}
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) save()
          }}
        >
          {does}
        </button>
      </div>
    </li>
  )
}

function NothingHere({ close }: { close: () => void }) {
  const words = useText(panelWords)
  const isLoading = useIsFetching() > 0
  return (
    <div className="ex-empty">
      <p>
        <b>{words.empty}</b> {isLoading ? words.emptyLoading : words.emptyHint}
      </p>
      {!isLoading && (
        <Link to="/criteria" search={toAnotherScreen} className="button" onClick={close}>
          {words.toCriteria}
        </Link>
      )}
    </div>
  )
}
