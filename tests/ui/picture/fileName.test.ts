import { expect, test } from 'vitest'
import { safeFileName } from '../../../src/ui/picture/fileName.ts'

test.each([
  ['thac-diem-mat_xa-lien-son-lak_2026-10-10', 'thac-diem-mat_xa-lien-son-lak_2026-10-10.png'],
  ['Thác điểm mất_Xã Liên Sơn Lắk_10/10/2026', 'thac-diem-mat_xa-lien-son-lak_10-10-2026.png'],
  ['Đơn vị: A\\B? "C" <D>|*', 'don-vi-a-b-c-d.png'],
  ['xu hướng _ 2026', 'xu-huong_2026.png'],
  ['..\\..\\etc', 'etc.png'],
  ['tên.có.chấm. ', 'ten.co.cham.png'],
  // Windows keeps these for devices, with any extension.
  ['CON', 'bieu-do-con.png'],
  ['lpt1', 'bieu-do-lpt1.png'],
  ['', 'bieu-do.png'],
  ['???', 'bieu-do.png'],
])('%s is saved as %s', (name, saved) => {
  expect(safeFileName(name, 'png')).toBe(saved)
})

test('a long name is cut, its extension is not', () => {
  const name = safeFileName(`${'Ban Quản lý các khu kinh tế '.repeat(9)}`, 'svg')
  expect(name).toMatch(/^ban-quan-ly-cac-khu-kinh-te-.*[a-z]\.svg$/)
  expect(name.length).toBeLessThanOrEqual(104)
})
