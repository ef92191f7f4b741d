// All features. A feature that shows something in another's place comes before that one. The keys sheet lists commands
// in this order.
import { also } from './also/index.js';
import { archive } from './archive/index.js';
import { chips } from './chips/index.js';
import { collections } from './collections/index.js';
import { contents } from './contents/index.js';
import { exports } from './export/index.js';
import { files } from './files/index.js';
import { filters } from './filters/index.js';
import { help } from './help/index.js';
import { hints } from './hints/index.js';
import { interests } from './interests/index.js';
import { list } from './list/index.js';
import { open } from './open/index.js';
import { palette } from './palette/index.js';
import { paper } from './paper/index.js';
import { saved } from './saved/index.js';
import { search } from './search/index.js';
import { selection } from './selection/index.js';
import { settings } from './settings/index.js';
import { similar } from './similar/index.js';
import { tags } from './tags/index.js';
import { trends } from './trends/index.js';
import { triage } from './triage/index.js';
import { vacancy } from './vacancy/index.js';

export const FEATURES = {
  tags,
  collections,
  saved,
  archive,
  open,
  chips,
  search,
  trends,
  filters,
  also,
  interests,
  list,
  triage,
  selection,
  similar,
  vacancy,
  hints,
  contents,
  paper,
  exports,
  files,
  palette,
  settings,
  help,
};
