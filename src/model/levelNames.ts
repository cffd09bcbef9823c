import type { AgencyLevel } from './agency.ts'
import type { Bilingual } from './provenance.ts'

/** What agencies of a level are called together: "chỉ áp dụng cho sở, ban, ngành". */
export const levelNames: Readonly<Record<AgencyLevel, Bilingual>> = {
  ministry: { vi: 'bộ, ngành trung ương', en: 'ministries' },
  province: { vi: 'cấp tỉnh', en: 'provinces' },
  department: { vi: 'sở, ban, ngành', en: 'departments' },
  district: { vi: 'cấp huyện', en: 'districts' },
  commune: { vi: 'xã, phường', en: 'communes and wards' },
  organisation: { vi: 'tổ chức ngoài cơ quan nhà nước', en: 'organisations' },
}
