#include "core/container/unpacker.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/container/inflate.h"

namespace broadsheet {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return result;
}

std::string_view without_gz(std::string_view name) {
  if (name.size() > 3 && lower(name.substr(name.size() - 3)) == ".gz") name.remove_suffix(3);
  return name;
}

bool ends_with_one_of(std::string_view name, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string_view base_of(std::string_view name) { return name.substr(name.rfind('/') + 1); }

// Names with `/` between folders, whatever tool wrote the archive.
std::string normalized(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

bool is_unsafe(std::string_view name) {
  if (name.starts_with('/') || name.find('\0') != std::string_view::npos) return true;
  if (name.size() >= 2 && name[1] == ':') return true;
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

// Files that systems add: `__MACOSX/._2026-01-14.md`, `.DS_Store`.
bool is_hidden(std::string_view name) {
  return name.starts_with("__MACOSX/") || base_of(name).starts_with('.');
}

Error nested() {
  return {ErrorCode::kNestedArchive,
          "an archive inside an archive is not opened; unpack the outer one first"};
}

Error no_digests() { return {ErrorCode::kNoDigests, "the archive holds no file that could be a digest"}; }

}  // namespace

bool has_digest_ending(std::string_view file_name, bool containers) {
  constexpr std::array<std::string_view, 8> kEndings = {".md",   ".markdown", ".txt", ".jsonl",
                                                        ".json", ".xml",      ".rss", ".atom"};
  const std::string name = lower(file_name);
  if (containers && (name.ends_with(".gz") || name.ends_with(".zip"))) return true;
  return ends_with_one_of(without_gz(name), kEndings) || has_page_ending(name);
}

bool has_page_ending(std::string_view file_name) {
  constexpr std::array<std::string_view, 2> kEndings = {".html", ".htm"};
  const std::string name = lower(file_name);
  return ends_with_one_of(without_gz(name), kEndings);
}

Unpacker::Unpacker(std::string_view name, std::string bytes, Decoder decode)
    : name_(name), bytes_(std::move(bytes)), decode_(std::move(decode)) {}

size_t Unpacker::room() const {
  const uint64_t by_ratio = std::max(kUnsuspiciousBytes, bytes_.size() * kMaxPackingRatio);
  const uint64_t all = std::min(by_ratio, kMaxUnpackedBytes);
  return static_cast<size_t>(all - std::min(all, unpacked_));
}

UnpackedFile Unpacker::end_with(Error error) {
  ended_ = true;
  return {name_, std::move(error)};
}

std::optional<UnpackedFile> Unpacker::next() {
  if (ended_) return std::nullopt;
  if (container_kind_of(bytes_) == ContainerKind::kZip) return next_of_zip();
  ended_ = true;
  const size_t limit = std::min(room(), kMaxUnpackedFileBytes);
  Result<std::string> file = unpack_gzip(bytes_, limit, unpacked_);
  if (!file.ok() && file.error().code == ErrorCode::kTooLarge && limit < kMaxUnpackedFileBytes)
    return end_with({ErrorCode::kZipBomb, "the file unpacks to far more than any digest does"});
  if (!file.ok()) return end_with(file.error());
  if (container_kind_of(file.value()) != ContainerKind::kNone) return end_with(nested());
  return UnpackedFile{std::string(without_gz(name_)), std::move(file)};
}

std::optional<UnpackedFile> Unpacker::next_of_zip() {
  if (!zip_) {
    Result<ZipReader> zip = ZipReader::open(bytes_, decode_);
    // minizip does not find a directory at the very start of a file.
    const bool is_empty = bytes_.starts_with("PK\x05\x06");
    if (!zip.ok()) return end_with(is_empty ? no_digests() : zip.error());
    zip_.emplace(std::move(zip.value()));
    if (zip_->entry_count() > kMaxEntries) {
      return end_with({ErrorCode::kTooManyFiles, "the archive holds " + std::to_string(zip_->entry_count()) +
                                                     " files, at most " + std::to_string(kMaxEntries) +
                                                     " are read"});
    }
  }
  for (;;) {
    const Result<bool> found = zip_->next();
    if (!found.ok()) return end_with(found.error());
    if (!found.value()) {
      ended_ = true;
      if (files_ > 0) return std::nullopt;
      return end_with(no_digests());
    }
    ++entries_;
    std::string name = normalized(zip_->name());
    if (name.ends_with('/') || is_hidden(name) || !has_digest_ending(name, true)) continue;
    ++files_;
    return unpack_entry(std::move(name));
  }
}

double Unpacker::share() const {
  if (ended_ || !zip_) return ended_ ? 1 : 0;
  const uint64_t count = zip_->entry_count();
  return count == 0 ? 1 : static_cast<double>(std::min(entries_, count)) / static_cast<double>(count);
}

UnpackedFile Unpacker::unpack_entry(std::string name) {
  if (is_unsafe(name))
    return {std::move(name), Error{ErrorCode::kUnsafePath, "the file's name leads out of the archive"}};
  if (zip_->packed_size() > bytes_.size())
    return {std::move(name), Error{ErrorCode::kBrokenArchive, "the file's place in the zip is damaged"}};
  packed_ += zip_->packed_size();
  if (packed_ > bytes_.size())
    return end_with(
        {ErrorCode::kZipBomb, "files of the archive share their bytes: it would unpack to far more"});
  size_t limit = std::min(room(), kMaxUnpackedFileBytes);
  const auto is_bomb = [&](const Result<std::string>& file) {
    return !file.ok() && file.error().code == ErrorCode::kTooLarge && limit < kMaxUnpackedFileBytes;
  };
  Result<std::string> file = zip_->read(limit, unpacked_);
  if (file.ok() && container_kind_of(file.value()) == ContainerKind::kZip) file = nested();
  if (file.ok() && container_kind_of(file.value()) == ContainerKind::kGzip) {
    limit = std::min(room(), kMaxUnpackedFileBytes);
    file = unpack_gzip(file.value(), limit, unpacked_);
    if (file.ok() && container_kind_of(file.value()) != ContainerKind::kNone) file = nested();
    if (file.ok()) name = without_gz(name);
  }
  if (is_bomb(file))
    return end_with({ErrorCode::kZipBomb, "the archive unpacks to far more than digests do"});
  return {std::move(name), std::move(file)};
}

}  // namespace broadsheet
