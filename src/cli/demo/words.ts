/** What officials write when figures are absent, corrected, reviewed or explained. */

type Group = { readonly metricIds: readonly string[]; readonly notes: readonly string[] }

export const missingGroups: readonly Group[] = [
  {
    metricIds: ['ks-rat-hai-long', 'ks-hai-long', 'ks-binh-thuong', 'ks-khong-hai-long', 'ks-diem-binh-quan'],
    notes: ['Chưa tổng hợp xong phiếu khảo sát', 'Đợt khảo sát lùi sang tháng sau'],
  },
  {
    metricIds: ['hs-phi-truc-tuyen', 'tthc-phi-giao-dich'],
    notes: ['Chờ đối soát với đơn vị trung gian thanh toán', 'Kho bạc chưa xác nhận giao dịch'],
  },
  {
    metricIds: ['vb-xu-ly-mang'],
    notes: ['Hệ thống quản lý văn bản chưa kết xuất được', 'Đang chuyển dữ liệu sang hệ thống mới'],
  },
  {
    metricIds: ['hs-kq-dien-tu'],
    notes: ['Chưa tách được hồ sơ trả kết quả điện tử', 'Phần mềm một cửa lỗi báo cáo kết quả điện tử'],
  },
  {
    metricIds: ['pakn-den-han', 'pakn-dung-han'],
    notes: ['Sổ theo dõi phản ánh chưa được bàn giao', 'Chưa đối chiếu với hệ thống phản ánh, kiến nghị'],
  },
  {
    metricIds: ['hs-so-hoa'],
    notes: ['Chưa thống kê hồ sơ số hóa tại bộ phận tiếp nhận', 'Máy quét hỏng, số liệu chưa đủ'],
  },
  {
    metricIds: ['tt-tin-bai', 'tt-hoi-nghi'],
    notes: ['Chưa có báo cáo của bộ phận văn hóa – xã hội', 'Thiếu danh sách tin, bài của tháng'],
  },
  {
    metricIds: ['tr-hoi-dap', 'tr-van-ban-moi'],
    notes: [
      'Trang thông tin đang nâng cấp, chưa kiểm tra được',
      'Không truy cập được trang trong ngày kiểm tra',
    ],
  },
]

export const withheldGroups: readonly Group[] = [
  {
    metricIds: ['pakn-den-han', 'pakn-dung-han'],
    notes: ['Có nội dung đang xác minh, đơn vị đề nghị chưa công bố'],
  },
  {
    metricIds: ['hs-bo-sung-lai', 'lan-dat-them'],
    notes: ['Vụ việc đang được kiểm tra, chưa công bố số liệu'],
  },
  {
    metricIds: ['ks-rat-hai-long', 'ks-hai-long', 'ks-binh-thuong', 'ks-khong-hai-long', 'ks-diem-binh-quan'],
    notes: ['Kết quả khảo sát thuộc đề tài chưa nghiệm thu'],
  },
]

/** Why a figure was first sent too high or too low; the last ones are about dossiers only. */
export const correctionReasons = {
  tooHigh: {
    any: [
      'Nhập nhầm số liệu của tháng trước',
      'Tính nhầm số liệu của đơn vị trực thuộc',
      'Gõ nhầm một chữ số',
    ],
    dossiers: ['Đếm trùng hồ sơ liên thông', 'Cộng cả hồ sơ rút lại theo yêu cầu của công dân'],
  },
  tooLow: {
    any: ['Đồng bộ chậm, số kết xuất lại khác lần đầu', 'Gõ nhầm một chữ số', 'Sót số liệu ngày cuối tháng'],
    dossiers: ['Sót hồ sơ tiếp nhận qua bưu chính', 'Sót hồ sơ tiếp nhận ngày cuối tháng'],
  },
} as const

/** What a reviewer or an agency may say of a criterion, by what it looks at. */
type Topic = 'papers' | 'tasks' | 'dossiers' | 'services' | 'fees' | 'website' | 'petitions' | 'initiatives'

const topics: Readonly<Record<string, Topic>> = {
  'van-ban-mang': 'papers',
  'ky-so': 'papers',
  'nhiem-vu-giao': 'tasks',
  'dvc-toan-trinh': 'services',
  'phi-truc-tuyen': 'services',
  'cat-giam-thong-tin': 'services',
  'thanh-toan-truc-tuyen': 'fees',
  'truyen-thong': 'website',
  'cong-khai-cham-muon': 'website',
  'trang-thong-tin': 'website',
  'phan-anh-dung-han': 'petitions',
  'thuong-sang-kien': 'initiatives',
}

/** Reasons that fit a criterion; most are about dossiers. */
export function reasonsFor(criterionId: string, saying: Saying): readonly string[] {
  const own: Reasons = reasons[saying]
  const topic = topics[criterionId] ?? 'dossiers'
  return [...own.any, ...(own.about?.[topic] ?? [])]
}

export type Saying = keyof typeof reasons

type Reasons = {
  readonly any: readonly string[]
  readonly about?: Readonly<Record<Topic, readonly string[]>> | undefined
}

