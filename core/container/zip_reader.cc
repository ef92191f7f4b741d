#include "core/container/zip_reader.h"

#include <unzip.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace broadsheet {
namespace {

constexpr size_t kChunkBytes = size_t{64} << 10;
constexpr size_t kMaxNameBytes = 4096;
constexpr unsigned kEncrypted = 1;
constexpr unsigned kStored = 0;

// What minizip reads as a file.
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
  const uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory->position
                        : origin == ZLIB_FILEFUNC_SEEK_END ? size
                                                           : 0;
  if (offset > size - from) return -1;
  memory->position = from + offset;
  return 0;
}
int close_memory(voidpf, voidpf) { return 0; }
int error_of_memory(voidpf, voidpf) { return 0; }

Error broken(std::string message) { return {"broken_archive", std::move(message)}; }

}  // namespace

struct ZipReader::State {
  Memory memory;
  zlib_filefunc64_def functions;
  unzFile file = nullptr;
  bool begun = false;
  std::string name;
  unz_file_info64 info{};

  ~State() {
    if (file != nullptr) unzClose(file);
  }
};

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string_view bytes) {
  auto state = std::make_unique<State>();
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

const std::string& ZipReader::name() const { return state_->name; }

Result<bool> ZipReader::next() {
  const int status = state_->begun ? unzGoToNextFile(state_->file) : unzGoToFirstFile(state_->file);
  state_->begun = true;
  if (status == UNZ_END_OF_LIST_OF_FILE) return false;
  if (status != UNZ_OK) return broken("the zip's directory of files is damaged");
  std::vector<char> name(kMaxNameBytes + 1);
  if (unzGetCurrentFileInfo64(state_->file, &state_->info, name.data(), kMaxNameBytes, nullptr, 0, nullptr,
                              0) != UNZ_OK)
    return broken("the zip's directory of files is damaged");
  state_->name.assign(name.data(), std::min<size_t>(state_->info.size_filename, kMaxNameBytes));
  return true;
}

Result<std::string> ZipReader::read(size_t max_bytes) {
  if (state_->info.flag & kEncrypted) return Error{"encrypted", "the file is encrypted"};
  if (state_->info.compression_method != kStored && state_->info.compression_method != Z_DEFLATED) {
    return Error{"unsupported_compression", "the file is packed by method " +
                                                std::to_string(state_->info.compression_method) +
                                                "; deflate and stored files are read"};
  }
  if (unzOpenCurrentFile(state_->file) != UNZ_OK) return broken("the file's place in the zip is damaged");
  std::string result;
  std::vector<char> chunk(kChunkBytes);
  int count;
  while ((count = unzReadCurrentFile(state_->file, chunk.data(), kChunkBytes)) > 0) {
    result.append(chunk.data(), static_cast<size_t>(count));
    if (result.size() <= max_bytes) continue;
    unzCloseCurrentFile(state_->file);
    return Error{"too_large", "unpacked, the file has more than the " + std::to_string(max_bytes >> 20) +
                                  " MB that are read"};
  }
  if (unzCloseCurrentFile(state_->file) != UNZ_OK || count < 0)
    return broken("the file is damaged: what it unpacks to is not what was packed");
  return result;
}

}  // namespace broadsheet
