#include "cli/iconv_decoder.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <memory>
#include <type_traits>

namespace broadsheet {
namespace {

struct Name {
  std::string_view label;  // from the Encoding Standard
  const char* iconv;       // the iconv encoding with the same characters
};

constexpr std::array<Name, 8> kNames = {{{"gb18030", "GB18030"},
                                         {"big5", "BIG5-HKSCS"},
                                         {"shift_jis", "CP932"},
                                         {"euc-jp", "EUC-JP"},
                                         {"euc-kr", "CP949"},
                                         {"windows-1250", "CP1250"},
                                         {"windows-1251", "CP1251"},
                                         {"koi8-r", "KOI8-R"}}};

struct Closer {
  void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, Closer>;

}  // namespace

std::optional<std::string> decode_with_iconv(std::string_view encoding, std::string_view bytes) {
  const char* from = nullptr;
  for (const Name& name : kNames)
    if (name.label == encoding) from = name.iconv;
  const iconv_t opened = from != nullptr ? iconv_open("UTF-8", from) : iconv_t(-1);
  if (opened == iconv_t(-1)) return std::nullopt;
  const Converter converter(opened);
  constexpr size_t kFailed = static_cast<size_t>(-1);
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::array<char, 1 << 14> chunk;
  std::string text;
  char* in = const_cast<char*>(bytes.data());
  size_t in_left = bytes.size();
  for (bool ended = false; !ended;) {
    char* out = chunk.data();
    size_t out_left = chunk.size();
    // Without input, iconv gives out what it holds back: a letter that a combining mark might follow.
    ended = in_left == 0;
    const size_t status = iconv(opened, ended ? nullptr : &in, &in_left, &out, &out_left);
    const int reason = status == kFailed ? errno : 0;
    text.append(chunk.data(), chunk.size() - out_left);
    if (reason == 0 || reason == E2BIG) continue;
    text.append(kReplacement);
    if (in_left == 0) break;
    ++in;
    --in_left;
  }
  return text;
}

}  // namespace broadsheet
