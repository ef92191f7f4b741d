/** Only some browsers can watch a folder, and none in frames of other sites. */
export const canKeepFolder = 'showDirectoryPicker' in window;
