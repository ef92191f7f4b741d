#include "core/search/phrase.h"

#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

bool contains_sequence(std::string_view text, const std::vector<std::string>& tokens) {
  // Which beginnings of the phrase end at the last token: matched[n] is set if its first n tokens do.
  std::vector<bool> matched(tokens.size() + 1, false);
  bool found = false;
  tokenize(text, [&](const Token& token) {
    if (found) return;
    matched[0] = true;
    for (size_t n = tokens.size(); n > 0; --n) matched[n] = matched[n - 1] && tokens[n - 1] == token.folded;
    found = matched[tokens.size()];
  });
  return found;
}

}  // namespace

bool contains_phrase(const Paper& paper, FieldMask fields, const std::vector<std::string>& tokens) {
  bool found = false;
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    if (!found && (fields & mask_of(field)) != 0) found = contains_sequence(text, tokens);
  });
  return found;
}

}  // namespace broadsheet
