import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { PictureFoot } from '../../../src/ui/picture/foot.ts'
import { pngOf } from '../../../src/ui/picture/png.ts'
import { LineExample } from '../../gallery/pictureCases.tsx'
import { draw, light, show, showLadder, takeDown, visibleTexts } from './pictured.tsx'

beforeEach(() => page.viewport(1366, 768))
afterEach(takeDown)

describe('as PNG', () => {
  test('is twice as sharp and shows the colours and letters', async () => {
    const picture = await draw(await showLadder())
    const file = await pngOf(picture)
    const image = await createImageBitmap(file)
    expect([image.width, image.height]).toEqual([picture.width * 2, picture.height * 2])
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
    const counts = new Map<string, number>()
    for (let at = 0; at < data.length; at += 4) {
      const hex = `#${[0, 1, 2].map(part => (data[at + part] ?? 0).toString(16).padStart(2, '0')).join('')}`
      counts.set(hex, (counts.get(hex) ?? 0) + 1)
    }
    for (const colour of Object.values(light)) expect(counts.get(colour) ?? 0, colour).toBeGreaterThan(200)
  })

  test('refuses what no browser can paint', async () => {
    await expect(pngOf({ text: '<svg/>', width: 1000, height: 900_000 })).rejects.toThrow('tooLarge')
  })

  test('carries the fonts of exactly the letters in use', async () => {
    const { text } = await draw(await showLadder())
    const faces = [...text.matchAll(/@font-face\{([^}]*)\}/g)].map(found => found[1] ?? '')
    expect(faces.length).toBeGreaterThan(2)
    for (const face of faces) expect(face).toMatch(/src:url\(data:font\/woff2;base64,d09GMg/)
    // Digits come last, so that they win over the letters' own.
    expect(faces.at(-1)).toContain('size-adjust:105%')
  })
})

describe('the buttons', () => {
  const opener = page.getByRole('button', { name: 'Tải ảnh' })

  test('open and close by keyboard, and the focus stays', async () => {
    await show(<LineExample />, '.example-chart')
    await userEvent.tab()
    expect(document.activeElement).toBe(opener.element())
    await userEvent.keyboard('{Enter}')
    await expect.element(opener).toHaveAttribute('aria-expanded', 'true')
    await expect.element(page.getByRole('button', { name: /^Ảnh PNG/ })).toBeVisible()
    await userEvent.tab()
    await userEvent.tab()
    expect(document.activeElement).toBe(page.getByRole('button', { name: /^Ảnh SVG/ }).element())
    await userEvent.keyboard('{Escape}')
    await expect.element(opener).toHaveAttribute('aria-expanded', 'false')
    expect(document.activeElement).toBe(opener.element())
    await userEvent.keyboard('{Enter}')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.tab()
    expect(document.activeElement).toBe(page.getByRole('button', { name: /^Chép ảnh/ }).element())
    await userEvent.tab()
    await expect.element(opener).toHaveAttribute('aria-expanded', 'false')
  })

  test('copy the picture at two dots a pixel, with its origin in the foot', async () => {
    const taken: ClipboardItem[] = []
    const write = vi.spyOn(navigator.clipboard, 'write').mockImplementation(async items => {
      taken.push(...items)
      for (const item of items) await item.getType('image/png')
    })
    const foot = vi.fn(async () => ['Mã số liệu: a1b2 c3d4 e5f6', 'ParBoard 9.9.9'])
    await show(
      <PictureFoot value={foot}>
        <LineExample />
      </PictureFoot>,
      '.example-chart',
    )
    await opener.click()
    await page.getByRole('button', { name: /^Chép ảnh/ }).click()
    await expect.element(page.getByText('Đã chép ảnh; dán bằng Ctrl V.')).toBeInTheDocument()
    expect(foot).toHaveBeenCalledOnce()
    const blob = await taken[0]?.getType('image/png')
    expect(blob?.type).toBe('image/png')
    const { width } = await createImageBitmap(blob ?? new Blob())
    expect(width).toBeGreaterThanOrEqual(960 * 2)
    write.mockRestore()
  })

  test('say that downloading is the way where the browser has no clipboard', async () => {
    const write = vi
      .spyOn(navigator.clipboard, 'write')
      .mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    await show(<LineExample />, '.example-chart')
    await opener.click()
    await page.getByRole('button', { name: /^Chép ảnh/ }).click()
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Không chép được ảnh: trình duyệt không cho chép ảnh; hãy tải ảnh PNG')
    write.mockRestore()
    await page.getByRole('button', { name: 'Đóng thông báo' }).click()
    vi.stubGlobal('ClipboardItem', undefined)
    await opener.click()
    await page.getByRole('button', { name: /^Chép ảnh/ }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('cần địa chỉ https')
    vi.unstubAllGlobals()
  })

  test('write the origin under a picture that is downloaded', async () => {
    const saved = vi.spyOn(URL, 'createObjectURL')
    await show(
      <PictureFoot value={async () => ['Mã số liệu: a1b2 c3d4 e5f6', 'Phiên bản: ParBoard 9.9.9']}>
        <LineExample />
      </PictureFoot>,
      '.example-chart',
    )
    await opener.click()
    await page.getByRole('button', { name: /^Ảnh SVG/ }).click()
    await expect.element(page.getByText(/^Đã tải ảnh/)).toBeInTheDocument()
    const blob = saved.mock.calls
      .map(([each]) => each)
      .find(each => each instanceof Blob && /svg/.test(each.type))
    const text = blob instanceof Blob ? await blob.text() : ''
    const shown = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    expect(shown.querySelector('desc')?.textContent).toContain('a1b2 c3d4 e5f6 · Phiên bản: ParBoard 9.9.9')
    const drawn = [...shown.querySelectorAll('text')].map(each => each.textContent).join(' ')
    expect(drawn.replace(/\s+/g, ' ')).toContain('Mã số liệu: a1b2 c3d4 e5f6')
    saved.mockRestore()
  })

  test('say why there is no picture, and nothing else changes', async () => {
    const element = await show(<LineExample picture={{ element: () => null }} />, '.example-chart')
    const before = visibleTexts(element)
    await opener.click()
    await page.getByRole('button', { name: /^Ảnh PNG/ }).click()
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Không vẽ được ảnh: biểu đồ không còn trên màn hình.')
    expect(visibleTexts(element)).toEqual(before)
    await page.getByRole('button', { name: 'Đóng thông báo' }).click()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })

  test('put the screen back after a table was drawn whole, also when drawing fails', async () => {
    const steps: string[] = []
    const prepare = async () => {
      steps.push('all rows')
      return () => steps.push('rows in view')
    }
    await show(<LineExample picture={{ element: () => null, prepare }} />, '.example-chart')
    await opener.click()
    await page.getByRole('button', { name: /^Ảnh SVG/ }).click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(steps).toEqual(['all rows', 'rows in view'])
  })
})