const reasons = {
  /** The reviewer gives less than was claimed. */
  lowered: {
    any: [
      'Điểm tự chấm cao hơn kết quả tính từ số liệu đã gửi; chấm theo số liệu.',
      'Chưa gửi tài liệu chứng minh cho phần chênh lệch.',
      'Đơn vị áp dụng chưa đúng cách tính; chấm lại theo công thức của bộ chỉ số.',
      'Bảng kê tính trùng một số trường hợp; đã loại trùng và chấm lại.',
    ],
    about: {
      papers: ['Tính cả văn bản mật không xử lý trên mạng; loại ra và chấm lại.'],
      tasks: ['Có nhiệm vụ đã được lùi hạn nhưng vẫn tính là hoàn thành đúng hạn.'],
      dossiers: ['Đối chiếu dữ liệu kết xuất ngày chốt, không có căn cứ cho phần điểm cao hơn.'],
      services: ['Một số dịch vụ còn phải nộp bản giấy, chưa đạt mức toàn trình.'],
      fees: ['Giao dịch chuyển khoản tại quầy không phải thanh toán trực tuyến trên cổng.'],
      website: ['Nội dung đăng sau kỳ chấm nên không tính.'],
      petitions: ['Phản ánh trả lời qua điện thoại không có ghi nhận trên hệ thống.'],
      initiatives: ['Sáng kiến trùng nội dung với năm trước, không tính lại.'],
    },
  },
  /** The reviewer gives less than the figures make. */
  doubted: {
    any: ['Số liệu có căn cứ nhưng minh chứng mới gửi một phần; tạm trừ chờ bổ sung.'],
    about: {
      papers: ['Một số văn bản chưa ký số theo quy định nên chưa tính.'],
      tasks: ['Hai nhiệm vụ báo hoàn thành nhưng chưa có sản phẩm kèm theo.'],
      dossiers: [
        'Kiểm tra xác suất hồ sơ gốc, một số trường hợp chưa đủ thành phần; trừ phần tương ứng.',
        'Phát hiện hồ sơ nhập lên hệ thống sau khi đã giải quyết; trừ tương ứng.',
      ],
      services: ['Thử nộp trên cổng không thành công ở một số dịch vụ; trừ tương ứng.'],
      fees: ['Một số giao dịch chưa có xác nhận của kho bạc.'],
      website: ['Ảnh chụp màn hình không thể hiện thời điểm, chưa chấp nhận toàn bộ.'],
      petitions: ['Một số văn bản trả lời chưa đúng nội dung kiến nghị.'],
      initiatives: ['Sáng kiến chưa có quyết định công nhận trong kỳ.'],
    },
  },
  /** The reviewer gives more than was claimed. */
  raised: {
    any: [
      'Đơn vị tự chấm thấp hơn kết quả tính từ số liệu; chấm theo số liệu.',
      'Đơn vị bỏ sót phần đạt; bổ sung theo số liệu đã gửi.',
    ],
  },
  explained: {
    any: [
      'Đơn vị bổ sung bảng kê có xác nhận, đề nghị xem xét lại.',
      'Đơn vị đếm theo hướng dẫn năm trước, đề nghị giữ điểm tự chấm.',
    ],
    about: {
      papers: ['Văn bản ban hành trong kỳ nhưng vào sổ muộn; gửi kèm bản ký số để đối chiếu.'],
      tasks: ['Nhiệm vụ được đồng ý lùi hạn bằng văn bản, gửi kèm để xem xét.'],
      dossiers: [
        'Một phần số liệu chưa đồng bộ kịp lúc chốt; gửi kèm bản kết xuất sau đồng bộ.',
        'Hồ sơ liên thông do đơn vị khác trả kết quả; gửi kèm phiếu chuyển để xác minh.',
      ],
      services: ['Dịch vụ tạm dừng để nâng cấp trong vài ngày, có thông báo kèm theo.'],
      fees: ['Đơn vị trung gian thanh toán chậm báo có; gửi kèm sao kê.'],
      website: ['Trang mất kết nối hai ngày, có biên bản xác nhận của đơn vị vận hành.'],
      petitions: ['Nội dung cần nhiều bên xác minh, đã có thông báo gia hạn gửi kèm.'],
      initiatives: ['Quyết định công nhận ký trong kỳ, gửi kèm bản sao.'],
    },
  },
  /** The second round gives more than the first. */
  accepted: {
    any: [
      'Chấp nhận phần giải trình có tài liệu kèm theo, điều chỉnh tăng.',
      'Tài liệu bổ sung hợp lệ và thuộc kỳ chấm; nâng điểm tương ứng.',
      'Đã đối chiếu tài liệu gốc, đồng ý với điểm đơn vị đề nghị.',
    ],
  },
  held: {
    any: [
      'Giải trình không kèm tài liệu mới, giữ điểm thẩm định lần 1.',
      'Nội dung giải trình đã được xem xét ở lần 1, không có tình tiết mới.',
      'Tài liệu bổ sung không thuộc kỳ chấm, giữ nguyên.',
      'Đã xem xét, không đủ căn cứ điều chỉnh.',
    ],
  },
  /** The second round gives less than the first. */
  cut: {
    any: [
      'Phúc tra tài liệu gốc thấy có trường hợp không đúng; chấm thấp hơn lần 1.',
      'Kiểm tra lại cho thấy lần 1 đã tính cả phần ngoài kỳ; điều chỉnh giảm.',
      'Đối chiếu chéo với đơn vị phối hợp, một phần kết quả thuộc đơn vị khác; điều chỉnh giảm.',
      'Hội đồng thống nhất trừ thêm do minh chứng không thống nhất giữa hai lần gửi.',
    ],
  },
} as const satisfies Readonly<Record<string, Reasons>>
