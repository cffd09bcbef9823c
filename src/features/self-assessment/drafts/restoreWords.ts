import { dictionary } from '../../../ui/language.tsx'

const s = '\u00a0'

export const restoreWords = dictionary({
  vi: {
    title: (file: string) => `Khôi phục từ ${file}`,
    madeAt: (at: string) => `Sao lưu lúc ${at}. Chưa ghi gì cho đến khi bấm “Khôi phục”.`,
    reading: 'Đang đọc tệp sao lưu…',
    fault: {
      tooLarge: 'Tệp quá lớn (trên 150 MB), không phải tệp sao lưu của trang này.',
      notBackup:
        'Đây không phải tệp sao lưu của trang này, hoặc tệp bị cắt giữa chừng. Không có gì thay đổi.',
      storeFailed:
        'Lần này không đọc được các bản nháp đang có trên máy, nên chưa biết tệp sẽ thêm hay thay bản nào. Không có gì thay đổi; chọn lại tệp để thử lại.',
      newer: 'Tệp do phiên bản mới hơn của trang này tạo. Tải lại trang để dùng bản mới nhất rồi thử lại.',
    },
    damaged: (names: string) => `Trong tệp có phần hỏng, không khôi phục được: ${names}.`,
    draft: 'Bản nháp trong tệp',
    is: {
      new: 'chưa có trên máy này',
      newer: (standing: string) => `mới hơn bản trên máy (sửa ${standing})`,
      same: 'giống bản trên máy',
      older: (standing: string) => `cũ hơn bản trên máy (sửa ${standing})`,
    },
    changed: (at: string) => `sửa ${at}`,
    act: 'Làm gì',
    acts: {
      add: 'Thêm vào',
      replace: 'Thay bản trên máy',
      copy: 'Thêm thành bản riêng',
      skip: 'Bỏ qua',
    },
    actOf: (name: string) => `Làm gì với ${name}`,
    run: (count: string) => `Khôi phục ${count}${s}bản nháp`,
    nothing: 'Không có gì để khôi phục',
    running: 'Đang ghi…',
    cancel: 'Thôi',
    close: 'Đóng',
    done: (count: string) => `Đã khôi phục ${count}${s}bản nháp.`,
    failed: (count: string) =>
      `${count}${s}bản nháp không ghi được: vừa được sửa ở thẻ khác, hoặc máy hết chỗ. Bản đang có vẫn nguyên.`,
    filesFailed: (count: string) => `${count}${s}tệp minh chứng không ghi được vì hết chỗ.`,
  },
  en: {
    title: (file: string) => `Restore from ${file}`,
    madeAt: (at: string) => `Backup of ${at}. Nothing is written until you press "Restore".`,
    reading: 'Reading the backup…',
    fault: {
      tooLarge: 'The file is too large (over 150 MB) to be a backup of this page.',
      notBackup: 'This is no backup of this page, or the file was cut short. Nothing was changed.',
      storeFailed:
        'The drafts on this computer could not be read this time, so nobody knows what the file would add or replace. Nothing was changed; choose the file again to try again.',
      newer:
        'The file was made by a newer version of this page. Reload to get the latest version and try again.',
    },
    damaged: (names: string) => `Parts of the file are damaged and cannot be restored: ${names}.`,
    draft: 'Draft in the file',
    is: {
      new: 'not on this computer yet',
      newer: (standing: string) => `newer than the one here (changed ${standing})`,
      same: 'the same as the one here',
      older: (standing: string) => `older than the one here (changed ${standing})`,
    },
    changed: (at: string) => `changed ${at}`,
    act: 'What to do',
    acts: { add: 'Add', replace: 'Replace the one here', copy: 'Add as a draft of its own', skip: 'Skip' },
    actOf: (name: string) => `What to do with ${name}`,
    run: (count: string) => `Restore ${count}${s}${count === '1' ? 'draft' : 'drafts'}`,
    nothing: 'Nothing to restore',
    running: 'Writing…',
    cancel: 'Cancel',
    close: 'Close',
    done: (count: string) => `${count}${s}${count === '1' ? 'draft was' : 'drafts were'} restored.`,
    failed: (count: string) =>
      `${count}${s}${count === '1' ? 'draft' : 'drafts'} could not be written: changed in another tab meanwhile, or no room. What is here stays as it is.`,
    filesFailed: (count: string) => `${count}${s}evidence files could not be written for lack of room.`,
  },
})
