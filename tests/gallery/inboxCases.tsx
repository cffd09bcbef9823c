import type { ReviewAddress } from '../../src/features/review/reviewProps.ts'
import type { GalleryCase } from './cases.tsx'
import { emptyInbox, fullInbox, InboxSample, type InboxScene } from './inboxSample.tsx'

function inboxCase(
  id: string,
  title: string,
  scene: InboxScene,
  address: ReviewAddress = {},
  me?: string,
): GalleryCase {
  return {
    id: `inbox-${id}`,
    part: 'screens',
    title: `Hồ sơ nhận: ${title}`,
    draw: () => <InboxSample scene={scene} address={address} {...(me === undefined ? {} : { me })} />,
  }
}

/** The inbox of a round in its states. */
export const inboxCases: readonly GalleryCase[] = [
  inboxCase('empty', 'chưa nhận gì', emptyInbox),
  inboxCase('no-name', 'chưa có tên người thẩm định', emptyInbox, {}, ''),
  inboxCase('full', 'đúng hạn, trễ, nhiều bản, khác phiên bản, bị sửa', fullInbox),
  inboxCase('look', 'cần xem', fullInbox, { filter: 'look' }),
  inboxCase('group', 'một nhóm', fullInbox, { group: 'cac-xa' }),
  inboxCase('none', 'không đơn vị nào khớp', fullInbox, { q: 'không có tên này' }),
]
