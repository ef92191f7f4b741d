#include "core/digest/json_parse.h"

#include <string>
#include <utility>
#include <vector>

namespace broadsheet {
namespace {

// Makes the values of a text, or finds its first error: nlohmann's own parsing without exceptions does not
// report where that is, and compiles the parser once for a text and once more for a callback that nobody
// passes.
class TreeBuilder final : public nlohmann::json_sax<Json> {
 public:
  Json root = Json::value_t::discarded;
  size_t error_position = 0;

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& value) override { return add(std::move(value)); }
  bool start_object(size_t) override { return open(Json::value_t::object); }
  bool start_array(size_t) override { return open(Json::value_t::array); }
  bool key(string_t& name) override {
    member_ = &open_.back()->get_ref<Json::object_t&>()[name];
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception&) override {
    root = Json::value_t::discarded;
    error_position = at;
    return false;
  }

 private:
  Json& put(Json&& value) {
    if (open_.empty()) return root = std::move(value);
    if (open_.back()->is_object()) return *member_ = std::move(value);
    auto& array = open_.back()->get_ref<Json::array_t&>();
    array.push_back(std::move(value));
    return array.back();
  }
  bool add(Json&& value) {
    put(std::move(value));
    return true;
  }
  bool open(Json::value_t type) {
    open_.push_back(&put(type));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<Json*>
      open_;                // arrays and objects, the innermost last; each stays where it is while it is open
  Json* member_ = nullptr;  // of the innermost object: where its next value goes
};

TreeBuilder build(std::string_view text) {
  TreeBuilder builder;
  Json::sax_parse(text.begin(), text.end(), &builder);
  return builder;
}

}  // namespace

Json parse_json(std::string_view text) { return build(text).root; }

size_t json_error_position(std::string_view text) { return build(text).error_position; }

}  // namespace broadsheet
