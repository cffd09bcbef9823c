/** Sheets of the template that say nothing of the rule set. */
export const guideTitle = 'Hướng dẫn'
export const wordsTitle = 'Danh mục'
