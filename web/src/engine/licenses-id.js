/** Id of the element in the one-file page that holds the text of licenses.txt, written by web/build/one-file.mjs. */
export const LICENSES_ID = 'licenses';
