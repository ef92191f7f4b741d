#include "core/container/zip_reader.h"

#include <unzip.h>

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <vector>

#include "core/container/zip_names.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kChunkBytes = size_t{64} << 10;
constexpr size_t kMaxNameBytes = 4096;
constexpr size_t kMaxExtraBytes = 8192;
constexpr unsigned kEncrypted = 1;
constexpr unsigned kNameIsUtf8 = 1 << 11;
constexpr unsigned kStored = 0;

// The bytes that minizip reads as a file.
struct Memory {
  std::string_view bytes;
  uint64_t position = 0;
};

voidpf open_memory(voidpf memory, const void*, int) { return memory; }
uLong read_memory(voidpf, voidpf stream, void* buffer, uLong size) {
  auto* memory = static_cast<Memory*>(stream);
  const uint64_t left = memory->bytes.size() - memory->position;
  const auto count = static_cast<size_t>(std::min<uint64_t>(size, left));
  if (count > 0) std::memcpy(buffer, memory->bytes.data() + memory->position, count);
  memory->position += count;
  return static_cast<uLong>(count);
}
uLong write_nothing(voidpf, voidpf, const void*, uLong) { return 0; }
ZPOS64_T tell_memory(voidpf, voidpf stream) { return static_cast<Memory*>(stream)->position; }
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  auto* memory = static_cast<Memory*>(stream);
  const uint64_t size = memory->bytes.size();
  // minizip seeks back with a wrapped uLong, which may be narrower than the offset.
  if (origin == ZLIB_FILEFUNC_SEEK_CUR)
    offset = memory->position + static_cast<ZPOS64_T>(static_cast<std::make_signed_t<uLong>>(offset));
  if (origin == ZLIB_FILEFUNC_SEEK_END) offset += size;
  if (offset > size) return -1;
  memory->position = offset;
  return 0;
}
int close_memory(voidpf, voidpf) { return 0; }
int error_of_memory(voidpf, voidpf) { return 0; }

Error broken(std::string message) { return {ErrorCode::kBrokenArchive, std::move(message)}; }

}  // namespace

struct ZipReader::State {
  Memory memory;
  zlib_filefunc64_def functions;
  unzFile file = nullptr;
  Decoder decode;
  std::vector<std::string> names;  // of all entries, once next() was called
  size_t entry = 0;                // the current entry's number, from 1
  unz_file_info64 info{};

  int go_to_next(bool is_first) { return is_first ? unzGoToFirstFile(file) : unzGoToNextFile(file); }
  void read_names();

  ~State() {
    if (file != nullptr) unzClose(file);
  }
};

// Reads as far as the directory is whole: next() meets the damage again.
void ZipReader::State::read_names() {
  std::vector<std::string> unclear;
  std::vector<size_t> places;
  std::vector<char> name(kMaxNameBytes);
  std::vector<char> extra(kMaxExtraBytes);
  for (int status = go_to_next(true); status == UNZ_OK; status = go_to_next(false)) {
    if (unzGetCurrentFileInfo64(file, &info, name.data(), kMaxNameBytes, extra.data(), kMaxExtraBytes,
                                nullptr, 0) != UNZ_OK)
      break;
    const std::string_view bytes(name.data(), std::min<size_t>(info.size_filename, kMaxNameBytes));
    const std::string_view fields(extra.data(), std::min<size_t>(info.size_file_extra, kMaxExtraBytes));
    const auto checksum =
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const auto in_utf8 = unicode_path_of(fields, static_cast<uint32_t>(checksum));
    names.push_back(in_utf8.value_or(std::string(bytes)));
    if (info.flag & kNameIsUtf8) {
      repair_utf8(names.back());
    } else if (!in_utf8) {
      places.push_back(names.size() - 1);
      unclear.push_back(names.back());
    }
  }
  unclear = decode_names(std::move(unclear), decode);
  for (size_t i = 0; i < places.size(); ++i) names[places[i]] = std::move(unclear[i]);
}

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string_view bytes, Decoder decode) {
  auto state = std::make_unique<State>();
  state->decode = std::move(decode);
  state->memory.bytes = bytes;
  state->functions = {open_memory, read_memory,  write_nothing,   tell_memory,
                      seek_memory, close_memory, error_of_memory, &state->memory};
  state->file = unzOpen2_64(&state->memory, &state->functions);
  if (state->file == nullptr) return broken("the zip has no directory of its files: it may be cut");
  return ZipReader(std::move(state));
}

uint64_t ZipReader::entry_count() const {
  unz_global_info64 info;
  return unzGetGlobalInfo64(state_->file, &info) == UNZ_OK ? info.number_entry : 0;
}

const std::string& ZipReader::name() const { return state_->names[state_->entry - 1]; }

Result<bool> ZipReader::next() {
  const bool is_first = state_->entry == 0;
  if (is_first) state_->read_names();
  const int status = state_->go_to_next(is_first);
  if (status == UNZ_END_OF_LIST_OF_FILE) return false;
  if (status != UNZ_OK || state_->entry == state_->names.size() ||
      unzGetCurrentFileInfo64(state_->file, &state_->info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    return broken("the zip's directory of files is damaged");
  ++state_->entry;
  return true;
}

uint64_t ZipReader::packed_size() const { return state_->info.compressed_size; }

Result<std::string> ZipReader::read(size_t max_bytes, uint64_t& unpacked) {
  if (state_->info.flag & kEncrypted) return Error{ErrorCode::kEncrypted, "the file is encrypted"};
  if (state_->info.compression_method != kStored && state_->info.compression_method != Z_DEFLATED) {
    return Error{ErrorCode::kUnsupportedCompression, "the file is packed by method " +
                                                         std::to_string(state_->info.compression_method) +
                                                         "; deflate and stored files are read"};
  }
  if (unzOpenCurrentFile(state_->file) != UNZ_OK) return broken("the file's place in the zip is damaged");
  std::string result;
  std::vector<char> chunk(kChunkBytes);
  int count;
  while ((count = unzReadCurrentFile(state_->file, chunk.data(), kChunkBytes)) > 0) {
    result.append(chunk.data(), static_cast<size_t>(count));
    unpacked += static_cast<uint64_t>(count);
    if (result.size() <= max_bytes) continue;
    unzCloseCurrentFile(state_->file);
    return Error{ErrorCode::kTooLarge, "unpacked, the file has more than the " +
                                           std::to_string(max_bytes >> 20) + " MB that are read"};
  }
  if (unzCloseCurrentFile(state_->file) != UNZ_OK || count < 0)
    return broken("the file is damaged: what it unpacks to is not what was packed");
  return result;
}

}  // namespace broadsheet
