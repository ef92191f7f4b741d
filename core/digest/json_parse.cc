#include "core/digest/json_parse.h"

#include <string>

namespace broadsheet {
namespace {

// Finds a text's first error: parsing without exceptions does not report where it is.
class ErrorFinder : public nlohmann::json_sax<Json> {
 public:
  size_t position = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception&) override {
    position = at;
    return false;
  }
};

}  // namespace

Json parse_json(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

size_t json_error_position(std::string_view text) {
  ErrorFinder finder;
  Json::sax_parse(text.begin(), text.end(), &finder);
  return finder.position;
}

}  // namespace broadsheet
