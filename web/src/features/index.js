// All features. A feature that shows something in another's place comes before that one. The keys sheet lists commands
// in this order.
import { archive } from './archive/index.js';
import { contents } from './contents/index.js';
import { files } from './files/index.js';
import { filters } from './filters/index.js';
import { help } from './help/index.js';
import { list } from './list/index.js';
import { marks } from './marks/index.js';
import { open } from './open/index.js';
import { palette } from './palette/index.js';
import { paper } from './paper/index.js';
import { search } from './search/index.js';
import { triage } from './triage/index.js';

export const FEATURES = {
  marks,
  archive,
  open,
  search,
  filters,
  list,
  triage,
  contents,
  paper,
  files,
  palette,
  help,
};
