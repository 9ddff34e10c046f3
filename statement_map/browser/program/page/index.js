/* What the components of the page run, by the name that Python has for each (see panels/program.py). */
import { listen } from "./clicks.js";
import { followCode } from "./code.js";
import { followDrawer } from "./drawer.js";
import { followAddress } from "./follow.js";
import { takeList } from "./lists.js";
import { frameTheMap } from "./map_frame.js";
import { takeWorks } from "./own_works.js";
import { takeContent } from "./page.js";
import { followReader } from "./reader.js";
import { takeReview } from "./review.js";
import { followSharing } from "./sharing.js";
import { takeSlider } from "./slider.js";

export const PARTS = {
  code: followCode,
  drawer: followDrawer,
  follow: followAddress,
  frame: frameTheMap,
  lists: takeList,
  page: takeContent,
  reader: followReader,
  review: takeReview,
  sharing: followSharing,
  slider: takeSlider,
  works: takeWorks,
};

// A page that was open while the server got another program begins anew: two would both listen.
const { dataset } = document.documentElement;
if (dataset.program) window.location.reload();
else listen();
dataset.program = "loaded";
