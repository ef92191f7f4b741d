#include "core/container/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "core/container/container_kind.h"

namespace broadsheet {
namespace {

constexpr int kGzipOnly = 16;  // added to zlib's window bits
constexpr size_t kChunkBytes = size_t{64} << 10;
constexpr size_t kInputBytes = size_t{1} << 20;

// zlib takes less than 4 GB at once, so it is fed a piece at a time.
class Inflater {
 public:
  explicit Inflater(std::string_view bytes) : left_(bytes) {
    ready_ = inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK;
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  bool ready() const { return ready_; }

  // Appends some bytes to `out`; returns inflate()'s status.
  int step(std::string& out) {
    if (stream_.avail_in == 0) refill();
    stream_.next_out = chunk_.data();
    stream_.avail_out = static_cast<uInt>(chunk_.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(chunk_.data()), chunk_.size() - stream_.avail_out);
    return status;
  }

  // At a member's end: starts the next member; false if none follows.
  bool begin_next_member() {
    const std::string_view rest = left_.substr(taken_ - stream_.avail_in);
    return container_kind_of(rest) == ContainerKind::kGzip && inflateReset(&stream_) == Z_OK;
  }

 private:
  void refill() {
    left_.remove_prefix(taken_);
    taken_ = std::min(left_.size(), kInputBytes);
    // zlib wants a non-const pointer but never writes through it.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left_.data()));
    stream_.avail_in = static_cast<uInt>(taken_);
  }

  std::string_view left_;  // begins with the piece that zlib has
  size_t taken_ = 0;       // size of that piece
  z_stream stream_{};
  bool ready_ = false;
  std::array<Bytef, kChunkBytes> chunk_;
};

}  // namespace

Result<std::string> unpack_gzip(std::string_view bytes, size_t max_bytes, uint64_t& unpacked) {
  Inflater inflater(bytes);
  if (!inflater.ready()) return Error{ErrorCode::kBrokenArchive, "no memory to unpack the file"};
  std::string result;
  for (;;) {
    const size_t before = result.size();
    const int status = inflater.step(result);
    unpacked += result.size() - before;
    if (result.size() > max_bytes) {
      return Error{ErrorCode::kTooLarge, "unpacked, the file has more than the " +
                                             std::to_string(max_bytes >> 20) + " MB that are read"};
    }
    if (status == Z_STREAM_END && inflater.begin_next_member()) continue;
    if (status == Z_STREAM_END) return result;
    if (status != Z_OK) {
      return Error{ErrorCode::kBrokenArchive, status == Z_BUF_ERROR
                                                  ? "the gzip is cut"
                                                  : "the gzip is damaged: what it unpacks to is not "
                                                    "what was packed"};
    }
  }
}

}  // namespace broadsheet
