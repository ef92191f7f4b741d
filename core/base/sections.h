// sections.h: bytes in named sections, with a table that says where each is. A reader asks for the sections
// that it knows and passes over the others, so a new section leaves what is already saved readable.
//
//   magic u32, version u32
//   checksum u64   XXH64 of the rest of this header and of the table
//   size u64       of everything
//   sections u32, unused u32
//   the table: for each section its name (four bytes), unused u32, offset u64, size u64, checksum u64 (XXH64)
//   the sections in the order of the table, each at the next multiple of 8
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/result.h"

namespace broadsheet {

struct SectionName {
  std::array<char, 4> letters{};

  constexpr SectionName() = default;
  consteval SectionName(const char (&name)[5]) : letters{name[0], name[1], name[2], name[3]} {}
  bool operator==(const SectionName&) const = default;
};

// How one kind of such bytes begins, and which error it is if they do not.
struct SectionFormat {
  uint32_t magic;
  uint32_t version;
  ErrorCode other_magic;
  ErrorCode other_version;
  ErrorCode damaged;
};

struct Section {
  SectionName name;
  uint32_t unused = 0;
  uint64_t offset = 0;  // from the first byte of everything
  uint64_t size = 0;
  uint64_t checksum = 0;

  // Whether these are the bytes that were saved. Cost: O(bytes).
  bool is_whole(ByteSpan bytes) const;
};
static_assert(sizeof(Section) == 32);

// What to read: from memory, or by range from where the bytes are stored.
class SectionTable {
 public:
  static constexpr size_t kMostSections = 64;
  // Header and table never take more.
  static constexpr size_t kMostBytes = (kMostSections + 1) * sizeof(Section);

  // `head`: the first bytes, at least header and table. Errors, with the place of what is wrong: those of the
  // format; "damaged" includes sections that overlap, leave the bytes or have one name.
  static Result<SectionTable> read(ByteSpan head, const SectionFormat& format);

  uint64_t size() const { return size_; }  // of everything
  // nullptr if there is none.
  const Section* find(SectionName name) const;

 private:
  uint64_t size_ = 0;
  std::vector<Section> sections_;
};

// The sections of bytes in memory. The first that is not as it should be fails all, as in ByteReader.
class SectionReader {
 public:
  // `verifies`: whether sections are compared with their checksums.
  SectionReader(const SectionTable& table, ByteSpan bytes, bool verifies)
      : table_(table), bytes_(bytes), verifies_(verifies) {}

  bool failed() const { return failed_at_.has_value(); }
  // The place of what failed, from the first byte of everything. Requires: failed().
  size_t failed_at() const { return *failed_at_; }

  // Fails if there is none.
  ByteSpan required(SectionName name);
  // Empty if there is none.
  ByteSpan optional(SectionName name);
  // A required section whose parts have checksums of their own: it has none.
  ByteSpan checked_in_parts(SectionName name);
  // A required section as numbers of one size; fails if it is not a whole number of them. Requires: the bytes
  // begin at a multiple of 8.
  template <typename T>
  std::span<const T> array(SectionName name) {
    const ByteSpan bytes = required(name);
    if (bytes.size() % sizeof(T) != 0) fail(bytes);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

 private:
  ByteSpan bytes_of(const Section* section, bool verifies);
  void fail(ByteSpan section);

  const SectionTable& table_;
  ByteSpan bytes_;
  bool verifies_;
  std::optional<size_t> failed_at_;
};

// Lays sections out as pieces, most of which point to where the bytes are already.
class SectionWriter {
 public:
  explicit SectionWriter(const SectionFormat& format) : format_(format) {}

  // What is added from here on belongs to this section. Requires: a new name; fewer than kMostSections.
  void begin(SectionName name) { begin(name, true); }
  // The same for a section that gets no checksum, since its parts have their own.
  void begin_checked_in_parts(SectionName name) { begin(name, false); }
  // The bytes must outlive this.
  void add(ByteSpan piece);
  void add(std::vector<uint8_t> piece);
  // Adds zeros up to a multiple of 8 from the section's beginning.
  void align();
  // Call it once, after the last section. Cost: a checksum of all sections.
  void finish();

  // Requires: finish().
  const std::vector<ByteSpan>& pieces() const { return pieces_; }
  size_t size() const { return size_; }
  std::vector<uint8_t> joined() const;

 private:
  struct Begun {
    Section section;
    size_t first_piece;
    size_t piece_count;
    bool has_checksum;
  };
  void begin(SectionName name, bool has_checksum);
  void pad();  // zeros up to a multiple of 8, which belong to no section

  SectionFormat format_;
  std::vector<Begun> begun_;
  std::vector<std::unique_ptr<std::vector<uint8_t>>> owned_;
  std::vector<ByteSpan> pieces_ = {{}};  // the first is header and table
  size_t size_ = 0;                      // without them, until finish()
};

}  // namespace broadsheet
