/** Only some browsers let a folder stay open, and none in frames of other sites. */
export const canKeepFolder = 'showDirectoryPicker' in window;
