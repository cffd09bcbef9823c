/** Of the page; the engine and each rule set have versions of their own. A test holds it against package.json. */
export const appVersion = '0.1.0'
