// stemmer.h: English stems by the Snowball library, so that `compress`, `compressed` and `compressing` find
// each other. A stem is a key for grouping words and is never shown.
#pragma once

#include <string>
#include <string_view>

struct SN_env;

namespace broadsheet {

class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The stem of a folded word; the word itself unless it is all ASCII letters. The view is valid until the
  // next call. Cost: about 0.3 µs.
  std::string_view stem(std::string_view word);

 private:
  SN_env* env_;
};

}  // namespace broadsheet
