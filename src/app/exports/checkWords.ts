import { dictionary } from '../../ui/language.tsx'

export const checkWords = dictionary({
  vi: {
    title: 'Kết quả kiểm tra tệp',
    close: 'Đóng kết quả kiểm tra',
    reading: 'Đang đọc tệp',
    opening: 'Đang mở khung nhìn của tệp',
    comparing: 'Đang tính lại và so từng ô',
    stop: 'Dừng',
    ask: 'Mở khung nhìn của tệp sẽ rời màn hình đang nhập. Những gì đã nhập vẫn được giữ trên máy này.',
    go: 'Mở và kiểm tra',
    stay: 'Ở lại',
    same: (count: string) => `Khớp: đã so ${count} ô, không ô nào lệch`,
    differs: (count: string, compared: string) => `Lệch ở ${count} ô trong ${compared} ô đã so`,
    sameAsFrozen: (when: string, count: string) =>
      `Khớp với số liệu chốt lúc ${when}: đã so ${count} ô, không ô nào lệch`,
    differsFromFrozen: (when: string, count: string, compared: string) =>
      `Lệch ở ${count} ô trong ${compared} ô đã so với số liệu chốt lúc ${when}`,
    notMade: 'Không kiểm tra được tệp này',
    failed: 'Chưa kiểm tra được',
    retry: 'Thử lại',
    place: 'Ô',
    inFile: 'Trong tệp',
    inApp: 'Ứng dụng tính',
    absent: 'không có',
    blank: 'để trống',
    moreDifferences: (count: string) => `và ${count} ô khác`,
    tableName: 'Những ô lệch',
    sameHash: (code: string) =>
      `Mã số liệu ${code} vẫn đúng: số liệu trong ứng dụng chưa đổi từ khi xuất tệp.`,
    otherHash: (was: string, is: string) =>
      `Số liệu trong ứng dụng đã đổi từ khi xuất tệp: mã trong tệp ${was}, mã hiện nay ${is}.`,
    otherSinceFrozen: (was: string, is: string) =>
      `Số liệu trong ứng dụng đã đổi từ khi chốt: mã của số liệu chốt ${was}, mã hiện nay ${is}.`,
    otherRules: (was: string, is: string) =>
      `Bộ chỉ số đã đổi từ khi xuất tệp: tệp theo bản ${was}, ứng dụng đang có bản ${is}.`,
    sameVersionRules: (version: string) =>
      `Nội dung bộ chỉ số bản ${version} đã đổi từ khi xuất tệp dù số bản vẫn vậy.`,
    otherApp: (was: string, is: string) => `Tệp lập bằng ParBoard ${was}; trang này là ParBoard ${is}.`,
    edited:
      'Bộ chỉ số, số liệu và tên gọi vẫn như khi xuất tệp: ô lệch có thể do tệp bị sửa sau khi tải về, hoặc do nội dung tính theo ngày kiểm tra.',
    moved: 'Khung nhìn đã đổi trong lúc so; kiểm tra lại.',
    madeAt: (when: string) => `lập lúc ${when}`,
    noView: 'Màn hình đã mở không còn đưa ra nội dung này nên không có gì để so.',
    obstacles: {
      screen: 'Màn hình ghi trong tệp không có ở bản ParBoard này.',
      ruleSet: (id: string) => `Bộ chỉ số “${id}” ghi trong tệp không còn trong ứng dụng.`,
      figures: 'Số liệu của đơn vị và kỳ ghi trong tệp không còn trong ứng dụng.',
      plan: 'Kế hoạch ghi trong tệp không còn trong ứng dụng.',
      round:
        'Đợt thẩm định ghi trong tệp không có trên máy này; mở tệp thẩm định đã xuất của đợt rồi kiểm tra lại.',
      draft: 'Bản tự chấm ghi trong tệp không có trên máy này; nạp tệp sao lưu của bản ấy rồi kiểm tra lại.',
    },
  },
  en: {
    title: 'Result of the check',
    close: 'Close the result of the check',
    reading: 'Reading the file',
    opening: 'Opening the view of the file',
    comparing: 'Recomputing and comparing cell by cell',
    stop: 'Stop',
    ask: 'Opening the view of the file leaves the form. What was typed stays on this machine.',
    go: 'Open and check',
    stay: 'Stay here',
    same: (count: string) => `Agrees: cells compared ${count}, none differs`,
    differs: (count: string, compared: string) => `Cells that differ: ${count} of ${compared} compared`,
    sameAsFrozen: (when: string, count: string) =>
      `Agrees with the figures frozen at ${when}: cells compared ${count}, none differs`,
    differsFromFrozen: (when: string, count: string, compared: string) =>
      `Cells that differ from the figures frozen at ${when}: ${count} of ${compared} compared`,
    notMade: 'This file cannot be checked',
    failed: 'Not checked yet',
    retry: 'Try again',
    place: 'Cell',
    inFile: 'In the file',
    inApp: 'Computed here',
    absent: 'not there',
    blank: 'empty',
    moreDifferences: (count: string) => `and ${count} more cells`,
    tableName: 'Cells that differ',
    sameHash: (code: string) =>
      `The data code ${code} still holds: figures here have not changed since the file was made.`,
    otherHash: (was: string, is: string) =>
      `Figures here have changed since the file was made: code in the file ${was}, code now ${is}.`,
    otherSinceFrozen: (was: string, is: string) =>
      `Figures here have changed since they were frozen: code of the frozen ones ${was}, code now ${is}.`,
    otherRules: (was: string, is: string) =>
      `The rule set has changed since the file was made: version ${was} in the file, ${is} here.`,
    sameVersionRules: (version: string) =>
      `The contents of rule set version ${version} have changed since the file was made, under the same number.`,
    otherApp: (was: string, is: string) =>
      `The file was made with ParBoard ${was}; this page is ParBoard ${is}.`,
    edited:
      'Rule set, figures and names are those the file was made of: cells that differ may have been edited after the download, or depend on the day of the check.',
    moved: 'The view changed during the comparison; check again.',
    madeAt: (when: string) => `made at ${when}`,
    noView: 'The screen that was opened no longer offers this content, so there is nothing to compare with.',
    obstacles: {
      screen: 'The screen named in the file does not exist in this ParBoard.',
      ruleSet: (id: string) => `Rule set “${id}” named in the file is no longer here.`,
      figures: 'Figures of the agency and period named in the file are no longer here.',
      plan: 'The plan named in the file is no longer here.',
      round:
        'The review round named in the file is not on this machine; open an exported review file of it and check again.',
      draft:
        'The self-assessment named in the file is not on this machine; load its backup file and check again.',
    },
  },
})
