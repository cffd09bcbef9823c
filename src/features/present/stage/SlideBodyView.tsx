import type { Slide, SlideBody, SlideFact } from '../../../model/deck.ts'
import { Bars } from './Bars.tsx'
import { HeatTable } from './HeatTable.tsx'
import { ListTable } from './ListTable.tsx'
import { Opener } from './Opener.tsx'
import { SlideMarkSign } from './SlideMarkSign.tsx'
import { type OpenTarget, targetOf } from './slideTarget.ts'
import type { StageShape } from './stageSize.ts'

/** What a slide shows under its title. */
export function SlideBodyView({
  slide,
  shape,
  open,
}: {
  slide: Slide
  shape: StageShape
  open: OpenTarget | null
}) {
  const { body } = slide
  switch (body.kind) {
    case 'cover':
      return <Cover body={body} />
    case 'facts':
      return <Facts body={body} open={open} />
    case 'bars':
      return <Bars body={body} title={slide.title} shape={shape} open={open} />
    case 'heat':
      return <HeatTable body={body} title={slide.title} open={open} />
    case 'list':
      return <ListTable body={body} title={slide.title} open={open} />
    case 'text':
      return (
        <div className="ps-text">
          {body.lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )
  }
}

function Cover({ body }: { body: Extract<SlideBody, { kind: 'cover' }> }) {
  return (
    <>
      <div className="ps-text">
        {body.lines.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {body.warnings.length > 0 && (
        <ul className="ps-warnings">
          {body.warnings.map(warning => (
            <li key={warning}>
              <SlideMarkSign mark="warning" beside={body.warnings} />
              <span>{warning}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Facts({ body, open }: { body: Extract<SlideBody, { kind: 'facts' }>; open: OpenTarget | null }) {
  return (
    <>
      <dl className="ps-facts" data-count={body.facts.length}>
        {body.facts.map(fact => (
          <Fact key={fact.label} fact={fact} open={open} />
        ))}
      </dl>
      {body.remarks.length > 0 && (
        <ul className="ps-remarks">
          {body.remarks.map(remark => (
            <li key={remark} className="ps-remark">
              {remark}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Fact({ fact, open }: { fact: SlideFact; open: OpenTarget | null }) {
  const target = targetOf(fact)
  return (
    <div className={`ps-fact${target && open ? ' ps-pressable' : ''}`}>
      <dt>
        <Opener target={target} open={open}>
          {fact.label}
        </Opener>
      </dt>
      <dd>
        <b>{fact.value}</b>
        {fact.of !== undefined && <span className="ps-of">/{fact.of}</span>}
      </dd>
      {(fact.note !== undefined || fact.mark !== undefined) && (
        <dd className="ps-fact-note">
          {fact.mark !== undefined && (
            <SlideMarkSign mark={fact.mark} beside={[fact.value, fact.note ?? '']} />
          )}
          {fact.note}
        </dd>
      )}
    </div>
  )
}
