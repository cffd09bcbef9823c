import { describe, expect, test } from 'vitest'
import { longestPaste, readPasted } from '../../../src/io/figureImport/readPasted.ts'
import { commune, figuresOf, problemsOf, ward } from './targets.ts'

const tsv = (...rows: readonly (readonly string[])[]) => rows.map(row => row.join('\t')).join('\r\n')
const paste = (text: string, from: string | null = null) => readPasted(text, ward, from)

describe('one column of figures', () => {
  test('goes down the form from the field with the keyboard; a blank cell leaves its field alone', () => {
    const read = paste('12\r\n\r\n3\r\n', 'nv-giao')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '12', 'nv-tre-han': '3' })
    expect(read.problems).toEqual([])
    expect(read.entries.map(({ place }) => place.cell)).toEqual(['A1', 'A3'])
  })

  test('begins at the first field when none has the keyboard', () => {
    expect(figuresOf(paste('361\n364'))).toEqual({ 'vb-xu-ly-mang': '361', 'vb-phai-xu-ly': '364' })
  })

  test('what a field cannot mean is said and the others are taken', () => {
    const read = paste('12\n12,5\nabc\nx', 'nv-giao')
    expect(figuresOf(read)).toEqual({ 'nv-giao': '12', 'bc-tuan-1': 'x' })
    expect(problemsOf(read)).toEqual(['A2 not-whole', 'A3 not-a-number'])
  })

  test('cells behind the last field are named one by one', () => {
    const read = paste('1\n2\n3\n4', 'sang-kien')
    expect(figuresOf(read)).toEqual({ 'sang-kien': '1', 'hs-qua-han-khong-xin-loi': '2' })
    expect(problemsOf(read)).toEqual(['A3 too-many-cells', 'A4 too-many-cells'])
  })

  test('skips what surveys, reviewers and other levels fill in', () => {
    // 3.6 is for departments, 4.2 is a survey: after the last petition comes the published list.
    const read = paste('1\n2\n3\n4\n1', 'ct-dien-tu')
    expect(Object.keys(figuresOf(read))).toEqual([
      'ct-dien-tu',
      'ct-ban-sao',
      'pakn-dung-han',
      'pakn-den-han',
      'ck-cham-muon',
    ])
  })

  test('a row of bare figures goes on from field to field as well', () => {
    expect(figuresOf(paste('12\t10\t2', 'nv-giao'))).toEqual({
      'nv-giao': '12',
      'nv-dung-han': '10',
      'nv-tre-han': '2',
    })
  })
})

