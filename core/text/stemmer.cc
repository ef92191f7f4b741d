#include "core/text/stemmer.h"

#include <algorithm>

extern "C" {
#include "api.h"
#include "stem_UTF_8_english.h"
}

namespace broadsheet {

Stemmer::Stemmer() : env_(english_UTF_8_create_env()) {}

Stemmer::~Stemmer() { english_UTF_8_close_env(env_); }

std::string_view Stemmer::stem(std::string_view word) {
  const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || word.size() < 3) return word;
  const auto* symbols = reinterpret_cast<const symbol*>(word.data());
  if (SN_set_current(env_, static_cast<int>(word.size()), symbols) != 0) return word;
  if (english_UTF_8_stem(env_) < 0) return word;
  return {reinterpret_cast<const char*>(env_->p), static_cast<size_t>(env_->l)};
}

}  // namespace broadsheet
