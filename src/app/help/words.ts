import { dictionary } from '../../ui/language.tsx'

export const helpWords = dictionary({
  vi: {
    title: 'Trợ giúp',
    close: 'Đóng trợ giúp',
    print: 'In trang trợ giúp',
    keys: 'Phím tắt',
    perScreen: 'Từng màn hình',
    followedBy: 'rồi',
    or: 'hoặc',
    find: 'Tìm tiêu chí, đơn vị, kỳ, văn bản và thao tác',
    help: 'Mở trang trợ giúp này',
    takeAway: 'Tải về: bảng, sổ tính, báo cáo, trang chiếu của màn hình đang xem; kiểm tra tệp đã tải',
    escape: 'Đóng phiếu, ô tìm hoặc trợ giúp',
    tab: 'Tới nút, dòng hoặc liên kết kế tiếp; thêm Shift để lùi',
    enter: 'Mở dòng đang chọn',
    back: 'Trở lại đúng chỗ vừa rời, tới lại',
    altLeft: 'Alt mũi tên trái',
    altRight: 'Alt mũi tên phải',
    letterKeys: 'Dùng phím một chữ (g, ?)',
    letterKeysHint:
      'Tắt nếu phần mềm đọc màn hình hoặc nhập bằng giọng nói cần các phím này. Ctrl K và nút trợ giúp vẫn dùng được.',
    uses: {
      overview: 'Tab tới một dòng của thác điểm mất, Enter mở phiếu tính điểm, Esc đóng phiếu.',
      criteria:
        'Mũi tên lên, xuống chuyển dòng; phải, trái mở và thu nhóm; Home, End tới đầu và cuối bảng; Enter mở phiếu, Esc đóng.',
      agencies:
        'Tab tới bảng, mũi tên đi từng ô, Page Up và Page Down đi mười dòng; Enter ở đầu cột để sắp xếp, ở một ô để mở.',
      review:
        'Nhận hồ sơ của các đơn vị, chấm từng mục bằng một phím, hỏi giải trình, chốt từng vòng, tổng hợp và xếp hạng; mỗi thay đổi điểm nằm trong sổ ghi.',
      tasks:
        'Nhiệm vụ của các kế hoạch và kế hoạch khắc phục: hạn, quá hạn tính đến một ngày, đơn vị chủ trì, lịch báo cáo.',
      present:
        'Trình chiếu: trang chiếu dựng từ kết quả đang xem, chốt số liệu một lúc; tải về PowerPoint, in tờ phát.',
      selfAssessment:
        'Tab đi qua từng ô, Enter sang ô kế tiếp; Ctrl M tới ô còn thiếu; Alt mũi tên xuống mở trạng thái của số liệu; Ctrl Z, Ctrl Y hoàn tác và làm lại; dán từ Excel vào bất kỳ ô nào để điền cả khối.',
      trend: 'Tab tới biểu đồ, mũi tên trái, phải đi qua từng kỳ, Enter xem kỳ đó; bảng số có đủ mọi kỳ.',
      ruleSets: 'Enter mở chi tiết một tiêu chí, Esc đóng; mỗi phần của bộ chỉ số là một thẻ.',
      sources: 'Gõ vào ô tìm để lọc văn bản; Esc xóa chữ đã gõ.',
      exchange:
        'Thả tệp vào khung, hoặc Enter ở nút chọn tệp; Kiểm tra tệp tính lại một tệp đã tải về và báo khớp hay lệch ở ô nào.',
    },
    signs: 'Ký hiệu',
    signsHint: 'Màu cho biết loại điểm; nét vẽ cho biết mức chắc chắn. Mọi ký hiệu đều có chữ đi kèm.',
    sign: {
      actual: ['Điểm đạt', 'tô đặc: số liệu có nguồn'],
      lost: ['Điểm mất', 'tô đặc: văn bản nêu rõ'],
      actualInferred: ['Đạt, suy ra', 'gạch chéo: phần mềm suy ra từ điểm công bố, văn bản không nêu'],
      lostInferred: ['Mất, chưa rõ nguyên nhân', 'gạch chéo: chưa có số liệu giải thích'],
      missing: ['Thiếu số liệu', 'khung nét đứt: không phải là 0; tổng điểm thành một khoảng'],
      notApplicable: [
        'Không áp dụng, không phát sinh',
        'không tính vào cả điểm đạt lẫn điểm tối đa; 0/0 giữ điểm như cơ quan công bố',
      ],
      max: ['Điểm tối đa', 'vạch cuối thanh'],
      target: ['Mục tiêu', 'mốc phải đạt, ghi kèm năm và văn bản'],
      reached: ['Đã đạt mục tiêu', 'dấu chọn kèm chữ'],
      warning: ['Cần xem', 'số liệu đáng ngờ hoặc không khớp; lý do ghi bên cạnh'],
      error: ['Lỗi', 'tệp không đọc được; nêu chỗ sai và cách sửa'],
      notSubmitted: ['Chưa nộp', 'đơn vị chưa gửi số liệu: đứng riêng, không xếp hạng, không phải 0 điểm'],
    },
    interval: 'Đọc một khoảng điểm',
    intervalText: [
      '“67,49–73,49” là điểm thấp nhất và cao nhất có thể có khi các số liệu còn thiếu được bổ sung.',
      'Chưa có hạng và chưa có xếp loại chắc chắn; nếu hai đầu khoảng cho hai loại khác nhau thì cả hai được ghi ra.',
      'Điểm luôn viết cùng điểm tối đa: 10,1352/13,5. Dấu phẩy là dấu thập phân.',
    ],
    privacy: 'Dữ liệu của bạn',
    privacyText: [
      'Không có gì rời khỏi máy này. Trang chỉ đọc các tệp nằm cùng thư mục với nó, không gửi số liệu, không đếm lượt xem.',
      'Giao diện, ngôn ngữ và các lựa chọn gần đây lưu trong trình duyệt. Những gì đang xem nằm trong địa chỉ: chép địa chỉ gửi đi là gửi đúng màn hình này.',
    ],
    version: 'Phiên bản',
    app: 'ParBoard',
    engine: 'Bộ tính điểm',
    ruleSet: 'Bộ chỉ số đang xem',
    ruleSetVersion: (title: string, version: string) => `${title}, bản ${version}`,
  },
  en: {
    title: 'Help',
    close: 'Close help',
    print: 'Print this help',
    keys: 'Keys',
    perScreen: 'Screen by screen',
    followedBy: 'then',
    or: 'or',
    find: 'Find criteria, agencies, periods, documents and actions',
    help: 'Open this help',
    takeAway: 'Take away: tables, workbook, report and slides of the screen; check a downloaded file',
    escape: 'Close a receipt, the palette or help',
    tab: 'To the next button, row or link; with Shift to the one before',
    enter: 'Open the row',
    back: 'Back to exactly the place that was left, and forward again',
    altLeft: 'Alt left arrow',
    altRight: 'Alt right arrow',
    letterKeys: 'Use keys of a single letter (g, ?)',
    letterKeysHint:
      'Switch off when a screen reader or dictation needs these keys. Ctrl K and the help button keep working.',
    uses: {
      overview: 'Tab to a row of the losses, Enter opens its score receipt, Esc closes it.',
      criteria:
        'Up and down move between rows; right and left unfold and fold; Home and End go to the ends; Enter opens the receipt, Esc closes it.',
      agencies:
        'Tab to the table, arrows move between cells, Page Up and Page Down ten rows; Enter on a column head sorts, on a cell opens it.',
      review:
        'Receive the agencies’ files, review each item with one key, ask for explanations, close each stage, consolidate and rank; every change of a point stands in the ledger.',
      tasks:
        'Tasks of plans and of remedial plans: deadlines, what is overdue on a day, lead agencies, reporting calendar.',
      present:
        'Presentation: slides of the results on screen, frozen at one moment; as PowerPoint or a printed hand-out.',
      selfAssessment:
        'Tab goes through the fields, Enter to the next one; Ctrl M to the next missing figure; Alt and arrow down open the state of a figure; Ctrl Z, Ctrl Y undo and redo; paste from Excel into any field to fill a whole block.',
      trend:
        'Tab to the chart, left and right go through the periods, Enter reads one; the table has every period.',
      ruleSets: 'Enter opens the details of a criterion, Esc closes them; each part of the set is a tab.',
      sources: 'Type into the search field to filter documents; Esc empties it.',
      exchange:
        'Drop files on the frame, or press Enter on the button; Check a file recomputes a downloaded file and says which cells differ.',
    },
    signs: 'Signs',
    signsHint: 'Colour says which points; texture says how sure they are. A word stands beside every sign.',
    sign: {
      actual: ['Points reached', 'solid: figures with a source'],
      lost: ['Points lost', 'solid: stated by a document'],
      actualInferred: ['Reached, inferred', 'hatched: deduced from published points, stated nowhere'],
      lostInferred: ['Lost, cause unknown', 'hatched: no figure explains it'],
      missing: ['Missing figure', 'dashed frame: not zero; the total becomes an interval'],
      notApplicable: [
        'Not applicable, nothing incurred',
        'counts neither as points nor as maximum; 0/0 keeps the points as published',
      ],
      max: ['Maximum', 'tick at the end of the bar'],
      target: ['Target', 'mark to be reached, with its year and document'],
      reached: ['Target reached', 'tick and word'],
      warning: ['To be looked at', 'doubtful or disagreeing figures; the reason stands beside it'],
      error: ['Fault', 'a file that cannot be read; says where and what to do'],
      notSubmitted: ['Not submitted', 'nothing was sent: stands apart, is not ranked, is not zero points'],
    },
    interval: 'Reading an interval',
    intervalText: [
      '“67.49–73.49” are the lowest and the highest score still possible once the missing figures come in.',
      'There is no rank and no settled grade yet; where both ends give different grades, both are written.',
      'Points always stand with their maximum: 10.1352/13.5.',
    ],
    privacy: 'Your data',
    privacyText: [
      'Nothing leaves this machine. The page reads only the files in its own folder, sends no figures and counts no visits.',
      'Theme, language and recent choices are kept in the browser. What is shown is in the address: whoever gets the address sees this view.',
    ],
    version: 'Version',
    app: 'ParBoard',
    engine: 'Scoring engine',
    ruleSet: 'Rule set shown',
    ruleSetVersion: (title: string, version: string) => `${title}, version ${version}`,
  },
})