describe('several columns', () => {
  test('bare figures keep to the lines of the form: shares side by side, everything else alone', () => {
    const read = paste(tsv(['361', '364'], ['12', '7']), 'vb-xu-ly-mang')
    expect(figuresOf(read)).toEqual({ 'vb-xu-ly-mang': '361', 'vb-phai-xu-ly': '364', 'nv-giao': '12' })
    expect(problemsOf(read)).toEqual(['B2 too-many-cells'])
  })

  test('rows with names go to their fields wherever they stand', () => {
    const read = paste(
      tsv(
        ['5', 'Nhiệm vụ hoàn thành đúng hạn', 'nhiệm vụ', '10'],
        ['6', 'NHIEM VU UBND TINH GIAO DEN HAN TRONG THANG', 'nhiệm vụ', '12'],
        ['7', 'Hồ sơ giải quyết quá hạn', 'hồ sơ', 'không phát sinh'],
      ),
    )
    expect(figuresOf(read)).toEqual({ 'nv-dung-han': '10', 'nv-giao': '12', 'hs-qua-han': '0' })
    expect(problemsOf(read)).toEqual(['(D3 not-incurred)'])
  })

  test('text that was taken apart by a Mac is the same name', () => {
    const read = paste(tsv(['Nhiệm vụ hoàn thành trễ hạn'.normalize('NFD'), '2'], ['nv-giao', '9']))
    expect(figuresOf(read)).toEqual({ 'nv-tre-han': '2', 'nv-giao': '9' })
  })

  test('the code of a criterion takes numerator and denominator side by side, or as 17/38', () => {
    expect(figuresOf(paste(tsv(['1.1', '361', '364'], ['2.1', '63', '64'])))).toEqual({
      'vb-xu-ly-mang': '361',
      'vb-phai-xu-ly': '364',
      'dvc-toan-trinh': '63',
      'dvc-du-dieu-kien': '64',
    })
    expect(figuresOf(paste(tsv(['Mã tiêu chí', 'Giá trị'], ['2.1', '63/64'])))).toEqual({
      'dvc-toan-trinh': '63',
      'dvc-du-dieu-kien': '64',
    })
  })

  test('one name for several figures is told apart by the criterion above it, or asked about', () => {
    const rows = tsv(
      ['Chỉ tiêu', 'Giá trị'],
      ['Tỷ lệ hồ sơ giải quyết đúng hạn, trước hạn', ''],
      ['Hồ sơ tiếp nhận', '20'],
    )
    expect(figuresOf(readPasted(rows, commune, null))).toEqual({ 'ON_TIME.denominator': '20' })
    const alone = readPasted(tsv(['Chỉ tiêu', 'Giá trị'], ['Hồ sơ tiếp nhận', '20']), commune, null)
    expect(problemsOf(alone)).toEqual(['A2 several-figures'])
    expect(alone.entries).toEqual([])
  })

  test('a table with titles takes the column of the period of the draft', () => {
    const read = paste(
      tsv(
        ['STT', 'Chỉ tiêu', 'ĐVT', 'Tháng 10/2026', 'Tháng 11/2026'],
        ['1', 'Hồ sơ tiếp nhận trong tháng', 'hồ sơ', '659', '1.464'],
        ['2', 'Công khai lịch tiếp công dân', '', 'x', 'Không'],
      ),
    )
    expect(figuresOf(read)).toEqual({ 'hs-tiep-nhan': '1.464', 'tr-lich-tiep': 'Không' })
  })

  test('states are understood; a dash never becomes zero', () => {
    const read = paste(
      tsv(
        ['Chỉ tiêu', 'Giá trị', 'Ghi chú'],
        ['Hồ sơ tiếp nhận trong tháng', '-', ''],
        ['Hồ sơ giải quyết trong tháng', 'Chưa có số liệu', 'chờ đối chiếu'],
        ['Hồ sơ giải quyết quá hạn', 'KHÔNG ÁP DỤNG', ''],
        ['Hồ sơ trả đồng thời kết quả điện tử', 'x', ''],
      ),
    )
    expect(figuresOf(read)).toEqual({
      'hs-tiep-nhan': 'missing',
      'hs-giai-quyet': 'missing',
      'hs-qua-han': 'notApplicable',
      'hs-kq-dien-tu': 'notApplicable',
    })
    expect(read.entries[1]?.edit).toMatchObject({ entry: { state: 'missing', note: 'chờ đối chiếu' } })
    expect(problemsOf(read)).toEqual(['(B2 dash)', '(B5 cross)'])
  })
})

describe('what the clipboard brings along', () => {
  test('cells with line breaks stand in quotes, blank rows trail', () => {
    const read = paste('"Nhiệm vụ hoàn\r\nthành đúng hạn"\t10\r\nnv-giao\t12\r\n\t\r\n\r\n')
    expect(figuresOf(read)).toEqual({ 'nv-dung-han': '10', 'nv-giao': '12' })
  })

  test('a cell that merely begins with a quote does not swallow the rest', () => {
    expect(figuresOf(paste(tsv(['"rất gấp', '1'], ['nv-giao', '12'], ['nv-dung-han', '10'])))).toEqual({
      'nv-giao': '12',
      'nv-dung-han': '10',
    })
  })

  test('no-break spaces, quotes and byte marks around figures', () => {
    expect(figuresOf(paste('\ufeff12\u00a0\n 1\u00a0464 ', 'nv-giao'))).toEqual({
      'nv-giao': '12',
      'nv-dung-han': '1\u00a0464',
    })
  })

  test('formulas as text, ids of objects and markup are text and nothing else', () => {
    const read = paste(
      tsv(['=HYPERLINK("http://x")', '=1+1'], ['__proto__', '1'], ['constructor', '2'], ['<img src=x>', '3']),
    )
    expect(read.entries).toEqual([])
    expect(read.problems.length).toBeGreaterThan(0)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('nothing, and far too much', () => {
    expect(problemsOf(paste(' \n\t\n'))).toEqual(['empty'])
    expect(problemsOf(paste('1\n'.repeat(longestPaste)))).toEqual(['too-large'])
  })
})
