#include "core/text/control_repair.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include "core/text/ascii.h"

namespace broadsheet {
namespace {

// What is left of commands after the letter that was eaten. `anywhere`: not words of prose.
struct Eaten {
  char control;
  char letter;
  std::span<const std::string_view> anywhere;
  std::span<const std::string_view> in_formulas;
};

constexpr std::array<std::string_view, 1> kNone = {""};
constexpr std::array kBell = std::to_array<std::string_view>({"lpha", "pprox", "ngle", "st"});
constexpr std::array kBackspace = std::to_array<std::string_view>(
    {"eta",      "ar",    "egin", "f",     "m",        "oldsymbol", "inom",  "ig",
     "igl",      "igr",   "igg",  "iggl",  "iggr",     "igcup",     "igcap", "igoplus",
     "igotimes", "ullet", "ot",   "owtie", "ackslash", "ecause",    "race",  "rack",
     "mod",      "reve",  "oxed", "eth",   "etween",   "lacksquare"});
constexpr std::array kTab = std::to_array<std::string_view>(
    {"ext",       "extbf",       "extit", "extsc", "exttt",    "extrm", "extsf",
     "extnormal", "extstyle",    "heta",  "hetab", "imes",     "ilde",  "riangle",
     "riangleq",  "riangleleft", "frac",  "binom", "hinspace", "au"});
constexpr std::array kTabFormula =
    std::to_array<std::string_view>({"an", "anh", "op", "o", "ag", "hick", "herefore", "woheadrightarrow"});
constexpr std::array kLineFeed = std::to_array<std::string_view>(
    {"abla", "olimits", "onumber", "ewcommand", "earrow", "warrow", "subseteq", "rightarrow", "leftarrow"});
constexpr std::array kLineFeedFormula =
    std::to_array<std::string_view>({"u", "eq", "e", "i", "eg", "ot", "otin", "mid", "leq", "geq", "exists",
                                     "parallel", "prec", "succ", "sim", "cong", "orm"});
constexpr std::array kVerticalTab =
    std::to_array<std::string_view>({"ec", "arepsilon", "arphi", "artheta", "arrho", "arsigma", "dots", "ert",
                                     "ee", "dash", "space", "phantom", "arnothing"});
constexpr std::array kFormFeed = std::to_array<std::string_view>(
    {"rac", "orall", "lat", "box", "boxed", "lushleft", "ootnote", "allingdotseq"});
constexpr std::array kReturn = std::to_array<std::string_view>(
    {"ho", "ight", "angle", "floor", "ceil", "brace", "brack", "ightarrow", "vert", "Vert", "ightharpoonup"});
constexpr std::array kReturnFormula = std::to_array<std::string_view>({"m", "e", "oot", "ule"});

constexpr std::array kEaten = {
    Eaten{'\a', 'a', kBell, kNone},
    Eaten{'\b', 'b', kBackspace, kNone},
    Eaten{'\t', 't', kTab, kTabFormula},
    Eaten{'\n', 'n', kLineFeed, kLineFeedFormula},
    Eaten{'\v', 'v', kVerticalTab, kNone},
    Eaten{'\f', 'f', kFormFeed, kNone},
    Eaten{'\r', 'r', kReturn, kReturnFormula},
};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// U+202A to U+202E are E2 80 AA to AE, U+2066 to U+2069 are E2 81 A6 to A9.
bool is_reordering_mark(std::string_view text, size_t i) {
  if (i + 2 >= text.size() || text[i] != '\xE2') return false;
  const auto third = static_cast<unsigned char>(text[i + 2]);
  return (text[i + 1] == '\x80' && third >= 0xAA && third <= 0xAE) ||
         (text[i + 1] == '\x81' && third >= 0xA6 && third <= 0xA9);
}

// Whether a formula is open: an odd number of $ without a backslash. Requires: offsets ascend.
class FormulaState {
 public:
  explicit FormulaState(std::string_view text) : text_(text) {}
  bool is_inside(size_t offset) {
    for (; at_ < offset; ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '$') {
        inside_ = !inside_;
      }
    }
    return inside_;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  bool inside_ = false;
};

// The letter that the control byte at `i` replaced, or '\0'.
char eaten_letter(std::string_view text, size_t i, FormulaState& formula) {
  constexpr size_t kLongestWord = 20;
  size_t end = i + 1;
  while (end < text.size() && end - i <= kLongestWord && is_ascii_letter(text[end])) ++end;
  if (end == i + 1 || (text[i] == '\r' && text[i + 1] == '\n')) return '\0';
  const std::string_view word = text.substr(i + 1, end - i - 1);
  for (const Eaten& eaten : kEaten) {
    if (eaten.control != text[i]) continue;
    if (is_one_of(word, eaten.anywhere)) return eaten.letter;
    if (is_one_of(word, eaten.in_formulas) && formula.is_inside(i)) return eaten.letter;
  }
  return '\0';
}

bool may_need_mending(char c) { return (c >= '\a' && c <= '\r') || c == '\xE2'; }

// The first byte at or after `i` that may need mending; text.size() if there is none.
size_t find_suspect(std::string_view text, size_t i) {
  constexpr uint64_t kEach = 0x0101010101010101;
  constexpr uint64_t kHigh = kEach * 0x80;
  // Eight bytes at a time: sets a high bit for bytes from \a to \r, and for 0xE2.
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t bytes;
    std::memcpy(&bytes, text.data() + i, 8);
    const uint64_t low = bytes & ~kHigh;
    const uint64_t controls = (kEach * (0x7F + '\r' + 1) - low) & (low + kEach * (0x80 - '\a')) & ~bytes;
    const uint64_t marks = ((low ^ kEach * 0x62) + kEach * 0x7F);
    if (((controls | (bytes & ~marks)) & kHigh) != 0) break;
  }
  while (i < text.size() && !may_need_mending(text[i])) ++i;
  return i;
}

}  // namespace

bool mend_controls(std::string_view text, std::string& mended) {
  FormulaState formula(text);
  std::string result;
  size_t copied = 0;
  const auto replace = [&](size_t begin, size_t size, std::string_view by) {
    result.append(text, copied, begin - copied).append(by);
    copied = begin + size;
  };
  for (size_t i = find_suspect(text, 0); i < text.size(); i = find_suspect(text, i + 1)) {
    if (is_reordering_mark(text, i)) {
      replace(i, 3, "");
    } else if (const char letter = text[i] == '\xE2' ? '\0' : eaten_letter(text, i, formula);
               letter != '\0') {
      const char command[] = {'\\', letter};
      replace(i, 1, {command, sizeof command});
    }
  }
  if (copied == 0) return false;
  result.append(text, copied, text.size() - copied);
  mended = std::move(result);
  return true;
}

}  // namespace broadsheet
