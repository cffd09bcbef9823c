import { dictionary } from '../../../ui/language.tsx'

/** Words of the list of rounds, of a new round and of review files. */
export const roundsWords = dictionary({
  vi: {
    titleLoading: 'Các đợt thẩm định',
    titleEmpty: 'Máy này chưa có đợt thẩm định nào',
    title: (count: string) =>
      count === '1'
        ? '1 đợt thẩm định trên máy này, đã chốt'
        : `${count} đợt thẩm định trên máy này, đã chốt cả`,
    titleOpen: (count: string, open: string) =>
      count === '1'
        ? '1 đợt thẩm định trên máy này, chưa chốt'
        : count === open
          ? `${count} đợt thẩm định trên máy này, chưa chốt đợt nào`
          : `${count} đợt thẩm định trên máy này, ${open} đợt chưa chốt`,
    make: 'Lập đợt thẩm định',
    openFile: 'Mở tệp thẩm định',
    list: 'Các đợt trên máy này',
    listSub: 'đợt ghi sổ gần nhất ở trên',
    column: {
      round: 'Đợt',
      received: 'Hồ sơ đã nhận',
      decided: 'Mục đã quyết định',
      stage: 'Bước',
      last: 'Dòng sổ gần nhất',
    },
    nameOf: (ruleSet: string, period: string) => `${ruleSet}, kỳ ${period}`,
    of: (received: string, expected: string) => `${received}/${expected}`,
    agencies: 'đơn vị',
    units: (count: string) => `${count} đơn vị`,
    conflicts: (count: string) => `${count} mâu thuẫn chờ chọn`,
    atStage: 'Đang ở bước',
    closed: 'Đã chốt',
    lines: (count: string) => `${count} dòng sổ`,
    noLines: 'Chưa có dòng nào',
    by: (name: string) => `người ghi: ${name}`,
    illustrative: 'Số liệu minh họa',
    onlyHere: 'Chưa lưu được vào máy: đóng trang là mất. Hãy xuất tệp thẩm định ngay.',
    noRuleSet: (id: string, version: string) =>
      `Trang không đăng bộ chỉ số ${id} (phiên bản ${version}); đợt vẫn mở được theo bản lưu cùng đợt.`,
    otherVersion: (was: string, now: string) =>
      `Lập theo phiên bản ${was} và vẫn chấm theo phiên bản ấy; trang nay đăng phiên bản ${now}.`,
    open: 'Mở',
    save: 'Xuất tệp thẩm định',
    saving: 'Đang tạo tệp',
    saved: (file: string, size: string) => `Đã xuất ${file} (${size}).`,
    savedNoOriginals:
      'Tệp có sổ ghi và số liệu đã đọc, không kèm tệp gốc của đơn vị vì quá lớn; giữ riêng các tệp gốc.',
    saveFailed: 'Chưa tạo được tệp thẩm định. Mở đợt rồi thử lại.',
    remove: 'Xóa',
    actionsOf: (name: string) => `Việc với đợt “${name}”`,
    unreadable: (id: string) =>
      `Có một đợt (mã ${id}) trang không đọc được. Trang giữ nguyên bản ghi ấy, không sửa, không xóa.`,
    unreadableNewer: (id: string) => `Đợt mã ${id} do bản ParBoard mới hơn lập. Tải lại trang để đọc.`,
    removed: (name: string) => `Đã xóa đợt “${name}”.`,
    removedHint: 'Lấy lại được đến khi đóng trang này.',
    undo: 'Lấy lại',
    removing: {
      title: (name: string) => `Xóa đợt “${name}”?`,
      text: (lines: string, files: string) =>
        `Sổ ghi ${lines} dòng và hồ sơ của ${files} đơn vị sẽ bị xóa khỏi máy này. Chưa xuất tệp thẩm định thì không còn bản nào khác, trừ bản ở máy của người cùng thẩm định.`,
      save: 'Xuất tệp trước khi xóa',
      confirm: 'Xóa đợt',
      cancel: 'Không xóa',
    },
    blockedTitle: 'Trình duyệt không cho trang này lưu dữ liệu',
    blockedHint:
      'Đợt lập lúc này chỉ nằm trên trang đang mở và mất khi đóng trang. Thoát chế độ ẩn danh hoặc cho phép trang lưu dữ liệu rồi thử lại; chưa được thì xuất tệp thẩm định trước khi đóng.',
    retry: 'Thử lại',
    keeping: 'Đợt thẩm định nằm ở đâu',
    keepingWhere:
      'Chỉ trong trình duyệt này, trên máy này: không gửi đi đâu. Ai dùng máy và tài khoản này đều mở xem được.',
    keepingName:
      'Tên người thẩm định ghi đúng như đã gõ, giờ theo đồng hồ của máy: trang không kiểm được ai đang ngồi máy. Tên trong sổ không thay cho chữ ký.',
    keepingFile:
      'Xóa dữ liệu duyệt web là mất. Xuất tệp thẩm định để sao lưu, chuyển sang máy khác hoặc gộp với người cùng thẩm định.',
    empty: {
      title: 'Đợt thẩm định là gì',
      what: 'Một đợt gom hồ sơ tự chấm của nhiều đơn vị về một bộ chỉ số, một kỳ: nhận tệp, chấm từng mục, yêu cầu giải trình, chấm lần 2, chốt, rồi tổng hợp và xếp hạng. Mỗi lần đổi điểm là một dòng sổ có người ghi, giờ và lý do; sổ chỉ thêm, không sửa.',
      ways: 'Hai cách bắt đầu',
      wayNew:
        'Lập đợt thẩm định: chọn bộ chỉ số, kỳ và nhóm đơn vị phải nộp. Người tiếp nhận hồ sơ làm việc này một lần.',
      wayFile:
        'Mở tệp thẩm định (đuôi .parboard-review) do máy khác xuất: đợt có ở đây như ở máy ấy, hoặc gộp vào đợt đang có.',
      sample: 'Lập đợt thử với số liệu minh họa',
      sampleHint: (count: string, period: string) =>
        `${count} đơn vị của Tỉnh Minh Họa, kỳ ${period}. Số liệu bịa để thử, không của đơn vị thật nào.`,
      sampleName: 'Đợt thử',
      samplePlain: (count: string, period: string) => `${count} đơn vị, kỳ ${period}. Số liệu minh họa.`,
    },
    form: {
      title: 'Lập đợt thẩm định',
      ruleSet: 'Bộ chỉ số',
      version: (version: string) =>
        `phiên bản ${version}; đợt luôn chấm theo bản này, cả khi trang đăng bản mới`,
      period: 'Kỳ',
      nextPeriod: (period: string) => `${period} (kỳ tới, chưa có số liệu đăng)`,
      groups: 'Đơn vị phải nộp',
      groupsHint: 'Chỉ tính đơn vị còn hoạt động vào cuối kỳ. Mỗi đơn vị chỉ thuộc một nhóm.',
      groupsNone: 'Chọn ít nhất một nhóm đơn vị.',
      groupPublished: (count: string) => `${count} đơn vị đã có số liệu đăng theo bộ này`,
      otherGroups: (count: string) => `Nhóm khác (${count})`,
      total: (count: string) => `${count} đơn vị phải nộp.`,
      name: 'Tên đợt',
      nameHint: 'Không bắt buộc. Ví dụ: “Thẩm định tháng 11, lần đầu”.',
      deadlines: 'Hạn từng bước',
      deadlinesHint:
        'Không bắt buộc, đặt hoặc đổi sau trong Sổ ghi đều được. Hạn của bước nào chỉ áp dụng cho bước đó, đúng giờ của nó (giờ Việt Nam); hết hạn không tự chốt bước nào.',
      stage: {
        selfAssessment: 'Nộp hồ sơ tự chấm',
        firstReview: 'Thẩm định lần 1',
        explanation: 'Giải trình',
        secondReview: 'Thẩm định lần 2',
        closed: 'Chốt',
      },
      day: (stage: string) => `${stage}: ngày`,
      time: (stage: string) => `${stage}: giờ`,
      dayForm: 'ngày/tháng/năm',
      wrong: 'Ghi ngày như 25/11/2026 và giờ như 17:00.',
      disordered: (stage: string) => `Hạn này trước hạn “${stage}”. Vẫn lập được; kiểm tra lại cho chắc.`,
      me: 'Người đặt hạn',
      meHint: 'Hạn là dòng sổ nên cần tên người ghi. Trang không kiểm được tên này.',
      meMissing: 'Ghi họ tên người đặt hạn, hoặc bỏ trống các hạn.',
      submit: 'Lập đợt',
      making: 'Đang lập',
      cancel: 'Thôi',
      failed: 'Chưa lập được: không đọc được tệp bộ chỉ số.',
    },
    close: 'Đóng',
  },
  en: {
    titleLoading: 'Review rounds',
    titleEmpty: 'This machine has no review round yet',
    title: (count: string) =>
      count === '1'
        ? '1 review round on this machine, closed'
        : `${count} review rounds on this machine, all closed`,
    titleOpen: (count: string, open: string) =>
      count === '1'
        ? '1 review round on this machine, not closed'
        : count === open
          ? `${count} review rounds on this machine, none closed`
          : `${count} review rounds on this machine, ${open} of them open`,
    make: 'New review round',
    openFile: 'Open a review file',
    list: 'Rounds on this machine',
    listSub: 'written to last, first',
    column: {
      round: 'Round',
      received: 'Received',
      decided: 'Items decided',
      stage: 'Stage',
      last: 'Latest line',
    },
    nameOf: (ruleSet: string, period: string) => `${ruleSet}, ${period}`,
    of: (received: string, expected: string) => `${received}/${expected}`,
    agencies: 'agencies',
    units: (count: string) => `${count} agencies`,
    conflicts: (count: string) => `${count} conflicts to be settled`,
    atStage: 'At stage',
    closed: 'Closed',
    lines: (count: string) => `${count} lines`,
    noLines: 'No line yet',
    by: (name: string) => `by ${name}`,
    illustrative: 'Illustrative figures',
    onlyHere: 'Not saved on this machine: closing the page loses it. Export the review file now.',
    noRuleSet: (id: string, version: string) =>
      `The page does not publish rule set ${id} (version ${version}); the round opens with the one kept beside it.`,
    otherVersion: (was: string, now: string) =>
      `Made with version ${was} and still scored by it; the page now publishes version ${now}.`,
    open: 'Open',
    save: 'Export review file',
    saving: 'Making the file',
    saved: (file: string, size: string) => `Exported ${file} (${size}).`,
    savedNoOriginals:
      'The file holds the ledger and what was read, not the original files of the agencies, which are too large; keep those apart.',
    saveFailed: 'The review file could not be made. Open the round and try again.',
    remove: 'Delete',
    actionsOf: (name: string) => `Actions for "${name}"`,
    unreadable: (id: string) =>
      `One round (id ${id}) cannot be read. Its record is left as it is, neither changed nor deleted.`,
    unreadableNewer: (id: string) =>
      `Round ${id} was made by a newer ParBoard. Load the page again to read it.`,
    removed: (name: string) => `Deleted the round "${name}".`,
    removedHint: 'It can be taken back until this page is closed.',
    undo: 'Take back',
    removing: {
      title: (name: string) => `Delete the round "${name}"?`,
      text: (lines: string, files: string) =>
        `A ledger of ${lines} lines and the submissions of ${files} agencies will be deleted from this machine. Unless a review file was exported there is no other copy, save on the machines of other reviewers.`,
      save: 'Export before deleting',
      confirm: 'Delete the round',
      cancel: 'Keep it',
    },
    blockedTitle: 'The browser does not let this page keep data',
    blockedHint:
      'A round made now lives in the open page only and is gone when it is closed. Leave private browsing or allow storage and try again; otherwise export the review file before closing.',
    retry: 'Try again',
    keeping: 'Where rounds live',
    keepingWhere:
      'In this browser on this machine only: nothing is sent anywhere. Whoever uses this machine and account can read them.',
    keepingName:
      'The reviewer’s name is as typed and times are by the machine’s clock: the page cannot know who is sitting there. A name in the ledger is no signature.',
    keepingFile:
      'Clearing browsing data loses them. Export the review file to back up, to move to another machine or to merge with other reviewers.',
    empty: {
      title: 'What a review round is',
      what: 'A round gathers the self-assessments of many agencies for one rule set and period: receive files, review item by item, ask for explanations, review again, close, then consolidate and rank. Every change of points is a line of the ledger with who, when and why; lines are added, never edited.',
      ways: 'Two ways to begin',
      wayNew:
        'New review round: choose the rule set, the period and the groups of agencies that have to hand in. Whoever receives the files does this once.',
      wayFile:
        'Open a review file (.parboard-review) exported on another machine: the round is here as it is there, or is merged into the one you have.',
      sample: 'Make a trial round with illustrative figures',
      sampleHint: (count: string, period: string) =>
        `${count} agencies of the demonstration province, ${period}. Made up for trying out; no real agency’s figures.`,
      sampleName: 'Trial round',
      samplePlain: (count: string, period: string) => `${count} agencies, ${period}. Illustrative figures.`,
    },
    form: {
      title: 'New review round',
      ruleSet: 'Rule set',
      version: (version: string) =>
        `version ${version}; the round is always scored by it, also when a newer one is published`,
      period: 'Period',
      nextPeriod: (period: string) => `${period} (next, nothing published yet)`,
      groups: 'Who has to hand in',
      groupsHint: 'Only agencies that still stood at the end of the period. No agency is in two groups.',
      groupsNone: 'Choose at least one group.',
      groupPublished: (count: string) => `${count} agencies have published figures under this rule set`,
      otherGroups: (count: string) => `Other groups (${count})`,
      total: (count: string) => `${count} agencies have to hand in.`,
      name: 'Name of the round',
      nameHint: 'Optional. For example: "November review, first".',
      deadlines: 'Deadline of each stage',
      deadlinesHint:
        'Optional; they can be set or moved later in the ledger. A deadline holds for its own stage only, at its own time (Viet Nam time); none closes a stage by itself.',
      stage: {
        selfAssessment: 'Handing in',
        firstReview: 'First review',
        explanation: 'Explanations',
        secondReview: 'Second review',
        closed: 'Closing',
      },
      day: (stage: string) => `${stage}: day`,
      time: (stage: string) => `${stage}: time`,
      dayForm: 'dd/mm/yyyy',
      wrong: 'Write the day like 25/11/2026 and the time like 17:00.',
      disordered: (stage: string) => `This is before the deadline of "${stage}". Allowed; check it.`,
      me: 'Who sets the deadlines',
      meHint: 'A deadline is a line of the ledger and needs a name. The page cannot check it.',
      meMissing: 'Type the name of whoever sets the deadlines, or leave them empty.',
      submit: 'Make the round',
      making: 'Making it',
      cancel: 'Cancel',
      failed: 'The round could not be made: the rule set could not be read.',
    },
    close: 'Close',
  },
})

export type RoundsWords = (typeof roundsWords)['vi']
