#include "core/text/tex_styles.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr std::array kStyles = std::to_array<std::string_view>({"textbf",
                                                                "textit",
                                                                "textsl",
                                                                "emph",
                                                                "texttt",
                                                                "textsc",
                                                                "textrm",
                                                                "textsf",
                                                                "textup",
                                                                "textmd",
                                                                "textnormal",
                                                                "text",
                                                                "mbox",
                                                                "hbox",
                                                                "underline",
                                                                "uline",
                                                                "textsuperscript",
                                                                "textsubscript",
                                                                "mathrm",
                                                                "mathsf",
                                                                "mathbf",
                                                                "mathit",
                                                                "path",
                                                                "num",
                                                                "url",
                                                                "ensuremath",
                                                                "texorpdfstring"});
constexpr std::array kSwitches = std::to_array<std::string_view>(
    {"em", "it", "itshape", "sl", "bf", "bfseries", "tt", "ttfamily", "sc", "scshape", "rm", "sf"});

}  // namespace

bool is_tex_style(std::string_view command) {
  return std::find(kStyles.begin(), kStyles.end(), command) != kStyles.end();
}

bool is_tex_switch(std::string_view command) {
  return std::find(kSwitches.begin(), kSwitches.end(), command) != kSwitches.end();
}

}  // namespace broadsheet
